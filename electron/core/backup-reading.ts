import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { requireSame } from '../../db/copy.ts';
import { insideOf, type CountsInside } from '../../db/inside.ts';
import { openForeign } from '../../db/foreign.ts';
import type { Manifest } from '../../shared/backup/manifest.ts';
import { sha256 } from './backup-seal.ts';
import { FILES, isTheStick, keyringBytes, setAt } from './backup-set.ts';
import { copyFile, hashFile, type Progress } from './backup-writing.ts';

/** A backup that is to be copied into a folder of this PC and looked through, by the key that opens it. */
export type ReadingOrder = {
  readonly folder: string;
  readonly name: string;
  /** As it was when its mac was verified: the files must fit this one. */
  readonly manifest: Manifest;
  readonly key: Uint8Array;
  /** An empty or absent folder of this PC; the copy is left in it. */
  readonly into: string;
};

/** Which part of a backup is not as it was made; `gone`: its volume is; `no-room`: this PC has none for the copy. */
export type Damage = { readonly damaged: 'database' | 'keyring' | 'gone' | 'no-room' };
export type ReadBackup = { readonly inside: CountsInside } | Damage;

/**
 * Copies a backup here and verifies all of it: size and SHA-256 while it is copied, then every page with the key, the schema as
 * its version writes it, parents, row counts and the head of the log as the manifest says. Leaves the copy, or nothing.
 */
export function readBackup(order: ReadingOrder, report: (progress: Progress) => void): ReadBackup {
  const { folder, manifest, key, into } = order;
  const total = manifest.database.size * 2;
  let done = 0;
  const fail = (damaged: Damage['damaged']): Damage => {
    rmSync(into, { recursive: true, force: true });
    return { damaged };
  };
  try {
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    if (!fits(order)) return fail(existsSync(folder) ? 'keyring' : 'gone');
    const copy = join(into, FILES.database);
    const hash = copyFile(join(folder, FILES.database), copy, (bytes) =>
      report({ done: Math.min((done += bytes), total), total }),
    );
    if (statSync(copy).size !== manifest.database.size || hash !== manifest.database.sha256)
      return fail('database');
    requireSame(copy, key, manifest.content);
    report({ done: total, total });
    const store = openForeign({ file: copy, key });
    try {
      return { inside: insideOf(store.raw) };
    } finally {
      store.close();
    }
  } catch (error) {
    rmSync(into, { recursive: true, force: true });
    if (!existsSync(folder)) return { damaged: 'gone' };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['ENOSPC', 'EDQUOT'].includes(code)) return { damaged: 'no-room' };
    // What the cipher, SQLite, the manifest or the stick itself did not stand for; anything else is a fault of ours.
    // An error without a path is one of a file that was opened already.
    const isOfTheSet =
      error instanceof Error && (!('path' in error) || String(error.path).startsWith(folder));
    if (code === '' || (isOfTheSet && isTheStick(error))) return { damaged: 'database' };
    throw error;
  } finally {
    key.fill(0);
  }
}

/** Whether every byte of a backup is as it was made, told without a key: for the look that is taken now and then. */
export function isWhole(folder: string, name: string, report: (progress: Progress) => void): boolean {
  const set = setAt(folder, name);
  if (!set.manifest || !set.complete) return false;
  const total = set.manifest.database.size;
  let done = 0;
  const hash = hashFile(join(folder, FILES.database), (bytes) => report({ done: (done += bytes), total }));
  return hash === set.manifest.database.sha256 && fits({ folder, manifest: set.manifest });
}

function fits({ folder, manifest }: { folder: string; manifest: Manifest }): boolean {
  const bytes = keyringBytes({ folder });
  return (
    bytes !== null && bytes.length === manifest.keyring.size && sha256(bytes) === manifest.keyring.sha256
  );
}
