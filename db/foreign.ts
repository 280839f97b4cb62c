import Driver, { type Database } from 'better-sqlite3';
import { existsSync, rmSync, statSync } from 'node:fs';
import { asStoreError, requireWhole, StoreIsForeign, tellKey } from './connect.ts';
import { migrate, pendingMigrations, versionOf, type Migration } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** A file from outside that was looked through and found to be ours: for reading only. */
export type ForeignStore = { readonly raw: Database; readonly version: number; close(): void };

type ForeignOptions = {
  readonly file: string;
  /** The 256-bit data key of the keyring that came with the file. */
  readonly key: Uint8Array;
  /** Only for tests of other versions. */
  readonly steps?: readonly Migration[];
};

/**
 * Opens a file that somebody brought (a backup to restore, an older copy) without believing it: read-only, nothing in its
 * schema may run (trusted_schema=OFF), no memory map, every page read first, and each table, index and trigger must be
 * written exactly as the migrations of its version write it, so that a trigger or a view slipped in by somebody who has the
 * key is found before any query runs (trust.md 7.2, sqlite.org/security.html). A copy is one file: with a journal beside it,
 * it is not taken, since the journal would change what is read.
 * Throws StoreIsForeign, StoreIsDamaged, StoreIsOpenElsewhere or DatabaseIsNewer.
 */
export function openForeign({ file, key, steps = migrations }: ForeignOptions): ForeignStore {
  if (!existsSync(file) || statSync(file).size === 0) throw new StoreIsForeign('no database in the file');
  if (journals(file).some((journal) => existsSync(journal)))
    throw new StoreIsForeign('a journal lies beside the copy');
  const raw = new Driver(file, { readonly: true, fileMustExist: true, timeout: 0 });
  const close = () => {
    raw.close();
    // A copied live file makes SQLite lay these beside it even when it only reads.
    for (const journal of journals(file)) rmSync(journal, { force: true });
  };
  try {
    tellKey(raw, key);
    raw.pragma('query_only = ON');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    raw.pragma('temp_store = MEMORY');
    requireWhole(raw);
    const version = versionOf(raw);
    pendingMigrations(raw, steps); // refuses a file that is ahead of this program
    const strange = firstStrange(schemaOf(raw), schemaAt(version, steps));
    if (strange !== null) throw new StoreIsForeign(`not as version ${version} is written: ${strange}`);
    return { raw, version, close };
  } catch (error) {
    close();
    throw asStoreError(error);
  }
}

const journals = (file: string) => [`${file}-wal`, `${file}-shm`, `${file}-journal`];

/** Everything in the schema by kind and name, and how it is written; SQLite's own indexes carry no text. */
function schemaOf(raw: Database): Map<string, string> {
  const rows = raw.prepare('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all() as {
    type: string;
    name: string;
    table: string;
    sql: string | null;
  }[];
  return new Map(rows.map(({ type, name, table, sql }) => [`${type} ${name}`, `${table}: ${sql ?? ''}`]));
}

/** What the migrations up to a version make, in a database of memory. An unknown version makes nothing. */
function schemaAt(version: number, steps: readonly Migration[]): Map<string, string> {
  const raw = new Driver(':memory:');
  try {
    if (steps.some((step) => step.version === version))
      migrate(
        raw,
        steps.filter((step) => step.version <= version),
      );
    return schemaOf(raw);
  } finally {
    raw.close();
  }
}

/** The first entry that is added, missing or written otherwise; null when both are the same. */
function firstStrange(found: Map<string, string>, expected: Map<string, string>): string | null {
  if (expected.size === 0) return 'unknown version';
  for (const name of new Set([...found.keys(), ...expected.keys()]))
    if (found.get(name) !== expected.get(name)) return name;
  return null;
}
