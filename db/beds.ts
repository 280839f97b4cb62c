import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { Day } from '../shared/calendar/day.ts';
import type { Stay } from '../shared/beds/stays.ts';
import type { Schema } from './schema.ts';
import type { BedTable, StayTable, ZoneTable } from './tables/residents.ts';

export type BedRow = Selectable<BedTable>;

export function bedQueries(db: Kysely<Schema>) {
  const stays = () =>
    db
      .selectFrom('stay')
      .innerJoin('bed', 'bed.id', 'stay.bed_id')
      .innerJoin('resident', 'resident.id', 'stay.resident_id');

  return {
    zones: (): Promise<Selectable<ZoneTable>[]> =>
      db.selectFrom('zone').selectAll().orderBy('position').orderBy('name').execute(),

    zoneByName: (name: string) =>
      db.selectFrom('zone').selectAll().where('name', '=', name).executeTakeFirst(),

    zoneById: (id: string) => db.selectFrom('zone').selectAll().where('id', '=', id).executeTakeFirst(),

    async insertZone(row: Insertable<ZoneTable>) {
      await db.insertInto('zone').values(row).execute();
    },

    /** Beds that are not retired, with who lies in them now. */
    currentBeds: () =>
      db
        .selectFrom('bed')
        .leftJoin('stay', (join) => join.onRef('stay.bed_id', '=', 'bed.id').on('stay.ends_on', 'is', null))
        .leftJoin('resident', 'resident.id', 'stay.resident_id')
        .select(['bed.id', 'bed.label', 'bed.room', 'bed.number', 'bed.zone_id', 'stay.starts_on'])
        .select(['resident.id as resident_id', 'resident.name', 'resident.pinyin', 'resident.initials'])
        .select(['resident.sex', 'resident.birth_on', 'resident.disability'])
        .select(['resident.care_level', 'resident.standing'])
        .where('bed.retired_on', 'is', null)
        .orderBy('bed.room')
        .orderBy('bed.number')
        .execute(),

    /** Who lives in the house without a bed. */
    currentlyUnplaced: () =>
      db
        .selectFrom('resident')
        .select([
          'id',
          'name',
          'pinyin',
          'initials',
          'sex',
          'birth_on',
          'disability',
          'care_level',
          'standing',
        ])
        .where('left_on', 'is', null)
        .where('id', 'not in', (eb) =>
          eb.selectFrom('stay').select('resident_id').where('ends_on', 'is', null),
        )
        .orderBy('pinyin')
        .execute(),

    byId: (id: string): Promise<BedRow | undefined> =>
      db.selectFrom('bed').selectAll().where('id', '=', id).executeTakeFirst(),

    byLabel: (label: string): Promise<BedRow | undefined> =>
      db.selectFrom('bed').selectAll().where('label', '=', label).executeTakeFirst(),

    inRoom: (room: string): Promise<BedRow[]> =>
      db.selectFrom('bed').selectAll().where('room', '=', room).orderBy('number').execute(),

    async insert(row: Insertable<BedTable>) {
      await db.insertInto('bed').values(row).execute();
    },

    async update(id: string, patch: Updateable<BedTable>) {
      await db.updateTable('bed').set(patch).where('id', '=', id).execute();
    },

    /** Every stay, past or present, of a bed or of a resident: what a new stay is held against. */
    async staysOf(bedId: string, residentId: string): Promise<Stay[]> {
      const rows = await stays()
        .select([
          'bed.id as bedId',
          'bed.label as bed',
          'resident.id as residentId',
          'resident.name as resident',
        ])
        .select(['stay.starts_on as startsOn', 'stay.ends_on as endsOn'])
        .where((eb) => eb.or([eb('stay.bed_id', '=', bedId), eb('stay.resident_id', '=', residentId)]))
        .orderBy('stay.starts_on')
        .execute();
      return rows as (Omit<(typeof rows)[number], 'startsOn' | 'endsOn'> & {
        startsOn: Day;
        endsOn: Day | null;
      })[];
    },

    currentStayOf: (residentId: string) =>
      stays()
        .select(['stay.id', 'stay.bed_id', 'stay.starts_on', 'bed.label'])
        .where('stay.resident_id', '=', residentId)
        .where('stay.ends_on', 'is', null)
        .executeTakeFirst(),

    currentStayIn: (bedId: string) =>
      stays()
        .select(['stay.id', 'stay.starts_on', 'resident.id as resident_id', 'resident.name'])
        .where('stay.bed_id', '=', bedId)
        .where('stay.ends_on', 'is', null)
        .executeTakeFirst(),

    /** The history of a resident's beds, newest first. */
    historyOf: (residentId: string) =>
      stays()
        .selectAll('stay')
        .select('bed.label')
        .where('stay.resident_id', '=', residentId)
        .orderBy('stay.starts_on', 'desc')
        .orderBy('stay.recorded_at', 'desc')
        .execute(),

    /** Who sleeps in a room now. */
    currentRoommates: (room: string) =>
      stays()
        .select(['resident.id', 'resident.name', 'resident.sex'])
        .where('bed.room', '=', room)
        .where('stay.ends_on', 'is', null)
        .orderBy('bed.number')
        .execute(),

    async insertStay(row: Insertable<StayTable>) {
      await db.insertInto('stay').values(row).execute();
    },

    async endStay(id: string, end: { on: string; reason: string; at: string; by: string }) {
      await db
        .updateTable('stay')
        .set({ ends_on: end.on, end_reason: end.reason, end_recorded_at: end.at, end_recorded_by: end.by })
        .where('id', '=', id)
        .where('ends_on', 'is', null)
        .execute();
    },
  };
}
