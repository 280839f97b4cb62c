import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { roundFen, sum, type Fen } from '../money/money.ts';
import type { RuleBook } from '../policy/lookup.ts';
import { term, uses, warning, type Engagement, type PayItem, type PayWarning } from './items.ts';
import { hourlyWage } from './wage.ts';

export const extraKinds = ['overtime-150', 'overtime-200', 'bonus', 'back-pay', 'damage', 'court'] as const;
export const ExtraKind = z.enum(extraKinds);
export type ExtraKind = z.output<typeof ExtraKind>;

/** What attendance cannot know, written by the clerk with a note: overtime in minutes of a day, the rest in fen. */
export type Extra = {
  readonly id: string;
  readonly kind: ExtraKind;
  readonly day: Day | null;
  readonly minutes: number | null;
  readonly amount: Fen | null;
  readonly note: string;
};

export function isOvertime(kind: ExtraKind): kind is 'overtime-150' | 'overtime-200' {
  return kind === 'overtime-150' || kind === 'overtime-200';
}

const rateKey = { 'overtime-150': 'overtime.extra-hours', 'overtime-200': 'overtime.rest-day' } as const;

/** Overtime by hours (hour = monthly ÷ 174), bonus and back pay. Overtime is not due under a service agreement. */
export function extraEarnings(
  monthly: Fen,
  extras: readonly Extra[],
  engagement: Engagement,
  rules: RuleBook,
): PayItem[] {
  const items: PayItem[] = [];
  for (const kind of ['overtime-150', 'overtime-200'] as const) {
    const ordered = extras.filter((extra) => extra.kind === kind);
    if (ordered.length === 0 || !rules.value('overtime.engagements').includes(engagement)) continue;
    const minutes = ordered.reduce((total, extra) => total + (extra.minutes ?? 0), 0);
    const hourly = hourlyWage(monthly, rules);
    const rate = rules.value(rateKey[kind]);
    items.push({
      side: 'earning',
      kind,
      amount: roundFen((hourly * rate * minutes) / 60),
      basis: {
        rule: kind,
        terms: [
          term('monthly-wage', monthly, 'fen'),
          term('pay-days', rules.value('hours.pay-days-month'), 'number'),
          term('hourly-wage', hourly, 'exact-fen'),
          term('rate', rate, 'percent'),
          term('hours', minutes / 60, 'hours'),
        ],
        days: ordered.flatMap((extra) => (extra.day ? [extra.day] : [])).toSorted(),
        parameters: uses(rules, rateKey[kind], 'hours.pay-days-month', 'hours.day', 'overtime.engagements'),
        notes: ordered.map((extra) => extra.note),
      },
    });
  }
  for (const kind of ['bonus', 'back-pay'] as const) {
    const given = extras.filter((extra) => extra.kind === kind);
    if (given.length === 0) continue;
    items.push({
      side: 'earning',
      kind,
      amount: sum(given.map((extra) => extra.amount ?? 0)),
      basis: {
        rule: kind,
        terms: [],
        days: given.flatMap((extra) => (extra.day ? [extra.day] : [])).toSorted(),
        parameters: [],
        notes: given.map((extra) => extra.note),
      },
    });
  }
  return items;
}

/** Overtime beyond three hours a day or 36 hours a month (劳动法 41). Rest days worked are not an extension of a day. */
export function extensionWarnings(extras: readonly Extra[], rules: RuleBook): PayWarning[] {
  const warnings: PayWarning[] = [];
  const byDay = new Map<Day, number>();
  let month = 0;
  for (const extra of extras.filter((each) => isOvertime(each.kind))) {
    month += extra.minutes ?? 0;
    if (extra.kind === 'overtime-150' && extra.day) {
      byDay.set(extra.day, (byDay.get(extra.day) ?? 0) + (extra.minutes ?? 0));
    }
  }
  const limit = rules.value('hours.extension-day') * 60;
  const over = [...byDay].filter(([, minutes]) => minutes > limit);
  if (over.length > 0) {
    warnings.push(
      warning('extension-day', {
        days: over.map(([on]) => on).toSorted(),
        number: Math.max(...over.map(([, minutes]) => minutes)) / 60,
      }),
    );
  }
  if (month > rules.value('hours.extension-month') * 60) {
    warnings.push(warning('extension-month', { number: month / 60 }));
  }
  return warnings;
}
