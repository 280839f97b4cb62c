import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { connect, StoreIsDamaged, StoreIsOpenElsewhere } from './connect.ts';
import { damageInJournal, journalOf, type JournalDamage } from './journal.ts';
import { isOpenElsewhere } from './open-elsewhere.ts';
import { syncFile, syncFolder } from './sync-files.ts';

/**
 * Connects to a database after looking at the journal that a crash may have left. Where the disk has altered the journal, both files
 * are kept aside as they are, and what SQLite makes of them is tried on a copy: the file itself is only touched when
 * indexes agree with tables and rows with their parents. Throws what `connect` throws.
 */
export function connectAfterCrash(
  file: string,
  key: Uint8Array,
): { readonly raw: Database; readonly journalDamage: JournalDamage | null } {
  const journalDamage = damageInJournal(file);
  if (journalDamage) {
    requireNobodyElse(file); // what another process writes to just now may look odd
    const aside = `${file}.crashed-${markOfJournal(file)}`;
    if (!existsSync(aside)) copyBoth(file, aside);
    tryOn(file, `${aside}.try`, key);
  }
  return { raw: connect(file, key), journalDamage };
}

function requireNobodyElse(file: string): void {
  if (isOpenElsewhere(file)) throw new StoreIsOpenElsewhere('the file is open in another process');
  rmSync(`${file}-shm`, { force: true }); // laid beside it even for reading
}

const markOfJournal = (file: string) =>
  createHash('sha256')
    .update(readFileSync(journalOf(file)))
    .digest('hex')
    .slice(0, 8);

function tryOn(file: string, folder: string, key: Uint8Array): void {
  try {
    copyBoth(file, folder);
    const raw = connect(join(folder, basename(file)), key);
    try {
      const whole = raw.pragma('integrity_check(1)', { simple: true }) === 'ok';
      if (!whole || (raw.pragma('foreign_key_check') as unknown[]).length > 0)
        throw new StoreIsDamaged('the journal was damaged, and what is left does not agree');
    } finally {
      raw.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies a database and its journal into a folder, which is there as a whole or not at all. Nobody may have the file open in this process. */
function copyBoth(file: string, folder: string): void {
  const draft = `${folder}.tmp`;
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    for (const each of [file, journalOf(file)]) {
      const copy = join(draft, basename(each));
      copyFileSync(each, copy);
      syncFile(copy);
    }
    syncFolder(draft);
    renameSync(draft, folder);
    syncFolder(dirname(folder));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}
