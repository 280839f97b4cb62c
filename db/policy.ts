import type { Insertable, Kysely } from 'kysely';
import type { Day } from '../shared/calendar/day.ts';
import type { Holiday } from '../shared/policy/holidays.ts';
import type { ParameterRow } from '../shared/policy/lookup.ts';
import type { Schema } from './schema.ts';
import type { HolidayTable, ParameterTable } from './tables/payroll.ts';

/** A current row with who wrote it. Values were checked against their key's shape when they were written. */
export type RecordedParameter = ParameterRow & {
  readonly id: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
};

export function policyQueries(db: Kysely<Schema>) {
  return {
    /** Every parameter row that counts, by key and day. */
    async currentParameters(): Promise<RecordedParameter[]> {
      const rows = await db
        .selectFrom('parameter')
        .leftJoin('account', 'account.id', 'parameter.recorded_by')
        .selectAll('parameter')
        .select('account.name as recorder')
        .where('superseded_at', 'is', null)
        .orderBy('key')
        .orderBy('effective_from')
        .execute();
      return rows.map(
        (row) =>
          ({
            id: row.id,
            key: row.key,
            value: JSON.parse(row.value) as unknown,
            effectiveFrom: row.effective_from,
            status: row.status,
            source: row.source,
            recordedAt: row.recorded_at,
            recordedBy: row.recorder ?? '',
          }) as RecordedParameter,
      );
    },

    async insertParameters(rows: readonly Insertable<ParameterTable>[]) {
      for (const row of rows) await db.insertInto('parameter').values(row).execute();
    },

    async supersedeParameter(key: string, effectiveFrom: Day, at: string) {
      await db
        .updateTable('parameter')
        .set({ superseded_at: at })
        .where('key', '=', key)
        .where('effective_from', '=', effectiveFrom)
        .where('superseded_at', 'is', null)
        .execute();
    },

    /** Every holiday row that counts, by day. */
    async currentHolidays(): Promise<Holiday[]> {
      const rows = await db
        .selectFrom('holiday')
        .select(['day', 'name', 'kind', 'status', 'source'])
        .where('superseded_at', 'is', null)
        .orderBy('day')
        .execute();
      return rows.map((row) => ({ ...row, day: row.day as Day }));
    },

    async insertHolidays(rows: readonly Insertable<HolidayTable>[]) {
      for (const row of rows) await db.insertInto('holiday').values(row).execute();
    },

    /** Whether there was a current row to supersede. */
    async supersedeHoliday(day: Day, at: string): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('holiday')
        .set({ superseded_at: at })
        .where('day', '=', day)
        .where('superseded_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
