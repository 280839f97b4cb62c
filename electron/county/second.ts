import { join } from 'node:path';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { areEqual } from '../../shared/package/bytes.ts';
import { readSecondKeyLetter, type SecondKeyLetter } from '../../shared/package/second-key.ts';
import {
  ENROLMENT_DAYS,
  isInForce,
  secondSignerLine,
  type SecondSigner,
} from '../../shared/package/signers.ts';
import { sm2Pem } from '../../shared/package/sm2.ts';
import { writeFileDurably } from '../core/durable-file.ts';
import { Complaint } from './complaint.ts';
import { readBytes } from './files.ts';
import { withLocked } from './lock.ts';
import {
  readRevokedFile,
  readSecondSignersFile,
  readSignersFile,
  REVOKED_FILE,
  SECOND_FILE,
  SIGNERS_FILE,
} from './signers-file.ts';

export type SecondEnrolled = Pick<SecondKeyLetter, 'center' | 'name' | 'use'> & {
  readonly until: Day;
  /** The public key for `openssl pkeyutl -verify`. */
  readonly pem: string;
};

/**
 * Enters a centre's SM2 key, or ends it, when the file is such a letter; null when it is another file. The centre's enrolled
 * Ed25519 key vouches for it: nothing has to be compared on paper.
 */
export async function enrolSecondKey(
  file: string,
  folder: string,
  today: Day,
): Promise<SecondEnrolled | null> {
  const letter = readSecondKeyLetter(readBytes(file));
  if (!letter) return null;
  const { center, name, key, use } = letter;
  checkVoucher(letter, folder, today);
  const list = join(folder, SECOND_FILE);
  const pem = join(folder, `center-${center}.sm2.pem`);
  return withLocked(list, () => {
    const signers = readSecondSignersFile(list);
    const isOpen = (signer: SecondSigner) => signer.center === center && signer.before > today;
    const isThis = (signer: SecondSigner) => signer.center === center && signer.key === key;
    if (use === 'begin' && signers.some((signer) => isOpen(signer) && isThis(signer)))
      throw new Complaint('alreadyEnrolled', { name, center });
    if (use === 'end' && !signers.some(isThis)) throw new Complaint('secondUnknown', { name, center });
    const ended = signers.map((signer) =>
      isOpen(signer) && (use === 'begin' || isThis(signer)) ? { ...signer, before: today } : signer,
    );
    const until = use === 'begin' ? addDays(today, ENROLMENT_DAYS) : today;
    const added = use === 'begin' ? [{ center, key, after: today, before: until }] : [];
    writeFileDurably(pem, sm2Pem(key));
    writeFileDurably(list, [...ended, ...added].map(secondSignerLine).join(''));
    return { center, name, use, until, pem };
  });
}

/** Only the key with which the centre is enrolled today may speak of its other key. */
function checkVoucher({ center, name, signedBy }: SecondKeyLetter, folder: string, today: Day): void {
  const vouches = readSignersFile(join(folder, SIGNERS_FILE)).some(
    (signer) => signer.center === center && areEqual(signer.key, signedBy) && isInForce(signer, today),
  );
  const revoked = readRevokedFile(join(folder, REVOKED_FILE)).some((key) => areEqual(key, signedBy));
  if (!vouches || revoked) throw new Complaint('secondNotVouched', { name, center });
}
