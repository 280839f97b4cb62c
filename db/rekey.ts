import Driver, { type Database } from 'better-sqlite3';
import { asStoreError, tellKey, tellNewKey } from './connect.ts';
import { contentOf, removeDatabase, requireSame, writeCopy } from './copy.ts';
import { syncFile } from './sync-files.ts';

/**
 * Writes a whole copy of an open database under another key, on the disk and checked: every page read, the content the same.
 * The open file stays as it is. Needs room for a second file. Throws what the disk says, StoreIsDamaged or CopyDiffers; no
 * half copy stays then.
 */
export function copyUnderKey(raw: Database, file: string, key: Uint8Array, next: Uint8Array): void {
  writeCopy(raw, file);
  try {
    const copy = new Driver(file, { timeout: 0 });
    try {
      tellKey(copy, key);
      copy.pragma('temp_store = MEMORY');
      copy.pragma('journal_mode = MEMORY'); // a copy that is cut off is thrown away: nothing of it goes to a journal on disk
      tellNewKey(copy, next);
    } finally {
      copy.close();
    }
    syncFile(file);
    requireSame(file, next, contentOf(raw));
  } catch (error) {
    removeDatabase(file);
    throw asStoreError(error);
  }
}
