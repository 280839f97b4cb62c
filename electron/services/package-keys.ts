import type { Kysely } from 'kysely';
import { randomBytes } from 'node:crypto';
import type { Schema } from '../../db/schema.ts';
import { signingKeyQueries } from '../../db/signing-keys.ts';
import { fingerprintOf, privateKeyOf, publicKeyOf, sshLine } from '../../shared/package/key.ts';

export type SigningKey = { readonly privateKey: Uint8Array; readonly isNew: boolean };
type Made = { readonly id: string; readonly at: string; readonly by: string };

/**
 * The centre's signing key, made at first need. Its randomness is the system's, never a seed; it is written into the
 * encrypted database and nowhere else (trust.md 4.5).
 */
export async function signingKey(db: Kysely<Schema>, made: Made): Promise<SigningKey> {
  const current = await signingKeyQueries(db).currentSigningKey();
  if (current) return { privateKey: new Uint8Array(current.private_key), isNew: false };
  return { privateKey: await makeKey(db, made, made.at), isNew: true };
}

/** The key that waits for the county to know it, made at first need. */
export async function nextSigningKey(db: Kysely<Schema>, made: Made): Promise<SigningKey> {
  const next = await signingKeyQueries(db).nextSigningKey();
  if (next) return { privateKey: new Uint8Array(next.private_key), isNew: false };
  return { privateKey: await makeKey(db, made, null), isNew: true };
}

async function makeKey(db: Kysely<Schema>, { id, at, by }: Made, begun: string | null): Promise<Uint8Array> {
  const privateKey = privateKeyOf(new Uint8Array(randomBytes(32)));
  const publicKey = publicKeyOf(privateKey);
  await signingKeyQueries(db).addSigningKey({
    id,
    public_key: sshLine(publicKey),
    private_key: privateKey,
    fingerprint: fingerprintOf(publicKey),
    created_at: at,
    created_by: by,
    ended_at: null,
    begun_at: begun,
  });
  return privateKey;
}
