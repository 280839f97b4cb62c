import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/** A mounted disk, stick or folder that backups may go to. */
export type Volume = {
  readonly path: string;
  readonly label: string;
  /** Bytes that may still be written. */
  readonly free: number;
  readonly size: number;
  /** Whether it lies on the disk that holds the data: then a dead disk takes both. `unknown` where the system does not tell. */
  readonly disk: 'same' | 'other' | 'unknown';
  readonly removable: boolean | null;
  readonly writable: boolean;
  /** The largest file that its file system takes, in bytes; null when there is no such limit that we know of. */
  readonly largestFile: number | null;
};

/** FAT keeps a file's size in 32 bits. Number of the file system as statfs of Linux gives it. */
const FAT = 0x4d44;
const LARGEST_ON_FAT = 2 ** 32 - 1;

type Machine = { readonly platform: string; readonly env: NodeJS.ProcessEnv };

/**
 * The volumes that are mounted now, apart from the one the system runs on: drive letters on Windows, what is mounted under
 * /media, /run/media, /mnt on Linux and under /Volumes on a Mac. NUANTUO_BACKUP adds folders (a share that is always there).
 * @param home the folder of the data, to tell which volume lies on the same disk.
 */
export function listVolumes(
  home: string,
  { platform, env }: Machine = { platform: process.platform, env: process.env },
): Volume[] {
  const added = (env['NUANTUO_BACKUP'] ?? '').split(delimiter).filter((path) => path !== '');
  const mounted = platform === 'win32' ? driveLetters(env) : mountPoints(platform);
  return [...new Set([...mounted, ...added])].flatMap((path) => volumeAt(path, home) ?? []);
}

/** What a folder offers; null when it is not there or does not answer (a stick that was just pulled). */
export function volumeAt(path: string, home: string): Volume | null {
  try {
    if (!statSync(path).isDirectory()) return null;
    const { bavail, blocks, bsize, type } = statfsSync(path);
    return {
      path,
      label: basename(path) || path,
      free: bavail * bsize,
      size: blocks * bsize,
      disk: diskOf(path, home),
      removable: isRemovable(path),
      writable: mayWrite(path),
      largestFile: type === FAT ? LARGEST_ON_FAT : null,
    };
  } catch {
    return null; // gone, or not ours to see: the same to somebody who looks for a place
  }
}

function driveLetters(env: NodeJS.ProcessEnv): string[] {
  const system = (env['SystemDrive'] ?? 'C:').toUpperCase();
  return Array.from({ length: 24 }, (_, index) => `${String.fromCharCode(67 + index)}:`)
    .filter((drive) => drive !== system)
    .map((drive) => `${drive}\\`)
    .filter((drive) => existsSync(drive));
}

function mountPoints(platform: string): string[] {
  if (platform === 'darwin') return foldersIn('/Volumes').filter((path) => realpathSync(path) !== '/');
  const table = existsSync('/proc/self/mountinfo') ? readFileSync('/proc/self/mountinfo', 'latin1') : '';
  return mountedUnder(table, ['/media/', '/run/media/', '/mnt/', '/mnt']);
}

/** Mount points of a table of /proc/self/mountinfo, its bytes as Latin-1, that lie under one of these folders. Blanks are written as \040. */
export function mountedUnder(table: string, folders: readonly string[]): string[] {
  return table
    .split('\n')
    .map((line) =>
      (line.split(' ')[4] ?? '').replaceAll(/\\(\d{3})/g, (_, octal: string) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      ),
    )
    .map((path) => Buffer.from(path, 'latin1').toString('utf8'))
    .filter((path) =>
      folders.some((folder) => (folder.endsWith('/') ? path.startsWith(folder) : path === folder)),
    );
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Two partitions of one disk count as the same; Windows tells only whether it is the same partition. */
function diskOf(path: string, home: string): Volume['disk'] {
  const [there, here] = [statSync(path).dev, statSync(home).dev];
  if (there === here) return 'same';
  const [one, other] = [deviceOf(there), deviceOf(here)];
  if (!one || !other) return 'unknown';
  return one === other ? 'same' : 'other';
}

function isRemovable(path: string): boolean | null {
  const device = deviceOf(statSync(path).dev);
  const flag = device && join(device, 'removable');
  return flag && existsSync(flag) ? readFileSync(flag, 'utf8').trim() === '1' : null;
}

/** Linux: the folder in /sys of the whole disk behind a device number; null elsewhere, or when it has none. */
function deviceOf(number: number): string | null {
  const [major, minor] = [(number >>> 8) & 0xfff, (number & 0xff) | ((number >>> 12) & 0xfff00)];
  const link = `/sys/dev/block/${major}:${minor}`;
  if (process.platform !== 'linux' || !existsSync(link)) return null;
  const device = realpathSync(link);
  return existsSync(join(device, 'partition')) ? dirname(device) : device;
}
