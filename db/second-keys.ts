import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { SecondKeyTable } from './tables/packages.ts';

/** The centre's SM2 keys: one at most is in use. */
export function secondKeyQueries(db: Kysely<Schema>) {
  const keys = () => db.selectFrom('second_key').selectAll();
  return {
    currentSecondKey: () => keys().where('ended_at', 'is', null).executeTakeFirst(),

    /** The key that was in use last, for the letter that ends it. */
    lastEndedSecondKey: () =>
      keys().where('ended_at', 'is not', null).orderBy('ended_at', 'desc').executeTakeFirst(),

    async addSecondKey(key: Insertable<SecondKeyTable>) {
      await db.insertInto('second_key').values(key).execute();
    },

    async endSecondKey(at: string) {
      await db.updateTable('second_key').set({ ended_at: at }).where('ended_at', 'is', null).execute();
    },
  };
}
