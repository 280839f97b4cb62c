import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { CaregiverSkillTable, CaregiverZoneTable } from './tables/guards.ts';
import type { CoverRuleTable } from './tables/rosters.ts';

type Ended = { readonly at: string; readonly by: string; readonly reason: string };

export function zoneCoverQueries(db: Kysely<Schema>) {
  return {
    /** Cover rules for parts of the people, the oldest first; a rule recorded later for the same day takes its place. */
    partRules: (): Promise<Selectable<CoverRuleTable>[]> =>
      db
        .selectFrom('cover_rule')
        .selectAll()
        .where((eb) =>
          eb.or([eb('zone_id', 'is not', null), eb('sex', 'is not', null), eb('skill', 'is not', null)]),
        )
        .orderBy('effective_from')
        .orderBy('recorded_at')
        .execute(),

    /** Zones that caregivers were set to, the oldest first. */
    zoneSettings: (): Promise<Selectable<CaregiverZoneTable>[]> =>
      db.selectFrom('caregiver_zone').selectAll().orderBy('effective_from').orderBy('recorded_at').execute(),

    async insertZoneSetting(row: Insertable<CaregiverZoneTable>) {
      await db.insertInto('caregiver_zone').values(row).execute();
    },

    currentSkills: (): Promise<Selectable<CaregiverSkillTable>[]> =>
      db.selectFrom('caregiver_skill').selectAll().where('ended_at', 'is', null).orderBy('skill').execute(),

    currentSkill: (caregiverId: string, skill: string) =>
      db
        .selectFrom('caregiver_skill')
        .selectAll()
        .where('caregiver_id', '=', caregiverId)
        .where('skill', '=', skill)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),

    currentSkillById: (id: string) =>
      db
        .selectFrom('caregiver_skill')
        .selectAll()
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),

    async insertSkill(row: Insertable<CaregiverSkillTable>) {
      await db.insertInto('caregiver_skill').values(row).execute();
    },

    async endSkill(id: string, { at, by, reason }: Ended) {
      await db
        .updateTable('caregiver_skill')
        .set({ ended_at: at, ended_by: by, ended_reason: reason })
        .where('id', '=', id)
        .execute();
    },

    /** The sex of everybody in house on a day, and the zone of her or his bed. */
    residentsByZone: (day: string) =>
      db
        .selectFrom('resident')
        .leftJoin('stay', (join) =>
          join
            .onRef('stay.resident_id', '=', 'resident.id')
            .on('stay.starts_on', '<=', day)
            .on((eb) => eb.or([eb('stay.ends_on', 'is', null), eb('stay.ends_on', '>', day)])),
        )
        .leftJoin('bed', 'bed.id', 'stay.bed_id')
        .select(['resident.id', 'resident.sex', 'bed.zone_id'])
        .where((eb) => eb.or([eb('admitted_on', 'is', null), eb('admitted_on', '<=', day)]))
        .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', day)]))
        .execute(),
  };
}
