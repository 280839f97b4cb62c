import Driver from 'better-sqlite3';
import { existsSync } from 'node:fs';

/**
 * Whether another process has this file open, told without its key: the lock is asked for before the first page is read. Only to be
 * asked while this process does not have it open itself. What cannot be read at all is open nowhere.
 */
export function isOpenElsewhere(file: string): boolean {
  if (!existsSync(file)) return false;
  let raw: Driver.Database | undefined;
  try {
    raw = new Driver(file, { readonly: true, fileMustExist: true, timeout: 0 });
    raw.pragma('schema_version');
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
  } finally {
    raw?.close();
  }
}
