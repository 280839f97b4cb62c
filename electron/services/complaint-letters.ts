import { Encrypter } from 'age-encryption';
import { randomInt } from 'node:crypto';
import { complaintQueries } from '../../db/complaints.ts';
import { packageQueries } from '../../db/packages.ts';
import { peopleQueries } from '../../db/people.ts';
import { signingKeyQueries } from '../../db/signing-keys.ts';
import { letterFileName, writeComplaintLetter } from '../../shared/complaints/letter.ts';
import { sha256 } from '../../shared/package/bytes.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { entryOf } from './complaint-entry.ts';

/** Whom a letter is encrypted for: the county's key, and the next one while the county changes it. Null without a key. */
export async function countyRecipients({ db }: Pick<Work, 'db'>): Promise<readonly string[] | null> {
  const county = await packageQueries(db).currentCountyKey();
  if (!county) return null;
  return county.next_recipient === null ? [county.recipient] : [county.recipient, county.next_recipient];
}

async function sealed(content: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(content);
}

const fileOf = (center: string, number: string, bytes: Uint8Array) => ({
  name: letterFileName(center, number),
  base64: Buffer.from(bytes).toString('base64'),
});

/** Twelve digits by lot: letters are few, so that nobody finds one by trying, and two never meet. */
const newNumber = () => String(randomInt(10 ** 12)).padStart(12, '0');

export const complaintLetters = {
  seal: door.complaints.letters.seal.handler(async ({ input, context }) => {
    const { db, who, at, today } = context;
    const recipients = await countyRecipients(context);
    if (recipients === null) refuse('COMPLAINT_CANNOT_BE_SEALED', {});
    const entry = await entryOf(context, input);
    const queries = complaintQueries(db);
    const [centre, before] = [await peopleQueries(db).centre(), await queries.lastLetter()];
    // The key in use or none: making one here would leave a row that says who was first to need it.
    const key = await signingKeyQueries(db).currentSigningKey();
    const [number, place] = [newNumber(), (before?.place ?? 0) + 1];
    const letter = writeComplaintLetter(
      {
        center: centre.code,
        center_name: centre.name,
        number,
        place,
        before_sha256: before ? sha256(new Uint8Array(before.sealed)) : null,
        sealed_at: at,
        happened_on: entry.happenedOn,
        happened_time: entry.happenedTime,
        where: entry.place,
        resident: entry.resident.name,
        concern_kind: entry.concern.kind,
        concern: entry.concern.name,
        kind: entry.kind,
        teller: entry.teller,
        teller_name: entry.tellerName,
        said: entry.said,
        done_at_once: entry.doneAtOnce,
        doer: entry.doerName,
        typist: who.name,
      },
      key ? new Uint8Array(key.private_key) : null,
    );
    const bytes = await sealed(letter, recipients);
    // The day, not the instant: what else was written in that minute is in the log, with a name.
    await queries.insertLetter({ place, number, sealed_on: today, sealed: bytes });
    return { number, file: fileOf(centre.code, number, bytes) };
  }),

  fetch: door.complaints.letters.fetch.handler(async ({ input: { letterNumber }, context: { db } }) => {
    const letter = await complaintQueries(db).letter(letterNumber);
    if (!letter) refuse('COMPLAINT_LETTER_UNKNOWN', {});
    const { code } = await peopleQueries(db).centre();
    return fileOf(code, letter.number, new Uint8Array(letter.sealed));
  }),
};
