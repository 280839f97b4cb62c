import { attendanceQueries, insertAttendance, supersedeAttendance } from '../../db/attendance.ts';
import { leaveQueries } from '../../db/leave.ts';
import { rosterQueries } from '../../db/roster.ts';
import { shiftQueries } from '../../db/shifts.ts';
import { daysOf, firstDay, lastDay, monthOf, type Day, type Month } from '../../shared/calendar/day.ts';
import { markFromRoster } from '../../shared/attendance/from-roster.ts';
import { missingDays } from '../../shared/attendance/missing.ts';
import { isEmployedOn, type Employment } from '../../shared/roster/employment.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { attendanceSheet, recordOf } from './attendance-sheet.ts';
import { attendanceWorkbook } from './attendance-workbook.ts';

export const attendance = {
  month: door.attendance.month.handler(({ input: { month }, context: { db } }) => attendanceSheet(db, month)),

  fromRoster: door.attendance.fromRoster.handler(async ({ input: { month }, context }) => {
    const { db, raw, at, who, newId, note } = context;
    await refuseClosed(context, month);
    const published = await rosterQueries(db).publishedOf(month);
    if (!published) refuse('ROSTER_NOT_PUBLISHED', { month });

    const [first, last] = [firstDay(month), lastDay(month)];
    const cells = new Map(
      (await rosterQueries(db).cells(published.id)).map((row) => [
        `${row.caregiver_id} ${row.day}`,
        row.shift_code,
      ]),
    );
    const nights = new Set(
      (await shiftQueries(db).all()).filter((row) => row.night === 1).map((row) => row.code),
    );
    const leave = await leaveQueries(db).currentBetween(first, last);
    const recorded = new Set(
      (await attendanceQueries(db).currentBetween(first, last)).map(
        (row) => `${row.caregiver_id} ${row.day}`,
      ),
    );
    const rows = (await people(context, month)).flatMap(({ id, employment }) =>
      daysOf(month)
        .filter((day) => isEmployedOn(employment, day) && !recorded.has(`${id} ${day}`))
        .flatMap((day) => {
          const away = leave.find(
            (row) => row.caregiver_id === id && row.starts_on <= day && day <= row.ends_on,
          );
          // Somebody who came after the roster was published has no cells: her days wait for the clerk.
          if (!away && !cells.has(`${id} ${day}`)) return [];
          const mark = markFromRoster(cells.get(`${id} ${day}`) ?? null, away?.kind ?? null, (code) =>
            nights.has(code),
          );
          const source = 'roster' as const;
          return [
            {
              id: newId(),
              caregiver_id: id,
              day,
              mark,
              source,
              reason: '',
              recorded_at: at,
              recorded_by: who.id,
            },
          ];
        }),
    );
    insertAttendance(raw, rows);
    note(month, `${rows.length} days from version ${published.version}`);
    return { added: rows.length };
  }),

  set: door.attendance.set.handler(async ({ input, context }) => {
    const { db, raw, at, who, newId, note } = context;
    const months = [...new Set(input.cells.map((cell) => monthOf(cell.day)))];
    for (const month of months) await refuseClosed(context, month);
    const known = new Map<string, Staff>();
    const current = new Map<string, string>();
    for (const month of months) {
      for (const person of await people(context, month)) known.set(person.id, person);
      for (const row of await attendanceQueries(db).currentBetween(firstDay(month), lastDay(month))) {
        current.set(`${row.caregiver_id} ${row.day}`, row.mark);
      }
    }
    const changed = input.cells.filter(
      (cell) => current.get(`${cell.caregiverId} ${cell.day}`) !== cell.mark,
    );
    for (const { caregiverId, day, mark } of changed) {
      const person = known.get(caregiverId);
      if (!person) refuse('NOT_FOUND', { what: 'caregiver' });
      if (!isEmployedOn(person.employment, day)) refuse('NOT_EMPLOYED_ON', { caregiver: person.name, day });
      supersedeAttendance(raw, {
        id: newId(),
        caregiver_id: caregiverId,
        day,
        mark,
        source: 'manual',
        reason: input.reason,
        recorded_at: at,
        recorded_by: who.id,
      });
    }
    note(months.join(' '), `${changed.length} days: ${input.reason}`);
    return { changed: changed.length };
  }),

  history: door.attendance.history.handler(async ({ input: { caregiverId, day }, context: { db } }) =>
    (await attendanceQueries(db).history(caregiverId, day)).map(recordOf),
  ),

  close: door.attendance.close.handler(async ({ input: { month }, context }) => {
    const { db, at, who, newId, today, note } = context;
    await refuseClosed(context, month);
    const staff = await people(context, month);
    if (staff.length === 0) refuse('NO_CAREGIVERS', { month });
    const recorded = new Set(
      (await attendanceQueries(db).currentBetween(firstDay(month), lastDay(month))).map(
        (row) => `${row.caregiver_id} ${row.day}`,
      ),
    );
    const missing = missingDays(
      daysOf(month),
      staff.map(({ id, employment }) => ({
        id,
        ...employment,
        has: (day: Day) => recorded.has(`${id} ${day}`),
      })),
    );
    const first = missing[0];
    if (first) {
      const caregiver = staff.find(({ id }) => id === first.caregiverId)?.name ?? '';
      refuse('ATTENDANCE_DAYS_MISSING', { count: missing.length, caregiver, day: first.day });
    }
    if (today < lastDay(month)) refuse('ATTENDANCE_MONTH_NOT_OVER', { month });
    await attendanceQueries(db).close({
      id: newId(),
      month,
      people: staff.length,
      closed_at: at,
      closed_by: who.id,
    });
    note(month, `${staff.length} people`);
    return { people: staff.length };
  }),

  reopen: door.attendance.reopen.handler(
    async ({ input: { month, reason }, context: { db, at, who, note } }) => {
      const close = await attendanceQueries(db).currentClose(month);
      if (!close) refuse('NOT_FOUND', { what: 'attendance-close' });
      if (await attendanceQueries(db).isPaid(month)) refuse('ATTENDANCE_PAID', { month });
      await attendanceQueries(db).reopen(close.id, { at, by: who.id, reason });
      note(month, reason);
      return {};
    },
  ),

  workbook: door.attendance.workbook.handler(async ({ input: { month }, context: { db, at } }) =>
    attendanceWorkbook(db, await attendanceSheet(db, month), at),
  ),
};

async function refuseClosed({ db }: Work, month: Month): Promise<void> {
  if (await attendanceQueries(db).currentClose(month)) refuse('ATTENDANCE_CLOSED', { month });
}

type Staff = { readonly id: string; readonly name: string; readonly employment: Employment };

async function people({ db }: Work, month: Month): Promise<Staff[]> {
  const rows = await rosterQueries(db).caregiversBetween(firstDay(month), lastDay(month));
  return rows.map(({ id, name, started_on, ended_on }) => ({
    id,
    name,
    employment: { startedOn: started_on as Day, endedOn: ended_on as Day | null },
  }));
}
