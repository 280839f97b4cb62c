import { x25519 } from '@noble/curves/ed25519.js';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { totalmem } from 'node:os';
import { z } from 'zod';

/** Cost of the password function. */
export type KdfCost = { readonly N: number; readonly r: number; readonly p: number };
/** 2^17, 8, 1 takes about a second and 128 MiB (trust.md 2.4); tests use less. */
export const DEFAULT_KDF: KdfCost = { N: 2 ** 17, r: 8, p: 1 };
/** For a PC with less than 4 GB: a quarter of the memory, about the same work. */
const SMALL_KDF: KdfCost = { N: 2 ** 15, r: 8, p: 3 };

/** What a password is stretched with on this PC. */
export function costForThisPc(memory: number = totalmem()): KdfCost {
  return memory < 4 * 2 ** 30 ? SMALL_KDF : DEFAULT_KDF;
}

/** Work of a cost, for telling which of two is more. */
export const workOf = ({ N, r, p }: KdfCost) => N * r * p;

/** So many bytes as lower-case hexadecimal digits. */
function hexOf(length: number) {
  return z
    .string()
    .length(length * 2)
    .regex(/^[0-9a-f]+$/);
}
export const Hex32 = hexOf(32);
export const Salt = hexOf(16);
export const Sealed = z.strictObject({ iv: hexOf(12), text: hexOf(32), tag: hexOf(16) });
export type Sealed = z.output<typeof Sealed>;
/** A key sealed to whoever holds the secret half of a key pair. */
export const Wrap = Sealed.extend({ passing: Hex32 });
export type Wrap = z.output<typeof Wrap>;
/** Bounded so that an altered file can neither hang the sign-in nor ask for all memory: 256 MiB and four times today's work at most. */
export const Kdf = z
  .strictObject({
    name: z.literal('scrypt'),
    N: z
      .number()
      .int()
      .min(2)
      .max(2 ** 18),
    r: z.number().int().min(1).max(8),
    p: z.number().int().min(1).max(4),
    salt: Salt,
  })
  .refine((kdf) => Number.isInteger(Math.log2(kdf.N)) && workOf(kdf) <= 4 * workOf(DEFAULT_KDF));
export type Kdf = z.output<typeof Kdf>;

/** scrypt of a password; the same word typed by another input method gives the same key (NFKC). */
export function stretch(password: string, { N, r, p, salt }: Kdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // It needs 128 · r · (N + p + 2) bytes; the megabyte is more than p and 2 ever ask for.
    const options = { N, r, p, maxmem: 128 * r * N + 2 ** 20 };
    scrypt(password.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** AES-256-GCM of 32 bytes, bound to the words in `bound`: in another place the same bytes do not open. */
export function seal(plain: Uint8Array, key: Uint8Array, bound: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv: iv.toString('hex'), text: text.toString('hex'), tag: cipher.getAuthTag().toString('hex') };
}

/** What was sealed, in memory of its own that can be wiped; null when key, bytes or place are not those of the sealing. */
export function unseal(sealed: Sealed, key: Uint8Array, bound: string): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'hex'))
    .setAAD(Buffer.from(bound))
    .setAuthTag(Buffer.from(sealed.tag, 'hex'));
  const part = decipher.update(Buffer.from(sealed.text, 'hex'));
  try {
    decipher.final();
    return Uint8Array.from(part);
  } catch {
    return null; // the tag does not fit: wrong key or altered bytes, which is the answer and not a fault
  } finally {
    part.fill(0);
  }
}

/** A new secret half of a key pair. */
export const newSecret = (): Uint8Array => Uint8Array.from(randomBytes(32));
export const publicOf = (secret: Uint8Array): string =>
  Buffer.from(x25519.getPublicKey(secret)).toString('hex');

/**
 * Seals a key to a public half (X25519 with a passing pair, HKDF-SHA256, AES-256-GCM). Nothing secret of the receiver is
 * needed: so a new data key reaches every account without anybody's password.
 */
export function wrapTo(publicKey: string, key: Uint8Array, bound: string): Wrap {
  const passing = newSecret();
  const shared = x25519.getSharedSecret(passing, Buffer.from(publicKey, 'hex'));
  const wrapping = wrappingKey(shared, publicOf(passing), publicKey);
  const wrap = { ...seal(key, wrapping, bound), passing: publicOf(passing) };
  wipe(passing, shared, wrapping);
  return wrap;
}

/** The key that was sealed to the public half of this secret, or null. */
export function unwrap({ passing, ...sealed }: Wrap, secret: Uint8Array, bound: string): Uint8Array | null {
  let shared: Uint8Array;
  try {
    shared = x25519.getSharedSecret(secret, Buffer.from(passing, 'hex'));
  } catch {
    return null; // a point of small order, which no honest writer leaves: altered bytes
  }
  const wrapping = wrappingKey(shared, passing, publicOf(secret));
  const key = unseal(sealed, wrapping, bound);
  wipe(shared, wrapping);
  return key;
}

function wrappingKey(shared: Uint8Array, passing: string, receiver: string): Uint8Array {
  return derive(shared, Buffer.from(passing + receiver, 'hex'), 'nuantuo-wrap');
}

/** HKDF-SHA256 to 32 bytes. */
export function derive(secret: Uint8Array, salt: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, use, 32));
}

export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}
