import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Day } from '../../shared/calendar/day.ts';
import { LETTER_SIZE, readComplaintLetter, type ComplaintLetter } from '../../shared/complaints/letter.ts';
import { areEqual } from '../../shared/package/bytes.ts';
import { Refused } from '../../shared/package/refusal.ts';
import { isInForce } from '../../shared/package/signers.ts';
import { Complaint } from './complaint.ts';
import { readBytes } from './files.ts';
import { readCountyKeys } from './keys.ts';
import { openPackage } from './open-package.ts';
import { readRevokedFile, readSignersFile, REVOKED_FILE, SIGNERS_FILE } from './signers-file.ts';

/** A sealed letter is longer than what is in it by the head of age and a tag; far more than this is no letter. */
const LARGEST_FILE = LETTER_SIZE + 4096;

/** `good`: by a key of this centre that is in force today; `unknown`: by another key; `none`: the centre had no key yet. */
export type SignedHow = 'good' | 'unknown' | 'none';
export type OpenedComplaint = { readonly letter: ComplaintLetter; readonly signed: SignedHow };

/**
 * Opens a complaint that a centre sealed because it concerns its director. Nothing is written down here: who may read it in the
 * county is for the county to say. A letter by an unknown key is shown all the same, and said to be one: what it tells may be
 * true whoever signed it.
 */
export async function openComplaint(file: string, keyFile: string, today: Day): Promise<OpenedComplaint> {
  const { identities } = await readCountyKeys(keyFile);
  const opened = readComplaintLetter(await decrypted(file, identities));
  if (!opened) throw new Complaint('notAComplaint', { file });
  const { letter, signedBy } = opened;
  if (signedBy === null) return { letter, signed: 'none' };
  const folder = dirname(keyFile);
  const revoked = readRevokedFile(join(folder, REVOKED_FILE));
  const good =
    readSignersFile(join(folder, SIGNERS_FILE)).some(
      (signer) =>
        signer.center === letter.center && areEqual(signer.key, signedBy) && isInForce(signer, today),
    ) && !revoked.some((key) => areEqual(key, signedBy));
  return { letter, signed: good ? 'good' : 'unknown' };
}

async function decrypted(file: string, identities: readonly string[]): Promise<Uint8Array> {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size !== undefined && size > LARGEST_FILE) throw new Complaint('notAComplaint', { file });
  try {
    return await openPackage(readBytes(file), identities);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === 'NOT_FOR_THIS_KEY') throw new Complaint('complaintForOthers', { file });
    throw new Complaint(error.code === 'DAMAGED' ? 'complaintDamaged' : 'notAComplaint', { file });
  }
}
