import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { CareLevel, Standing } from '../shared/residents/codes.ts';
import type { Disability } from '../shared/identity/certificate.ts';
import type { Schema } from './schema.ts';
import type { ResidentDoubtTable, ResidentTable } from './tables/residents.ts';

export type ResidentRow = Selectable<ResidentTable>;
export type DoubtRow = Selectable<ResidentDoubtTable>;

export type ResidentFilter = {
  readonly presence: 'in-house' | 'left' | 'all';
  readonly standing?: Standing | null;
  readonly zoneId?: string | null;
  readonly careLevel?: CareLevel | null;
  readonly disability?: Disability | null;
};

export function residentQueries(db: Kysely<Schema>) {
  return {
    /** Residents with the bed, zone and caregiver they have now and the number of their open doubts, by name. */
    list({ presence, standing, zoneId, careLevel, disability }: ResidentFilter) {
      return db
        .selectFrom('resident')
        .leftJoin('stay', (join) =>
          join.onRef('stay.resident_id', '=', 'resident.id').on('stay.ends_on', 'is', null),
        )
        .leftJoin('bed', 'bed.id', 'stay.bed_id')
        .leftJoin('zone', 'zone.id', 'bed.zone_id')
        .leftJoin('pairing', (join) =>
          join.onRef('pairing.resident_id', '=', 'resident.id').on('pairing.ends_on', 'is', null),
        )
        .leftJoin('caregiver', 'caregiver.id', 'pairing.caregiver_id')
        .selectAll('resident')
        .select(['bed.id as bed_id', 'bed.label as bed', 'zone.id as zone_id', 'zone.name as zone'])
        .select(['caregiver.id as caregiver_id', 'caregiver.name as caregiver'])
        .select((eb) =>
          eb
            .selectFrom('resident_doubt')
            .whereRef('resident_doubt.resident_id', '=', 'resident.id')
            .where('resident_doubt.resolved_at', 'is', null)
            .select((count) => count.fn.countAll<number>().as('count'))
            .as('open_doubts'),
        )
        .$if(presence === 'in-house', (rows) => rows.where('resident.left_on', 'is', null))
        .$if(presence === 'left', (rows) => rows.where('resident.left_on', 'is not', null))
        .$if(standing != null, (rows) => rows.where('resident.standing', '=', standing as Standing))
        .$if(zoneId != null, (rows) => rows.where('bed.zone_id', '=', zoneId as string))
        .$if(careLevel != null, (rows) => rows.where('resident.care_level', '=', careLevel as CareLevel))
        .$if(disability != null, (rows) => rows.where('resident.disability', '=', disability as Disability))
        .orderBy('resident.pinyin')
        .orderBy('resident.id')
        .execute();
    },

    byId: (id: string): Promise<ResidentRow | undefined> =>
      db.selectFrom('resident').selectAll().where('id', '=', id).executeTakeFirst(),

    byNationalId: (nationalId: string): Promise<ResidentRow | undefined> =>
      db.selectFrom('resident').selectAll().where('national_id', '=', nationalId).executeTakeFirst(),

    async countInHouse(): Promise<number> {
      const { count } = await db
        .selectFrom('resident')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('left_on', 'is', null)
        .executeTakeFirstOrThrow();
      return count;
    },

    async insert(row: Insertable<ResidentTable>) {
      await db.insertInto('resident').values(row).execute();
    },

    async update(id: string, patch: Updateable<ResidentTable>) {
      await db.updateTable('resident').set(patch).where('id', '=', id).execute();
    },

    /** All doubts of a resident, open ones first, then the newest. */
    doubts: (residentId: string): Promise<DoubtRow[]> =>
      db
        .selectFrom('resident_doubt')
        .selectAll()
        .where('resident_id', '=', residentId)
        .orderBy((eb) => eb('resolved_at', 'is not', null))
        .orderBy('recorded_at', 'desc')
        .orderBy('id')
        .execute(),

    openDoubts: (residentId: string): Promise<DoubtRow[]> =>
      db
        .selectFrom('resident_doubt')
        .selectAll()
        .where('resident_id', '=', residentId)
        .where('resolved_at', 'is', null)
        .orderBy('id')
        .execute(),

    doubtById: (id: string): Promise<DoubtRow | undefined> =>
      db.selectFrom('resident_doubt').selectAll().where('id', '=', id).executeTakeFirst(),

    async insertDoubt(row: Insertable<ResidentDoubtTable>) {
      await db.insertInto('resident_doubt').values(row).execute();
    },

    async resolveDoubts(ids: readonly string[], resolved: { at: string; by: string; resolution: string }) {
      await db
        .updateTable('resident_doubt')
        .set({ resolved_at: resolved.at, resolved_by: resolved.by, resolution: resolved.resolution })
        .where('id', 'in', [...ids])
        .execute();
    },

    /** How many checkups count for a resident, and the day of the latest. */
    currentCheckups: (residentId: string): Promise<{ count: number; latest: string | null }> =>
      db
        .selectFrom('checkup')
        .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('day').as('latest')])
        .where('resident_id', '=', residentId)
        .where('superseded_at', 'is', null)
        .executeTakeFirstOrThrow(),
  };
}
