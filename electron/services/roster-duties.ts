import type { Kysely } from 'kysely';
import { dutyQueries, insertDuties, supersedeDuties, type DutyRow } from '../../db/duties.ts';
import { rosterQueries } from '../../db/roster.ts';
import type { Schema } from '../../db/schema.ts';
import {
  addDays,
  addMonths,
  firstDay,
  lastDay,
  monthOf,
  type Day,
  type Month,
} from '../../shared/calendar/day.ts';
import {
  dutiesOfMonth,
  type AnsweredBefore,
  type DutyFacts,
  type ShiftPlan,
} from '../../shared/roster/duties-of-day.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { rosterView } from './roster-view.ts';

/** How many days before a month are looked at for who answered the last time. */
const DAYS_BEFORE = 7;

type Given = { readonly duties: number; readonly unanswered: number };

/**
 * Gives the duties of every shift of a roster that is being published. Days that are over keep what the version before
 * (`formerId`) said, where nobody's shift on them was changed. `unanswered`: residents without anybody, over all shifts.
 */
export async function giveDuties(
  work: Work,
  view: RosterView,
  rosterId: string,
  formerId: string | null,
): Promise<Given> {
  const kept = formerId === null ? new Map() : await daysThatAreOver(work, view, formerId, true);
  const { rows, unanswered } = await planMonth(work, view, rosterId, kept);
  insertDuties(work.raw, rows);
  return { duties: rows.length, unanswered };
}

/** Gives the duties of the published roster of a month anew, from today on; what was over or is the same stays as it is. */
export async function giveDutiesAnew(
  work: Work,
  month: Month,
): Promise<{ rosterId: string; from: Day; changed: number; unanswered: number }> {
  const { db, raw, at, today } = work;
  const published = await rosterQueries(db).publishedOf(month);
  if (!published) refuse('ROSTER_NOT_PUBLISHED', { month });
  if (lastDay(month) < today) refuse('DUTIES_ARE_OVER', { month });
  const from = today > firstDay(month) ? today : firstDay(month);
  const view = await rosterView(db, month, published.id);
  const { rows, unanswered } = await planMonth(
    work,
    view,
    published.id,
    await daysThatAreOver(work, view, published.id, false),
  );

  const now = new Map(
    (await dutyQueries(db).currentBetween(published.id, from, lastDay(month))).map((row) => [
      keyOf(row),
      row,
    ]),
  );
  const wanted = new Map(rows.filter(({ day }) => day >= from).map((row) => [keyOf(row), row]));
  supersedeDuties(
    raw,
    [...now].filter(([key, row]) => !isSame(row, wanted.get(key))).map(([, row]) => row),
    at,
  );
  insertDuties(
    raw,
    [...wanted].filter(([key, row]) => !isSame(row, now.get(key))).map(([, row]) => row),
  );
  const changed = [...wanted].filter(([key, row]) => now.get(key)?.caregiver_id !== row.caregiver_id).length;
  return { rosterId: published.id, from, changed, unanswered };
}

const keyOf = ({ day, shift_code, resident_id }: DutyRow) => `${day} ${shift_code} ${resident_id}`;
const reasonsOf = ({ caregiver_id, basis, kept, wish }: DutyRow) => [caregiver_id, basis, kept, wish];

function isSame(one: DutyRow, other: DutyRow | undefined): boolean {
  return other !== undefined && reasonsOf(one).every((fact, index) => fact === reasonsOf(other)[index]);
}

type Kept = ReadonlyMap<Day, readonly ShiftPlan[]>;

