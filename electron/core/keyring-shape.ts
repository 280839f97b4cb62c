import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { derive, Hex32, Kdf, Salt, Sealed, wipe, Wrap } from './key-wrap.ts';

/**
 * keyring.json, beside the database and in every backup: the data key, sealed for each account and for the paper code.
 * An account has a key pair: the secret half is sealed with the password, the data key is sealed to the public half. So a
 * password changes without the data key, and the data key changes without anybody's password (`next`, while it does).
 * The whole is signed with the data key (trust.md 2.4). Version 1 had neither pairs nor `mark`; it still opens and is
 * rewritten at the next sign-in, each account of it at its own.
 */
const who = { accountId: z.string().max(64), login: z.string().max(40), name: z.string().max(40), kdf: Kdf };
const OldEntry = z.strictObject({ ...who, key: Sealed });
const NewEntry = z.strictObject({
  ...who,
  publicKey: Hex32,
  secret: Sealed,
  key: Wrap,
  next: Wrap.optional(),
});
const OldRecovery = z.strictObject({ salt: Salt, key: Sealed });
const NewRecovery = z.strictObject({ salt: Salt, publicKey: Hex32, key: Wrap, next: Wrap.optional() });
const head = {
  format: z.literal('nuantuo-keyring'),
  centreId: z.string().max(64),
  centreName: z.string().max(80),
  cipher: z.literal('aegis'),
};
const Version1 = z.strictObject({
  format: head.format,
  version: z.literal(1),
  centreId: head.centreId,
  centreName: head.centreName,
  cipher: head.cipher,
  entries: z.array(OldEntry).max(200),
  recovery: OldRecovery,
  mac: Hex32,
});
const Version2 = z.strictObject({
  ...head,
  version: z.literal(2),
  /** Counts up with each writing, so that of two copies the newer is known. */
  revision: z.number().int().min(1),
  /** The first 16 bytes of the database file (the cipher's salt): tells a damaged file of ours from a foreign one. */
  mark: Salt.nullable(),
  entries: z.array(z.union([NewEntry, OldEntry])).max(200),
  recovery: z.union([NewRecovery, OldRecovery]),
  mac: Hex32,
});
const Keyring = z.union([Version2, Version1]);
export type Keyring = z.output<typeof Keyring>;
export type Unsigned = Omit<z.output<typeof Version2>, 'mac'>;
export type Entry = Keyring['entries'][number];
export type Recovery = Keyring['recovery'];

/** The keyring file cannot be read as one: damaged, or of another program. */
export class KeyringIsDamaged extends Error {}

/** Reads a keyring's text. Whether it was altered shows only once the data key is known (`keyringIsWhole`). */
export function parseKeyring(text: string): Keyring {
  try {
    return Keyring.parse(JSON.parse(text));
  } catch (error) {
    throw new KeyringIsDamaged('the keyring cannot be read', { cause: error });
  }
}

/** The keyring as this version writes it, without its signature. */
export function unsignedOf({ mac: _mac, ...keyring }: Keyring): Unsigned {
  return keyring.version === 2 ? keyring : { ...keyring, version: 2, revision: 1, mark: null };
}

/** Whether no entry was added, removed or altered by somebody without the data key. */
export function keyringIsWhole({ mac, ...unsigned }: Keyring, dataKey: Uint8Array): boolean {
  return timingSafeEqual(Buffer.from(macOf(unsigned, dataKey), 'hex'), Buffer.from(mac, 'hex'));
}

/** HMAC of the content with a key from the data key. */
export function macOf(unsigned: Omit<Keyring, 'mac'>, dataKey: Uint8Array): string {
  const key = derive(dataKey, new Uint8Array(), 'nuantuo-keyring-mac');
  const shape = unsigned.version === 1 ? Version1.omit({ mac: true }) : Version2.omit({ mac: true });
  const mac = createHmac('sha256', key)
    .update(JSON.stringify(shape.parse(unsigned)))
    .digest('hex');
  wipe(key);
  return mac;
}
