import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { LeaveTable, ProtectionTable } from './tables/rosters.ts';

type Cancelled = { readonly at: string; readonly by: string; readonly reason: string };

export function leaveQueries(db: Kysely<Schema>) {
  return {
    /** Leave that touches the period, the cancelled too, with names. */
    between: (first: string, last: string) =>
      db
        .selectFrom('leave')
        .innerJoin('caregiver', 'caregiver.id', 'leave.caregiver_id')
        .leftJoin('account', 'account.id', 'leave.recorded_by')
        .selectAll('leave')
        .select(['caregiver.name as caregiver', 'account.name as recorder'])
        .where('starts_on', '<=', last)
        .where('ends_on', '>=', first)
        .orderBy('starts_on')
        .orderBy('caregiver.pinyin')
        .execute(),

    /** Leave that counts and touches the period. */
    currentBetween: (first: string, last: string) =>
      db
        .selectFrom('leave')
        .select(['id', 'caregiver_id', 'kind', 'starts_on', 'ends_on'])
        .where('cancelled_at', 'is', null)
        .where('starts_on', '<=', last)
        .where('ends_on', '>=', first)
        .execute(),

    currentById: (id: string) =>
      db
        .selectFrom('leave')
        .selectAll()
        .where('id', '=', id)
        .where('cancelled_at', 'is', null)
        .executeTakeFirst(),

    async insert(row: Insertable<LeaveTable>) {
      await db.insertInto('leave').values(row).execute();
    },

    async cancel(id: string, { at, by, reason }: Cancelled) {
      await db
        .updateTable('leave')
        .set({ cancelled_at: at, cancelled_by: by, cancelled_reason: reason })
        .where('id', '=', id)
        .execute();
    },

    protectionBetween: (first: string, last: string) =>
      db
        .selectFrom('protection')
        .innerJoin('caregiver', 'caregiver.id', 'protection.caregiver_id')
        .selectAll('protection')
        .select(['caregiver.name as caregiver'])
        .where('starts_on', '<=', last)
        .where('ends_on', '>=', first)
        .orderBy('starts_on')
        .execute(),

    currentProtectionById: (id: string) =>
      db
        .selectFrom('protection')
        .selectAll()
        .where('id', '=', id)
        .where('cancelled_at', 'is', null)
        .executeTakeFirst(),

    async insertProtection(row: Insertable<ProtectionTable>) {
      await db.insertInto('protection').values(row).execute();
    },

    async cancelProtection(id: string, { at, by, reason }: Cancelled) {
      await db
        .updateTable('protection')
        .set({ cancelled_at: at, cancelled_by: by, cancelled_reason: reason })
        .where('id', '=', id)
        .execute();
    },
  };
}
