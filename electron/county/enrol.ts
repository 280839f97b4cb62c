import { join } from 'node:path';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { areEqual } from '../../shared/package/bytes.ts';
import { readEnrolment } from '../../shared/package/enrolment.ts';
import { fingerprintOf, spokenFingerprint } from '../../shared/package/key.ts';
import { signerFrom, signerLine, type Signer } from '../../shared/package/signers.ts';
import { writeFileDurably } from '../core/durable-file.ts';
import { Complaint } from './complaint.ts';
import { countyOf } from './county-file.ts';
import { readBytes } from './files.ts';
import { withLocked } from './lock.ts';
import { readRevokedFile, readSignersFile, REVOKED_FILE, SIGNERS_FILE } from './signers-file.ts';

export type Enrolled = Signer & { readonly fingerprint: string; readonly spoken: string };

/**
 * Adds a centre's key to the county's list (trust.md 4.5). The file proves that its sender holds the private key; that the
 * sender is the centre is for the clerk to check, by the fingerprint on the stamped form.
 */
export async function enrolCentre(
  file: string,
  folder: string,
  today: Day,
  replace: boolean,
): Promise<Enrolled> {
  const enrolment = readEnrolment(readBytes(file));
  if (!enrolment) throw new Complaint('notAnEnrolment', { file });
  const { center, name, key } = enrolment;
  const county = countyOf(folder);
  if (county !== null && county !== enrolment.county)
    throw new Complaint('otherCounty', { name, center, county });

  const list = join(folder, SIGNERS_FILE);
  return withLocked(list, () => {
    const signers = readSignersFile(list);
    checkNewKey(enrolment, signers, folder);
    const isInForce = (signer: Signer) => signer.center === center && signer.before > today;
    if (signers.some(isInForce) && !replace) throw new Complaint('otherKeyEnrolled', { name, center });

    const kept = signers.map((signer) => (isInForce(signer) ? endedOn(signer, today) : signer));
    const added = signerFrom({ center, name, key }, today);
    writeFileDurably(list, [...kept, added].map(signerLine).join(''));
    return { ...added, fingerprint: fingerprintOf(key), spoken: spokenFingerprint(key) };
  });
}

/** A key is enrolled once, for one centre, and never again once it was revoked. */
export function checkNewKey(
  { center, name, key }: Pick<Signer, 'center' | 'name' | 'key'>,
  signers: readonly Signer[],
  folder: string,
): void {
  const same = signers.find((signer) => areEqual(signer.key, key));
  if (same && same.center !== center) throw new Complaint('keyOfOtherCentre', { center: same.center });
  if (readRevokedFile(join(folder, REVOKED_FILE)).some((other) => areEqual(other, key)))
    throw new Complaint('keyRevoked', { name, center });
  if (same) throw new Complaint('alreadyEnrolled', { name, center });
}

/** A key whose window ends on a day (a window of no days is written as one day before). */
export function endedOn(signer: Signer, on: Day): Signer {
  if (signer.before <= on) return signer;
  return { ...signer, after: signer.after < on ? signer.after : addDays(on, -1), before: on };
}
