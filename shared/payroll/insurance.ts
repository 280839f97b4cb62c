import { z } from 'zod';
import { roundFen, type Fen as FenType } from '../money/money.ts';
import type { RuleBook } from '../policy/lookup.ts';
import { Fen, term, uses, type PayItem } from './items.ts';
import { schemes, type PayTerm, type Scheme } from './term.ts';

/** How one scheme stands for one person in one month: on with its amounts, or off with the reason. */
export const SchemeStanding = z.strictObject({
  scheme: z.enum([...schemes, 'injury']),
  on: z.boolean(),
  reason: z.string(),
  /** Why it is off: the engagement, the law for that age, the clerk's word, or a rate nobody has confirmed. */
  cause: z.enum(['none', 'service', 'over-age', 'term', 'scheme', 'rate-unknown']),
  base: Fen,
  employee: Fen,
  employer: Fen.nullable(),
});
export type SchemeStanding = z.output<typeof SchemeStanding>;

const rateKeys = {
  pension: { employee: 'insurance.pension.employee', employer: 'insurance.pension.employer' },
  medical: { employee: 'insurance.medical.employee', employer: 'insurance.medical.employer' },
  unemployment: { employee: 'insurance.unemployment.employee', employer: 'insurance.unemployment.employer' },
  housing: { employee: 'housing.employee', employer: 'housing.employer' },
} as const;

/** The base on which contributions are counted: between 60 % and 300 % of the average wage, where that is known. */
export function assessmentBase(chosen: PayTerm, rules: RuleBook): FenType {
  const wanted = chosen.insuranceBase ?? chosen.baseWage;
  const average = rules.value('insurance.average-wage');
  if (average === null) return wanted;
  const floor = roundFen(average * rules.value('insurance.base-floor-share'));
  const ceiling = roundFen(average * rules.value('insurance.base-ceiling-share'));
  return Math.min(ceiling, Math.max(floor, wanted));
}

function causeOff(scheme: Scheme, chosen: PayTerm, rules: RuleBook): SchemeStanding['cause'] {
  if (chosen.engagement === 'service') return 'service';
  if (chosen.insurance === 'off') return 'term';
  if (chosen.schemesOff[scheme] !== undefined) return 'scheme';
  if (chosen.engagement === 'over-age' && (scheme === 'pension' || scheme === 'unemployment'))
    return 'over-age';
  if (rules.value(rateKeys[scheme].employee) === null) return 'rate-unknown';
  return 'none';
}

/** Pension, medical, unemployment and housing fund of a month (社会保险法 10, 12; 住房公积金管理条例 16–18). */
export function insuranceOf(
  chosen: PayTerm,
  rules: RuleBook,
): { items: PayItem[]; standings: SchemeStanding[] } {
  const base = assessmentBase(chosen, rules);
  const items: PayItem[] = [];
  const standings: SchemeStanding[] = [];
  for (const scheme of schemes) {
    const keys = rateKeys[scheme];
    const cause = causeOff(scheme, chosen, rules);
    const rate = rules.value(keys.employee);
    if (cause !== 'none' || rate === null) {
      const reason = cause === 'term' ? chosen.insuranceReason : (chosen.schemesOff[scheme] ?? '');
      standings.push({ scheme, on: false, reason, cause, base: 0, employee: 0, employer: 0 });
      continue;
    }
    const employer = rules.value(keys.employer);
    const amount = roundFen(base * rate);
    standings.push({
      scheme,
      on: true,
      reason: '',
      cause,
      base,
      employee: amount,
      employer: employer === null ? null : roundFen(base * employer),
    });
    items.push({
      side: 'deduction',
      kind: scheme,
      amount,
      basis: {
        rule: scheme,
        terms: [term('assessment-base', base, 'fen'), term('rate', rate, 'percent')],
        days: [],
        parameters: uses(rules, keys.employee, 'insurance.average-wage'),
        notes: [],
      },
    });
  }
  return { items, standings };
}
