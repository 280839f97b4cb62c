import type { FairnessDay, FairnessLedger } from '../../shared/roster/fairness-contract.ts';
import type { Measure } from '../../shared/roster/fairness.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Words } from '../../shared/messages/words.ts';

/** What the chart draws: what was done beside the share, or the difference alone. */
export const chartViews = ['both', 'deviation'] as const;
export type ChartView = (typeof chartViews)[number];

export type FairnessWords = Words<Messages>['fairness'];
export type LedgerPerson = FairnessLedger['people'][number];
type Portion = LedgerPerson['year'][Measure];

/** One decimal, as it is read: minutes as hours. */
export function figure(measure: Measure, amount: number): number {
  return Math.round((measure === 'minutes' ? amount / 60 : amount) * 10) / 10;
}

/** How far what was done lies from the share: above is positive. The rounded figures differ by the rounded difference. */
export function deviation(measure: Measure, { done, share }: Portion): number {
  return Math.round((figure(measure, done) - figure(measure, share)) * 10) / 10;
}

/** `+2.3`, `−1`, `0`. */
export function signed(amount: number): string {
  if (amount === 0) return '0';
  return amount > 0 ? `+${amount}` : `−${-amount}`;
}

/** Months in which anything is recorded, with their places in the ledger. */
export function monthsOfRecord(ledger: FairnessLedger) {
  return ledger.months
    .map((one, index) => ({ ...one, index, number: Number(one.month.slice(5)) }))
    .filter(({ source }) => source !== 'none');
}

/** What the months are taken from, in one line: `9月、10月考勤已结账，11月按已发布的排班`. */
export function sourcesText(ledger: FairnessLedger, words: FairnessWords): string {
  const months = monthsOfRecord(ledger);
  return (['closed', 'recorded', 'published'] as const)
    .flatMap((source) => {
      const numbers = months.filter((month) => month.source === source);
      if (numbers.length === 0) return [];
      const list = rangesOf(numbers.map(({ number }) => number))
        .map(({ first, last }) =>
          first === last
            ? fill(words.sourceMonths, { number: first })
            : fill(words.sourceMonthRange, { first, last }),
        )
        .join(words.monthsBetween);
      return [fill(words.sourceLine, { months: list, source: words.sources[source] })];
    })
    .join(words.sourcesBetween);
}

function rangesOf(numbers: readonly number[]): { readonly first: number; readonly last: number }[] {
  const ranges: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = ranges.at(-1);
    if (open?.last === number - 1) open.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}

/** Whether a day's work counts for a measure. */
export function counts(measure: Measure, day: FairnessDay): boolean {
  if (day.shift === null) return false;
  if (measure === 'nights') return day.mark === 'night';
  if (measure === 'weekends') return day.weekend;
  return measure === 'minutes' || day.holiday !== null;
}

/** Whether she could have done that work on the day; else why not: the day does not count, leave, protection. */
export function openTo(measure: Measure, day: FairnessDay): 'open' | 'other' | 'leave' | 'protected' {
  if (measure === 'weekends' && !day.weekend) return 'other';
  if (measure === 'holidays' && day.holiday === null) return 'other';
  if (!day.available) return 'leave';
  return measure === 'nights' && day.protected ? 'protected' : 'open';
}
