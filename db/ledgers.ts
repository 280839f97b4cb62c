import type { Database } from 'better-sqlite3';
import type { Insertable, Kysely } from 'kysely';
import { vitalKeys } from '../shared/health/vitals.ts';
import {
  attendanceKey,
  checkupKey,
  type KnownCaregiver,
  type KnownResident,
} from '../shared/ledger/known.ts';
import type { Schema } from './schema.ts';

export function ledgerQueries(db: Kysely<Schema>) {
  return {
    imports: () =>
      db
        .selectFrom('ledger_import')
        .leftJoin('account', 'account.id', 'ledger_import.imported_by')
        .select(['ledger_import.id', 'file_name', 'report', 'imported_at', 'account.name as importer'])
        .orderBy('imported_at', 'desc')
        .orderBy('ledger_import.id', 'desc')
        .execute(),

    importById: (id: string) =>
      db.selectFrom('ledger_import').select(['id', 'report']).where('id', '=', id).executeTakeFirst(),
  };
}

/** Everybody with their bed now; also those who left, whose ID numbers still belong to them. */
export function everyResident(raw: Database): KnownResident[] {
  const rows = raw
    .prepare(
      `SELECT resident.id, name, national_id, bed.label AS bed, left_on IS NULL AS in_house FROM resident
       LEFT JOIN stay ON stay.resident_id = resident.id AND stay.ends_on IS NULL
       LEFT JOIN bed ON bed.id = stay.bed_id ORDER BY resident.rowid`,
    )
    .all() as {
    id: string;
    name: string;
    national_id: string | null;
    bed: string | null;
    in_house: number;
  }[];
  return rows.map(({ id, name, national_id, bed, in_house }) => ({
    id,
    name,
    nationalId: national_id,
    bed,
    inHouse: in_house === 1,
  }));
}

export function everyCaregiver(raw: Database): KnownCaregiver[] {
  const rows = raw.prepare('SELECT id, name, national_id FROM caregiver ORDER BY rowid').all() as {
    id: string;
    name: string;
    national_id: string;
  }[];
  return rows.map(({ id, name, national_id }) => ({ id, name, nationalId: national_id }));
}

export function everyDevice(raw: Database): Map<string, { id: string; name: string }> {
  const rows = raw.prepare('SELECT id, code, name FROM device').all() as {
    id: string;
    code: string;
    name: string;
  }[];
  return new Map(rows.map(({ id, code, name }) => [code, { id, name }]));
}

export function currentlyPaired(raw: Database): Set<string> {
  return new Set(
    raw.prepare('SELECT resident_id FROM pairing WHERE ends_on IS NULL').pluck().all() as string[],
  );
}

/** Current checkups from one day to another (both included), by resident, day and values. */
export function checkupsBetween(raw: Database, first: string, last: string): Map<string, string> {
  const rows = raw
    .prepare(
      `SELECT id, resident_id, day, ${vitalKeys.join(', ')} FROM checkup
       WHERE day BETWEEN ? AND ? AND superseded_at IS NULL`,
    )
    .all(first, last) as ({ id: string; resident_id: string; day: string } & Record<string, number | null>)[];
  return new Map(
    rows.map((row) => [
      checkupKey(
        row.resident_id,
        row.day,
        vitalKeys.map((key) => row[key] ?? null),
      ),
      row.id,
    ]),
  );
}

/** Current marks from one day to another (both included), by caregiver and day. */
export function marksBetween(raw: Database, first: string, last: string): Map<string, string> {
  const rows = raw
    .prepare(
      'SELECT caregiver_id, day, mark FROM attendance WHERE day BETWEEN ? AND ? AND superseded_at IS NULL',
    )
    .all(first, last) as { caregiver_id: string; day: string; mark: string }[];
  return new Map(rows.map(({ caregiver_id, day, mark }) => [attendanceKey(caregiver_id, day), mark]));
}

export function closedAttendanceMonths(raw: Database): Set<string> {
  return new Set(
    raw.prepare('SELECT month FROM attendance_close WHERE reopened_at IS NULL').pluck().all() as string[],
  );
}

/** Finds the record that a row became in an earlier import, by the SHA-256 of its print. */
export function importedRow(raw: Database): (fingerprint: string) => string | null {
  const statement = raw.prepare('SELECT record_id FROM ledger_row WHERE fingerprint = ?').pluck();
  return (fingerprint) => (statement.get(fingerprint) as string | undefined) ?? null;
}

type Inserts = {
  [
    T in
      | 'resident'
      | 'resident_doubt'
      | 'bed'
      | 'stay'
      | 'device'
      | 'device_holding'
      | 'caregiver'
      | 'pay_term'
      | 'pairing'
      | 'attendance'
      | 'ledger_import'
  ]: Insertable<Schema[T]>;
};

/** Adds rows by prepared statements: an import writes thousands. One statement a table and set of columns. */
export function rowWriter(raw: Database) {
  const statements = new Map<string, ReturnType<Database['prepare']>>();
  return function write<T extends keyof Inserts>(table: T, row: Inserts[T]): void {
    const columns = Object.keys(row);
    const key = `${table} ${columns.join(' ')}`;
    let statement = statements.get(key);
    if (!statement) {
      const places = columns.map((name) => `@${name}`).join(', ');
      statement = raw.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
      statements.set(key, statement);
    }
    statement.run(row);
  };
}

/** Finds a bed by its label, and the first day on which nobody has had it. */
export function bedFinder(raw: Database) {
  const bed = raw.prepare('SELECT id FROM bed WHERE label = ?').pluck();
  const free = raw.prepare('SELECT max(ends_on) FROM stay WHERE bed_id = ?').pluck();
  return {
    idOf: (label: string): string | null => (bed.get(label) as string | undefined) ?? null,
    freeFrom: (bedId: string): string | null => free.get(bedId) as string | null,
  };
}

/** Remembers which record a row became; the same row twice keeps the first. */
export function rowRecorder(raw: Database) {
  const statement = raw.prepare(
    `INSERT INTO ledger_row (fingerprint, import_id, sheet, row, kind, record_id)
     VALUES (@fingerprint, @import_id, @sheet, @row, @kind, @record_id) ON CONFLICT (fingerprint) DO NOTHING`,
  );
  return (row: {
    fingerprint: string;
    import_id: string;
    sheet: string;
    row: number;
    kind: string;
    record_id: string;
  }): void => {
    statement.run(row);
  };
}
