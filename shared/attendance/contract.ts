import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query, sensitive } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { FileContent } from '../contract/file.ts';
import { CaregiverId } from '../roster/leave-contract.ts';
import { marks } from './marks.ts';

const Mark = z.enum(marks);
const Reason = z.string().trim().min(1).max(200);

const Recorded = z.strictObject({
  mark: Mark,
  source: z.enum(['ledger', 'roster', 'manual']),
  reason: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
});
export type AttendanceRecord = z.output<typeof Recorded>;

const Sheet = z.strictObject({
  month: Month,
  days: z.array(Day),
  holidays: z.array(
    z.strictObject({ day: Day, name: z.string(), kind: z.enum(['statutory', 'rest', 'work']) }),
  ),
  closed: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
  /** Whether a published roster can start the month. */
  hasRoster: z.boolean(),
  people: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      /** By day of the month: what is recorded, null when nothing is. */
      records: z.array(Recorded.nullable()),
      /** By day of the month: whether she was employed. */
      employed: z.array(z.boolean()),
    }),
  ),
  missing: z.number().int(),
});
export type AttendanceSheet = z.output<typeof Sheet>;

export const attendance = {
  month: query('attendance.read')
    .input(z.strictObject({ month: Month }))
    .output(Sheet),

  /** Starts the month from the published roster and the leave; days that have a record keep it. */
  fromRoster: command('attendance.write')
    .input(z.strictObject({ month: Month }))
    .output(z.strictObject({ added: z.number().int() }))
    .errors(refusals('ATTENDANCE_CLOSED', 'ROSTER_NOT_PUBLISHED')),

  /** Records exceptions; each takes the place of the record before it, which is kept. */
  set: command('attendance.write')
    .input(
      z.strictObject({
        cells: z
          .array(z.strictObject({ caregiverId: CaregiverId, day: Day, mark: Mark }))
          .min(1)
          .max(4_000),
        reason: Reason,
      }),
    )
    .output(z.strictObject({ changed: z.number().int() }))
    .errors(refusals('NOT_FOUND', 'ATTENDANCE_CLOSED', 'NOT_EMPLOYED_ON')),

  /** Every record of one caregiver's day, the newest first. */
  history: query('attendance.read')
    .input(z.strictObject({ caregiverId: CaregiverId, day: Day }))
    .output(z.array(Recorded)),

  close: command('attendance.close')
    .input(z.strictObject({ month: Month }))
    .output(z.strictObject({ people: z.number().int() }))
    .errors(
      refusals('ATTENDANCE_CLOSED', 'ATTENDANCE_DAYS_MISSING', 'ATTENDANCE_MONTH_NOT_OVER', 'NO_CAREGIVERS'),
    ),

  /** Opens a closed month again, with the reason, as long as its pay is not reviewed. */
  reopen: command('attendance.close')
    .input(z.strictObject({ month: Month, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'ATTENDANCE_PAID')),

  workbook: sensitive('attendance.read', 'copy')
    .input(z.strictObject({ month: Month }))
    .output(FileContent),
};
