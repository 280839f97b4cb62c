import type { Insertable, Kysely } from 'kysely';
import type { Day, Month } from '../shared/calendar/day.ts';
import type { Schema } from './schema.ts';
import type { CountyKeyTable, PackageTable } from './tables/packages.ts';

/** First and last day of the month that is reported. */
export type Span = { readonly month: Month; readonly first: Day; readonly last: Day };

const listed = [
  'id',
  'epoch',
  'seq',
  'period',
  'kind',
  'statement_hash',
  'prev_hash',
  'manifest',
  'file_name',
  'size',
  'built_at',
  'built_by',
] as const;

export function packageQueries(db: Kysely<Schema>) {
  return {
    currentCountyKey: () =>
      db.selectFrom('county_key').selectAll().where('ended_at', 'is', null).executeTakeFirst(),

    async replaceCountyKey(key: Insertable<CountyKeyTable>) {
      await db
        .updateTable('county_key')
        .set({ ended_at: key.recorded_at })
        .where('ended_at', 'is', null)
        .execute();
      await db.insertInto('county_key').values(key).execute();
    },

    /** Newest first, with the name of who built it. */
    packages: () =>
      db
        .selectFrom('package')
        .leftJoin('account', 'account.id', 'package.built_by')
        .select(listed.map((column) => `package.${column}` as const))
        .select('account.name as builder')
        .orderBy('epoch', 'desc')
        .orderBy('seq', 'desc')
        .orderBy('built_at', 'desc')
        .execute(),

    /** The place of every package that was built, oldest first. */
    places: () =>
      db
        .selectFrom('package')
        .select(['id', 'epoch', 'seq', 'statement_hash', 'prev_hash'])
        .orderBy('epoch')
        .orderBy('seq')
        .orderBy('built_at')
        .execute(),

    packageByHash: (hash: string) =>
      db
        .selectFrom('package')
        .select(['id', 'epoch', 'seq', 'manifest', 'file_name'])
        .where('statement_hash', '=', hash)
        .executeTakeFirst(),

    packageFile: (id: string) =>
      db
        .selectFrom('package')
        .innerJoin('package_content', 'package_content.package_id', 'package.id')
        .select(['file_name', 'content', 'seq', 'statement_hash'])
        .where('id', '=', id)
        .executeTakeFirst(),

    /** What went up for a month, oldest first. */
    reportsOf: (month: Month) =>
      db
        .selectFrom('package')
        .select(['epoch', 'data_hash', 'statement_hash'])
        .where('period', '=', month)
        .orderBy('epoch')
        .orderBy('seq')
        .execute(),

    /** What is told of a package, and its file. */
    async addPackage(row: Insertable<PackageTable>, content: Uint8Array) {
      await db.insertInto('package').values(row).execute();
      await db.insertInto('package_content').values({ package_id: row.id, content }).execute();
    },
  };
}
