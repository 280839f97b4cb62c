import type { Kysely } from 'kysely';
import { attendanceQueries, type AttendanceRow } from '../../db/attendance.ts';
import { rosterQueries } from '../../db/roster.ts';
import type { Schema } from '../../db/schema.ts';
import { daysOf, firstDay, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import type { AttendanceRecord, AttendanceSheet } from '../../shared/attendance/contract.ts';
import { isEmployedOn } from '../../shared/roster/employment.ts';

export function recordOf(row: AttendanceRow & { readonly recorder: string | null }): AttendanceRecord {
  return {
    mark: row.mark,
    source: row.source,
    reason: row.reason,
    recordedAt: row.recorded_at,
    recordedBy: row.recorder ?? row.recorded_by,
  };
}

/** The month's sheet: everyone employed in it, with what is recorded for each day. */
export async function attendanceSheet(db: Kysely<Schema>, month: Month): Promise<AttendanceSheet> {
  const [first, last, days] = [firstDay(month), lastDay(month), daysOf(month)];
  const close = await attendanceQueries(db).currentClose(month);
  const rows = new Map(
    (await attendanceQueries(db).currentBetween(first, last)).map((row) => [
      `${row.caregiver_id} ${row.day}`,
      row,
    ]),
  );
  const people = (await rosterQueries(db).caregiversBetween(first, last)).map((caregiver) => {
    const employment = { startedOn: caregiver.started_on as Day, endedOn: caregiver.ended_on as Day | null };
    return {
      id: caregiver.id,
      name: caregiver.name,
      records: days.map((day) => {
        const row = rows.get(`${caregiver.id} ${day}`);
        return row ? recordOf(row) : null;
      }),
      employed: days.map((day) => isEmployedOn(employment, day)),
    };
  });
  return {
    month,
    days,
    holidays: (await rosterQueries(db).holidaysBetween(first, last)) as AttendanceSheet['holidays'],
    closed: close ? { at: close.closed_at, by: close.closer ?? close.closed_by } : null,
    hasRoster: (await rosterQueries(db).publishedOf(month)) !== undefined,
    people,
    missing: people.reduce(
      (sum, person) =>
        sum + person.records.filter((record, index) => record === null && person.employed[index]).length,
      0,
    ),
  };
}
