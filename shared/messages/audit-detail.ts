import { auditDetails as english } from './en/audit-details.ts';
import { fieldNames as englishFields } from './en/names.ts';
import type { Language } from './language.ts';
import { auditDetails as chinese } from './zh-CN/audit-details.ts';
import type { Words } from './words.ts';
import { fieldNames as chineseFields } from './zh-CN/names.ts';

type Form = { readonly pattern: RegExp; readonly words: (texts: Words<typeof chinese>) => string };

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const MONTH = String.raw`\d{4}-\d{2}`;
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
  const known = forms.find(({ pattern }) => pattern.test(detail));
  return known ? detail.replace(known.pattern, known.words(texts)) : detail;
}
