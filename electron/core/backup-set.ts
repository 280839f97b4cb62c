import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LARGEST_MANIFEST, readManifest, type Manifest } from '../../shared/backup/manifest.ts';
import { writeFileDurably } from './durable-file.ts';
import type { Volume } from './volumes.ts';

/** Our folder on a volume; a person who finds the stick sees what it is. */
export const FOLDER = '暖托备份';
export const FILES = { database: 'centre.db', keyring: 'keyring.json', manifest: 'manifest.json' } as const;

const SET = /^\d{9}-\d{8}-\d{6}-[0-9a-f]{8}$/;
const UNFINISHED = /^\d{9}-\d{8}-\d{6}-[0-9a-f]{8}\.tmp$/;
const MARKER = 'place.json';
const Marker = z.strictObject({
  format: z.literal('nuantuo-backup-place'),
  version: z.literal(1),
  id: z.string().min(8).max(64),
});

/** The largest keyring that is read, in bytes. */
const LARGEST_KEYRING = 1024 * 1024;

export const folderOn = (volume: Pick<Volume, 'path'>) => join(volume.path, FOLDER);

/** The id of the place on a volume, by which it is known again under another letter; null when it is none. */
export function placeIdOn(volume: Pick<Volume, 'path'>): string | null {
  const file = join(folderOn(volume), MARKER);
  try {
    if (statSync(file).size > 4096) return null;
    return Marker.parse(JSON.parse(readFileSync(file, 'utf8'))).id;
  } catch {
    return null; // no marker, or one that says nothing: it is chosen anew
  }
}

/** Marks a volume as a place; one that is marked already keeps its id. Throws what the file system says. */
export function markPlace(volume: Volume, newId: () => string): string {
  const known = placeIdOn(volume);
  mkdirSync(folderOn(volume), { recursive: true });
  const id = known ?? newId();
  writeFileDurably(
    join(folderOn(volume), MARKER),
    `${JSON.stringify({ format: 'nuantuo-backup-place', version: 1, id })}\n`,
  );
  return id;
}

/** One backup as it lies on a volume: a folder of three files, there as a whole or not at all. */
export type BackupSet = {
  readonly name: string;
  readonly folder: string;
  /** What it says of itself; null when that is not to be read. Only its mac tells whether it is true. */
  readonly manifest: Manifest | null;
  /** Bytes on the volume. */
  readonly size: number;
  /** The three files are there, as large as the manifest says. */
  readonly complete: boolean;
};

/** The backups on a volume, newest name first. Other files in the folder are nobody's business. */
export function setsOn(volume: Pick<Volume, 'path'>): BackupSet[] {
  const folder = folderOn(volume);
  return namesIn(folder)
    .filter((name) => SET.test(name))
    .map((name) => setAt(join(folder, name), name))
    .toSorted((a, b) => sortKey(b).localeCompare(sortKey(a)));
}

const sortKey = ({ name, manifest }: BackupSet) => manifest?.made_at ?? name.slice(10);

export function setAt(folder: string, name: string): BackupSet {
  const read = smallFile(join(folder, FILES.manifest), LARGEST_MANIFEST);
  const manifest = read && readManifest(read);
  const database = sizeOf(join(folder, FILES.database));
  const keyring = sizeOf(join(folder, FILES.keyring));
  return {
    name,
    folder,
    manifest: manifest?.name === name ? manifest : null,
    size: database + keyring + (read?.length ?? 0),
    complete:
      manifest?.name === name &&
      database > 0 &&
      database === manifest.database.size &&
      keyring === manifest.keyring.size,
  };
}

/** The bytes of a backup's keyring; null when it is missing or too large to be one. */
export function keyringBytes(set: Pick<BackupSet, 'folder'>): Buffer | null {
  return smallFile(join(set.folder, FILES.keyring), LARGEST_KEYRING);
}

/** Removes what a run that was cut off left behind: only folders with our own unfinished names. */
export function removeUnfinished(volume: Pick<Volume, 'path'>): void {
  const folder = folderOn(volume);
  for (const name of namesIn(folder))
    if (UNFINISHED.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
}

/**
 * Removes one backup: its name goes first, so that a cut leaves something unfinished and never half of a backup that looks whole.
 * A folder that holds anything but our three files is left alone.
 */
export function removeSet({ folder, name }: BackupSet): boolean {
  const ours: readonly string[] = Object.values(FILES);
  if (!SET.test(name) || namesIn(folder).some((file) => !ours.includes(file))) return false;
  renameSync(folder, `${folder}.tmp`);
  rmSync(`${folder}.tmp`, { recursive: true, force: true });
  return true;
}

/** Name of a new backup: the centre's code, the time in Shanghai, and eight digits so that no two are ever the same. */
export function setName(code: string, instant: number, id: string): string {
  const time = new Date(instant + 8 * 3_600_000).toISOString().replaceAll(/[-:]/g, '');
  return `${code}-${time.slice(0, 8)}-${time.slice(9, 15)}-${id}`;
}

function namesIn(folder: string): string[] {
  return factsOf(folder)?.isDirectory() ? readdirSync(folder) : [];
}

/** In bytes; nought for what is no file: a pipe, a device or a folder of that name would never end, or be read for ever. */
function sizeOf(file: string): number {
  const facts = factsOf(file);
  return facts?.isFile() ? facts.size : 0;
}

function smallFile(file: string, largest: number): Buffer | null {
  const facts = factsOf(file);
  if (!facts?.isFile() || facts.size > largest) return null;
  try {
    const bytes = readFileSync(file);
    return bytes.length <= largest ? bytes : null; // it may have grown meanwhile
  } catch (error) {
    if (isTheStick(error)) return null;
    throw error;
  }
}

/** What lies there; null when nothing does, or nothing that can be looked at. */
function factsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (isTheStick(error)) return null;
    throw error;
  }
}

/**
 * Whether an error of the file system tells of what lies on a stick, and not of this program: what was taken away, a link in a circle, a
 * folder in the place of a file, a name that may not be read, a block that cannot be.
 */
export function isTheStick(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENXIO', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'EIO'].includes(
    code,
  );
}
