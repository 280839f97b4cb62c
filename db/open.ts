import Driver, { type Database } from 'better-sqlite3';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate, pendingMigrations, versionOf, type Migration } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** An open centre: Kysely for the screens, the raw driver for loops of thousands of rows. One connection, one process. */
export type Store = { readonly db: Kysely<Schema>; readonly raw: Database; close(): void };

/** Another process has the file open (locking_mode=EXCLUSIVE). */
export class StoreIsOpenElsewhere extends Error {}
/** The key does not open the file: it is not a database of this centre, or its first page is damaged. */
export class StoreIsForeign extends Error {}
/** The file opens but its content fails SQLite's own check or the cipher's integrity check. */
export class StoreIsDamaged extends Error {}

type OpenOptions = {
  readonly file: string;
  /** The 256-bit data key of the keyring. */
  readonly key: Uint8Array;
  /** Whether the file is to be made now; otherwise it must exist. */
  readonly create?: boolean;
  /** Only for tests of older files. */
  readonly steps?: readonly Migration[];
};

/**
 * Opens the encrypted file of a centre and brings it to the newest version; before a migration a copy is left beside it.
 * Cipher, durability and limits are those of trust.md 2.4 and 3.1 and are said aloud, since the driver's defaults differ
 * (WAL alone would lose acknowledged commits at a power cut; spilled sorts would be plain text on disk).
 * Throws StoreIsOpenElsewhere, StoreIsForeign, StoreIsDamaged or DatabaseIsNewer.
 */
export function openStore({ file, key, create = false, steps = migrations }: OpenOptions): Store {
  if (!create && (!existsSync(file) || statSync(file).size === 0))
    throw new StoreIsForeign('no database in the file');
  const raw = connect(file, key);
  try {
    const pending = pendingMigrations(raw, steps);
    if (!create && pending.length > 0) copyBefore(raw, file, key);
    migrate(raw, steps);
  } catch (error) {
    raw.close();
    throw asStoreError(error);
  }
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) });
  return { db, raw, close: () => raw.close() };
}

function connect(file: string, key: Uint8Array): Database {
  const raw = new Driver(file, { timeout: 0 });
  try {
    raw.pragma(`cipher = 'aegis'`);
    raw.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`);
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    raw.pragma('secure_delete = ON');
    raw.pragma('cache_size = -65536');
    // The first read takes the exclusive lock and proves the key; quick_check walks every page, so that damage shows now.
    const found = raw.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new StoreIsDamaged(String(found));
    return raw;
  } catch (error) {
    raw.close();
    throw asStoreError(error);
  }
}

/** A whole, checked copy of the file as it was, kept beside it: `<file>.v<version>.bak`. */
function copyBefore(raw: Database, file: string, key: Uint8Array): void {
  const target = `${file}.v${versionOf(raw)}.bak`;
  const draft = `${target}.tmp`;
  rmSync(draft, { force: true });
  try {
    raw.prepare('VACUUM INTO ?').run(draft);
    connect(draft, key).close();
    rmSync(`${draft}-wal`, { force: true });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function asStoreError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY'))
    return new StoreIsOpenElsewhere('the file is open in another process', { cause: error });
  if (code.startsWith('SQLITE_NOTADB'))
    return new StoreIsForeign('the key does not open the file', { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) {
    return new StoreIsDamaged('a page of the file is damaged', { cause: error });
  }
  return error;
}
