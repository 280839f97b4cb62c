import type { Day } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { ReasonedRule } from '../../shared/roster/guards.ts';

export type GuardWords = Words<Messages>['guards'];

/** One person's part in a warning, in words. */
export type NamedCase = {
  readonly caregiver: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly amount: number;
};

/** `谢雪 11月1日至11月28日（17 天）` */
export function caseText(
  words: GuardWords,
  language: Language,
  rule: ReasonedRule,
  { caregiver, firstDay, lastDay, amount }: NamedCase,
): string {
  const [first, last] = [shortDayText(firstDay, language), shortDayText(lastDay, language)];
  return fill(words.cases, {
    name: caregiver,
    days: first === last ? first : fill(words.dayRange, { first, last }),
    amount: fill(words.amounts[rule], { amount, hours: Math.round(amount / 6) / 10 }),
  });
}
