import { leaveQueries } from '../../db/leave.ts';
import { rosterQueries, type RosterRow } from '../../db/roster.ts';
import { addDays, daysBetween, lastDay, monthOf, type Day, type Month } from '../../shared/calendar/day.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Cell, Roster } from '../../shared/roster/model.ts';
import { MOST_SICK_DAYS } from '../../shared/roster/repair-contract.ts';
import type { SickCall } from '../../shared/roster/repair/sick-call.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { requireNoLeave, requirePeriod } from './leave.ts';
import { rosterView } from './roster-view.ts';

type Asked = { readonly caregiverId: string; readonly startsOn: Day; readonly endsOn: Day };
type Case = {
  readonly view: RosterView;
  readonly published: RosterRow;
  readonly call: SickCall;
  /** Leave that is on record already and covers all of the days: nothing more is to be entered. */
  readonly onRecord: boolean;
};

/** The published month that the sick call touches; refuses what cannot be mended here. */
export async function requireCase(context: Work, input: Asked): Promise<Case> {
  const { db, today } = context;
  const asked = daysBetween(input.startsOn, input.endsOn) + 1;
  if (asked > MOST_SICK_DAYS)
    refuse('REPAIR_TOO_LONG', {
      most: MOST_SICK_DAYS,
      days: asked,
      until: addDays(input.startsOn, MOST_SICK_DAYS - 1),
    });
  await requirePeriod(context, input, MOST_SICK_DAYS);
  if (input.startsOn < today) refuse('DAY_TOO_EARLY', { day: input.startsOn, earliest: today });
  const month = monthOf(input.startsOn);
  const published = await rosterQueries(db).publishedOf(month);
  if (!published) refuse('ROSTER_NOT_PUBLISHED', { month });
  if (await rosterQueries(db).draftOf(month)) refuse('ROSTER_HAS_DRAFT', { month });
  const last = monthOf(input.endsOn);
  if (last !== month && (await rosterQueries(db).publishedOf(last)))
    refuse('REPAIR_TWO_MONTHS', { until: lastDay(month) });
  const onRecord = await isOnRecord(context, input);
  if (!onRecord) await requireNoLeave(context, input);
  const view = await rosterView(db, month, published.id);
  if (!view.people.some(({ id }) => id === input.caregiverId)) refuse('NOT_FOUND', { what: 'caregiver' });
  const days = Array.from({ length: asked }, (_, index) => addDays(input.startsOn, index));
  return { view, published, onRecord, call: { person: input.caregiverId, days, today } };
}

async function isOnRecord({ db }: Work, { caregiverId, startsOn, endsOn }: Asked): Promise<boolean> {
  const rows = await leaveQueries(db).currentBetween(startsOn, endsOn);
  return rows.some(
    (row) => row.caregiver_id === caregiverId && row.starts_on <= startsOn && endsOn <= row.ends_on,
  );
}

type AskedChange = {
  readonly caregiverId: string;
  readonly day: Day;
  readonly before: Cell;
  readonly after: Cell;
};

/** The roster with the changes in it; each must be of a cell that is as it was seen, not locked, not past, and not of the sick days. */
export function withChanges(
  view: RosterView,
  roster: Roster,
  call: SickCall,
  changes: readonly AskedChange[],
  today: Day,
): Roster {
  const { days, shifts, locks } = view.model;
  const mended: Record<string, Cell[]> = Object.fromEntries(
    Object.entries(roster).map(([person, cells]) => [person, [...cells]]),
  );
  for (const { caregiverId, day, before, after } of changes) {
    if (day < today) refuse('DAY_TOO_EARLY', { day, earliest: today });
    const [cells, at] = [mended[caregiverId], days.indexOf(day)];
    const isSick = caregiverId === call.person && call.days.includes(day);
    const isLocked = locks.some((lock) => lock.person === caregiverId && lock.day === day);
    const isKnown = after === null || shifts.some(({ code }) => code === after);
    if (!cells || at < 0 || isSick || isLocked || !isKnown || cells[at] !== before || before === after)
      refuse('REPAIR_STALE', { month: view.month as Month });
    cells[at] = after;
  }
  return mended;
}
