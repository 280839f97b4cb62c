import Driver, { type Database } from 'better-sqlite3';

/** What the driver with ciphers has over the one that the types describe. */
type Keyed = Database & { key(text: Buffer): number; rekey(text: Buffer): number };

/** Another process has the file open (locking_mode=EXCLUSIVE). */
export class StoreIsOpenElsewhere extends Error {}
/** The key does not open the file: it is not a database of this centre, or its first page is damaged. */
export class StoreIsForeign extends Error {}
/** The file opens but its content fails SQLite's own check or the cipher's integrity check. */
export class StoreIsDamaged extends Error {}

/**
 * Opens one encrypted file, whose key is the 256-bit data key of the keyring. Cipher, durability and limits are those of
 * trust.md 2.4 and 3.1 and are said aloud, since the driver's defaults differ (WAL alone would lose acknowledged commits at a
 * power cut; spilled sorts would be plain text on disk). Every page is read once, so that damage shows now and not in use.
 * Throws StoreIsOpenElsewhere, StoreIsForeign or StoreIsDamaged.
 */
export function connect(file: string, key: Uint8Array): Database {
  const raw = new Driver(file, { timeout: 0 });
  try {
    tellKey(raw, key);
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
    requireWhole(raw); // the first read takes the exclusive lock and proves the key
    return raw;
  } catch (error) {
    raw.close();
    throw asStoreError(error);
  }
}

/** Tells the cipher its key through bytes that are wiped afterwards: text in JavaScript could not be. */
export function tellKey(raw: Database, key: Uint8Array): void {
  raw.pragma(`cipher = 'aegis'`);
  withKeyText(key, (text) => (raw as Keyed).key(text));
}

/** Encrypts every page of an open file anew, under another key; the cipher chooses another salt too. */
export function tellNewKey(raw: Database, key: Uint8Array): void {
  withKeyText(key, (text) => (raw as Keyed).rekey(text));
}

/** The key as the cipher reads it, `raw:` and 64 hex digits, only for as long as `use` runs. */
function withKeyText(key: Uint8Array, use: (text: Buffer) => void): void {
  const digits = '0123456789abcdef';
  const text = Buffer.alloc(4 + key.length * 2);
  text.write('raw:', 'latin1');
  key.forEach((byte, index) => {
    text[4 + index * 2] = digits.charCodeAt(byte >> 4);
    text[5 + index * 2] = digits.charCodeAt(byte & 15);
  });
  try {
    use(text);
  } finally {
    text.fill(0);
  }
}

/** Walks every page (quick_check); throws StoreIsDamaged with what was found. */
export function requireWhole(raw: Database): void {
  const found = raw.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new StoreIsDamaged(String(found));
}

/** Errors of reading: the page is lost. Errors of writing are the disk's, and say nothing about what the file holds. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'SQLITE_IOERR',
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
  'SQLITE_IOERR_DATA',
  'SQLITE_IOERR_CORRUPTFS',
]);

/** SQLite's codes as the three ways in which a file does not open; anything else stays as it is. */
export function asStoreError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY'))
    return new StoreIsOpenElsewhere('the file is open in another process', { cause: error });
  if (code.startsWith('SQLITE_NOTADB'))
    return new StoreIsForeign('the key does not open the file', { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || UNREADABLE.has(code)) {
    return new StoreIsDamaged('a page of the file is damaged', { cause: error });
  }
  return error;
}
