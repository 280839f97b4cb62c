import { leaveQueries } from '../../db/leave.ts';
import { caregiverQueries } from '../../db/caregivers.ts';
import { daysBetween, firstDay, lastDay, type Day } from '../../shared/calendar/day.ts';
import type { LeaveKind } from '../../shared/roster/leave-contract.ts';
import { isLongerThanLaw } from '../../shared/roster/guards.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { writeDrafts } from './roster-grant.ts';

/** A maternity leave of 158 days and some room; longer absences are entered in parts. */
export const MOST_LEAVE_DAYS = 200;
/** From the seventh month of pregnancy until the child is one year old. */
const MOST_PROTECTED_DAYS = 500;

type Period = { readonly caregiverId: string; readonly startsOn: Day; readonly endsOn: Day };

/** Refuses a caregiver who is not on record, and a period that ends before it begins or has more than `most` days. */
export async function requirePeriod(
  { db }: Work,
  { caregiverId, startsOn, endsOn }: Period,
  most: number,
): Promise<void> {
  if (!(await caregiverQueries(db).byId(caregiverId))) refuse('NOT_FOUND', { what: 'caregiver' });
  if (endsOn < startsOn) refuse('ENDS_BEFORE_START', {});
  if (daysBetween(startsOn, endsOn) >= most) refuse('LEAVE_TOO_LONG', { most });
}

const shown = (row: {
  readonly id: string;
  readonly caregiver_id: string;
  readonly caregiver: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly cancelled_at: string | null;
  readonly cancelled_reason: string | null;
}) => ({
  id: row.id,
  caregiverId: row.caregiver_id,
  caregiver: row.caregiver,
  startsOn: row.starts_on as Day,
  endsOn: row.ends_on as Day,
  cancelled: row.cancelled_at === null ? null : { at: row.cancelled_at, reason: row.cancelled_reason ?? '' },
});

const rowOf = ({ newId, at, who }: Work, { caregiverId, startsOn, endsOn }: Period) => ({
  id: newId(),
  caregiver_id: caregiverId,
  starts_on: startsOn,
  ends_on: endsOn,
  recorded_at: at,
  recorded_by: who.id,
});

/** Leave of this caregiver that counts and touches the period is refused: nobody is away twice. */
export async function requireNoLeave({ db }: Work, period: Period): Promise<void> {
  const others = await leaveQueries(db).between(period.startsOn, period.endsOn);
  const other = others.find((row) => row.caregiver_id === period.caregiverId && row.cancelled_at === null);
  if (other)
    refuse('LEAVE_OVERLAPS', { caregiver: other.caregiver, from: other.starts_on, until: other.ends_on });
}

/** Enters leave that counts from now on; the period was checked. */
export async function enterLeave(
  context: Work,
  input: Period & { readonly kind: LeaveKind; readonly note: string },
): Promise<string> {
  await requireNoLeave(context, input);
  const row = { ...rowOf(context, input), kind: input.kind, note: input.note };
  await leaveQueries(context.db).insert(row);
  return row.id;
}

export const leave = {
  list: door.roster.leave.list.handler(async ({ input: { month }, context: { db } }) =>
    (await leaveQueries(db).between(firstDay(month), lastDay(month))).map((row) => ({
      ...shown(row),
      kind: row.kind,
      note: row.note,
      recordedBy: row.recorder ?? row.recorded_by,
    })),
  ),

  add: door.roster.leave.add.handler(async ({ input, context }) => {
    await requirePeriod(context, input, MOST_LEAVE_DAYS);
    const changed = input.writeDraft
      ? await writeDrafts(context, { ...input, kind: 'leave', shift: null })
      : 0;
    const id = await enterLeave(context, input);
    context.note(id, `${input.kind} ${input.startsOn} ${input.endsOn}`);
    return { id, changed };
  }),

  cancel: door.roster.leave.cancel.handler(async ({ input, context: { db, at, who, note } }) => {
    if (!(await leaveQueries(db).currentById(input.id))) refuse('NOT_FOUND', { what: 'leave' });
    await leaveQueries(db).cancel(input.id, { at, by: who.id, reason: input.reason });
    note(input.id, input.reason);
    return {};
  }),
};

export const protection = {
  list: door.roster.protection.list.handler(async ({ input: { month }, context: { db } }) =>
    (await leaveQueries(db).protectionBetween(firstDay(month), lastDay(month))).map((row) => ({
      ...shown(row),
      kind: row.kind,
      basisOn: row.basis_on as Day | null,
      tooLong: isLongerThanLaw(row.kind, { startsOn: row.starts_on as Day, endsOn: row.ends_on as Day }),
    })),
  ),

  add: door.roster.protection.add.handler(async ({ input, context }) => {
    await requirePeriod(context, input, MOST_PROTECTED_DAYS);
    const row = { ...rowOf(context, input), kind: input.kind, basis_on: input.basisOn };
    await leaveQueries(context.db).insertProtection(row);
    context.note(row.id, `${input.kind} ${input.startsOn} ${input.endsOn}`);
    return { id: row.id };
  }),

  cancel: door.roster.protection.cancel.handler(async ({ input, context: { db, at, who, note } }) => {
    if (!(await leaveQueries(db).currentProtectionById(input.id)))
      refuse('NOT_FOUND', { what: 'protection' });
    await leaveQueries(db).cancelProtection(input.id, { at, by: who.id, reason: input.reason });
    note(input.id, input.reason);
    return {};
  }),
};
