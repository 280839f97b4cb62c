import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { BackupCheckTable, BackupDrillTable, BackupPlaceTable, BackupTable } from './tables/backups.ts';

export function backupQueries(db: Kysely<Schema>) {
  return {
    currentPlaces: () =>
      db.selectFrom('backup_place').selectAll().where('ended_at', 'is', null).orderBy('chosen_at').execute(),

    place: (id: string) => db.selectFrom('backup_place').selectAll().where('id', '=', id).executeTakeFirst(),

    /** A place that was given up before is taken up again under the same id. */
    async addPlace(place: Insertable<BackupPlaceTable>) {
      const { id: _id, ...rest } = place;
      await db
        .insertInto('backup_place')
        .values(place)
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({ ...rest, ended_at: null, ended_by: null }),
        )
        .execute();
    },

    async endPlace(id: string, ended: { at: string; by: string }) {
      await db
        .updateTable('backup_place')
        .set({ ended_at: ended.at, ended_by: ended.by })
        .where('id', '=', id)
        .execute();
    },

    /** The stick came back under another letter. */
    async movePlace(id: string, path: string, label: string) {
      await db.updateTable('backup_place').set({ path, label }).where('id', '=', id).execute();
    },

    async addBackup(backup: Insertable<BackupTable>) {
      await db
        .insertInto('backup')
        .values(backup)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** Every backup that was written to a place, newest first. */
    backupsOn: (placeId: string) =>
      db
        .selectFrom('backup')
        .selectAll()
        .where('place_id', '=', placeId)
        .orderBy('made_at', 'desc')
        .execute(),

    /** The newest look at each backup of a place. */
    checksOn: (placeId: string) =>
      db
        .selectFrom('backup_check')
        .select(['name', 'outcome', 'checked_at'])
        .where('place_id', '=', placeId)
        .where('name', 'is not', null)
        .orderBy('checked_at')
        .execute(),

    /** The newest backup and its place, passing over those that were found damaged when they were last looked at. */
    newestGood: () =>
      db
        .selectFrom('backup')
        .innerJoin('backup_place', 'backup_place.id', 'backup.place_id')
        .select(['backup.name', 'backup.place_id', 'backup.made_at', 'backup.size', 'backup_place.label'])
        .where(({ eb, selectFrom }) =>
          eb(
            eb.fn.coalesce(
              selectFrom('backup_check')
                .select('backup_check.outcome')
                .whereRef('backup_check.place_id', '=', 'backup.place_id')
                .whereRef('backup_check.name', '=', 'backup.name')
                .orderBy('backup_check.checked_at', 'desc')
                .limit(1),
              eb.val('whole'),
            ),
            '=',
            'whole',
          ),
        )
        .orderBy('backup.made_at', 'desc')
        .limit(1)
        .executeTakeFirst(),

    lastCheckOf: (placeId: string, name: string) =>
      db
        .selectFrom('backup_check')
        .select(['outcome', 'checked_at'])
        .where('place_id', '=', placeId)
        .where('name', '=', name)
        .orderBy('checked_at', 'desc')
        .executeTakeFirst(),

    /** The newest try that gave no backup on a place in use, if that place has had no good one since. */
    openFailure: () =>
      db
        .selectFrom('backup_check')
        .innerJoin('backup_place', 'backup_place.id', 'backup_check.place_id')
        .select([
          'backup_check.outcome',
          'backup_check.facts',
          'backup_check.checked_at',
          'backup_place.label',
        ])
        .where('backup_check.name', 'is', null)
        .where('backup_place.ended_at', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('backup')
                .select('backup.name')
                .whereRef('backup.place_id', '=', 'backup_check.place_id')
                .whereRef('backup.made_at', '>', 'backup_check.checked_at'),
            ),
          ),
        )
        .orderBy('backup_check.checked_at', 'desc')
        .executeTakeFirst(),

    async addCheck(check: Insertable<BackupCheckTable>) {
      await db.insertInto('backup_check').values(check).execute();
    },

    async addDrill(drill: Insertable<BackupDrillTable>) {
      await db.insertInto('backup_drill').values(drill).execute();
    },

    drills: (most: number) =>
      db
        .selectFrom('backup_drill')
        .leftJoin('account', 'account.id', 'backup_drill.drilled_by')
        .selectAll('backup_drill')
        .select('account.name as driller')
        .orderBy('drilled_at', 'desc')
        .limit(most)
        .execute(),
  };
}
