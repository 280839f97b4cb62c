import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { RosterMakingTable } from './tables/roster-making.ts';

/** How versions of a roster were made. */
export function makingQueries(db: Kysely<Schema>) {
  return {
    of: (rosterId: string): Promise<Selectable<RosterMakingTable> | undefined> =>
      db.selectFrom('roster_making').selectAll().where('roster_id', '=', rosterId).executeTakeFirst(),

    async insert(row: Insertable<RosterMakingTable>) {
      await db.insertInto('roster_making').values(row).execute();
    },
  };
}
