import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { MonthEffect } from './effect-contract.ts';
import { CaregiverId, LeaveKind } from './leave-contract.ts';
import { requestKinds, requestStates, requestWeights } from './requests.ts';
import { ShiftCode } from './shift-contract.ts';

const RequestId = z.string().min(1).max(64);
const Reason = z.string().trim().min(1).max(200);

const Wish = {
  caregiverId: CaregiverId,
  kind: z.enum(requestKinds),
  /** For a shift that is wanted or not wanted; else null. */
  shift: ShiftCode.nullable(),
  /** For leave; else null. */
  leaveKind: LeaveKind.nullable(),
  startsOn: Day,
  endsOn: Day,
};
type WishShape = { kind: string; shift: string | null; leaveKind: string | null };
const namesItsShift = ({ kind, shift }: WishShape) =>
  (kind === 'shift' || kind === 'not-shift') === (shift !== null);
const namesItsLeave = ({ kind, leaveKind }: WishShape) => (kind === 'leave') === (leaveKind !== null);

const Decision = z.strictObject({
  state: z.enum(['approved', 'declined', 'withdrawn']),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
  /** The leave that an approval made; `cancelled` when it no longer counts. */
  leave: z.strictObject({ id: z.string(), cancelled: z.boolean() }).nullable(),
});

const Line = z.strictObject({
  ...Wish,
  shift: z.string().nullable(),
  id: z.string(),
  caregiver: z.string(),
  weight: z.enum(requestWeights),
  note: z.string(),
  state: z.enum(requestStates),
  askedAt: z.string(),
  /** Who took it down; the caregiver is who asked. */
  recordedBy: z.string(),
  /** The newest first. */
  decisions: z.array(Decision),
});
export type RequestLine = z.output<typeof Line>;

export const requests = {
  /** What was asked for on days of the month, in every state. */
  list: query('roster.read')
    .input(z.strictObject({ month: Month }))
    .output(z.array(Line)),

  /** What granting it would do, month by month, where there is a draft, else a published roster; of nothing that is recorded. */
  effect: query('roster.read')
    .input(
      z
        .strictObject(Wish)
        .refine(namesItsShift, { path: ['shift'] })
        .refine(namesItsLeave, { path: ['leaveKind'] }),
    )
    .output(z.array(MonthEffect))
    .errors(refusals('NOT_FOUND', 'ENDS_BEFORE_START', 'LEAVE_TOO_LONG')),

  /** Takes down what a caregiver asks for. */
  ask: command('roster.write')
    .input(
      z
        .strictObject({
          ...Wish,
          weight: z.enum(requestWeights),
          note: z.string().trim().max(200).default(''),
        })
        .refine(namesItsShift, { path: ['shift'] })
        .refine(namesItsLeave, { path: ['leaveKind'] }),
    )
    .output(z.strictObject({ id: z.string() }))
    .errors(
      refusals(
        'NOT_FOUND',
        'ENDS_BEFORE_START',
        'LEAVE_TOO_LONG',
        'LEAVE_OVERLAPS',
        'DAY_TOO_EARLY',
        'REQUEST_NOT_EMPLOYED',
        'REQUEST_CONTRADICTS',
      ),
    ),

  /**
   * Grants it: a wish then weighs more when the roster is made; a leave is entered as leave. With `writeDraft` the cells of a
   * draft are changed at once; a wish that would break a rule there is refused.
   */
  approve: command('roster.write')
    .input(z.strictObject({ id: RequestId, writeDraft: z.boolean() }))
    .output(z.strictObject({ leaveId: z.string().nullable(), changed: z.number().int() }))
    .errors(refusals('NOT_FOUND', 'REQUEST_DECIDED', 'LEAVE_OVERLAPS', 'CHANGE_BREAKS_RULE')),

  decline: command('roster.write')
    .input(z.strictObject({ id: RequestId, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'REQUEST_DECIDED')),

  /** The caregiver takes it back, decided or not; leave that was granted is cancelled with it. */
  withdraw: command('roster.write')
    .input(z.strictObject({ id: RequestId, reason: Reason }))
    .output(z.strictObject({}))
    .errors(refusals('NOT_FOUND', 'REQUEST_DECIDED')),
};
