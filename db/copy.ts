import Driver, { type Database } from 'better-sqlite3';
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { differenceOf, isTold, type Content } from '../shared/backup/manifest.ts';
import { auditHead } from './audit.ts';
import { asStoreError, StoreIsDamaged, StoreIsForeign, tellKey } from './connect.ts';
import { openForeign } from './foreign.ts';
import { syncFile, syncFolder } from './sync-files.ts';
import { versionOf, type Migration } from './migrate.ts';

/** A copy that opens and is sound, but does not hold what the database held when it was made. */
export class CopyDiffers extends Error {}

/** What a database holds, as far as a manifest tells it: its version, the rows of each table, the head of its log, its newest package. Reads every table's count. */
export function contentOf(raw: Database): Content {
  const tables = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[];
  const rows = Object.fromEntries(
    tables
      .filter(isTold)
      .map((name) => [name, raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]),
  );
  const head = tables.includes('audit') ? auditHead(raw) : { seq: 0, hash: '0'.repeat(64) };
  const last = tables.includes('package')
    ? (raw
        .prepare(
          'SELECT epoch, seq, statement_hash AS hash FROM package ORDER BY epoch DESC, seq DESC LIMIT 1',
        )
        .get() as NonNullable<Content['package']> | undefined)
    : undefined;
  return {
    schema: versionOf(raw),
    rows,
    audit: { count: head.seq, head: head.hash },
    package: last ?? null,
  };
}

/**
 * Writes a whole copy of an open database, encrypted under the same key, and makes sure that it is on the disk (trust.md 3.4).
 * Must not run inside a transaction. A copy that could not be finished is removed. Whether it is right `requireSame` tells.
 */
export function writeCopy(raw: Database, file: string): void {
  removeDatabase(file);
  try {
    raw.prepare('VACUUM INTO ?').run(file);
    syncFile(file);
  } catch (error) {
    removeDatabase(file);
    throw error;
  }
}

/**
 * Opens a copy read-only, believing nothing of it, and walks all of it: every page through the cipher's check, every index, every parent, and the content
 * that it should have. Throws StoreIsForeign,
 * StoreIsDamaged, DatabaseIsNewer or CopyDiffers.
 */
export function requireSame(
  file: string,
  key: Uint8Array,
  expected: Content,
  steps?: readonly Migration[],
): void {
  const { raw: copy, close } = openForeign({ file, key, ...(steps && { steps }) });
  try {
    const found = copy.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') throw new StoreIsDamaged(String(found));
    const orphans = copy.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0) throw new StoreIsDamaged(`${orphans.length} rows without their parent`);
    const difference = differenceOf(expected, contentOf(copy));
    if (difference) throw new CopyDiffers(difference);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    close();
  }
}

/**
 * A checked copy of an open database under its final name, or none at all: written beside it as `.tmp`, opened, compared,
 * renamed. This is the copy before a migration; the copies on other disks take the same steps in electron/core/backups.ts.
 */
export function keepCopy(raw: Database, file: string, key: Uint8Array, steps?: readonly Migration[]): void {
  const draft = `${file}.tmp`;
  writeCopy(raw, draft);
  try {
    requireSame(draft, key, contentOf(raw), steps);
    renameSync(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    removeDatabase(draft);
    throw error;
  }
}

/** Whether this key opens a closed copy; reads no more than its first page and writes nothing. Throws what the disk says. */
export function opensWith(file: string, key: Uint8Array): boolean {
  const copy = new Driver(file, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    tellKey(copy, key);
    versionOf(copy);
    return true;
  } catch (error) {
    const fault = asStoreError(error);
    if (fault instanceof StoreIsForeign || fault instanceof StoreIsDamaged) return false;
    throw fault;
  } finally {
    copy.close();
  }
}

/** A database file with what SQLite may have left beside it. */
export function removeDatabase(file: string): void {
  for (const name of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
}
