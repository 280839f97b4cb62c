import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appendAudit } from '../../db/audit.ts';
import { opensWith } from '../../db/copy.ts';
import { syncFolder } from '../../db/sync-files.ts';
import { copiesToRemove, type OldCopy } from '../../shared/backup/old-copies.ts';
import type { BackupHouse } from './backup-places.ts';

/** An old copy of the centre on the disk of this PC; `bytes`: the room that it takes. */
type FoundCopy = Omit<OldCopy, 'opens'> & { readonly bytes: number };

/** Written by db/open.ts before a migration. */
const UPDATE = /^centre\.db\.v\d+\.bak$/;
/** Left by electron/core/restore-swap.ts. */
const RESTORE = /^before-restore(?:-\d+)?$/;
/** Kept aside by db/after-crash.ts. */
const CRASH = /^centre\.db\.crashed-[0-9a-f]{8}$/;
/** On its way out when the power went. */
const LEAVING = /^(?:before-restore(?:-\d+)?|centre\.db\.crashed-[0-9a-f]{8})\.tmp$/;
/** All that such a folder may hold; with anything else in it, somebody uses it for something. */
const OURS = /^(?:centre\.db(?:-wal|-shm)?|keyring\.json|keyring\.bak)$/;

const isFolderOfOurs = (name: string) => RESTORE.test(name) || CRASH.test(name);

/** The old copies of the centre that lie in the folder of its data. */
export function oldCopiesIn(folder: string): FoundCopy[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): FoundCopy[] => {
    const path = join(folder, entry.name);
    const at = () => statSync(path).mtime.toISOString();
    if (entry.isFile() && UPDATE.test(entry.name))
      return [{ name: entry.name, kind: 'update', at: at(), bytes: statSync(path).size }];
    if (!entry.isDirectory() || !isFolderOfOurs(entry.name)) return [];
    const bytes = readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
    return [{ name: entry.name, kind: CRASH.test(entry.name) ? 'crash' : 'restore', at: at(), bytes }];
  });
}

/**
 * Removes the old copies that the rule lets go, now that a backup of `backupAt` lies on a place, whole; each gets its line in the
 * log. Runs in turn with the requests. Throws what the disk says; what was removed until then is in the log.
 */
export function removeOldCopies(house: BackupHouse, backupAt: string): void {
  if (!house.open) return;
  const { store, dataKey } = house.open;
  for (const name of readdirSync(house.folder))
    if (LEAVING.test(name)) rmSync(join(house.folder, name), { recursive: true, force: true });
  const copies = oldCopiesIn(house.folder).map((copy) => ({
    ...copy,
    // What a restore replaced lies there with its own keyring; what a crash left may never open and is kept for what is in it.
    opens: copy.kind !== 'update' || opensWith(join(house.folder, copy.name), dataKey),
  }));
  for (const name of copiesToRemove(copies, backupAt, house.today)) {
    if (!remove(house.folder, name)) continue;
    store.raw
      .transaction(() => {
        appendAudit(store.raw, {
          at: house.at,
          actor: 'system',
          action: 'backup.removeCopy',
          object: name,
          detail: copies.find((copy) => copy.name === name)?.at ?? '',
        });
      })
      .immediate();
  }
}

/** A folder gives up its name first, so that a cut leaves something unfinished and never half of a copy. */
function remove(folder: string, name: string): boolean {
  const path = join(folder, name);
  if (isFolderOfOurs(name)) {
    if (readdirSync(path).some((file) => !OURS.test(file))) return false;
    renameSync(path, `${path}.tmp`);
    syncFolder(folder);
    rmSync(`${path}.tmp`, { recursive: true, force: true });
  } else rmSync(path);
  syncFolder(folder);
  return !existsSync(path);
}
