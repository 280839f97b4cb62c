import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { Schema } from './schema.ts';
import type { CaregiverTable } from './tables/caregivers.ts';

export type CaregiverRow = Omit<Selectable<CaregiverTable>, 'bank_card'>;

/** Everything but the bank card, which only payroll reads. */
const columns = [
  'id',
  'name',
  'pinyin',
  'initials',
  'sex',
  'national_id',
  'birth_on',
  'address',
  'phone',
  'poor_household',
  'kinship',
  'health_certificate_until',
  'started_on',
  'ended_on',
  'end_reason',
  'note',
  'recorded_at',
  'recorded_by',
] as const satisfies readonly (keyof CaregiverRow)[];

export function caregiverQueries(db: Kysely<Schema>) {
  return {
    list: (presence: 'at-work' | 'ended' | 'all'): Promise<CaregiverRow[]> =>
      db
        .selectFrom('caregiver')
        .select(columns)
        .$if(presence === 'at-work', (rows) => rows.where('ended_on', 'is', null))
        .$if(presence === 'ended', (rows) => rows.where('ended_on', 'is not', null))
        .orderBy('pinyin')
        .orderBy('id')
        .execute(),

    byId: (id: string): Promise<CaregiverRow | undefined> =>
      db.selectFrom('caregiver').select(columns).where('id', '=', id).executeTakeFirst(),

    byNationalId: (nationalId: string): Promise<CaregiverRow | undefined> =>
      db.selectFrom('caregiver').select(columns).where('national_id', '=', nationalId).executeTakeFirst(),

    async insert(row: Insertable<CaregiverTable>) {
      await db.insertInto('caregiver').values(row).execute();
    },

    async update(id: string, patch: Updateable<CaregiverTable>) {
      await db.updateTable('caregiver').set(patch).where('id', '=', id).execute();
    },
  };
}
