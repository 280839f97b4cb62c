import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileDurably } from './durable-file.ts';

/** Cost of the password function. 2^17, 8, 1 takes about a second and 128 MiB (trust.md 2.4); tests use less. */
export type KdfCost = { readonly N: number; readonly r: number; readonly p: number };
export const DEFAULT_KDF: KdfCost = { N: 2 ** 17, r: 8, p: 1 };

const Hex = z.string().regex(/^(?:[0-9a-f]{2})+$/);
const Sealed = z.strictObject({ iv: Hex, text: Hex, tag: Hex });
const Kdf = z.strictObject({
  name: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(8),
  salt: Hex,
});
const Entry = z.strictObject({
  accountId: z.string(),
  login: z.string(),
  name: z.string(),
  kdf: Kdf,
  key: Sealed,
});
const Keyring = z.strictObject({
  format: z.literal('nuantuo-keyring'),
  version: z.literal(1),
  centreId: z.string(),
  centreName: z.string(),
  cipher: z.literal('aegis'),
  entries: z.array(Entry).max(200),
  recovery: z.strictObject({ salt: Hex, key: Sealed }),
  mac: Hex,
});
export type Keyring = z.output<typeof Keyring>;
type Unsigned = Omit<Keyring, 'mac'>;

/** The keyring file cannot be read as one: damaged, or of another program. */
export class KeyringIsDamaged extends Error {}

/** Reads the keyring; whether it was altered shows only once the data key is known (`keyringIsWhole`). */
export function readKeyring(file: string): Keyring {
  try {
    return Keyring.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new KeyringIsDamaged('the keyring cannot be read', { cause: error });
  }
}

export function newKeyring(
  centreId: string,
  centreName: string,
  dataKey: Uint8Array,
  recovery: Uint8Array,
): Unsigned {
  const salt = randomBytes(16);
  return {
    format: 'nuantuo-keyring',
    version: 1,
    centreId,
    centreName,
    cipher: 'aegis',
    entries: [],
    recovery: {
      salt: salt.toString('hex'),
      key: seal(dataKey, recoveryKey(recovery, salt), `${centreId}|recovery`),
    },
  };
}

/** The same keyring with one account's wrap added or replaced. */
export async function withEntry(
  keyring: Unsigned,
  account: { id: string; login: string; name: string },
  password: string,
  dataKey: Uint8Array,
  cost: KdfCost,
): Promise<Unsigned> {
  const kdf = { name: 'scrypt' as const, ...cost, salt: randomBytes(16).toString('hex') };
  const wrapping = await stretch(password, kdf);
  const entry = {
    accountId: account.id,
    login: account.login,
    name: account.name,
    kdf,
    key: seal(dataKey, wrapping, boundTo(keyring.centreId, account.id, kdf)),
  };
  return {
    ...keyring,
    entries: [...keyring.entries.filter((other) => other.accountId !== account.id), entry],
  };
}

export function withoutEntry(keyring: Unsigned, accountId: string): Unsigned {
  return { ...keyring, entries: keyring.entries.filter((entry) => entry.accountId !== accountId) };
}

/** Signs the keyring with the data key and writes it whole or not at all. */
export function writeKeyring(file: string, keyring: Unsigned & { mac?: string }, dataKey: Uint8Array): void {
  const { mac: _old, ...unsigned } = keyring;
  writeFileDurably(file, `${JSON.stringify({ ...unsigned, mac: macOf(unsigned, dataKey) }, null, 1)}\n`);
}

/** The data key behind a password, or null when the password is wrong. */
export async function unlock(
  keyring: Keyring,
  login: string,
  password: string,
): Promise<{ accountId: string; dataKey: Uint8Array } | null> {
  const entry = keyring.entries.find((candidate) => candidate.login === login);
  // An unknown name costs the same time as a wrong password, so that names cannot be found by the clock.
  const kdf = entry?.kdf ?? {
    name: 'scrypt' as const,
    ...DEFAULT_KDF,
    ...keyring.entries[0]?.kdf,
    salt: '00'.repeat(16),
  };
  const wrapping = await stretch(password, kdf);
  if (!entry) return null;
  const dataKey = open(entry.key, wrapping, boundTo(keyring.centreId, entry.accountId, entry.kdf));
  return dataKey && keyringIsWhole(keyring, dataKey) ? { accountId: entry.accountId, dataKey } : null;
}

/** The data key behind the paper code, or null when the code is not this centre's. */
export function unlockByRecovery(keyring: Keyring, recovery: Uint8Array): Uint8Array | null {
  const wrapping = recoveryKey(recovery, Buffer.from(keyring.recovery.salt, 'hex'));
  const dataKey = open(keyring.recovery.key, wrapping, `${keyring.centreId}|recovery`);
  return dataKey && keyringIsWhole(keyring, dataKey) ? dataKey : null;
}

/** Whether no entry was added, removed or altered by somebody without the data key. */
export function keyringIsWhole({ mac, ...unsigned }: Keyring, dataKey: Uint8Array): boolean {
  return timingSafeEqual(
    Buffer.from(macOf(unsigned, dataKey), 'hex'),
    Buffer.from(mac.padEnd(64, '0').slice(0, 64), 'hex'),
  );
}

function macOf(unsigned: Unsigned, dataKey: Uint8Array): string {
  const key = Buffer.from(hkdfSync('sha256', dataKey, '', 'nuantuo-keyring-mac', 32));
  return createHmac('sha256', key)
    .update(JSON.stringify(Keyring.omit({ mac: true }).parse(unsigned)))
    .digest('hex');
}

function boundTo(centreId: string, accountId: string, kdf: z.output<typeof Kdf>): string {
  return [centreId, accountId, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt].join('|');
}

function stretch(password: string, { N, r, p, salt }: z.output<typeof Kdf>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function recoveryKey(recovery: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', recovery, salt, 'nuantuo-recovery', 32));
}

function seal(plain: Uint8Array, key: Uint8Array, bound: string): z.output<typeof Sealed> {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv: iv.toString('hex'), text: text.toString('hex'), tag: cipher.getAuthTag().toString('hex') };
}

function open(sealed: z.output<typeof Sealed>, key: Uint8Array, bound: string): Uint8Array | null {
  const [iv, tag] = [Buffer.from(sealed.iv, 'hex'), Buffer.from(sealed.tag, 'hex')];
  if (iv.length !== 12 || tag.length !== 16) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound)).setAuthTag(tag);
    return new Uint8Array(
      Buffer.concat([decipher.update(Buffer.from(sealed.text, 'hex')), decipher.final()]),
    );
  } catch {
    return null; // the tag does not fit: wrong key or altered bytes, which is the answer and not a fault
  }
}
