import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { volumeAt, type Volume } from '../../electron/core/volumes.ts';
import { aHouse } from '../support/house.ts';

export const JOB = 'job-of-a-test';

/** A folder that stands for a stick, and how it answers: a test may fill it, lock it or pull it. */
export type Stick = { readonly path: string; facts: Partial<Volume>; plugged: boolean };

export function aStick(label: string): Stick {
  const above = mkdtempSync(join(tmpdir(), 'nuantuo-stick-'));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  const path = join(above, label);
  mkdirSync(path);
  return { path, facts: { disk: 'other', removable: true }, plugged: true };
}

/** What a house sees of these sticks now. */
export function volumesOf(sticks: readonly Stick[], home: string) {
  return () =>
    sticks.flatMap(({ path, facts, plugged }) => {
      const volume = plugged ? volumeAt(path, home) : null;
      return volume ? [{ ...volume, ...facts }] : [];
    });
}

/** A house with sticks, the first of which is its place for backups. */
export async function aHouseWithSticks(...labels: readonly string[]) {
  const sticks = (labels.length > 0 ? labels : ['KINGSTON']).map(aStick);
  const house = await aHouse({ volumes: volumesOf(sticks, tmpdir()) });
  const director = await house.as('director');
  const [first] = await director.backup.volumes({});
  if (!first || !sticks[0]) throw new Error('no stick');
  await director.backup.choose({ token: first.token });
  return { house, director, sticks, stick: sticks[0] };
}
