import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../../db/sync-files.ts';

/** Being filled: worth nothing until it gets its other name. */
const FILLING = 'restore.tmp';
/** Verified and whole: from here on the restore is carried through, by whoever comes next. */
const READY = 'restore.ready';
const KEPT = 'before-restore';

/** What a centre consists of, in the order in which it is changed; the log of SQLite goes with its file. */
const OLD = ['centre.db-wal', 'centre.db-shm', 'centre.db', 'keyring.bak', 'keyring.json'] as const;
const NEW = ['centre.db', 'keyring.bak', 'keyring.json'] as const;

export const fillingFolder = (home: string) => join(home, FILLING);

/** Called between every two steps; only tests give one, to cut the power there. */
type Between = (step: string) => void;
const nothing: Between = () => undefined;

/**
 * Puts the filled folder in the place of the centre's files, which are kept in `before-restore`. Every database must be closed.
 * Each step is one rename, and the one that decides comes first: cut off before it, the next start throws the filling away and
 * nothing has happened; cut off after it, the next start goes on where it was.
 */
export function swapIn(home: string, between: Between = nothing): void {
  renameSync(join(home, FILLING), join(home, READY));
  syncFolder(home);
  between('decided');
  finishRestore(home, between);
}

/** Ends what a power cut left of a restore: undone when it was not decided, carried through when it was. Harmless when there is none. */
export function finishRestore(home: string, between: Between = nothing): void {
  rmSync(join(home, FILLING), { recursive: true, force: true });
  const ready = join(home, READY);
  if (!existsSync(ready)) return;
  const kept = join(ready, 'kept');
  mkdirSync(kept, { recursive: true });
  // A new file that is no longer here was put in its place already: what stands there now is the new one.
  for (const name of OLD) {
    const successor = name.startsWith('centre.db') ? 'centre.db' : name;
    if (existsSync(join(home, name)) && existsSync(join(ready, successor))) {
      renameSync(join(home, name), join(kept, name));
      syncFolder(kept);
      syncFolder(home);
      between(`${name} kept`);
    }
  }
  for (const name of NEW) {
    if (!existsSync(join(ready, name))) continue;
    renameSync(join(ready, name), join(home, name));
    syncFolder(home);
    between(`${name} in place`);
  }
  if (readdirSync(kept).length > 0) {
    renameSync(kept, freeName(home));
    between('old files named');
  }
  rmSync(ready, { recursive: true, force: true });
  syncFolder(home);
}

/** `before-restore`, or with a number behind it when there was a restore before: what was kept once is not thrown away. */
function freeName(home: string): string {
  for (let number = 1; ; number += 1) {
    const folder = join(home, number === 1 ? KEPT : `${KEPT}-${number}`);
    if (!existsSync(folder)) return folder;
  }
}
