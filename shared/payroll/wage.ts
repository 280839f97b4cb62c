import type { Month } from '../calendar/day.ts';
import { daysInMonth } from '../calendar/day.ts';
import { roundFen, type Fen } from '../money/money.ts';
import type { RuleBook } from '../policy/lookup.ts';
import type { AttendanceDays } from './attendance.ts';
import { term, uses, type Engagement, type PayItem } from './items.ts';

/** A day's wage in exact fen: the month's ÷ 21.75 (人社部发〔2025〕2号). */
export function dailyWage(monthly: Fen, rules: RuleBook): number {
  return monthly / rules.value('hours.pay-days-month');
}

/** An hour's wage in exact fen: the month's ÷ (21.75 × 8). */
export function hourlyWage(monthly: Fen, rules: RuleBook): number {
  return dailyWage(monthly, rules) / rules.value('hours.day');
}

/** The legal minimum of a month in the centre's tier, in fen. */
export function minimumWage(rules: RuleBook): Fen {
  return rules.value('minimum-wage.month')[rules.value('minimum-wage.tier')];
}

/** What a day of sick leave pays, in exact fen: the centre's share, at least the legal floor, at most a day's wage. */
export function sickDaily(monthly: Fen, rules: RuleBook): number {
  const daily = dailyWage(monthly, rules);
  const floor = dailyWage(minimumWage(rules), rules) * rules.value('sick.floor-share');
  return Math.min(daily, Math.max(daily * rules.value('sick.share'), floor));
}

/**
 * The wage of a month before anything is added: the monthly wage (by calendar days when the employment began or ended
 * in it) less absence, personal leave and sick leave. The reductions never take more than the wage.
 */
export function attendanceItems(
  monthly: Fen,
  month: Month,
  days: AttendanceDays,
  rules: RuleBook,
): PayItem[] {
  const whole = days.employed.length === daysInMonth(month);
  const base = whole ? monthly : roundFen((monthly * days.employed.length) / daysInMonth(month));
  const daily = dailyWage(monthly, rules);
  const sick = sickDaily(monthly, rules);
  const items: PayItem[] = [
    {
      side: 'earning',
      kind: 'base',
      amount: base,
      basis: {
        rule: whole ? 'base' : 'base-part',
        terms: [
          term('monthly-wage', monthly, 'fen'),
          term('employed-days', days.employed.length, 'days'),
          term('days-in-month', daysInMonth(month), 'days'),
        ],
        days: whole ? [] : [...days.employed],
        parameters: [],
        notes: [],
      },
    },
  ];
  let left = base;
  const reduce = (
    kind: 'absence' | 'personal-leave' | 'sick-leave',
    on: AttendanceDays['absent'],
    perDay: number,
  ) => {
    if (on.length === 0) return;
    const amount = Math.min(left, roundFen(perDay * on.length));
    left -= amount;
    items.push({
      side: 'earning',
      kind,
      amount: -amount || 0,
      basis: {
        rule: kind,
        terms: [
          term('monthly-wage', monthly, 'fen'),
          term('pay-days', rules.value('hours.pay-days-month'), 'number'),
          term('daily-wage', daily, 'exact-fen'),
          ...(kind === 'sick-leave' ? [term('sick-daily', sick, 'exact-fen')] : []),
          term('days', on.length, 'days'),
          ...(days.paidAllTheSame.length > 0
            ? [term('days-not-deducted', days.paidAllTheSame.length, 'days')]
            : []),
        ],
        days: [...on],
        parameters: [
          ...uses(rules, 'hours.pay-days-month'),
          ...(kind === 'sick-leave'
            ? uses(rules, 'sick.share', 'sick.floor-share', 'minimum-wage.month', 'minimum-wage.tier')
            : []),
          ...(days.paidAllTheSame.length > 0 ? uses(rules, 'leave.holiday-is-paid') : []),
        ],
        notes: [],
      },
    });
  };
  reduce('absence', days.absent, daily);
  reduce('personal-leave', days.personal, daily);
  reduce('sick-leave', days.sick, daily - sick);
  return items;
}

/** The allowance for night shifts: the centre's amount for each night worked. */
export function nightItems(days: AttendanceDays, rules: RuleBook): PayItem[] {
  if (days.night.length === 0) return [];
  const allowance = rules.value('night.allowance');
  return [
    {
      side: 'earning',
      kind: 'night',
      amount: allowance * days.night.length,
      basis: {
        rule: 'night',
        terms: [term('allowance', allowance, 'fen'), term('nights', days.night.length, 'nights')],
        days: [...days.night],
        parameters: uses(rules, 'night.allowance'),
        notes: [],
      },
    },
  ];
}

/**
 * 300 % for each statutory holiday worked, paid besides the monthly wage (劳动法 44; 另外支付 劳部发〔1995〕226号).
 * When the parameter says that the monthly wage already holds the first 100 %, 200 % is added.
 */
export function holidayItems(
  monthly: Fen,
  days: AttendanceDays,
  engagement: Engagement,
  rules: RuleBook,
): PayItem[] {
  const on = days.holidayWorked;
  if (on.length === 0 || !rules.value('overtime.engagements').includes(engagement)) return [];
  const rate = rules.value('overtime.holiday') - (rules.value('overtime.holiday-on-top') ? 0 : 1);
  const daily = dailyWage(monthly, rules);
  return [
    {
      side: 'earning',
      kind: 'holiday',
      amount: roundFen(daily * rate * on.length),
      basis: {
        rule: 'holiday',
        terms: [
          term('monthly-wage', monthly, 'fen'),
          term('pay-days', rules.value('hours.pay-days-month'), 'number'),
          term('daily-wage', daily, 'exact-fen'),
          term('rate', rate, 'percent'),
          term('days', on.length, 'days'),
        ],
        days: [...on],
        parameters: uses(
          rules,
          'overtime.holiday',
          'overtime.holiday-on-top',
          'overtime.engagements',
          'hours.pay-days-month',
        ),
        notes: [],
      },
    },
  ];
}
