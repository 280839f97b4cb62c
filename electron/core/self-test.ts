import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { Decrypter } from 'age-encryption';
import Driver from 'better-sqlite3';
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  randomUUID,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tellKey } from '../../db/connect.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import { languages } from '../../shared/messages/language.ts';
import { vectors } from './self-test-vectors.ts';

/** A building block is missing or answers wrongly: no centre may be opened or made on it. The message is for the user, in every language. */
export class CryptographyIsMissing extends Error {
  readonly block: string;

  constructor(block: string, cause: unknown) {
    super(languages.map((language) => fill(messages[language].start.cryptography, { block })).join('\n'), {
      cause,
    });
    this.block = block;
  }
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const is = (found: Uint8Array | ArrayBuffer, hex: string) =>
  Buffer.from(found instanceof ArrayBuffer ? new Uint8Array(found) : found).toString('hex') === hex;
const derive = promisify<string, string, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/**
 * Every cryptographic name in use, each with a question whose answer is known. Electron's library is BoringSSL and lacks names
 * that Node's has (trust.md 0.5), so what passes in our tests could fail in the product. A test reads the whole program and
 * demands each `function name` that it passes to node:crypto here.
 */
const blocks: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  'createHash sha256': () => is(createHash('sha256').update('abc').digest(), vectors.sha256),
  'createHmac sha256': () =>
    is(createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest(), vectors.hmac),
  'hkdfSync sha256': () =>
    is(
      hkdfSync(
        'sha256',
        Buffer.alloc(22, 0x0b),
        bytes('000102030405060708090a0b0c'),
        bytes('f0f1f2f3f4f5f6f7f8f9'),
        42,
      ),
      vectors.hkdf,
    ),
  scrypt: async () => is(await derive('', '', 64, { N: 16, r: 1, p: 1 }), vectors.scrypt),
  'createCipheriv aes-256-gcm': () => {
    const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
    const text = Buffer.concat([cipher.update(Buffer.alloc(16)), cipher.final()]);
    return is(text, vectors.gcm.text) && is(cipher.getAuthTag(), vectors.gcm.tag);
  },
  'createDecipheriv aes-256-gcm': () => {
    const open = (tag: string) => {
      const decipher = createDecipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
      decipher.setAuthTag(bytes(tag));
      return Buffer.concat([decipher.update(bytes(vectors.gcm.text)), decipher.final()]);
    };
    return is(open(vectors.gcm.tag), '00'.repeat(16)) && throws(() => open('00'.repeat(16)));
  },
  timingSafeEqual: () =>
    timingSafeEqual(bytes('0102'), bytes('0102')) && !timingSafeEqual(bytes('0102'), bytes('0103')),
  randomBytes: () => !randomBytes(32).equals(randomBytes(32)),
  randomInt: () => {
    const drawn = [randomInt(10 ** 12), randomInt(10 ** 12)];
    return (
      drawn.every((value) => Number.isInteger(value) && value >= 0 && value < 10 ** 12) &&
      drawn[0] !== drawn[1]
    );
  },
  randomUUID: () => /^[0-9a-f-]{36}$/.test(randomUUID()) && randomUUID() !== randomUUID(),
  Ed25519: () => {
    const { secret, signature } = vectors.ed25519;
    const key = ed25519.getPublicKey(bytes(secret));
    return (
      is(ed25519.sign(new Uint8Array(), bytes(secret)), signature) &&
      ed25519.verify(bytes(signature), new Uint8Array(), key) &&
      !ed25519.verify(bytes(signature), new Uint8Array([1]), key)
    );
  },
  X25519: () =>
    is(
      x25519.getSharedSecret(bytes(vectors.x25519.secret), bytes(vectors.x25519.point)),
      vectors.x25519.shared,
    ),
  age: async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(vectors.age.identity);
    return (await decrypter.decrypt(Buffer.from(vectors.age.file, 'base64'), 'text')) === 'warm';
  },
  AEGIS: () => opensTheOldFile(),
};

/** The names that the self-test answers for. */
export const testedNames: readonly string[] = Object.keys(blocks);

/**
 * Asks every building block its question, a few milliseconds in all; both hosts do it before they open anything.
 * Throws CryptographyIsMissing with the first block that is absent or wrong.
 */
export async function selfTest(asked: typeof blocks = blocks): Promise<void> {
  for (const [block, answersRightly] of Object.entries(asked)) {
    let cause: unknown;
    try {
      if (await answersRightly()) continue;
    } catch (error) {
      cause = error;
    }
    throw new CryptographyIsMissing(block, cause);
  }
}

/** A database written on the first day still opens, in a temporary folder that is gone afterwards. */
function opensTheOldFile(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-self-test-'));
  try {
    const file = join(folder, 'old.db');
    writeFileSync(file, Buffer.from(vectors.aegis, 'base64'));
    const open = (key: Uint8Array) => {
      const raw = new Driver(file, { readonly: true });
      try {
        tellKey(raw, key);
        return raw.pragma('user_version', { simple: true });
      } finally {
        raw.close();
      }
    };
    const key = Uint8Array.from({ length: 32 }, (_, index) => index);
    return open(key) === 411799 && throws(() => open(key.toReversed()));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function throws(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true; // that it throws is the right answer
  }
}
