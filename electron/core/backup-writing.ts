import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreIsDamaged, StoreIsForeign } from '../../db/connect.ts';
import { CopyDiffers, requireSame } from '../../db/copy.ts';
import { syncFolder } from '../../db/sync-files.ts';
import { manifestBytes, type Content, type UnsignedManifest } from '../../shared/backup/manifest.ts';
import { sealManifest, sha256 } from './backup-seal.ts';
import { FILES } from './backup-set.ts';
import { writeFileDurably } from './durable-file.ts';

export type Target = {
  readonly placeId: string;
  readonly label: string;
  /** Our folder on the volume; it must be there. */
  readonly folder: string;
  readonly largestFile: number | null;
};

/** A finished copy of the database, still beside it, and where it is to go. */
export type WritingOrder = {
  readonly draft: string;
  readonly key: Uint8Array;
  readonly content: Content;
  readonly keyring: Uint8Array;
  readonly about: Pick<UnsignedManifest, 'name' | 'centre' | 'program' | 'reason' | 'made_at'>;
  readonly targets: readonly Target[];
};

export type WritingProblem = {
  readonly placeId: string | null;
  readonly label: string | null;
  readonly code:
    | 'BACKUP_NO_ROOM'
    | 'BACKUP_PLACE_GONE'
    | 'BACKUP_READ_ONLY'
    | 'BACKUP_TOO_LARGE'
    | 'BACKUP_DIFFERS'
    | 'BACKUP_FAILED';
  /** For the log. */
  readonly cause: string;
};

export type Written = {
  readonly size: number;
  readonly sha256: string;
  readonly written: readonly string[];
  readonly problems: readonly WritingProblem[];
};

export type Progress = { readonly done: number; readonly total: number };

const CHUNK = 4 * 1024 * 1024;
/** So often a stick is made to keep what it got: progress that only fills a cache would be no progress. */
const SYNC_EVERY = 64 * 1024 * 1024;

/**
 * Checks the copy against what the database held, then writes the three files to each target under an unfinished name, syncs,
 * reads all of it back, compares, and renames: a backup is there as a whole or not at all (trust.md 3.4). One target that fails
 * does not stop the others. Blocks for as long as the disks need: meant for a thread of its own.
 */
export function writeSets(order: WritingOrder, report: (progress: Progress) => void): Written {
  const { draft, key, content, keyring, about, targets } = order;
  try {
    const size = statSync(draft).size;
    const total = size * (2 + 2 * targets.length);
    let done = 0;
    const step = (bytes: number) => report({ done: Math.min((done += bytes), total), total });
    try {
      requireSame(draft, key, content);
    } catch (error) {
      if (
        !(error instanceof CopyDiffers || error instanceof StoreIsDamaged || error instanceof StoreIsForeign)
      )
        throw error;
      const problem = { placeId: null, label: null, code: 'BACKUP_DIFFERS' as const, cause: error.message };
      return { size, sha256: '', written: [], problems: [problem] };
    }
    step(size);
    const hash = hashFile(draft, step);
    const manifest = manifestBytes(
      sealManifest(
        {
          ...about,
          format: 'nuantuo-backup',
          version: 1,
          content,
          database: { size, sha256: hash },
          keyring: { size: keyring.length, sha256: sha256(keyring) },
        },
        key,
      ),
    );
    const problems: WritingProblem[] = [];
    const written: string[] = [];
    for (const target of targets) {
      const problem = writeSet({ draft, size, hash, keyring, manifest }, about.name, target, step);
      if (problem) problems.push(problem);
      else written.push(target.placeId);
    }
    return { size, sha256: hash, written, problems };
  } finally {
    key.fill(0);
  }
}

type Parts = {
  readonly draft: string;
  readonly size: number;
  readonly hash: string;
  readonly keyring: Uint8Array;
  readonly manifest: Uint8Array;
};

function writeSet(
  parts: Parts,
  name: string,
  target: Target,
  step: (bytes: number) => void,
): WritingProblem | null {
  const { placeId, label, folder, largestFile } = target;
  const problem = (code: WritingProblem['code'], cause: string) => ({ placeId, label, code, cause });
  if (largestFile !== null && parts.size > largestFile) return problem('BACKUP_TOO_LARGE', 'FAT');
  const unfinished = join(folder, `${name}.tmp`);
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished);
    copyFile(parts.draft, join(unfinished, FILES.database), step);
    writeFileDurably(join(unfinished, FILES.keyring), parts.keyring);
    writeFileDurably(join(unfinished, FILES.manifest), parts.manifest);
    const same =
      hashFile(join(unfinished, FILES.database), step) === parts.hash &&
      isSameFile(join(unfinished, FILES.keyring), parts.keyring) &&
      isSameFile(join(unfinished, FILES.manifest), parts.manifest);
    if (!same) {
      removeQuietly(unfinished);
      return problem('BACKUP_DIFFERS', 'what was read back is not what was written');
    }
    renameSync(unfinished, join(folder, name));
    syncFolder(folder);
    return null;
  } catch (error) {
    removeQuietly(unfinished);
    return problem(codeOf(error, folder), String(error));
  }
}

/** Which sentence a fault of the file system is. A stick that was pulled answers in many ways; its folder is gone in all of them. */
export function codeOf(error: unknown, folder: string): WritingProblem['code'] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) return 'BACKUP_NO_ROOM';
  if (code === 'EFBIG') return 'BACKUP_TOO_LARGE';
  if (['EROFS', 'EACCES', 'EPERM'].includes(code)) return 'BACKUP_READ_ONLY';
  if (!existsSync(folder) || ['EIO', 'ENODEV', 'ENXIO'].includes(code)) return 'BACKUP_PLACE_GONE';
  return 'BACKUP_FAILED';
}

/** What cannot be removed now (the stick is out) is removed by the next run: its name says that it is unfinished. */
export function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // removeUnfinished() finds it when the volume is back
  }
}

/** Copies a closed file in pieces and makes sure it lasts; gives the SHA-256 of what was read. */
export function copyFile(from: string, to: string, step: (bytes: number) => void): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'wx', 0o600);
    try {
      let unsynced = 0;
      for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer)) {
        hash.update(buffer.subarray(0, read));
        for (let written = 0; written < read;) written += writeSync(target, buffer, written, read - written);
        unsynced += read;
        if (unsynced >= SYNC_EVERY) {
          fsyncSync(target);
          unsynced = 0;
        }
        step(read);
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
  syncFolder(dirname(to));
  return hash.digest('hex');
}

/** SHA-256 of a closed file. Never of the live database: closing it would drop SQLite's locks (trust.md 3.1). */
export function hashFile(file: string, step: (bytes: number) => void): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(CHUNK);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, buffer); read > 0; read = readSync(handle, buffer)) {
      hash.update(buffer.subarray(0, read));
      step(read);
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

const isSameFile = (file: string, bytes: Uint8Array) =>
  statSync(file).size === bytes.length && hashFile(file, () => undefined) === sha256(bytes);
