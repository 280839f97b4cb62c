import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { RotationAssignmentTable, RotationPatternTable } from './tables/roster-requests.ts';

/** Rhythms of the house, and who follows them. */
export function rotationQueries(db: Kysely<Schema>) {
  const inUse = () =>
    db
      .selectFrom('rotation_pattern')
      .leftJoin('account', 'account.id', 'rotation_pattern.recorded_by')
      .selectAll('rotation_pattern')
      .select('account.name as recorder')
      .where('retired_at', 'is', null);

  return {
    currentPatterns: () => inUse().orderBy('rotation_pattern.recorded_at').orderBy('name').execute(),

    currentPattern: (id: string) => inUse().where('rotation_pattern.id', '=', id).executeTakeFirst(),

    currentPatternNamed: (name: string) =>
      inUse().where('rotation_pattern.name', '=', name).executeTakeFirst(),

    async insertPattern(row: Insertable<RotationPatternTable>) {
      await db.insertInto('rotation_pattern').values(row).execute();
    },

    async updatePattern(id: string, change: Pick<RotationPatternTable, 'name' | 'cells'>) {
      await db.updateTable('rotation_pattern').set(change).where('id', '=', id).execute();
    },

    async retirePattern(id: string, at: string, by: string) {
      await db
        .updateTable('rotation_pattern')
        .set({ retired_at: at, retired_by: by })
        .where('id', '=', id)
        .execute();
    },

    /** Who follows which pattern now, by name. */
    currentAssignments: () =>
      db
        .selectFrom('rotation_assignment')
        .innerJoin('caregiver', 'caregiver.id', 'rotation_assignment.caregiver_id')
        .innerJoin('rotation_pattern', 'rotation_pattern.id', 'rotation_assignment.pattern_id')
        .leftJoin('account', 'account.id', 'rotation_assignment.recorded_by')
        .selectAll('rotation_assignment')
        .select([
          'caregiver.name as caregiver',
          'caregiver.ended_on',
          'rotation_pattern.cells',
          'account.name as recorder',
        ])
        .where('rotation_assignment.ended_at', 'is', null)
        .orderBy('caregiver.pinyin')
        .orderBy('caregiver.id')
        .execute(),

    async assign(row: Insertable<RotationAssignmentTable>) {
      await db.insertInto('rotation_assignment').values(row).execute();
    },

    /** Ends what a caregiver follows now, if anything. */
    async endCurrentOf(caregiverId: string, at: string, by: string) {
      await db
        .updateTable('rotation_assignment')
        .set({ ended_at: at, ended_by: by })
        .where('caregiver_id', '=', caregiverId)
        .where('ended_at', 'is', null)
        .execute();
    },
  };
}
