import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { CountySignerTable, PackageReceiptTable, PackageResyncTable } from './tables/packages.ts';

/** What the county answered, and the key with which it signs. */
export function receiptQueries(db: Kysely<Schema>) {
  return {
    currentCountySigner: () =>
      db.selectFrom('county_signer').selectAll().where('ended_at', 'is', null).executeTakeFirst(),

    async replaceCountySigner(signer: Insertable<CountySignerTable>) {
      await db
        .updateTable('county_signer')
        .set({ ended_at: signer.recorded_at })
        .where('ended_at', 'is', null)
        .execute();
      await db.insertInto('county_signer').values(signer).execute();
    },

    /** Every receipt without its bytes, in the order in which they were imported. */
    receipts: () =>
      db
        .selectFrom('package_receipt')
        .select([
          'id',
          'epoch',
          'seq',
          'statement_hash',
          'verdict',
          'code',
          'facts',
          'next_seq',
          'last_hash',
          'received_on',
          'recorded_at',
        ])
        .orderBy('recorded_at')
        .orderBy('id')
        .execute(),

    receiptIsKnown: async (content: Uint8Array): Promise<boolean> =>
      (await db
        .selectFrom('package_receipt')
        .select('id')
        .where('content', '=', content)
        .executeTakeFirst()) !== undefined,

    async addReceipt(row: Insertable<PackageReceiptTable>) {
      await db.insertInto('package_receipt').values(row).execute();
    },

    /** The epochs that the county let begin. */
    resyncs: () =>
      db
        .selectFrom('package_resync')
        .select(['epoch', 'last_epoch', 'last_seq', 'last_hash', 'confirmed_on'])
        .orderBy('epoch')
        .execute(),

    async addResync(row: Insertable<PackageResyncTable>) {
      await db.insertInto('package_resync').values(row).execute();
    },
  };
}
