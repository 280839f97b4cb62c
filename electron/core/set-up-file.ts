import { existsSync, renameSync } from 'node:fs';
import { removeDatabase } from '../../db/copy.ts';
import { syncFolder } from '../../db/sync-files.ts';
import { openStore, type Store } from '../../db/open.ts';
import { markOf } from '../../db/mark.ts';
import { dirname } from 'node:path';
import { keyringExists } from './keyring-file.ts';

/** Where a new centre's file grows until its keyring is written. */
const growing = (file: string) => `${file}.setup`;

/**
 * Makes the database of a new centre. It grows under another name; `keep` writes the keyring, and with that the centre exists.
 * Cut off before, the next start throws the file away (nobody ever had its key) and the wizard is simply run again; cut off
 * after, the next start gives it its name. An existing database is never touched.
 */
export async function makeFile(
  file: string,
  key: Uint8Array,
  fill: (store: Store) => Promise<void>,
  keep: (mark: string) => void,
): Promise<void> {
  removeDatabase(growing(file));
  const store = openStore({ file: growing(file), key, create: true });
  let mark: string;
  try {
    await fill(store);
    mark = markOf(store.raw);
  } finally {
    store.close();
  }
  keep(mark);
  nameIt(file);
}

/** Ends what a cut left of a set-up; harmless when there is nothing to end. */
export function finishSetUp(file: string, keyringFile: string): void {
  if (!existsSync(growing(file))) return;
  if (keyringExists(keyringFile) && !existsSync(file)) nameIt(file);
  else removeDatabase(growing(file));
}

function nameIt(file: string): void {
  renameSync(growing(file), file);
  syncFolder(dirname(file));
}
