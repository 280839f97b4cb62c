import { caregiverQueries } from '../../db/caregivers.ts';
import { leaveQueries } from '../../db/leave.ts';
import { requestQueries, type RequestRow } from '../../db/roster-requests.ts';
import { shiftQueries } from '../../db/shifts.ts';
import { firstDay, lastDay, type Day } from '../../shared/calendar/day.ts';
import { isEmployedOn } from '../../shared/roster/employment.ts';
import type { RequestLine } from '../../shared/roster/requests-contract.ts';
import { contradict, type RequestState } from '../../shared/roster/requests.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { enterLeave, MOST_LEAVE_DAYS, requireNoLeave, requirePeriod } from './leave.ts';
import { daysOfWish, effectsOf, type Wish } from './roster-effect.ts';
import { writeDrafts } from './roster-grant.ts';
import { askedBetween, askedOf } from './roster-wishes.ts';

/** A wish is about single days or a month at most; a leave may be as long as leave is. */
const MOST_WISH_DAYS = 31;

type Decision = Awaited<ReturnType<ReturnType<typeof requestQueries>['decisionsOf']>>[number];
type NamedRequest = NonNullable<Awaited<ReturnType<ReturnType<typeof requestQueries>['byId']>>>;

export const requests = {
  list: door.roster.requests.list.handler(async ({ input: { month }, context: { db } }) => {
    const decisions = Map.groupBy(
      await requestQueries(db).decisionsBetween(firstDay(month), lastDay(month)),
      ({ request_id }) => request_id,
    );
    const rows = await requestQueries(db).between(firstDay(month), lastDay(month));
    return rows.map((row) => lineOf(row, decisions.get(row.id) ?? []));
  }),

  effect: door.roster.requests.effect.handler(async ({ input, context }) => {
    await requireWish(context, input);
    return effectsOf(context, input);
  }),

  ask: door.roster.requests.ask.handler(async ({ input, context }) => {
    const { db, at, who, newId, note, today } = context;
    await requireWish(context, input);
    await requireEmployed(context, input);
    if (input.kind === 'leave') await requireNoLeave(context, input);
    else if (input.endsOn < today) refuse('DAY_TOO_EARLY', { day: input.endsOn, earliest: today });
    const others = await askedBetween(db, input.startsOn, input.endsOn);
    const other = others.find(
      (one) =>
        one.person === input.caregiverId &&
        (one.state === 'open' || (one.state === 'approved' && one.kind !== 'leave')) &&
        contradict(one, input),
    );
    if (other)
      refuse('REQUEST_CONTRADICTS', {
        caregiver: other.caregiver,
        from: other.startsOn,
        until: other.endsOn,
      });
    const id = newId();
    await requestQueries(db).insert({
      id,
      caregiver_id: input.caregiverId,
      kind: input.kind,
      shift_code: input.shift,
      leave_kind: input.leaveKind,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      weight: input.weight,
      note: input.note,
      recorded_at: at,
      recorded_by: who.id,
    });
    note(id, `${input.kind} ${input.startsOn} ${input.endsOn}`);
    return { id };
  }),

  approve: door.roster.requests.approve.handler(async ({ input, context }) => {
    const { row, decisions } = await requireRequest(context, input.id, ['open']);
    const wish = wishOf(row);
    // The cells first: once the leave stands, the roster would be judged with it.
    const changed = input.writeDraft ? await writeDrafts(context, wish) : 0;
    const leaveId =
      row.kind === 'leave'
        ? await enterLeave(context, { ...wish, kind: row.leave_kind ?? 'other', note: row.note })
        : null;
    await decide(context, row, decisions, { state: 'approved', reason: '', leave_id: leaveId });
    return { leaveId, changed };
  }),

  decline: door.roster.requests.decline.handler(async ({ input, context }) => {
    const { row, decisions } = await requireRequest(context, input.id, ['open']);
    await decide(context, row, decisions, { state: 'declined', reason: input.reason, leave_id: null });
    return {};
  }),

  withdraw: door.roster.requests.withdraw.handler(async ({ input, context }) => {
    const { db, at, who } = context;
    const { row, decisions } = await requireRequest(context, input.id, ['open', 'approved']);
    const leaveId = decisions[0]?.leave_id ?? null;
    if (leaveId !== null && (await leaveQueries(db).currentById(leaveId)))
      await leaveQueries(db).cancel(leaveId, { at, by: who.id, reason: input.reason });
    await decide(context, row, decisions, { state: 'withdrawn', reason: input.reason, leave_id: leaveId });
    return {};
  }),
};

