import { z } from 'zod';
import { marks } from '../attendance/marks.ts';
import { Day, Month } from '../calendar/day.ts';
import { query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { CaregiverId } from './leave-contract.ts';

export const Year = z.number().int().min(2000).max(2100);

const Portion = z.strictObject({ done: z.number(), days: z.number().int(), share: z.number() });
const Whole = z.strictObject({ done: z.number(), days: z.number().int() });
const Portions = z.strictObject({ nights: Portion, weekends: Portion, holidays: Portion, minutes: Portion });

/** What a month of the ledger is taken from. */
export const monthSources = ['closed', 'recorded', 'published', 'none'] as const;

const Ledger = z.strictObject({
  year: Year,
  months: z.array(
    z.strictObject({
      month: Month,
      source: z.enum(monthSources),
      whole: z.strictObject({ nights: Whole, weekends: Whole, holidays: Whole, minutes: Whole }),
    }),
  ),
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      startedOn: Day,
      endedOn: Day.nullable(),
      /** Days with a record on which she was available. */
      days: z.number().int(),
      year: Portions,
      /** In the order of `months`. */
      months: z.array(Portions),
    }),
  ),
});
export type FairnessLedger = z.output<typeof Ledger>;

const LedgerDay = z.strictObject({
  day: Day,
  source: z.enum(['attendance', 'roster']),
  mark: z.enum(marks),
  shift: z.strictObject({ code: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
  minutes: z.number().int(),
  available: z.boolean(),
  protected: z.boolean(),
  weekend: z.boolean(),
  holiday: z.string().nullable(),
  /** The day is still to come: planned, not done. */
  planned: z.boolean(),
});
export type FairnessDay = z.output<typeof LedgerDay>;

/** Minutes are paid minutes of the shifts; shares are parts of what all did, month by month. */
export const fairness = {
  year: query('roster.read')
    .input(z.strictObject({ year: Year }))
    .output(Ledger),

  /** The days behind one person's numbers. */
  days: query('roster.read')
    .input(z.strictObject({ year: Year, caregiverId: CaregiverId }))
    .output(z.array(LedgerDay))
    .errors(refusals('NOT_FOUND')),
};
