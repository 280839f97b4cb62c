import type { Database } from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { Kysely, SqliteDialect } from 'kysely';
import { connectAfterCrash } from './after-crash.ts';
import { asStoreError, StoreIsForeign } from './connect.ts';
import { keepCopy } from './copy.ts';
import { emptyJournal, type JournalDamage } from './journal.ts';
import { migrate, pendingMigrations, versionOf, type Migration } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** An open centre: Kysely for the screens, the raw driver for loops of thousands of rows. One connection, one process. */
export type Store = {
  readonly db: Kysely<Schema>;
  readonly raw: Database;
  /** What of the journal of the last crash the disk had altered, so that it could not be taken over; null as good as always. */
  readonly journalDamage: JournalDamage | null;
  close(): void;
};

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
 * Throws StoreIsOpenElsewhere, StoreIsForeign, StoreIsDamaged or DatabaseIsNewer.
 */
export function openStore({ file, key, create = false, steps = migrations }: OpenOptions): Store {
  if (!create && (!existsSync(file) || statSync(file).size === 0))
    throw new StoreIsForeign('no database in the file');
  const { raw, journalDamage } = connectAfterCrash(file, key);
  try {
    emptyJournal(raw);
    const pending = pendingMigrations(raw, steps);
    // Kept beside the file even when no other place is plugged in: a checked copy of it as it was.
    if (!create && pending.length > 0) keepCopy(raw, `${file}.v${versionOf(raw)}.bak`, key, steps);
    migrate(raw, steps);
  } catch (error) {
    raw.close();
    throw asStoreError(error);
  }
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) });
  return { db, raw, journalDamage, close: () => raw.close() };
}
