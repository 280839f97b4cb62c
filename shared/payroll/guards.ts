import type { Month } from '../calendar/day.ts';
import { roundFen, sum, type Fen } from '../money/money.ts';
import type { RuleBook } from '../policy/lookup.ts';
import type { AttendanceDays } from './attendance.ts';
import type { Extra } from './extras.ts';
import {
  term,
  uses,
  warning,
  type Engagement,
  type ItemKind,
  type PayItem,
  type PayWarning,
} from './items.ts';
import { attendanceItems, minimumWage } from './wage.ts';

/** What a month's earnings come to when they are compared with the minimum wage (最低工资规定 12). */
export function comparedWage(earnings: readonly PayItem[], rules: RuleBook): Fen {
  const excluded = new Set<ItemKind>([
    ...(rules.value('minimum-wage.exclude-overtime')
      ? (['overtime-150', 'overtime-200', 'holiday'] as const)
      : []),
    ...(rules.value('minimum-wage.exclude-night') ? (['night'] as const) : []),
  ]);
  return sum(earnings.filter((item) => !excluded.has(item.kind)).map((item) => item.amount));
}

/** What the minimum wage itself would pay for the same attendance: the least that this month may come to. */
export function minimumFor(month: Month, days: AttendanceDays, rules: RuleBook): Fen {
  return sum(attendanceItems(minimumWage(rules), month, days, rules).map((item) => item.amount));
}

/** Tops the wage up to the minimum, or only warns, as the parameter says. Service agreements have no minimum. */
export function minimumGuard(
  earnings: readonly PayItem[],
  month: Month,
  days: AttendanceDays,
  engagement: Engagement,
  rules: RuleBook,
): { items: PayItem[]; warnings: PayWarning[] } {
  if (!rules.value('minimum-wage.engagements').includes(engagement)) return { items: [], warnings: [] };
  const compared = comparedWage(earnings, rules);
  const least = minimumFor(month, days, rules);
  const short = least - compared;
  if (short <= 0) return { items: [], warnings: [] };
  const warnings = [warning('below-minimum', { amount: short })];
  if (!rules.value('minimum-wage.top-up')) return { items: [], warnings };
  const item: PayItem = {
    side: 'earning',
    kind: 'minimum-top-up',
    amount: short,
    basis: {
      rule: 'minimum-top-up',
      terms: [term('minimum-for-attendance', least, 'fen'), term('compared-wage', compared, 'fen')],
      days: [],
      parameters: uses(
        rules,
        'minimum-wage.month',
        'minimum-wage.tier',
        'minimum-wage.exclude-overtime',
        'minimum-wage.exclude-night',
        'minimum-wage.top-up',
      ),
      notes: [],
    },
  };
  return { items: [item], warnings };
}

/**
 * The most that may be kept back for damage: a fifth of the month's wage, and what is left is not below the minimum
 * wage (工资支付暂行规定 16). Amounts in fen.
 */
export function damageLimit(wage: Fen, compared: Fen, minimum: Fen, rules: RuleBook): Fen {
  const share = roundFen(wage * rules.value('deduction.damage-share'));
  return Math.max(0, Math.min(share, compared - minimum));
}

/** Compensation for damage within its limit, then court-ordered support, each never more than is left to pay. */
export function keptBack(facts: {
  extras: readonly Extra[];
  earnings: readonly PayItem[];
  available: Fen;
  month: Month;
  days: AttendanceDays;
  rules: RuleBook;
}): { items: PayItem[]; warnings: PayWarning[] } {
  const { rules } = facts;
  const items: PayItem[] = [];
  const warnings: PayWarning[] = [];
  let left = facts.available;
  const wage = sum(facts.earnings.map((item) => item.amount));
  for (const kind of ['damage', 'court'] as const) {
    const asked = facts.extras.filter((extra) => extra.kind === kind);
    if (asked.length === 0) continue;
    const wanted = sum(asked.map((extra) => extra.amount ?? 0));
    const compared = comparedWage(facts.earnings, rules);
    const minimum = minimumFor(facts.month, facts.days, rules);
    const limit = kind === 'damage' ? damageLimit(wage, compared, minimum, rules) : wanted;
    const amount = Math.max(0, Math.min(wanted, limit, left));
    left -= amount;
    if (amount < wanted) {
      warnings.push(
        warning(kind === 'damage' ? 'damage-limited' : 'court-limited', { amount: wanted - amount }),
      );
    }
    items.push({
      side: 'deduction',
      kind,
      amount,
      basis: {
        rule: kind,
        terms: [
          term('asked', wanted, 'fen'),
          ...(kind === 'damage'
            ? [
                term('limit-share', roundFen(wage * rules.value('deduction.damage-share')), 'fen'),
                term('limit-minimum', Math.max(0, compared - minimum), 'fen'),
              ]
            : []),
          term('available', left + amount, 'fen'),
        ],
        days: [],
        parameters:
          kind === 'damage'
            ? uses(rules, 'deduction.damage-share', 'minimum-wage.month', 'minimum-wage.tier')
            : [],
        notes: asked.map((extra) => extra.note),
      },
    });
  }
  return { items, warnings };
}
