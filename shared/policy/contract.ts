import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { Reason } from '../contract/id.ts';
import { holidayKinds } from './holidays.ts';
import { ParameterKey, parameterGroups, Status } from './parameters.ts';

const Source = z.string().trim().min(2).max(200);

const ParameterRow = z.strictObject({
  id: z.string(),
  value: z.json(),
  effectiveFrom: Day,
  status: Status,
  source: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
});
export type ShownParameterRow = z.output<typeof ParameterRow>;

const Parameter = z.strictObject({
  key: ParameterKey,
  group: z.enum(parameterGroups),
  /** The row in force on the day asked for; null when none had begun. */
  inForce: ParameterRow.nullable(),
  /** Every row that counts, the newest first. */
  rows: z.array(ParameterRow),
});
export type ShownParameter = z.output<typeof Parameter>;

const ShownHoliday = z.strictObject({
  day: Day,
  name: z.string(),
  kind: z.enum(holidayKinds),
  status: Status,
  source: z.string(),
});
export type ShownHoliday = z.output<typeof ShownHoliday>;

export const policy = {
  /** Every parameter with its status and source, as it stands on a day. */
  list: query('policy.read')
    .input(z.strictObject({ on: Day }))
    .output(z.array(Parameter)),

  /** Writes a value from a day on. The same key and day once more corrects the row before it, which is kept. */
  set: command('policy.write')
    .input(
      z.strictObject({
        key: ParameterKey,
        value: z.json(),
        effectiveFrom: Day,
        status: Status,
        source: Source,
      }),
    )
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('PARAMETER_WRONG')),

  /** The holidays of a year; `known` says whether payroll of that year may be made. */
  holidays: query('policy.read')
    .input(z.strictObject({ year: z.number().int().min(2000).max(2100) }))
    .output(
      z.strictObject({ known: z.boolean(), years: z.array(z.number().int()), days: z.array(ShownHoliday) }),
    ),

  /** Writes what a day is: the State Council's arrangement of a year, day by day. */
  setHoliday: command('policy.write')
    .input(
      z.strictObject({
        day: Day,
        name: z.string().trim().min(1).max(40),
        kind: z.enum(holidayKinds),
        status: Status,
        source: Source,
      }),
    )
    .output(z.strictObject({})),

  /** Takes a day off the table again; the row is kept as superseded and the reason stands in the audit log. */
  dropHoliday: command('policy.write')
    .input(z.strictObject({ day: Day, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),
};
