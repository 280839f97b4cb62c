import { addDays, type Day } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import { inGroups } from '../../shared/package/bytes.ts';
import type { Confirmation } from '../../shared/package/chain.ts';
import { Complaint } from './complaint.ts';
import { complaintText } from './complaint-text.ts';
import { enrolCentre } from './enrol.ts';
import { changeCountyKey, makeCountyKeys } from './keys.ts';
import { openComplaint } from './open-complaint.ts';
import { printed, reportOn } from './report.ts';
import { resyncCentre } from './resync.ts';
import { revokeKeys, rotateKey } from './rotate.ts';
import { enrolSecondKey } from './second.ts';
import { verifyPackage } from './verify.ts';

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What the clerk typed after the name of the command. */
export type Given = {
  readonly values: Values;
  readonly file: string | undefined;
  readonly today: Day;
  readonly language: Language;
};
type Done = { readonly code: number; readonly text: string };

const done = (text: string): Done => ({ code: 0, text: `${text}\n` });
const wordsIn = (language: Language) => messages[language].packages.command;

/** An option that the command cannot do without. */
function needed(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Complaint('usage');
  return value;
}

function neededFile({ file }: Given): string {
  if (file === undefined) throw new Complaint('usage');
  return file;
}

/** The options of these names that were given, for a request that leaves out what was not said. */
function chosen<const K extends string>(values: Values, ...names: K[]): { [P in K]?: string } {
  const found = names.flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]]] : []));
  return Object.fromEntries(found) as { [P in K]?: string };
}

async function keygen({ values, file, language }: Given): Promise<Done> {
  if (file !== undefined) throw new Complaint('usage');
  const made = await makeCountyKeys(needed(values, 'out'), needed(values, 'county'));
  return done(fill(wordsIn(language).keygenDone, made));
}

async function enrol(given: Given): Promise<Done> {
  const { values, today, language } = given;
  const other = await enrolSecondKey(neededFile(given), needed(values, 'keys'), today);
  if (other) {
    const { secondEnrolled, secondEnded } = wordsIn(language);
    const facts = { ...other, until: dayText(addDays(other.until, -1), language) };
    return done(fill(other.use === 'begin' ? secondEnrolled : secondEnded, facts));
  }
  const { name, center, after, before, fingerprint, spoken } = await enrolCentre(
    neededFile(given),
    needed(values, 'keys'),
    today,
    values['replace'] === true,
  );
  const [from, until] = [dayText(after, language), dayText(addDays(before, -1), language)];
  return done(fill(wordsIn(language).enrolled, { name, center, from, until, fingerprint, spoken }));
}

async function verify(given: Given): Promise<Done> {
  const { values, today, language } = given;
  const [file, key] = [neededFile(given), needed(values, 'key')];
  const named = chosen(values, 'signers', 'revoked', 'ledger', 'receipts', 'county');
  if (named.county !== undefined && !/^\d{6}$/.test(named.county)) throw new Complaint('notACounty');
  if (named.receipts !== undefined && named.ledger === undefined) throw new Complaint('usage');
  const confirmation = confirmationIn(values);
  const verified = await verifyPackage({ file, key, today, ...named, ...(confirmation && { confirmation }) });
  const report = reportOn(verified, file, named.ledger ?? null, language);
  return {
    code: report.verdict === 'accepted' ? 0 : 2,
    text: values['json'] === true ? `${JSON.stringify(report, null, 2)}\n` : printed(report, language),
  };
}

async function resync(given: Given): Promise<Done> {
  const { values, today, language } = given;
  const center = centreIn(given);
  const by = twoPeople(values);
  if (!by) throw new Complaint('notTwoPeople');
  const named = {
    key: needed(values, 'key'),
    ledger: needed(values, 'ledger'),
    ...chosen(values, 'receipts'),
  };
  const { epoch: wanted } = chosen(values, 'epoch');
  if (wanted !== undefined && !/^[1-9]\d{0,3}$/.test(wanted)) throw new Complaint('usage');
  const answer = await resyncCentre({
    center,
    by,
    today,
    ...named,
    ...(wanted === undefined ? {} : { epoch: Number(wanted) }),
  });
  const { epoch, lastEpoch, lastSeq, lastHash } = answer.resync;
  const facts = {
    name: answer.name,
    center,
    epoch,
    lastEpoch,
    lastSeq,
    hash: inGroups(lastHash),
    file: answer.file,
  };
  return done(fill(wordsIn(language).resynced, facts));
}

async function rotate(given: Given): Promise<Done> {
  const { values, today, language } = given;
  const { name, center, before, oldUntil, fingerprint, spoken } = await rotateKey(
    neededFile(given),
    needed(values, 'keys'),
    today,
  );
  const [until, old] = [dayText(addDays(before, -1), language), dayText(oldUntil, language)];
  return done(fill(wordsIn(language).rotated, { name, center, until, old, fingerprint, spoken }));
}

async function revoke(given: Given): Promise<Done> {
  const { values, today, language } = given;
  const center = centreIn(given);
  const { name, fingerprints } = await revokeKeys(center, needed(values, 'keys'), today);
  return done(fill(wordsIn(language).revoked, { name, center, fingerprints: fingerprints.join(' ') }));
}

async function rotateCountyKey({ values, file, language }: Given): Promise<Done> {
  if (file !== undefined) throw new Complaint('usage');
  const { recipient, next, card } = await changeCountyKey(needed(values, 'keys'), values['finish'] === true);
  const words = wordsIn(language);
  return done(
    next === null
      ? fill(words.keyChanged, { recipient, card })
      : fill(words.keyChanging, { recipient, next, card }),
  );
}

async function openSealedComplaint(given: Given): Promise<Done> {
  const { values, today, language } = given;
  return done(complaintText(await openComplaint(neededFile(given), needed(values, 'key'), today), language));
}

/** Every command by its name. */
export const acts = {
  keygen,
  enrol,
  verify,
  resync,
  rotate,
  revoke,
  'rotate-key': rotateCountyKey,
  'open-complaint': openSealedComplaint,
} as const;

function centreIn(given: Given): string {
  const center = neededFile(given);
  if (!/^\d{9}$/.test(center)) throw new Complaint('notACentre');
  return center;
}

function confirmationIn(values: Values): Confirmation | undefined {
  const lastHash = values['new-epoch-after'];
  if (lastHash === undefined && values['confirmed-by'] === undefined) return undefined;
  const hash = typeof lastHash === 'string' ? lastHash.replaceAll(' ', '') : '';
  const by = twoPeople(values);
  if (!/^[0-9a-f]{64}$/.test(hash) || !by) throw new Complaint('notConfirmed');
  return { lastHash: hash, by };
}

/** Two different names out of `--confirmed-by 甲,乙`, or null. */
function twoPeople(values: Values): readonly [string, string] | null {
  const people = values['confirmed-by'];
  const names = typeof people === 'string' ? people.split(/[,，、]/) : [];
  const [one, other, ...rest] = names.map((name) => name.trim().slice(0, 40));
  return one && other && one !== other && rest.length === 0 ? [one, other] : null;
}
