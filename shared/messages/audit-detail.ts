import { dayAt } from '../calendar/day.ts';
import { dayText } from './day-words.ts';
import { auditDetails as english } from './en/audit-details.ts';
import { fieldNames as englishFields } from './en/names.ts';
import type { Language } from './language.ts';
import { auditDetails as chinese } from './zh-CN/audit-details.ts';
import type { Words } from './words.ts';
import { fieldNames as chineseFields } from './zh-CN/names.ts';

type Texts = Words<typeof chinese>;
type Form = { readonly pattern: RegExp; readonly words: (texts: Texts) => string };

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const MONTH = String.raw`\d{4}-\d{2}`;
const INSTANT = String.raw`${DAY}T\d{2}:\d{2}:\d{2}\.\d{3}Z`;
const form = (pattern: string, words: Form['words']): Form => ({
  pattern: new RegExp(`^${pattern}$`, 'su'),
  words,
});

/** How services write their remarks; the log keeps them as they are, since they are part of its hashes. */
const forms: readonly Form[] = [
  form(String.raw`(\d+) cells`, (texts) => texts.cells),
  form(String.raw`locked (\d+) cells`, (texts) => texts.locked),
  form(String.raw`unlocked (\d+) cells`, (texts) => texts.unlocked),
  form(String.raw`(\S+) (\d+) (?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}`, (texts) => texts.stamped),
  form(String.raw`(\d+) rows`, (texts) => texts.rows),
  form(String.raw`(\d+) people`, (texts) => texts.people),
  form(String.raw`(\d+) people from (${DAY})`, (texts) => texts.peopleFrom),
  form(String.raw`(${MONTH}) version (\d+)`, (texts) => texts.version),
  form(String.raw`(${MONTH}) from version (\d+)`, (texts) => texts.fromVersion),
  form(String.raw`(${MONTH}) from (${MONTH}), (\d+) dropped`, (texts) => texts.copied),
  form(String.raw`(${MONTH}), (\d+) dropped`, (texts) => texts.laid),
  form(String.raw`(\d+) days from version (\d+)`, (texts) => texts.daysFromVersion),
  form(String.raw`(\d+) days: (.*)`, (texts) => texts.days),
  form(String.raw`left on (${DAY})`, (texts) => texts.left),
  form(String.raw`returned on (${DAY})`, (texts) => texts.returned),
  form(String.raw`ended on (${DAY})`, (texts) => texts.ended),
  form(String.raw`recorded (\d+) doer (.+?): .*`, (texts) => texts.recorded),
  form(String.raw`corrected by \S+ doer (.*?): (.*)`, (texts) => texts.corrected),
  form(String.raw`withdrawn: (.*)`, (texts) => texts.withdrawn),
  form(String.raw`beds ([\d ]+)`, (texts) => texts.beds),
  form(String.raw`with (.+)`, (texts) => texts.paired),
  form(String.raw`(${MONTH}) seed (\d+) effort .*`, (texts) => texts.made),
  form(String.raw`(${MONTH}) from (${DAY}): (\d+) changed`, (texts) => texts.replanned),
  form(String.raw`(${MONTH}) (\d+) -?\d+`, (texts) => texts.pay),
  form(String.raw`approved \S+ (${DAY}) (${DAY})`, (texts) => texts.decided.approved),
  form(String.raw`declined \S+ (${DAY}) (${DAY})`, (texts) => texts.decided.declined),
  form(String.raw`withdrawn \S+ (${DAY}) (${DAY})`, (texts) => texts.decided.withdrawn),
  form('registered', (texts) => texts.standing.registered),
  form('provisional', (texts) => texts.standing.provisional),
  form('same-sex', (texts) => texts.wish['same-sex']),
  form('any', (texts) => texts.wish.any),
];

const problemCodes = Object.keys(chinese.backup.failed) as (keyof Texts['backup']['failed'])[];

