import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { ParameterKey, Status } from '../policy/parameters.ts';
import type { RuleBook } from '../policy/lookup.ts';

/** Whole fen; reversals and reductions are negative. */
export const Fen = z.number().int().min(-1_000_000_000).max(1_000_000_000);

export const engagements = ['employment', 'service', 'over-age'] as const;
export const Engagement = z.enum(engagements);
export type Engagement = z.output<typeof Engagement>;

/** The items of a slip in the order in which they are computed and shown. */
export const itemKinds = [
  'base',
  'absence',
  'personal-leave',
  'sick-leave',
  'night',
  'overtime-150',
  'overtime-200',
  'holiday',
  'bonus',
  'back-pay',
  'minimum-top-up',
  'pension',
  'medical',
  'unemployment',
  'housing',
  'tax',
  'damage',
  'court',
] as const;
export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.output<typeof ItemKind>;

export const sides = ['earning', 'deduction', 'tax'] as const;

/** The numbers that a formula is made of; each has a word in messages. */
export const termNames = [
  'monthly-wage',
  'employed-days',
  'days-in-month',
  'pay-days',
  'daily-wage',
  'hourly-wage',
  'rate',
  'days',
  'days-not-deducted',
  'nights',
  'hours',
  'allowance',
  'sick-daily',
  'assessment-base',
  'months',
  'income-to-date',
  'basic-deduction-to-date',
  'insurance-to-date',
  'special-to-date',
  'taxable',
  'quick-deduction',
  'tax-to-date',
  'withheld-before',
  'income',
  'expense-deduction',
  'asked',
  'limit-share',
  'limit-minimum',
  'minimum-for-attendance',
  'compared-wage',
  'available',
] as const;
export type TermName = (typeof termNames)[number];

export const TermUnit = z.enum([
  'fen',
  'exact-fen',
  'days',
  'nights',
  'hours',
  'months',
  'percent',
  'number',
]);
export type TermUnit = z.output<typeof TermUnit>;

export const Term = z.strictObject({ name: z.enum(termNames), value: z.number(), unit: TermUnit });
export type Term = z.output<typeof Term>;

/** A parameter row as it was when the number was made: a locked slip can be opened in ten years. */
export const ParameterUse = z.strictObject({
  key: ParameterKey,
  value: z.json(),
  effectiveFrom: Day,
  status: Status,
  source: z.string(),
});
export type ParameterUse = z.output<typeof ParameterUse>;

/** What stands behind one number: the rule, the numbers in its formula, the days, the parameters, the clerk's notes. */
export const Basis = z.strictObject({
  rule: z.enum([...itemKinds, 'tax-service', 'base-part', 'reversal']),
  terms: z.array(Term),
  days: z.array(Day),
  parameters: z.array(ParameterUse),
  notes: z.array(z.string()),
});
export type Basis = z.output<typeof Basis>;

export const PayItem = z.strictObject({ side: z.enum(sides), kind: ItemKind, amount: Fen, basis: Basis });
export type PayItem = z.output<typeof PayItem>;

export const warningCodes = [
  'unmarked-days',
  'below-minimum',
  'damage-limited',
  'court-limited',
  'insurance-limited',
  'insurance-base-assumed',
  'year-to-date-gap',
  'retirement-age',
  'term-new-this-month',
  'extension-month',
  'extension-day',
  'no-bank-card',
  'no-phone',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** Something that a person should look at before signing; amounts in fen, the rest plain numbers. */
export const PayWarning = z.strictObject({
  code: z.enum(warningCodes),
  days: z.array(Day),
  amount: Fen.nullable(),
  number: z.number().nullable(),
});
export type PayWarning = z.output<typeof PayWarning>;

export function warning(code: WarningCode, facts: Partial<Omit<PayWarning, 'code'>> = {}): PayWarning {
  return { code, days: facts.days ?? [], amount: facts.amount ?? null, number: facts.number ?? null };
}

export function term(name: TermName, value: number, unit: TermUnit): Term {
  return { name, value, unit };
}

/** The rows behind the values that a rule used, ready to be kept with the item. */
export function uses(rules: RuleBook, ...keys: ParameterKey[]): ParameterUse[] {
  return keys.map((key) => {
    const { value, effectiveFrom, status, source } = rules.row(key);
    return { key, value: structuredCloneOf(value), effectiveFrom, status, source };
  });
}

function structuredCloneOf(value: unknown): z.output<typeof ParameterUse>['value'] {
  return JSON.parse(JSON.stringify(value)) as z.output<typeof ParameterUse>['value'];
}

/** Puts items in the order of `itemKinds` and leaves out those of no amount and no days. */
export function inOrder(items: readonly PayItem[]): PayItem[] {
  return items.toSorted((a, b) => itemKinds.indexOf(a.kind) - itemKinds.indexOf(b.kind));
}
