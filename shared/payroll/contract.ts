import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query, sensitive } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { FileContent } from '../contract/file.ts';
import { Id, Reason } from '../contract/id.ts';
import { Fen } from './items.ts';
import { ExtraLine, Opening, Run, RunHead, Sheet, Slip, TermLine } from './shapes.ts';
import { PayTerm } from './term.ts';

const Year = z.number().int().min(2000).max(2100);

const note = z.string().trim().min(1).max(200);
const Extra = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['overtime-150', 'overtime-200']),
    day: Day,
    minutes: z.number().int().min(1).max(1_440),
    note,
  }),
  z.strictObject({
    kind: z.enum(['bonus', 'back-pay', 'damage', 'court']),
    amount: z.number().int().min(1).max(10_000_000),
    note,
  }),
]);

/** A bank card number as people write it; spaces go, digits stay. Empty: paid in cash against a signature. */
const BankCard = z
  .string()
  .max(40)
  .transform((typed) => typed.replaceAll(/[\s-]/gu, ''))
  .pipe(z.string().regex(/^(\d{12,24})?$/u));

/** Why a month cannot be computed, be it for the first time or once more before somebody signs. */
const computing = [
  'ATTENDANCE_NOT_CLOSED',
  'HOLIDAYS_UNKNOWN',
  'PARAMETERS_MISSING',
  'PAY_TERMS_MISSING',
  'NO_CAREGIVERS',
] as const;

export const payroll = {
  /** Where a month stands: its runs, and what must be done before it can be prepared. */
  month: query('payroll.read')
    .input(z.strictObject({ month: Month }))
    .output(
      z.strictObject({
        attendanceClosed: z.boolean(),
        holidaysKnown: z.boolean(),
        withoutTerm: z.array(z.string()),
        runs: z.array(RunHead),
        /** The run to look at first: the open one, else the locked one that counts. */
        current: z.string().nullable(),
      }),
    ),

  /** Computes the month for everybody employed in it. A draft is computed anew; a reviewed or locked run is not touched. */
  prepare: command('payroll.prepare')
    .input(z.strictObject({ month: Month }))
    .output(
      z.strictObject({ id: z.string(), people: z.number().int(), net: Fen, warnings: z.number().int() }),
    )
    .errors(
      refusals(...computing, 'PAY_MONTH_LOCKED', 'PAY_RUN_REVIEWED', 'PAY_RUN_OPEN', 'EARLIER_PAY_OPEN'),
    ),

  run: sensitive('payroll.read', 'pay')
    .input(z.strictObject({ id: Id }))
    .output(Run)
    .errors(refusals('NOT_FOUND')),

  /** One slip: every number with its rule, its rate and the days behind it. */
  line: sensitive('payroll.read', 'pay')
    .input(z.strictObject({ id: Id }))
    .output(Slip)
    .errors(refusals('NOT_FOUND')),

  /** The director agrees. Refused when attendance, terms or parameters have moved since the run was computed. */
  review: command('payroll.approve')
    .input(z.strictObject({ id: Id }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PAY_RUN_STATE', 'PAY_RUN_STALE', ...computing)),

  sendBack: command('payroll.approve')
    .input(z.strictObject({ id: Id, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PAY_RUN_STATE')),

  /** Locks a reviewed run: from then on it is only corrected by a reversal run. */
  lock: command('payroll.approve')
    .input(z.strictObject({ id: Id }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PAY_RUN_STATE', 'PAY_RUN_STALE', ...computing)),

  /** Drafts a run that takes a locked one back, line by line; the director reviews and locks it like any other. */
  reverse: command('payroll.prepare')
    .input(z.strictObject({ id: Id, reason: Reason }))
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('NOT_FOUND', 'PAY_RUN_STATE', 'PAY_RUN_REVERSED', 'PAY_RUN_OPEN')),

  /** Throws a draft away. */
  discard: command('payroll.prepare')
    .input(z.strictObject({ id: Id }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PAY_RUN_STATE')),

  terms: sensitive('payroll.read', 'pay')
    .input(z.strictObject({ month: Month }))
    .output(z.array(TermLine)),

  setTerm: command('payroll.prepare')
    .input(z.strictObject({ caregiverId: Id, term: PayTerm }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PAY_MONTH_LOCKED')),

  setBankCard: command('payroll.prepare')
    .input(z.strictObject({ caregiverId: Id, bankCard: BankCard, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),

  extras: sensitive('payroll.read', 'pay')
    .input(z.strictObject({ month: Month }))
    .output(z.array(ExtraLine)),

  addExtra: command('payroll.prepare')
    .input(z.strictObject({ month: Month, caregiverId: Id, extra: Extra }))
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('NOT_FOUND', 'PAY_MONTH_LOCKED', 'DAY_OUTSIDE_MONTH', 'NOT_EMPLOYED_ON')),

  cancelExtra: command('payroll.prepare')
    .input(z.strictObject({ id: Id }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PAY_MONTH_LOCKED')),

  openings: sensitive('payroll.read', 'pay')
    .input(z.strictObject({ year: Year }))
    .output(
      z.array(z.strictObject({ caregiverId: z.string(), name: z.string(), opening: Opening.nullable() })),
    ),

  /** What somebody earned here and paid in tax this year before the first run of this program. */
  setOpening: command('payroll.prepare')
    .input(z.strictObject({ caregiverId: Id, year: Year, opening: Opening }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'PAY_MONTH_LOCKED', 'MONTH_OUTSIDE_YEAR')),

  /** The pay sheet and the slips of a month, as they are printed: of the run named, else of the month's current one. */
  sheet: sensitive('payroll.read', 'pay')
    .input(z.strictObject({ month: Month, run: Id.optional() }))
    .output(Sheet)
    .errors(refusals('NO_PAY_RUN')),

  workbook: sensitive('payroll.read', 'copy')
    .input(z.strictObject({ month: Month, run: Id.optional() }))
    .output(FileContent)
    .errors(refusals('NO_PAY_RUN')),
};
