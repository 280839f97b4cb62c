import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { personRuleKeys } from './rule.ts';

export const Cell = z.string().nullable();
const count = z.number().int();
const Named = { caregiverId: z.string(), caregiver: z.string() };

/** A rule that a row keeps less well than before. */
export const Touched = z.strictObject({
  ...Named,
  rule: z.enum(personRuleKeys),
  days: z.array(Day),
  amount: z.number(),
  hard: z.boolean(),
});
export type Touched = z.output<typeof Touched>;

/** What granting a request does to the roster of one month, nothing else changed. */
export const MonthEffect = z.strictObject({
  month: Month,
  version: count,
  state: z.enum(['draft', 'published']),
  changes: z.array(z.strictObject({ day: Day, before: Cell, after: Cell })),
  shortfalls: z.array(
    z.strictObject({
      day: Day,
      shift: z.string(),
      there: count,
      minimum: count,
      part: z
        .strictObject({
          zone: z.string().nullable(),
          sex: z.enum(['male', 'female']).nullable(),
          skill: z.string().nullable(),
        })
        .nullable(),
      standIns: z.array(z.strictObject({ ...Named, minutes: count })),
      blocked: z.array(
        z.strictObject({ ...Named, by: z.enum([...personRuleKeys, 'working', 'lockedRest', 'elsewhere']) }),
      ),
    }),
  ),
  touched: z.array(Touched),
  /** Minutes between shifts, for the sentences of the rules. */
  restBetweenShifts: count,
});
export type MonthEffect = z.output<typeof MonthEffect>;
