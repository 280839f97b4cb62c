import type { Database } from 'better-sqlite3';
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { RosterCellTable, RosterTable } from './tables/rosters.ts';

export type RosterRow = Selectable<RosterTable>;
export type RosterCellRow = Selectable<RosterCellTable>;

export function rosterQueries(db: Kysely<Schema>) {
  return {
    /** Every version of a month with the names of who made and published it, the newest first. */
    versions: (month: string) =>
      db
        .selectFrom('roster')
        .leftJoin('account as maker', 'maker.id', 'roster.made_by')
        .leftJoin('account as publisher', 'publisher.id', 'roster.published_by')
        .selectAll('roster')
        .select(['maker.name as maker', 'publisher.name as publisher'])
        .where('month', '=', month)
        .orderBy('version', 'desc')
        .execute(),

    byId: (id: string): Promise<RosterRow | undefined> =>
      db.selectFrom('roster').selectAll().where('id', '=', id).executeTakeFirst(),

    draftOf: (month: string): Promise<RosterRow | undefined> =>
      db
        .selectFrom('roster')
        .selectAll()
        .where('month', '=', month)
        .where('state', '=', 'draft')
        .executeTakeFirst(),

    publishedOf: (month: string): Promise<RosterRow | undefined> =>
      db
        .selectFrom('roster')
        .selectAll()
        .where('month', '=', month)
        .where('state', '=', 'published')
        .executeTakeFirst(),

    async newestVersion(month: string): Promise<number> {
      const row = await db
        .selectFrom('roster')
        .select((eb) => eb.fn.max<number | null>('version').as('version'))
        .where('month', '=', month)
        .executeTakeFirst();
      return row?.version ?? 0;
    },

    async insert(row: Insertable<RosterTable>) {
      await db.insertInto('roster').values(row).execute();
    },

    async supersede(id: string) {
      await db.updateTable('roster').set({ state: 'superseded' }).where('id', '=', id).execute();
    },

    async publish(id: string, at: string, by: string) {
      await db
        .updateTable('roster')
        .set({ state: 'published', published_at: at, published_by: by })
        .where('id', '=', id)
        .execute();
    },

    cells: (rosterId: string): Promise<RosterCellRow[]> =>
      db.selectFrom('roster_cell').selectAll().where('roster_id', '=', rosterId).execute(),

    /** Caregivers employed on any day of the period, in the order in which they were registered. */
    caregiversBetween: (first: string, last: string) =>
      db
        .selectFrom('caregiver')
        .select(['id', 'name', 'started_on', 'ended_on'])
        .where('started_on', '<=', last)
        .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', first)]))
        .orderBy(sql`caregiver.rowid`)
        .execute(),

    /** What counts as worked just before a month: attendance, or where there is none yet the published roster. */
    cellsBefore: (first: string, month: string) =>
      db
        .selectFrom('roster_cell')
        .innerJoin('roster', 'roster.id', 'roster_cell.roster_id')
        .select(['caregiver_id', 'day', 'shift_code'])
        .where('roster.state', '=', 'published')
        .where('roster.month', '=', month)
        .where('day', '>=', first)
        .execute(),

    /** Residents in house on any day of the period, with the bed of each stay that touches it. */
    residentsBetween: (first: string, last: string) =>
      db
        .selectFrom('resident')
        .select(['id', 'name', 'admitted_on', 'left_on'])
        .where((eb) => eb.or([eb('admitted_on', 'is', null), eb('admitted_on', '<=', last)]))
        .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', first)]))
        .orderBy('pinyin')
        .orderBy('id')
        .execute(),

    staysBetween: (first: string, last: string) =>
      db
        .selectFrom('stay')
        .innerJoin('bed', 'bed.id', 'stay.bed_id')
        .select([
          'stay.resident_id',
          'stay.starts_on',
          'stay.ends_on',
          'bed.label',
          'bed.room',
          'bed.zone_id',
        ])
        .where('stay.starts_on', '<=', last)
        .where((eb) => eb.or([eb('stay.ends_on', 'is', null), eb('stay.ends_on', '>', first)]))
        .execute(),

    pairingsBetween: (first: string, last: string) =>
      db
        .selectFrom('pairing')
        .select(['caregiver_id', 'resident_id', 'starts_on', 'ends_on'])
        .where('starts_on', '<=', last)
        .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', first)]))
        .execute(),

    holidaysBetween: (first: string, last: string) =>
      db
        .selectFrom('holiday')
        .select(['day', 'name', 'kind'])
        .where('superseded_at', 'is', null)
        .where('day', '>=', first)
        .where('day', '<=', last)
        .orderBy('day')
        .execute(),
  };
}

type NewCell = Pick<RosterCellRow, 'caregiver_id' | 'day' | 'shift_code' | 'locked'>;

/** Writes all cells of a new draft. */
export function insertCells(raw: Database, rosterId: string, cells: readonly NewCell[]): void {
  const insert = raw.prepare(
    'INSERT INTO roster_cell (roster_id, caregiver_id, day, shift_code, locked) VALUES (?, ?, ?, ?, ?)',
  );
  for (const cell of cells) insert.run(rosterId, cell.caregiver_id, cell.day, cell.shift_code, cell.locked);
}

/** Puts shifts into cells of a draft, making those that do not exist yet. */
export function writeCells(
  raw: Database,
  rosterId: string,
  cells: readonly Pick<NewCell, 'caregiver_id' | 'day' | 'shift_code'>[],
): void {
  const write = raw.prepare(
    `INSERT INTO roster_cell (roster_id, caregiver_id, day, shift_code, locked) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT DO UPDATE SET shift_code = excluded.shift_code`,
  );
  for (const cell of cells) write.run(rosterId, cell.caregiver_id, cell.day, cell.shift_code);
}

export function lockCells(
  raw: Database,
  rosterId: string,
  cells: readonly Pick<NewCell, 'caregiver_id' | 'day'>[],
  locked: 0 | 1,
): void {
  const write = raw.prepare(
    `INSERT INTO roster_cell (roster_id, caregiver_id, day, shift_code, locked) VALUES (?, ?, ?, NULL, ?)
     ON CONFLICT DO UPDATE SET locked = excluded.locked`,
  );
  for (const cell of cells) write.run(rosterId, cell.caregiver_id, cell.day, locked);
}
