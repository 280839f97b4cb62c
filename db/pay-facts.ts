import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import { firstDay, lastDay, type Day, type Month } from '../shared/calendar/day.ts';
import type { Schema } from './schema.ts';
import type { PayTermTable } from './tables/caregivers.ts';
import type { PayExtraTable, PayOpeningTable } from './tables/payroll.ts';

export type PayTermRow = Selectable<PayTermTable>;
export type PayExtraRow = Selectable<PayExtraTable>;
export type PayOpeningRow = Selectable<PayOpeningTable>;

/** What a month's pay is made from, apart from policy: people, terms, marks, extras. */
export function payFactQueries(db: Kysely<Schema>) {
  return {
    /** Everybody employed on at least one day of the month, in the order in which they came into the file. */
    peopleIn: (month: Month) =>
      db
        .selectFrom('caregiver')
        .select(['id', 'name', 'sex', 'birth_on', 'phone', 'bank_card', 'started_on', 'ended_on'])
        .where('started_on', '<=', lastDay(month))
        .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', firstDay(month))]))
        .orderBy(sql`caregiver.rowid`)
        .execute(),

    person: (id: string) =>
      db
        .selectFrom('caregiver')
        .select(['id', 'name', 'bank_card', 'started_on', 'ended_on'])
        .where('id', '=', id)
        .executeTakeFirst(),

    currentTerms: (): Promise<PayTermRow[]> =>
      db
        .selectFrom('pay_term')
        .selectAll()
        .where('superseded_at', 'is', null)
        .orderBy('effective_from')
        .execute(),

    async insertTerm(row: Insertable<PayTermTable>) {
      await db.insertInto('pay_term').values(row).execute();
    },

    async supersedeTerm(caregiverId: string, effectiveFrom: Day, at: string) {
      await db
        .updateTable('pay_term')
        .set({ superseded_at: at })
        .where('caregiver_id', '=', caregiverId)
        .where('effective_from', '=', effectiveFrom)
        .where('superseded_at', 'is', null)
        .execute();
    },

    async setBankCard(caregiverId: string, bankCard: string) {
      await db.updateTable('caregiver').set({ bank_card: bankCard }).where('id', '=', caregiverId).execute();
    },

    currentMarks: (month: Month) =>
      db
        .selectFrom('attendance')
        .select(['caregiver_id', 'day', 'mark'])
        .where('day', '>=', firstDay(month))
        .where('day', '<=', lastDay(month))
        .where('superseded_at', 'is', null)
        .execute(),

    attendanceIsClosed: async (month: Month): Promise<boolean> =>
      (await db
        .selectFrom('attendance_close')
        .select('id')
        .where('month', '=', month)
        .where('reopened_at', 'is', null)
        .executeTakeFirst()) !== undefined,

    currentShiftTypes: () =>
      db
        .selectFrom('shift_type')
        .select(['night', 'minutes'])
        .where('retired_on', 'is', null)
        .orderBy('position')
        .execute(),

    currentExtras: (month: Month) =>
      db
        .selectFrom('pay_extra')
        .innerJoin('caregiver', 'caregiver.id', 'pay_extra.caregiver_id')
        .selectAll('pay_extra')
        .select('caregiver.name as name')
        .where('month', '=', month)
        .where('cancelled_at', 'is', null)
        .orderBy('pay_extra.recorded_at')
        .orderBy('pay_extra.id')
        .execute(),

    currentExtra: (id: string): Promise<PayExtraRow | undefined> =>
      db
        .selectFrom('pay_extra')
        .selectAll()
        .where('id', '=', id)
        .where('cancelled_at', 'is', null)
        .executeTakeFirst(),

    async insertExtra(row: Insertable<PayExtraTable>) {
      await db.insertInto('pay_extra').values(row).execute();
    },

    async cancelExtra(id: string, cancelled: { at: string; by: string }) {
      await db
        .updateTable('pay_extra')
        .set({ cancelled_at: cancelled.at, cancelled_by: cancelled.by })
        .where('id', '=', id)
        .execute();
    },

    currentOpenings: (year: number): Promise<PayOpeningRow[]> =>
      db
        .selectFrom('pay_opening')
        .selectAll()
        .where('year', '=', year)
        .where('superseded_at', 'is', null)
        .execute(),

    async replaceOpening(row: Insertable<PayOpeningTable>) {
      await db
        .updateTable('pay_opening')
        .set({ superseded_at: row.recorded_at })
        .where('caregiver_id', '=', row.caregiver_id)
        .where('year', '=', row.year)
        .where('superseded_at', 'is', null)
        .execute();
      await db.insertInto('pay_opening').values(row).execute();
    },
  };
}
