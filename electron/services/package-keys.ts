import type { Kysely } from 'kysely';
import { randomBytes } from 'node:crypto';
import { packageQueries } from '../../db/packages.ts';
import type { Schema } from '../../db/schema.ts';
import { fingerprintOf, privateKeyOf, publicKeyOf, sshLine } from '../../shared/package/key.ts';

export type SigningKey = { readonly privateKey: Uint8Array; readonly isNew: boolean };

/**
 * The centre's signing key, made at first need. Its randomness is the system's, never a seed; it is written into the
 * encrypted database and nowhere else (trust.md 4.5).
 */
export async function signingKey(
  db: Kysely<Schema>,
  made: { id: string; at: string; by: string },
): Promise<SigningKey> {
  const current = await packageQueries(db).currentSigningKey();
  if (current) return { privateKey: new Uint8Array(current.private_key), isNew: false };
  const privateKey = privateKeyOf(new Uint8Array(randomBytes(32)));
  const publicKey = publicKeyOf(privateKey);
  await packageQueries(db).addSigningKey({
    id: made.id,
    public_key: sshLine(publicKey),
    private_key: privateKey,
    fingerprint: fingerprintOf(publicKey),
    created_at: made.at,
    created_by: made.by,
    ended_at: null,
  });
  return { privateKey, isNew: true };
}
