import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FILES, FOLDER, removeUnfinished } from '../../electron/core/backup-set.ts';
import { count } from '../support/counts.ts';
import { fastFolder } from './power-cuts.ts';
import { setsOn } from './sets.ts';
import { straceIsMissing } from './trace.ts';

const PROGRAM = new URL('./stick-process.ts', import.meta.url).pathname;
const CALLS = 'openat,write,fsync,rename,mkdir';
/** Of each call the errors end here, so that the last backups find a stick that is well again. */
const MOST = 9;

type Word = { readonly turn: number; readonly written: number; readonly codes: readonly string[] };

/** Writes backups to a stick that answers every so manieth of these calls with an error, and then a few that it takes. */
function written(error: string, step: number, times: number) {
  if (straceIsMissing) throw new Error(straceIsMissing);
  const root = fastFolder('pulled');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'stick', FOLDER);
  mkdirSync(folder, { recursive: true });
  const names = Array.from(
    { length: times },
    (_, turn) => `411799001-20261101-090000-${String(turn + 1).padStart(8, '0')}`,
  );
  const files = Object.values(FILES).flatMap((file) => [file, `${file}.tmp`]);
  const paths = [
    folder,
    ...names.flatMap((name) => ['', ...files].map((file) => join(folder, `${name}.tmp`, file))),
  ].map((path) => path.replace(/\/$/, ''));
  const log = join(root, 'strace.log');
  const inject = `inject=${CALLS}:error=${error}:when=${step}..${MOST}+${step}`;
  const options = ['-f', '-o', log, ...paths.flatMap((path) => ['-P', path]), '-e', 'signal=none'];
  const run = spawnSync(
    'strace',
    [...options, '-e', `trace=${CALLS}`, '-e', inject, process.execPath, PROGRAM, root, String(times)],
    { env: { ...process.env, UV_USE_IO_URING: '0' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  expect(run.stderr.toString()).toBe('');
  const words = run.stdout
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Word);
  removeUnfinished({ path: join(root, 'stick') }); // as the next backup does
  return {
    words,
    points: readFileSync(log, 'latin1').split('(INJECTED)').length - 1,
    sets: setsOn(join(root, 'stick')),
    left: readdirSync(folder).filter((name) => name.endsWith('.tmp')),
  };
}

describe(
  'a stick that is pulled, locked, full or broken while a backup is written',
  { timeout: 600_000 },
  () => {
    it.each([
      ['ENODEV', 'BACKUP_PLACE_GONE'],
      ['EIO', 'BACKUP_PLACE_GONE'],
      ['EROFS', 'BACKUP_READ_ONLY'],
      ['EPERM', 'BACKUP_READ_ONLY'],
      ['ENOSPC', 'BACKUP_NO_ROOM'],
    ])('%s: gets the sentence of %s, no half backup counts, and the next one is written', (error, code) => {
      const found = [2, 3, 5, 7]
        .slice(0, count(`stick-${error}`, 1, 4))
        .map((step) => written(error, step, 40));
      for (const { words, sets, left, points } of found) {
        expect(points).toBeGreaterThanOrEqual(5);
        expect(words).toHaveLength(40);
        expect(words.flatMap(({ codes }) => codes).filter((each) => each !== code)).toEqual([]);
        expect(words.at(-1)).toEqual({ turn: 40, written: 1, codes: [] });
        expect(sets.wrong).toBeNull();
        // One that was written whole and whose folder was not synced is there and was not told of: the next look takes it up.
        expect(sets.whole).toBeGreaterThanOrEqual(words.filter((word) => word.written === 1).length);
        expect(left).toEqual([]);
      }
      console.log(`stick, ${error}: ${found.map(({ points }) => points).join(', ')} points`);
    });
  },
);
