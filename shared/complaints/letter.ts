import { concatBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { bytesOf } from '../package/bytes.ts';
import { canonicalLine, readCanonicalLine } from '../package/canonical.ts';
import type { PublicKey } from '../package/key.ts';
import { LONGEST_LETTER, readLetter, writeLetter } from '../package/letter.ts';
import { namespaces } from '../package/sshsig.ts';
import { complaintKinds, concernKinds, tellers } from './kinds.ts';

/** No control characters but line ends: what the county opens may come from anywhere and is printed on its screen. */
const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[[^\p{Cc}\u202a-\u202e\u2066-\u2069]\n\t\r]*$/v);

const Letter = z.strictObject({
  format: z.literal('tuoyang-complaint'),
  version: z.literal(1),
  center: z.string().regex(/^\d{9}$/),
  center_name: text(80),
  number: z.string().regex(/^\d{12}$/),
  place: z.int().min(1),
  before_sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  sealed_at: text(40),
  happened_on: text(10),
  happened_time: text(40),
  where: text(100),
  resident: text(60),
  concern_kind: z.enum(concernKinds),
  concern: text(60),
  kind: z.enum(complaintKinds),
  teller: z.enum(tellers),
  teller_name: text(40),
  said: text(2000),
  done_at_once: text(1000),
  doer: text(60),
  typist: text(60),
});

/**
 * A complaint that no director is to read, as the county reads it.
 *
 * In the centre nothing of it is kept but the sealed bytes, a number and the day. The number is drawn by lot, so that it does not
 * tell how many there are; every letter is filled up to one size, so that it does not tell how much was said, or whether the centre
 * had a key to sign with. It leaves no line in the log (shared/contract/base.ts, `silent`). What the line would have been for is
 * kept inside instead, where the county alone reads it: who wrote and when, the letter's place in their row, and the hash of the
 * one before, so that a letter that somebody took away is missed when the next one is opened.
 *
 * What this does not promise: whoever has the key of the file and a tool to read it sees how many letters there are and of which
 * days, and can take the last one away unseen. What was said and who said it he cannot read, nor can anybody else in the centre.
 */
export type ComplaintLetter = Omit<z.output<typeof Letter>, 'format' | 'version'>;

/** What is sealed: 16 KiB, whatever was said. Longer than that no letter can be by the limits of its texts. */
export const LETTER_SIZE = LONGEST_LETTER;

const composed = (value: string) => value.normalize('NFC');

/** The bytes to be sealed, signed by the centre's key when it has one. Throws a RangeError when they do not fit. */
export function writeComplaintLetter(letter: ComplaintLetter, privateKey: Uint8Array | null): Uint8Array {
  const facts = Object.fromEntries(
    Object.entries(letter).map(([name, fact]) => [name, typeof fact === 'string' ? composed(fact) : fact]),
  );
  const value = Letter.parse({ format: 'tuoyang-complaint', version: 1, ...facts });
  const written =
    privateKey === null ? canonicalLine(value) : writeLetter(value, namespaces.complaint, privateKey);
  if (written.length > LETTER_SIZE) throw new RangeError('a letter that is too long');
  return concatBytes(written, bytesOf('\n'.repeat(LETTER_SIZE - written.length)));
}

/** Reads an opened letter: null when it is none; `signedBy` null when it carries no signature. A wrong signature is no letter. */
export function readComplaintLetter(
  bytes: Uint8Array,
): { readonly letter: ComplaintLetter; readonly signedBy: PublicKey | null } | null {
  if (bytes.length !== LETTER_SIZE) return null;
  const end = bytes.findLastIndex((byte) => byte !== 0x0a) + 2;
  const written = bytes.subarray(0, end);
  const line = written.subarray(0, written.indexOf(0x0a) + 1);
  const signed = line.length === written.length ? null : readLetter(written, namespaces.complaint);
  const value = signed ? signed.value : line.length === written.length ? readCanonicalLine(line) : undefined;
  const parsed = Letter.safeParse(value);
  if (!parsed.success) return null;
  const { format: _format, version: _version, ...letter } = parsed.data;
  return { letter, signedBy: signed?.signedBy ?? null };
}

/** The name of the file that is carried to the county. */
export function letterFileName(center: string, number: string): string {
  return `TYX1_${center}_${number}.complaint`;
}
