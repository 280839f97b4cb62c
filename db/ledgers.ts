import type { Database } from 'better-sqlite3';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Day } from '../shared/calendar/day.ts';
import type { DisabilityLevel } from '../shared/identity/certificate.ts';
import { vitalKeys } from '../shared/health/vitals.ts';
import {
  attendanceKey,
  checkupKey,
  type KnownCaregiver,
  type KnownResident,
} from '../shared/ledger/known.ts';
import { caregiverFacts, residentFacts } from '../shared/ledger/known-facts.ts';
import type { Schema } from './schema.ts';
import type { CaregiverTable } from './tables/caregivers.ts';
import type { ResidentTable } from './tables/residents.ts';

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
      `SELECT resident.*, bed.label AS bed FROM resident
       LEFT JOIN stay ON stay.resident_id = resident.id AND stay.ends_on IS NULL
       LEFT JOIN bed ON bed.id = stay.bed_id ORDER BY resident.rowid`,
    )
    .all() as (Selectable<ResidentTable> & { bed: string | null })[];
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nationalId: row.national_id,
    bed: row.bed,
    inHouse: row.left_on === null,
    facts: residentFacts({
      sex: row.sex,
      certificateNo: row.certificate_no,
      disability: row.disability,
      disabilityLevel: row.disability_level as DisabilityLevel | null,
      hardship: row.hardship,
      careLevel: row.care_level,
      guardianName: row.guardian_name,
      guardianPhone: row.guardian_phone,
      admittedOn: row.admitted_on as Day | null,
      bed: row.bed,
    }),
  }));
}

type CaregiverFactsRow = Pick<
  Selectable<CaregiverTable>,
  'id' | 'name' | 'national_id' | 'phone' | 'health_certificate_until' | 'started_on'
> & { readonly base_wage_fen: number | null };

/** Every caregiver with the newest wage agreed. */
export function everyCaregiver(raw: Database): KnownCaregiver[] {
  const rows = raw
    .prepare(
      `SELECT id, name, national_id, phone, health_certificate_until, started_on,
         (SELECT base_wage_fen FROM pay_term WHERE caregiver_id = caregiver.id AND superseded_at IS NULL
          ORDER BY effective_from DESC LIMIT 1) AS base_wage_fen
       FROM caregiver ORDER BY rowid`,
    )
    .all() as CaregiverFactsRow[];
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nationalId: row.national_id,
    facts: caregiverFacts({
      phone: row.phone,
      healthCertificateUntil: row.health_certificate_until as Day | null,
      startedOn: row.started_on as Day,
      baseWage: row.base_wage_fen,
    }),
  }));
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
      | 'checkup'
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

/** Finds the first round of a resident's day that has no current checkup: the same rule as nextRound(), for thousands of rows. */
export function roundFinder(raw: Database) {
  const last = raw
    .prepare('SELECT max(round) FROM checkup WHERE resident_id = ? AND day = ? AND superseded_at IS NULL')
    .pluck();
  return (residentId: string, day: string): number => ((last.get(residentId, day) as number | null) ?? 0) + 1;
}

/** Finds the days of a caregiver that have a current mark. */
export function markedDays(raw: Database) {
  const days = raw
    .prepare('SELECT day FROM attendance WHERE caregiver_id = ? AND superseded_at IS NULL')
    .pluck();
  return (caregiverId: string): Set<string> => new Set(days.all(caregiverId) as string[]);
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
