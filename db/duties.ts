import type { Database } from 'better-sqlite3';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { DutyTable } from './tables/rosters.ts';

export type DutyRow = Selectable<DutyTable>;
/** Which duty it is: one that counts has each of these once. */
export type DutyKey = Pick<DutyRow, 'roster_id' | 'day' | 'shift_code' | 'resident_id'>;

export function dutyQueries(db: Kysely<Schema>) {
  return {
    /** The duties of a roster that count, of some of its days, in the order of days, shifts and residents. */
    currentBetween: (rosterId: string, first: string, last: string): Promise<DutyRow[]> =>
      db
        .selectFrom('duty')
        .selectAll()
        .where('roster_id', '=', rosterId)
        .where('day', '>=', first)
        .where('day', '<=', last)
        .where('superseded_at', 'is', null)
        .orderBy('day')
        .orderBy('shift_code')
        .orderBy('resident_id')
        .execute(),

    /** Residents in house on any day of the period, with their sex and what they ask for in intimate care, by name. */
    residentsBetween: (first: string, last: string) =>
      db
        .selectFrom('resident')
        .leftJoin('care_wish', (join) =>
          join.onRef('care_wish.resident_id', '=', 'resident.id').on('care_wish.superseded_at', 'is', null),
        )
        .select(['resident.id', 'resident.name', 'resident.sex', 'admitted_on', 'left_on', 'intimate_care'])
        .where((eb) => eb.or([eb('admitted_on', 'is', null), eb('admitted_on', '<=', last)]))
        .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', first)]))
        .orderBy('pinyin')
        .orderBy('resident.id')
        .execute(),

    /** Where residents lay in the period, with the bed and the name of its zone. */
    staysBetween: (first: string, last: string) =>
      db
        .selectFrom('stay')
        .innerJoin('bed', 'bed.id', 'stay.bed_id')
        .leftJoin('zone', 'zone.id', 'bed.zone_id')
        .select(['stay.resident_id', 'stay.starts_on', 'stay.ends_on', 'bed.label', 'bed.room'])
        .select(['bed.zone_id', 'zone.name as zone', 'zone.position as zone_position'])
        .where('stay.starts_on', '<=', last)
        .where((eb) => eb.or([eb('stay.ends_on', 'is', null), eb('stay.ends_on', '>', first)]))
        .execute(),

    /** Caregivers employed in the period, in the order in which they were registered. */
    caregiversBetween: (first: string, last: string) =>
      db
        .selectFrom('caregiver')
        .select(['id', 'name', 'sex'])
        .where('started_on', '<=', last)
        .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', first)]))
        .orderBy(sql`caregiver.rowid`)
        .execute(),

    /** The zones that caregivers were put in, the newest first. */
    zonesOfCaregivers: (last: string) =>
      db
        .selectFrom('caregiver_zone')
        .select(['caregiver_id', 'zone_id', 'effective_from'])
        .where('effective_from', '<=', last)
        .orderBy('effective_from', 'desc')
        .orderBy('recorded_at', 'desc')
        .execute(),
  };
}

/** Writes duties that count from now on. */
export function insertDuties(raw: Database, duties: readonly DutyRow[]): void {
  const insert = raw.prepare(
    `INSERT INTO duty (roster_id, day, shift_code, resident_id, caregiver_id, basis, kept, wish, planned_at, planned_by)
     VALUES (@roster_id, @day, @shift_code, @resident_id, @caregiver_id, @basis, @kept, @wish, @planned_at, @planned_by)`,
  );
  for (const duty of duties) insert.run(duty);
}

/** Lets duties count no longer; they are kept. */
export function supersedeDuties(raw: Database, duties: readonly DutyKey[], at: string): void {
  const supersede = raw.prepare(
    `UPDATE duty SET superseded_at = ?
     WHERE roster_id = ? AND day = ? AND shift_code = ? AND resident_id = ? AND superseded_at IS NULL`,
  );
  for (const { roster_id, day, shift_code, resident_id } of duties)
    supersede.run(at, roster_id, day, shift_code, resident_id);
}
