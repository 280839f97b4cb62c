import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { removeDatabase } from '../../db/copy.ts';
import { syncFolder } from '../../db/sync-files.ts';
import { markOf } from '../../db/mark.ts';
import { currentAccountIds } from '../../db/people.ts';
import { copyUnderKey } from '../../db/rekey.ts';
import type { House } from './house.ts';
import { newSecret, wipe } from './key-wrap.ts';
import { writeKeyring } from './keyring-file.ts';
import { keyringInUse } from './keyring-use.ts';
import { unmovable, withNext, withoutNext } from './keyring.ts';

/** Called between every two steps; only tests give one, to cut the power there. */
type Between = (step: string) => void;

/** Beside the database while a copy under the coming key is made; worth nothing until it is renamed. */
export const rekeyDraft = (file: string) => `${file}.rekey`;

/**
 * Changes the data key: whoever kept the old one (an account that ended, a paper code that was lost) can read nothing that is
 * written from here on. First the keyring is written with both keys for everybody, then a checked copy of the database is made
 * under the new key and takes the place of the old file in one rename, then the keyring forgets the old key. Cut off anywhere,
 * one of the two keys opens the file, and every password and the paper code reach both (test/people/rekey.test.ts).
 * Answers false, having done nothing, when the keyring holds wraps of its first version, which cannot be moved.
 * Throws what the disk says; the old key is in force then.
 */
export function changeDataKey(house: House, between: Between = () => undefined): boolean {
  if (!house.open) throw new Error('the house is closed');
  const current = currentAccountIds(house.open.store.raw);
  const all = keyringInUse(house);
  const present = { ...all, entries: all.entries.filter(({ accountId }) => current.has(accountId)) };
  const { names, recovery } = unmovable(present);
  if (names.length > 0 || recovery) return false;
  const { dataKey } = house.open;
  const next = newSecret();
  const both = writeKeyring(house.keyringFile, withNext(present, next), dataKey, () => between('announced'));
  between('announced twice');
  try {
    house.exchange(next, (raw) => replaceFile(house.databaseFile, raw, dataKey, next, between));
  } catch (error) {
    if (house.open?.dataKey === dataKey) writeKeyring(house.keyringFile, withoutNext(both, false), dataKey);
    wipe(next);
    throw error;
  }
  between('reopened');
  const mark = markOf(house.open.store.raw);
  writeKeyring(house.keyringFile, { ...withoutNext(both, true), mark }, next, () => between('forgotten'));
  between('forgotten twice');
  wipe(dataKey);
  return true;
}

/** The copy under the new key, made while the file is open; the answer puts it in its place once the file is closed. */
function replaceFile(
  file: string,
  raw: Parameters<typeof copyUnderKey>[0],
  key: Uint8Array,
  next: Uint8Array,
  between: Between,
): () => void {
  const draft = rekeyDraft(file);
  copyUnderKey(raw, draft, key, next);
  between('copied');
  return () => {
    between('closed');
    // A log that stayed behind would be read into the new file: then everything is left as it is.
    if (existsSync(`${file}-wal`)) {
      removeDatabase(draft);
      throw new Error('the log of the closed database is still there');
    }
    // Its removal is on the disk before the rename is: a power cut must not keep the second without the first.
    syncFolder(dirname(file));
    renameSync(draft, file);
    between('renamed');
    syncFolder(dirname(file));
  };
}
