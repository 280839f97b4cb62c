import { createRouterClient } from '@orpc/server';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { volumeAt } from '../../electron/core/volumes.ts';
import { isFailure } from '../../shared/messages/sentence.ts';
import { count } from '../support/counts.ts';
import { PASSWORD, type TestHouse } from '../support/house.ts';
import { readyHouse } from '../support/october.ts';
import { CHEAP, MORNING } from './desk.ts';
import { withErrors, type Fault, type Scene } from './disk-errors.ts';
import { setsOn } from './sets.ts';

const ends = /\.(?:tmp|rekey|draft|part)$/;

/** Backups on a stick, packages, the count of wrong passwords and the log of faults; then the next try, with room. */
const BESIDE: Scene = {
  program: new URL('./outside-process.ts', import.meta.url).pathname,
  halves: `SELECT 'package' WHERE (SELECT count(*) FROM package) <> (SELECT count(*) FROM audit WHERE action = 'package.build')`,
  async prepare(house: TestHouse) {
    const director = await readyHouse(house);
    const [volume] = await director.backup.volumes({});
    await director.backup.choose({ token: volume?.token ?? '' });
  },
  async afterwards(root) {
    const [folder, stick] = [join(root, 'centre'), join(root, 'stick')];
    const before = setsOn(stick);
    if (before.wrong !== null) return [before.wrong];
    const volumes = () => [volumeAt(stick, folder) ?? []].flat();
    const house = new House({ folder, now: () => MORNING + 60_000, kdf: CHEAP, volumes });
    const director = createRouterClient(router, { context: { house, connection: house.connect() } });
    try {
      await director.people.signIn({ login: 'director', password: PASSWORD });
      const { made, failed } = await director.backup.make({ job: 'backup-job-9' });
      const after = setsOn(stick);
      const left = [folder, join(stick, '暖托备份')]
        .flatMap((each) => (existsSync(each) ? readdirSync(each) : []))
        .filter((name) => ends.test(name));
      return [
        ...(made.length === 1 && failed.length === 0 ? [] : ['the next backup was not made']),
        ...(after.wrong === null ? [] : [after.wrong]),
        ...left.map((name) => `half a file was left: ${name}`),
      ];
    } catch (error) {
      return [`the next try: ${isFailure(error) ? error.code : String(error)}`];
    } finally {
      house.lock();
    }
  },
};

/**
 * Calls by which files come to be; each thread counts its own, so that a number meets the house and the writing of the backup. `write`
 * is what threads wake each other with, too: it fails on these files only, and on a stick in the test of sticks.
 */
const CALLS = ['pwrite64', 'fsync,fdatasync', 'rename', 'mkdir'] as const;
const FILES = ['throttle.json.tmp', 'faults.log'] as const;

function points(error: string, name: string): Fault[] {
  const each = count(name, 1, 12);
  return [
    ...CALLS.flatMap((call) =>
      Array.from({ length: each }, (_, turn) => {
        const first = 1 + turn * (call === 'pwrite64' ? 17 : 2);
        return { call, error, when: `${first}..${first + 80}+${2 + turn}` };
      }),
    ),
    ...FILES.map((file) => ({ call: 'write', error, when: '1..5', file })),
  ];
}

/** Refusals that have nothing to do with a disk. */
const GUESSED = ['WRONG_PASSWORD', 'TOO_MANY_TRIES'];

describe('what lies beside the database', { timeout: 900_000 }, () => {
  it.each([
    // SQLite tells of an fsync only that it failed.
    ['is full', 'ENOSPC', ['BACKUP_NO_ROOM', 'DISK_FULL', 'DISK_FAILING']],
    ['fails', 'EIO', ['BACKUP_PLACE_GONE', 'DISK_FAILING']],
  ])(
    'is whole or not there when the disk %s at any call, each refusal has its sentence, and the next try succeeds',
    async (_, error, codes) => {
      const result = await withErrors(points(error, `beside-${error}`), BESIDE);
      console.log(`beside, ${error}: ${JSON.stringify(result)}`);
      expect(result.points).toBeGreaterThanOrEqual(30);
      expect(result.wrong).toEqual({});
      expect(Object.keys(result.refused).filter((code) => ![...codes, ...GUESSED].includes(code))).toEqual(
        [],
      );
      expect(Object.keys(result.refused)).toEqual(expect.arrayContaining(codes.slice(0, 2)));
      expect(result.acts['backup']).toBeGreaterThan(0);
      expect(result.drafts).toEqual([]);
    },
  );
});
