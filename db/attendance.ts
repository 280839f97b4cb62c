import type { Database } from 'better-sqlite3';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { AttendanceCloseTable, AttendanceTable } from './tables/rosters.ts';

export type AttendanceRow = Selectable<AttendanceTable>;

export function attendanceQueries(db: Kysely<Schema>) {
  const named = () =>
    db
      .selectFrom('attendance')
      .leftJoin('account', 'account.id', 'attendance.recorded_by')
      .selectAll('attendance')
      .select('account.name as recorder');

  return {
    /** The record that counts for each caregiver and day of the period. */
    currentBetween: (first: string, last: string) =>
      named().where('day', '>=', first).where('day', '<=', last).where('superseded_at', 'is', null).execute(),

    /** Every record of one day of one caregiver, the newest first. */
    history: (caregiverId: string, day: string) =>
      named()
        .where('caregiver_id', '=', caregiverId)
        .where('day', '=', day)
        .orderBy('attendance.recorded_at', 'desc')
        .execute(),

    /** The closing of a month that is in force. */
    currentClose: (month: string) =>
      db
        .selectFrom('attendance_close')
        .leftJoin('account', 'account.id', 'attendance_close.closed_by')
        .selectAll('attendance_close')
        .select('account.name as closer')
        .where('month', '=', month)
        .where('reopened_at', 'is', null)
        .executeTakeFirst(),

    async close(row: Insertable<AttendanceCloseTable>) {
      await db.insertInto('attendance_close').values(row).execute();
    },

    async reopen(id: string, { at, by, reason }: { at: string; by: string; reason: string }) {
      await db
        .updateTable('attendance_close')
        .set({ reopened_at: at, reopened_by: by, reopened_reason: reason })
        .where('id', '=', id)
        .execute();
    },

    /** Whether the month has pay that somebody has already answered for. */
    async isPaid(month: string): Promise<boolean> {
      const row = await db
        .selectFrom('pay_run')
        .select('id')
        .where('month', '=', month)
        .where('kind', '=', 'regular')
        .where('state', 'in', ['reviewed', 'locked'])
        .where((eb) =>
          eb.not(
            eb.exists(
              eb.selectFrom('pay_run as back').select('back.id').whereRef('back.reverses', '=', 'pay_run.id'),
            ),
          ),
        )
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

type NewAttendance = Omit<AttendanceRow, 'superseded_at' | 'superseded_by'>;

/** Records days on which nothing is recorded yet: the unique index refuses a second current row. */
export function insertAttendance(raw: Database, rows: readonly NewAttendance[]): void {
  const insert = raw.prepare(
    `INSERT INTO attendance (id, caregiver_id, day, mark, source, reason, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const row of rows) {
    insert.run(
      row.id,
      row.caregiver_id,
      row.day,
      row.mark,
      row.source,
      row.reason,
      row.recorded_at,
      row.recorded_by,
    );
  }
}

/** Puts a new record in the place of the one that counted for its day, if there was one. */
export function supersedeAttendance(raw: Database, row: NewAttendance): void {
  const before = raw
    .prepare('SELECT id FROM attendance WHERE caregiver_id = ? AND day = ? AND superseded_at IS NULL')
    .get(row.caregiver_id, row.day) as { id: string } | undefined;
  if (before)
    raw.prepare('UPDATE attendance SET superseded_at = ? WHERE id = ?').run(row.recorded_at, before.id);
  insertAttendance(raw, [row]);
  if (before) raw.prepare('UPDATE attendance SET superseded_by = ? WHERE id = ?').run(row.id, before.id);
}
