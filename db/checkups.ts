import type { Database } from 'better-sqlite3';
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import { vitalKeys, type VitalKey } from '../shared/health/vitals.ts';
import type { Schema } from './schema.ts';
import type { CheckupTable } from './tables/health.ts';

export type CheckupRow = Selectable<CheckupTable>;
export type NewCheckup = Insertable<CheckupTable>;
export type LastValue = { resident_id: string; key: VitalKey; value: number; day: string };

/** Adds one row: the door's handlers and the import of the workbook. The database refuses a second current row for a round. */
export function insertCheckup(raw: Database, row: NewCheckup): void {
  const columns = Object.keys(row);
  raw
    .prepare(
      `INSERT INTO checkup (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
}

/** The first round of a resident's day that has no current row yet: 1, 2, … */
export function nextRound(raw: Database, residentId: string, day: string): number {
  const { last } = raw
    .prepare(
      'SELECT max(round) AS last FROM checkup WHERE resident_id = ? AND day = ? AND superseded_at IS NULL',
    )
    .get(residentId, day) as { last: number | null };
  return (last ?? 0) + 1;
}

/**
 * The newest current value of each vital of each resident before a round and not before `since`; the height, which has an
 * index of its own, from whenever it was measured. One indexed step per resident and vital.
 */
export function lastValues(
  raw: Database,
  residentIds: readonly string[],
  before: { readonly day: string; readonly round: number },
  since: string,
): LastValue[] {
  const statements = vitalKeys.map((key) => {
    const statement = raw.prepare(
      `SELECT resident_id, ${key} AS value, day FROM checkup
       WHERE resident_id = ? AND (day, round) < (?, ?) AND day >= ? AND superseded_at IS NULL AND ${key} IS NOT NULL
       ORDER BY day DESC, round DESC LIMIT 1`,
    );
    return { key, statement, since: key === 'height' ? '' : since };
  });
  return residentIds.flatMap((id) =>
    statements.flatMap(({ key, statement, since: from }) => {
      const found = statement.get(id, before.day, before.round, from) as Omit<LastValue, 'key'> | undefined;
      return found ? [{ ...found, key }] : [];
    }),
  );
}

/** Marks a row as no longer counting; `by` is the row in its place, null when it is withdrawn. Answers whether it still counted. */
export function supersedeCheckup(
  raw: Database,
  id: string,
  mark: { at: string; by: string | null; actor: string; reason: string },
): boolean {
  const { changes } = raw
    .prepare(
      `UPDATE checkup SET superseded_at = @at, superseded_by = @by, superseded_actor = @actor, superseded_reason = @reason
       WHERE id = @id AND superseded_at IS NULL`,
    )
    .run({ id, ...mark });
  return changes === 1;
}

export function checkupQueries(db: Kysely<Schema>) {
  /** Checkups with the names of whoever did, typed and took back; ids are of accounts or caregivers. */
  const named = () =>
    db
      .selectFrom('checkup')
      .innerJoin('resident', 'resident.id', 'checkup.resident_id')
      .selectAll('checkup')
      .select([
        'resident.name',
        personName('checkup.doer').as('doer_name'),
        personName('checkup.typist').as('typist_name'),
      ])
      .select([personName('checkup.superseded_actor').as('superseded_actor_name'), bedAtPresent().as('bed')]);

  return {
    checkup: (id: string) => named().where('checkup.id', '=', id).executeTakeFirst(),

    currentCheckupsOfRound: (day: string, round: number) =>
      named()
        .where('checkup.day', '=', day)
        .where('checkup.round', '=', round)
        .where('checkup.superseded_at', 'is', null)
        .execute(),

    checkupsOfMonth(month: string, options: { residentId: string | undefined; withSuperseded: boolean }) {
      let rows = named().where('checkup.day', '>=', `${month}-01`).where('checkup.day', '<=', `${month}-31`);
      if (options.residentId !== undefined) rows = rows.where('checkup.resident_id', '=', options.residentId);
      if (!options.withSuperseded) rows = rows.where('checkup.superseded_at', 'is', null);
      return (
        rows
          .orderBy('checkup.day')
          .orderBy('checkup.round')
          // By bed as the round is walked: 98-1 before 101-1, those without a bed last.
          .orderBy(sql`bed = ''`)
          .orderBy(sql`length(bed)`)
          .orderBy('bed')
          .orderBy('resident.pinyin')
          .orderBy('checkup.recorded_at')
          .orderBy('checkup.id')
          .execute()
      );
    },

    currentCheckupsOf: (residentId: string, from: string, to: string) =>
      db
        .selectFrom('checkup')
        .selectAll()
        .where('resident_id', '=', residentId)
        .where('superseded_at', 'is', null)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .orderBy('round')
        .execute(),

    /** Heights up to a day, oldest first: the body mass index of a day uses the newest one known by then. */
    currentHeightsOf: (residentId: string, until: string) =>
      db
        .selectFrom('checkup')
        .select(['day', 'height'])
        .where('resident_id', '=', residentId)
        .where('superseded_at', 'is', null)
        .where('height', 'is not', null)
        .where('day', '<=', until)
        .orderBy('day')
        .orderBy('round')
        .execute(),

    /** Everybody in house between two days (both included) by room and bed, those without a bed last. */
    residentsInHouse: (from: string, to: string) =>
      db
        .selectFrom('resident')
        .leftJoin('stay', (on) =>
          on.onRef('stay.resident_id', '=', 'resident.id').on('stay.ends_on', 'is', null),
        )
        .leftJoin('bed', 'bed.id', 'stay.bed_id')
        .leftJoin('zone', 'zone.id', 'bed.zone_id')
        .select(['resident.id', 'resident.name', 'resident.pinyin', 'resident.initials', 'resident.standing'])
        .select(['bed.label as bed', 'zone.name as zone'])
        .where((eb) => eb.or([eb('resident.admitted_on', 'is', null), eb('resident.admitted_on', '<=', to)]))
        .where((eb) => eb.or([eb('resident.left_on', 'is', null), eb('resident.left_on', '>=', from)]))
        .orderBy(sql`bed.room IS NULL`)
        .orderBy('zone.position')
        .orderBy(sql`length(bed.room)`)
        .orderBy('bed.room')
        .orderBy('bed.number')
        .orderBy('resident.pinyin')
        .orderBy('resident.id')
        .execute(),

    resident: (id: string) =>
      db
        .selectFrom('resident')
        .select(['resident.id', 'resident.name', 'resident.standing', bedAtPresent().as('bed')])
        .where('resident.id', '=', id)
        .executeTakeFirst(),

    /** The day of each resident's newest current checkup up to a day. */
    lastCheckupDays: (until: string) =>
      db
        .selectFrom('checkup')
        .select(['resident_id', (eb) => eb.fn.max('day').as('day')])
        .where('superseded_at', 'is', null)
        .where('day', '<=', until)
        .groupBy('resident_id')
        .execute(),

    currentNurses: () =>
      db
        .selectFrom('account')
        .select(['id', 'name'])
        .where('role', '=', 'nurse')
        .where('ended_at', 'is', null)
        .orderBy('created_at')
        .execute(),

    /** Caregivers employed on a day; on_duty: the published roster gives them a shift on it. */
    caregiversEmployed: (day: string) =>
      db
        .selectFrom('caregiver')
        .select(['caregiver.id', 'caregiver.name'])
        .select((eb) =>
          eb
            .exists(
              eb
                .selectFrom('roster_cell')
                .innerJoin('roster', 'roster.id', 'roster_cell.roster_id')
                .select('roster_cell.day')
                .whereRef('roster_cell.caregiver_id', '=', 'caregiver.id')
                .where('roster.state', '=', 'published')
                .where('roster_cell.day', '=', day)
                .where('roster_cell.shift_code', 'is not', null),
            )
            .as('on_duty'),
        )
        .where('caregiver.started_on', '<=', day)
        .where((eb) => eb.or([eb('caregiver.ended_on', 'is', null), eb('caregiver.ended_on', '>=', day)]))
        .orderBy('on_duty', 'desc')
        .orderBy('caregiver.pinyin')
        .orderBy('caregiver.id')
        .execute(),
  };
}

/** The name behind an id that may be an account's or a caregiver's; empty when it is neither. */
function personName(column: string) {
  const id = sql.ref(column);
  return sql<string>`coalesce((SELECT name FROM account WHERE id = ${id}), (SELECT name FROM caregiver WHERE id = ${id}), '')`;
}

function bedAtPresent() {
  return sql<string>`coalesce((SELECT bed.label FROM stay JOIN bed ON bed.id = stay.bed_id
    WHERE stay.resident_id = resident.id AND stay.ends_on IS NULL), '')`;
}