async function requireWish(context: Work, wish: Wish): Promise<void> {
  await requirePeriod(context, wish, wish.kind === 'leave' ? MOST_LEAVE_DAYS : MOST_WISH_DAYS);
  if (wish.shift === null) return;
  const shift = await shiftQueries(context.db).byCode(wish.shift);
  if (!shift || shift.retired_on !== null) refuse('NOT_FOUND', { what: 'shift' });
}

async function requireEmployed({ db }: Work, wish: Wish): Promise<void> {
  const caregiver = await caregiverQueries(db).byId(wish.caregiverId);
  if (!caregiver) refuse('NOT_FOUND', { what: 'caregiver' });
  const employment = { startedOn: caregiver.started_on as Day, endedOn: caregiver.ended_on as Day | null };
  const day = daysOfWish(wish).find((one) => !isEmployedOn(employment, one));
  if (day) refuse('REQUEST_NOT_EMPLOYED', { caregiver: caregiver.name, day });
}

async function requireRequest({ db }: Work, id: string, states: readonly RequestState[]) {
  const row = await requestQueries(db).byId(id);
  if (!row) refuse('NOT_FOUND', { what: 'request' });
  const decisions = await requestQueries(db).decisionsOf(id);
  const state = decisions[0]?.state ?? 'open';
  if (!states.includes(state) && state !== 'open') refuse('REQUEST_DECIDED', { state });
  return { row, decisions };
}

async function decide(
  { db, at, who, newId, note }: Work,
  row: NamedRequest,
  decisions: readonly Decision[],
  decision: Pick<Decision, 'state' | 'reason' | 'leave_id'>,
): Promise<void> {
  await requestQueries(db).decide({
    id: newId(),
    request_id: row.id,
    number: (decisions[0]?.number ?? 0) + 1,
    ...decision,
    recorded_at: at,
    recorded_by: who.id,
  });
  note(row.id, `${decision.state} ${row.kind} ${row.starts_on} ${row.ends_on}`);
}

function wishOf(row: RequestRow): Wish {
  return {
    caregiverId: row.caregiver_id,
    kind: row.kind,
    shift: row.shift_code,
    startsOn: row.starts_on as Day,
    endsOn: row.ends_on as Day,
  };
}

function lineOf(row: NamedRequest, decisions: readonly Decision[]): RequestLine {
  const state = decisions[0]?.state ?? 'open';
  const { kind, shift, weight } = askedOf(row, state);
  return {
    id: row.id,
    caregiverId: row.caregiver_id,
    caregiver: row.caregiver,
    kind,
    shift,
    leaveKind: row.leave_kind,
    startsOn: row.starts_on as Day,
    endsOn: row.ends_on as Day,
    weight,
    note: row.note,
    state,
    askedAt: row.recorded_at,
    recordedBy: row.recorder ?? row.recorded_by,
    decisions: decisions.map((decision) => ({
      state: decision.state,
      reason: decision.reason,
      at: decision.recorded_at,
      by: decision.decider ?? decision.recorded_by,
      leave:
        decision.leave_id === null
          ? null
          : { id: decision.leave_id, cancelled: decision.leave_cancelled_at !== null },
    })),
  };
}
