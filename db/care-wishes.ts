import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { CareWishTable } from './tables/residents.ts';

export function careWishQueries(db: Kysely<Schema>) {
  return {
    /** The wishes of a resident, the one that counts first, then the newest. */
    of: (residentId: string) =>
      db
        .selectFrom('care_wish')
        .leftJoin('account', 'account.id', 'care_wish.recorded_by')
        .selectAll('care_wish')
        .select('account.name as recorder')
        .where('resident_id', '=', residentId)
        .orderBy((eb) => eb('superseded_at', 'is not', null))
        .orderBy('care_wish.recorded_at', 'desc')
        .execute(),

    async supersedeCurrent(residentId: string, at: string) {
      await db
        .updateTable('care_wish')
        .set({ superseded_at: at })
        .where('resident_id', '=', residentId)
        .where('superseded_at', 'is', null)
        .execute();
    },

    async insert(row: Insertable<CareWishTable>) {
      await db.insertInto('care_wish').values(row).execute();
    },
  };
}
