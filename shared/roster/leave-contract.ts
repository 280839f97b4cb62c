import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';

export const CaregiverId = z.string().min(1).max(64);
const RecordId = z.string().min(1).max(64);
const Reason = z.string().trim().min(1).max(200);

export const leaveKinds = ['personal', 'sick', 'annual', 'rest', 'maternity', 'other'] as const;
export const LeaveKind = z.enum(leaveKinds);
export type LeaveKind = z.output<typeof LeaveKind>;

export const protectionKinds = ['pregnancy', 'nursing'] as const;
export const ProtectionKind = z.enum(protectionKinds);

const Recorded = {
  id: z.string(),
  caregiverId: z.string(),
  caregiver: z.string(),
  startsOn: Day,
  endsOn: Day,
};
const Cancelled = z.strictObject({ at: z.string(), reason: z.string() }).nullable();
const Period = { caregiverId: CaregiverId, startsOn: Day, endsOn: Day };

export const leave = {
  /** Leave that touches the month, the cancelled too. */
  list: query('roster.read')
    .input(z.strictObject({ month: Month }))
    .output(
      z.array(
        z.strictObject({
          ...Recorded,
          kind: LeaveKind,
          note: z.string(),
          recordedBy: z.string(),
          cancelled: Cancelled,
        }),
      ),
    ),

  /** Both days are on leave. With `writeDraft` the shifts that she has then are taken out of a draft; `changed`: how many. */
  add: command('roster.write')
    .input(
      z.strictObject({
        ...Period,
        kind: LeaveKind,
        note: z.string().trim().max(200).default(''),
        writeDraft: z.boolean().default(false),
      }),
    )
    .output(z.strictObject({ id: z.string(), changed: z.number().int() }))
    .errors(refusals('NOT_FOUND', 'ENDS_BEFORE_START', 'LEAVE_TOO_LONG', 'LEAVE_OVERLAPS')),

  cancel: command('roster.write')
    .input(z.strictObject({ id: RecordId, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),
};

export const protection = {
  /** Pregnancy from the seventh month and nursing a child under one: no nights, no overtime. */
  list: query('roster.read')
    .input(z.strictObject({ month: Month }))
    .output(
      z.array(
        z.strictObject({
          ...Recorded,
          kind: ProtectionKind,
          /** Due date or the child's day of birth, where the period was reckoned from it. */
          basisOn: Day.nullable(),
          /** Longer than the law asks for its kind: probably entered for the whole pregnancy. */
          tooLong: z.boolean(),
          cancelled: Cancelled,
        }),
      ),
    ),

  add: command('roster.write')
    .input(z.strictObject({ ...Period, kind: ProtectionKind, basisOn: Day.nullable().default(null) }))
    .output(z.strictObject({ id: z.string() }))
    .errors(refusals('NOT_FOUND', 'ENDS_BEFORE_START', 'LEAVE_TOO_LONG')),

  cancel: command('roster.write')
    .input(z.strictObject({ id: RecordId, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND')),
};
