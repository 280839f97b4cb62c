import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { SigningKeyTable } from './tables/packages.ts';

/** The centre's signing keys: the one in use, and the one that is made and waits for the county to know it. */
export function signingKeyQueries(db: Kysely<Schema>) {
  const open = () => db.selectFrom('signing_key').selectAll().where('ended_at', 'is', null);
  return {
    currentSigningKey: () => open().where('begun_at', 'is not', null).executeTakeFirst(),

    nextSigningKey: () => open().where('begun_at', 'is', null).executeTakeFirst(),

    async addSigningKey(key: Insertable<SigningKeyTable>) {
      await db.insertInto('signing_key').values(key).execute();
    },

    /** Ends the key in use and begins with the one that waits. */
    async beginNextKey(at: string) {
      await db
        .updateTable('signing_key')
        .set({ ended_at: at })
        .where('ended_at', 'is', null)
        .where('begun_at', 'is not', null)
        .execute();
      await db
        .updateTable('signing_key')
        .set({ begun_at: at })
        .where('ended_at', 'is', null)
        .where('begun_at', 'is', null)
        .execute();
    },

    /** Ends every key, the waiting one too. */
    async endAllKeys(at: string) {
      await db.updateTable('signing_key').set({ ended_at: at }).where('ended_at', 'is', null).execute();
    },
  };
}
