import { z } from 'zod';

/** How far a value is confirmed (domain.md 0): law or notice read; second-hand; not found; the centre's own decision. */
export const statuses = ['confirmed', 'secondary', 'unconfirmed', 'local'] as const;
export const Status = z.enum(statuses);
export type Status = z.output<typeof Status>;

const Fen = z.number().int().min(0).max(100_000_000);
const Ratio = z.number().min(0).max(10);
const Amount = z.number().min(0).max(10_000);
const Maybe = <T extends z.ZodType>(value: T) => value.nullable();
const Tier = z.enum(['1', '2', '3']);
const ByTier = z.strictObject({ '1': Fen, '2': Fen, '3': Fen });
const Engagements = z.array(z.enum(['employment', 'service', 'over-age'])).max(3);

/** One step of a tax table: up to `upTo` fen (null: no limit) the rate, less the quick deduction in fen. */
const Brackets = z
  .array(z.strictObject({ upTo: Fen.nullable(), rate: z.number().min(0).max(1), quick: Fen }))
  .min(1)
  .max(12)
  .refine((steps) => steps.every((step, at) => (step.upTo === null) === (at === steps.length - 1)), {
    message: 'only the last bracket is open',
  })
  .refine(
    (steps) => steps.every((step, at) => at === 0 || (step.upTo ?? Infinity) > (steps[at - 1]?.upTo ?? 0)),
    {
      message: 'brackets must rise',
    },
  );
export type Brackets = z.output<typeof Brackets>;

/** How a value is shown and entered: fen as yuan, a ratio as per cent, and so on. */
export type ParameterUnit =
  | 'fen'
  | 'percent'
  | 'number'
  | 'flag'
  | 'tier'
  | 'tiers'
  | 'brackets'
  | 'engagements';

const parameter = <T extends z.ZodType>(group: ParameterGroup, unit: ParameterUnit, value: T) => ({
  group,
  unit,
  value,
});

export const parameterGroups = ['tax', 'hours', 'wage', 'insurance', 'centre'] as const;
export type ParameterGroup = (typeof parameterGroups)[number];

/** Every effective-dated number that payroll reads. A rule asks for it by key and day; none stands in code. */
export const parameters = {
  'tax.employment.brackets': parameter('tax', 'brackets', Brackets),
  'tax.basic-deduction': parameter('tax', 'fen', Fen),
  'tax.sixty-thousand': parameter('tax', 'fen', Fen),
  'tax.service.brackets': parameter('tax', 'brackets', Brackets),
  'tax.service.small-limit': parameter('tax', 'fen', Fen),
  'tax.service.small-deduction': parameter('tax', 'fen', Fen),
  'tax.service.share-deduction': parameter('tax', 'percent', Ratio),
  'tax.special.child': parameter('tax', 'fen', Fen),
  'tax.special.infant': parameter('tax', 'fen', Fen),
  'tax.special.education': parameter('tax', 'fen', Fen),
  'tax.special.certificate-year': parameter('tax', 'fen', Fen),
  'tax.special.housing-loan': parameter('tax', 'fen', Fen),
  'tax.special.rent-city': parameter('tax', 'fen', Fen),
  'tax.special.rent-large': parameter('tax', 'fen', Fen),
  'tax.special.rent-small': parameter('tax', 'fen', Fen),
  'tax.special.elderly-only-child': parameter('tax', 'fen', Fen),
  'tax.special.elderly-share': parameter('tax', 'fen', Fen),
  'tax.other.pension-account-year': parameter('tax', 'fen', Fen),
  'tax.other.health-insurance-month': parameter('tax', 'fen', Fen),
  'tax.other.annuity': parameter('tax', 'percent', Ratio),
  'tax.filing-day': parameter('tax', 'number', Amount),

  'hours.day': parameter('hours', 'number', Amount),
  'hours.week': parameter('hours', 'number', Amount),
  'hours.week-practice': parameter('hours', 'number', Amount),
  'hours.pay-days-month': parameter('hours', 'number', Amount.positive()),
  'hours.work-days-year': parameter('hours', 'number', Amount),
  'hours.work-days-month': parameter('hours', 'number', Amount),
  'hours.extension-day-usual': parameter('hours', 'number', Amount),
  'hours.extension-day': parameter('hours', 'number', Amount),
  'hours.extension-month': parameter('hours', 'number', Amount),
  'overtime.extra-hours': parameter('hours', 'percent', Ratio),
  'overtime.rest-day': parameter('hours', 'percent', Ratio),
  'overtime.holiday': parameter('hours', 'percent', Ratio),
  'overtime.holiday-on-top': parameter('hours', 'flag', z.boolean()),
  'overtime.engagements': parameter('hours', 'engagements', Engagements),
  'annual-leave.unused': parameter('hours', 'percent', Ratio),

  'minimum-wage.month': parameter('wage', 'tiers', ByTier),
  'minimum-wage.hour': parameter('wage', 'tiers', ByTier),
  'minimum-wage.tier': parameter('wage', 'tier', Tier),
  'minimum-wage.engagements': parameter('wage', 'engagements', Engagements),
  'minimum-wage.exclude-overtime': parameter('wage', 'flag', z.boolean()),
  'minimum-wage.exclude-night': parameter('wage', 'flag', z.boolean()),
  'minimum-wage.top-up': parameter('wage', 'flag', z.boolean()),
  'deduction.damage-share': parameter('wage', 'percent', Ratio),
  'leave.holiday-is-paid': parameter('wage', 'flag', z.boolean()),
  'sick.floor-share': parameter('wage', 'percent', Ratio),

  'insurance.pension.employee': parameter('insurance', 'percent', Maybe(Ratio)),
  'insurance.pension.employer': parameter('insurance', 'percent', Maybe(Ratio)),
  'insurance.medical.employee': parameter('insurance', 'percent', Maybe(Ratio)),
  'insurance.medical.employer': parameter('insurance', 'percent', Maybe(Ratio)),
  'insurance.unemployment.employee': parameter('insurance', 'percent', Maybe(Ratio)),
  'insurance.unemployment.employer': parameter('insurance', 'percent', Maybe(Ratio)),
  'insurance.injury.employer': parameter('insurance', 'percent', Maybe(Ratio)),
  'insurance.base-floor-share': parameter('insurance', 'percent', Ratio),
  'insurance.base-ceiling-share': parameter('insurance', 'percent', Ratio),
  'insurance.average-wage': parameter('insurance', 'fen', Maybe(Fen)),
  'housing.employee': parameter('insurance', 'percent', Maybe(Ratio)),
  'housing.employer': parameter('insurance', 'percent', Maybe(Ratio)),
  'housing.cap': parameter('insurance', 'percent', Maybe(Ratio)),

  'night.allowance': parameter('centre', 'fen', Fen),
  'sick.share': parameter('centre', 'percent', Ratio),
  'pay.day': parameter('centre', 'number', z.number().int().min(1).max(28)),
} as const;

export type ParameterKey = keyof typeof parameters;
export const parameterKeys = Object.keys(parameters) as ParameterKey[];
export const ParameterKey = z.enum(parameterKeys as [ParameterKey, ...ParameterKey[]]);

export type ParameterValue<K extends ParameterKey = ParameterKey> = z.output<(typeof parameters)[K]['value']>;