async function planMonth(work: Work, view: RosterView, rosterId: string, kept: Kept) {
  const { db, at, who } = work;
  const { days, shifts } = view.model;
  const [first, last] = [days[0] as Day, days.at(-1) as Day];
  const month = { days, shifts, cells: view.cells, before: await answeredBefore(db, first) };
  // A shift that needs nobody, say a helping hand at noon, need not answer for everybody either.
  const notNeeded = new Set(
    view.model.cover
      .filter(({ minimum, among }) => minimum === 0 && among === null)
      .map(({ day, shift }) => `${day} ${shift}`),
  );
  const planned = dutiesOfMonth(month, await dutyFacts(db, first, last), kept);
  return {
    rows: planned.flatMap(({ day, plans }) =>
      plans.flatMap(({ shift, assigned }) =>
        assigned.map((one): DutyRow => ({
          roster_id: rosterId,
          day,
          shift_code: shift,
          resident_id: one.resident,
          caregiver_id: one.caregiver,
          basis: one.basis,
          kept: one.kept ? 1 : 0,
          wish: one.wish,
          planned_at: at,
          planned_by: who.id,
          superseded_at: null,
        })),
      ),
    ),
    unanswered: planned
      .flatMap(({ day, plans }) => plans.filter(({ shift }) => !notNeeded.has(`${day} ${shift}`)))
      .reduce((sum, plan) => sum + plan.unanswered.length, 0),
  };
}

/** What a version said of the days before today; `asWorked`: only of those on which the roster of the view has the same shifts. */
async function daysThatAreOver(
  { db, today }: Work,
  { model, cells }: RosterView,
  rosterId: string,
  asWorked: boolean,
): Promise<Kept> {
  const over = model.days.filter((day) => day < today);
  const [first, last] = [over[0], over.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const worked = new Map(
    (await rosterQueries(db).cells(rosterId)).map((cell) => [
      `${cell.caregiver_id} ${cell.day}`,
      cell.shift_code,
    ]),
  );
  const isWorkedSo = (day: Day) =>
    model.people.every(
      ({ id }) => (cells[id]?.[model.days.indexOf(day)] ?? null) === (worked.get(`${id} ${day}`) ?? null),
    );
  const rows = Map.groupBy(await dutyQueries(db).currentBetween(rosterId, first, last), ({ day }) => day);
  return new Map(
    over
      .filter((day) => !asWorked || isWorkedSo(day))
      .map((day) => [day, plansOf(rows.get(day) ?? [])] as const),
  );
}

function plansOf(rows: readonly DutyRow[]): ShiftPlan[] {
  return [...Map.groupBy(rows, (row) => row.shift_code)].map(([shift, duties]) => ({
    shift,
    assigned: duties.map((row) => ({
      resident: row.resident_id,
      caregiver: row.caregiver_id,
      basis: row.basis,
      kept: row.kept === 1,
      wish: row.wish,
    })),
    unanswered: [],
  }));
}

/** Who stood in for whom in the last days before a month, by shift. */
async function answeredBefore(db: Kysely<Schema>, first: Day): Promise<AnsweredBefore> {
  const published = await rosterQueries(db).publishedOf(addMonths(monthOf(first), -1));
  if (!published) return new Map();
  const rows = await dutyQueries(db).currentBetween(published.id, addDays(first, -DAYS_BEFORE), first);
  const before = new Map<string, Map<string, string>>();
  for (const { shift_code, resident_id, caregiver_id, basis } of rows) {
    const last = before.get(shift_code) ?? new Map<string, string>();
    if (basis !== 'own') last.set(resident_id, caregiver_id);
    before.set(shift_code, last);
  }
  return before;
}

async function dutyFacts(db: Kysely<Schema>, first: Day, last: Day): Promise<DutyFacts> {
  const queries = dutyQueries(db);
  const zones = Map.groupBy(await queries.zonesOfCaregivers(last), (row) => row.caregiver_id);
  return {
    residents: (await queries.residentsBetween(first, last)).map((row) => ({
      id: row.id,
      sex: row.sex,
      asksSameSex: row.intimate_care === 'same-sex',
      admittedOn: row.admitted_on,
      leftOn: row.left_on,
    })),
    caregivers: (await queries.caregiversBetween(first, last)).map(({ id, sex }) => ({
      id,
      sex,
      zones: (zones.get(id) ?? []).map((row) => ({ zone: row.zone_id, from: row.effective_from })),
    })),
    stays: (await queries.staysBetween(first, last)).map((row) => ({
      resident: row.resident_id,
      room: row.room,
      zone: row.zone_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    })),
    pairings: (await rosterQueries(db).pairingsBetween(first, last)).map((row) => ({
      resident: row.resident_id,
      caregiver: row.caregiver_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    })),
  };
}
