import { insertCells, rosterQueries, writeCells, type RosterRow } from '../../db/roster.ts';
import { swapQueries } from '../../db/roster-requests.ts';
import { monthOf, type Day, type Month } from '../../shared/calendar/day.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { ReasonedRule } from '../../shared/roster/guards.ts';
import type { SwapReason } from '../../shared/roster/swap-contract.ts';
import { checkSwap, type Swap, type SwapCheck, type SwapRefusal } from '../../shared/roster/swap.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { insertDraft, makePublished, rosterInWork } from './roster-drafts.ts';
import { reasonsOf } from './roster-overrides.ts';
import { breachFacts, namesIn, touchedOf } from './roster-effect.ts';
import { rosterView } from './roster-view.ts';

type Side = { readonly caregiverId: string; readonly day: Day };
type Asked = { readonly one: Side; readonly other: Side };

export const swaps = {
  list: door.roster.swaps.list.handler(async ({ input: { month }, context: { db } }) =>
    (await swapQueries(db).ofMonth(month)).map((row) => ({
      id: row.id,
      one: {
        caregiverId: row.one_id,
        caregiver: row.one_name,
        day: row.one_day as Day,
        shift: row.one_shift,
      },
      other: {
        caregiverId: row.other_id,
        caregiver: row.other_name,
        day: row.other_day as Day,
        shift: row.other_shift,
      },
      askedBy: row.asker_name,
      reason: row.reason,
      at: row.recorded_at,
      by: row.recorder ?? row.recorded_by,
      version: row.version,
      state: row.state,
    })),
  ),

  check: door.roster.swaps.check.handler(async ({ input, context }) => {
    const { view, roster, check } = await judged(context, input);
    const named = namesIn(view);
    return {
      month: view.month,
      version: roster.version,
      state: roster.state === 'draft' ? ('draft' as const) : ('published' as const),
      changes: check.changes.map(({ person, ...change }) => ({ ...named(person), ...change })),
      refusals: check.refusals.map((refusal) => reasonOf(view, refusal)),
      remarks: touchedOf(view, check.remarks),
      restBetweenShifts: view.model.limits.restBetweenShifts,
    };
  }),

  agree: door.roster.swaps.agree.handler(async ({ input, context }) => {
    const { db, at, who, newId, note } = context;
    const { view, roster, check } = await judged(context, input);
    if (![input.one.caregiverId, input.other.caregiverId].includes(input.askedBy))
      refuse('NOT_FOUND', { what: 'caregiver' });
    const reason = check.refusals[0] && reasonOf(view, check.refusals[0]);
    // One call a code: each failure has its own facts.
    if (reason?.code === 'SWAP_NOTHING') refuse(reason.code, reason.data);
    if (reason?.code === 'SWAP_PAST') refuse(reason.code, reason.data);
    if (reason?.code === 'SWAP_COVER') refuse(reason.code, reason.data);
    if (reason?.code === 'CHANGE_BREAKS_RULE') refuse(reason.code, reason.data);

    const done =
      roster.state === 'draft'
        ? writeInDraft(context, roster, check)
        : await publishAnew(context, roster, check, input.reason);
    const { rosterId, ...answer } = await done;
    const shiftAt = ({ caregiverId, day }: Side) =>
      view.cells[caregiverId]?.[view.model.days.indexOf(day)] ?? null;
    const row = {
      id: newId(),
      month: view.month,
      roster_id: rosterId,
      one_id: input.one.caregiverId,
      one_day: input.one.day,
      one_shift: shiftAt(input.one),
      other_id: input.other.caregiverId,
      other_day: input.other.day,
      other_shift: shiftAt(input.other),
      asked_by: input.askedBy,
      reason: input.reason,
      recorded_at: at,
      recorded_by: who.id,
    };
    await swapQueries(db).insert(row);
    note(row.id, `${view.month} version ${answer.version}, ${input.one.day} ${input.other.day}`);
    return answer;
  }),
};

async function judged(
  { db, today }: Work,
  { one, other }: Asked,
): Promise<{ view: RosterView; roster: RosterRow; check: SwapCheck }> {
  const month = monthOf(one.day);
  if (monthOf(other.day) !== month) refuse('SWAP_TWO_MONTHS', {});
  if (one.caregiverId === other.caregiverId) refuse('SWAP_ALONE', {});
  const roster = await rosterInWork({ db }, month);
  if (!roster) refuse('ROSTER_MISSING', { month });
  const view = await rosterView(db, month, roster.id);
  const known = (id: string) => view.people.some((person) => person.id === id);
  if (!known(one.caregiverId) || !known(other.caregiverId)) refuse('NOT_FOUND', { what: 'caregiver' });
  const swap: Swap = {
    one: { person: one.caregiverId, day: one.day },
    other: { person: other.caregiverId, day: other.day },
  };
  return { view, roster, check: checkSwap(view.model, view.cells, swap, today) };
}

function reasonOf(view: RosterView, refusal: SwapRefusal): SwapReason {
  switch (refusal.why) {
    case 'nothing':
      return { code: 'SWAP_NOTHING', data: {} };
    case 'past':
      return { code: 'SWAP_PAST', data: { day: refusal.day } };
    case 'cover':
      return {
        code: 'SWAP_COVER',
        data: { day: refusal.day, shift: refusal.shift, missing: refusal.missing },
      };
    case 'rule':
      return { code: 'CHANGE_BREAKS_RULE', data: breachFacts(view, refusal.violation) };
  }
}

const cellsOf = ({ changes }: SwapCheck) =>
  changes.map(({ person, day, after }) => ({ caregiver_id: person, day, shift_code: after }));

async function writeInDraft({ raw }: Work, draft: RosterRow, check: SwapCheck) {
  writeCells(raw, draft.id, cellsOf(check));
  return { rosterId: draft.id, version: draft.version, state: 'draft' as const, unanswered: 0 };
}

/** What is published is frozen: the swap stands in a new version, which takes its place with the duties given anew. */
async function publishAnew(work: Work, published: RosterRow, check: SwapCheck, reason: string) {
  const { db, raw } = work;
  const month = published.month as Month;
  const rosterId = await insertDraft(work, month, published.seed);
  insertCells(raw, rosterId, await rosterQueries(db).cells(published.id));
  writeCells(raw, rosterId, cellsOf(check));
  const view = await rosterView(db, month, rosterId);
  const earlier = await reasonsOf(work, published.id);
  const reasonFor = (rule: ReasonedRule) => earlier.get(rule) ?? reason;
  const { unanswered } = await makePublished(work, view, { id: rosterId, month }, reasonFor);
  return { rosterId, version: view.roster?.version ?? 0, state: 'published' as const, unanswered };
}
