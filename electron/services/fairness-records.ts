import type { Kysely } from 'kysely';
import { fairnessQueries } from '../../db/fairness.ts';
import { leaveQueries } from '../../db/leave.ts';
import { rosterQueries } from '../../db/roster.ts';
import type { Schema } from '../../db/schema.ts';
import type { Mark } from '../../shared/attendance/marks.ts';
import { addDays, daysBetween, type Day } from '../../shared/calendar/day.ts';
import { daysOfRecord, type RecordedDay } from '../../shared/roster/days-of-record.ts';
import type { ShiftType } from '../../shared/roster/model.ts';

export type CaregiverDays = {
  readonly id: string;
  readonly name: string;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
  readonly days: readonly RecordedDay[];
};

/** The recorded days of everybody, or of one, who was employed in a period, in the house's order. */
export async function recordedDays(
  db: Kysely<Schema>,
  first: Day,
  last: Day,
  shifts: readonly ShiftType[],
  only?: string,
): Promise<CaregiverDays[]> {
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
  const caregivers = (await rosterQueries(db).caregiversBetween(first, last)).filter(
    ({ id }) => only === undefined || id === only,
  );
  const leave = Map.groupBy(await leaveQueries(db).currentBetween(first, last), (row) => row.caregiver_id);
  const protection = Map.groupBy(
    (await leaveQueries(db).protectionBetween(first, last)).filter((row) => row.cancelled_at === null),
    (row) => row.caregiver_id,
  );
  const marks = new Map<string, Map<Day, Mark>>();
  for (const row of await fairnessQueries(db).currentMarks(first, last, only))
    daysFor(marks, row.caregiver_id).set(row.day as Day, row.mark);
  const cells = new Map<string, Map<Day, string | null>>();
  for (const row of await fairnessQueries(db).publishedCells(first, last, only))
    daysFor(cells, row.caregiver_id).set(row.day as Day, row.shift_code);

  return caregivers.map(({ id, name, started_on, ended_on }) => {
    const employment = { startedOn: started_on as Day, endedOn: ended_on as Day | null };
    const records = {
      id,
      ...employment,
      leave: (leave.get(id) ?? []).map((row) => ({ ...period(row), kind: row.kind })),
      protection: (protection.get(id) ?? []).map(period),
      attendance: daysFor(marks, id),
      cells: daysFor(cells, id),
    };
    return { id, name, ...employment, days: daysOfRecord(records, days, shifts) };
  });
}

const period = (row: { readonly starts_on: string; readonly ends_on: string }) => ({
  startsOn: row.starts_on as Day,
  endsOn: row.ends_on as Day,
});

function daysFor<T>(people: Map<string, Map<Day, T>>, id: string): Map<Day, T> {
  const known = people.get(id) ?? new Map<Day, T>();
  people.set(id, known);
  return known;
}
