import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { areEqual } from '../../shared/package/bytes.ts';
import { readEnrolment } from '../../shared/package/enrolment.ts';
import { fingerprintOf, spokenFingerprint } from '../../shared/package/key.ts';
import { signerFrom, signerLine, type Signer } from '../../shared/package/signers.ts';
import { writeFileDurably } from '../core/durable-file.ts';
import { Complaint } from './complaint.ts';
import { readBytes, readText } from './files.ts';
import { COUNTY_FILE } from './keys.ts';
import { readSignersFile, SIGNERS_FILE } from './signers-file.ts';

export type Enrolled = Signer & { readonly fingerprint: string; readonly spoken: string };

/**
 * Adds a centre's key to the county's list (trust.md 4.5). The file proves that its sender holds the private key; that the
 * sender is the centre is for the clerk to check, by the fingerprint on the stamped form.
 */
export function enrolCentre(file: string, folder: string, today: Day, replace: boolean): Enrolled {
  const enrolment = readEnrolment(readBytes(file));
  if (!enrolment) throw new Complaint('notAnEnrolment', { file });
  const { center, name, key } = enrolment;
  const county = countyOf(folder);
  if (county !== null && county !== enrolment.county)
    throw new Complaint('otherCounty', { name, center, county });

  const list = join(folder, SIGNERS_FILE);
  const signers = readSignersFile(list);
  const same = signers.find((signer) => areEqual(signer.key, key));
  if (same && same.center !== center) throw new Complaint('keyOfOtherCentre', { center: same.center });
  if (same) throw new Complaint('alreadyEnrolled', { name, center });
  const isInForce = (signer: Signer) => signer.center === center && signer.before > today;
  if (signers.some(isInForce) && !replace) throw new Complaint('otherKeyEnrolled', { name, center });

  const kept = signers.map((signer) => (isInForce(signer) ? ended(signer, today) : signer));
  const added = signerFrom({ center, name, key }, today);
  writeFileDurably(list, [...kept, added].map(signerLine).join(''));
  return { ...added, fingerprint: fingerprintOf(key), spoken: spokenFingerprint(key) };
}

/** The old key of a centre that enrols a new one: its window ends today (a window of no days is written as one day before). */
function ended(signer: Signer, today: Day): Signer {
  return { ...signer, after: signer.after < today ? signer.after : addDays(today, -1), before: today };
}

/** The county that this folder of keys belongs to, or null when nobody said. */
export function countyOf(folder: string): string | null {
  const file = join(folder, COUNTY_FILE);
  if (!existsSync(file)) return null;
  try {
    const { county } = JSON.parse(readText(file)) as { county?: unknown };
    if (typeof county === 'string' && /^\d{6}$/.test(county)) return county;
  } catch {
    // answered below: a file that does not read must not pass for "no county"
  }
  throw new Complaint('unreadable', { file });
}