/** Remarks that are only understood from their act: the same words under another act may be somebody's own. */
const formsOfActs: Readonly<Record<string, readonly Form[]>> = {
  'people.addAccount': [
    form(String.raw`(\S+) director`, (texts) => texts.accounts.director),
    form(String.raw`(\S+) nurse`, (texts) => texts.accounts.nurse),
    form(String.raw`(\S+) clerk`, (texts) => texts.accounts.clerk),
  ],
  'people.setIdleMinutes': [form(String.raw`(\d+)`, (texts) => texts.minutes)],
  'complaints.setHours': [form(String.raw`(\d+)`, (texts) => texts.hours)],
  'people.signInRefused': [form(String.raw`\+(\d+)`, (texts) => texts.more)],
  'people.clockBehind': [form(`(${INSTANT})`, (texts) => texts.lastRecord)],
  'people.journalDamaged': [form(String.raw`(${INSTANT}) · (\d+)`, (texts) => texts.journal)],
  'ledger.commit': [
    form(String.raw`residents (\d+)\+(\d+) caregivers (\d+) checkups (\d+)`, (texts) => texts.imported),
  ],
  'package.build': [form(String.raw`(\S+) [0-9a-f]{64}`, (texts) => texts.file)],
  'package.importAnswer': [
    form(String.raw`(\d+)-(\d+) accepted`, (texts) => texts.receipt.accepted),
    form(String.raw`(\d+)-(\d+) waiting [A-Z_]+`, (texts) => texts.receipt.waiting),
    form(String.raw`(\d+)-(\d+) refused [A-Z_]+`, (texts) => texts.receipt.refused),
    form(String.raw`after (\d+)-(\d+) [0-9a-f]{64}`, (texts) => texts.receipt.after),
  ],
  'package.continueChain': [form('goes on after a restore', (texts) => texts.goesOn)],
  'package.setSecondSignature': [
    form(String.raw`begin .*`, (texts) => texts.second.begin),
    form(String.raw`end .*`, (texts) => texts.second.end),
  ],
  'package.enrolment': [
    form('made', (texts) => texts.key.made),
    form('enrolment file written', (texts) => texts.key.written),
  ],
  'package.rotateKey': [
    form('next key made', (texts) => texts.key.next),
    form('change of key written again', (texts) => texts.key.again),
  ],
  'package.useNextKey': [form(String.raw`in use (\S+)`, (texts) => texts.key.used)],
  'package.replaceLostKey': [form('replaced: (.*)', (texts) => texts.key.replaced)],
  'backup.check': [
    form('whole', (texts) => texts.backup.whole),
    form('damaged', (texts) => texts.backup.damaged),
  ],
  'backup.drill': [form(`(${DAY})`, (texts) => texts.backup.ofDay)],
  'backup.restore': [
    form(String.raw`(${INSTANT}) · (\d+)`, (texts) => texts.backup.restored),
    form(String.raw`(${INSTANT}) · (\d+) · (\d+)`, (texts) => texts.backup.newEpoch),
  ],
  'backup.setReminders': [form(String.raw`(\d+) · (\d+)`, (texts) => texts.backup.reminders)],
  'backup.removeCopy': [form(`(${INSTANT})`, (texts) => texts.backup.leftBehind)],
  'backup.failed': problemCodes.map((code) => form(code, (texts) => texts.backup.failed[code])),
};

/** Corrections name the fields that changed, never their values. */
const NAMES_FIELDS = ['residents.correct', 'caregivers.correct'];

/** A remark of the log in the words of the screen; one whose form is not known stays as it was written. */
export function auditDetailText(action: string, detail: string, language: Language): string {
  const [texts, fields] = language === 'zh-CN' ? [chinese, chineseFields] : [english, englishFields];
  if (NAMES_FIELDS.includes(action))
    return detail
      .split(' ')
      .map((name) => fields[name] ?? name)
      .join(language === 'zh-CN' ? '、' : ', ');
  const known = [...(formsOfActs[action] ?? []), ...forms].find(({ pattern }) => pattern.test(detail));
  if (!known) return detail;
  const facts = (known.pattern.exec(detail) ?? []).map((fact) =>
    IS_INSTANT.test(fact) ? instantText(fact, language) : fact,
  );
  return known.words(texts).replaceAll(/\$(\d)/g, (_, place: string) => facts[Number(place)] ?? '');
}

const IS_INSTANT = new RegExp(`^${INSTANT}$`);

/** An instant as the clock of the house shows it: China keeps one zone and no summer time. */
function instantText(iso: string, language: Language): string {
  const instant = Date.parse(iso);
  const clock = new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${dayText(dayAt(instant), language)} ${clock}`;
}

/** What a line is about, where that is a thing of the program and no person, paper or file. */
export function auditObjectText(object: string, language: Language): string {
  const texts = language === 'zh-CN' ? chinese : english;
  const epoch = /^epoch (\d+)$/.exec(object)?.[1];
  if (epoch !== undefined) return texts.epoch.replace('$1', epoch);
  return (texts.objects as Readonly<Record<string, string>>)[object] ?? object;
}
