import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { volumeAt } from '../../electron/core/volumes.ts';
import { count, deep, seed } from '../support/counts.ts';
import { aHouse, PASSWORD, type TestHouse } from '../support/house.ts';
import { wrongAfter, type MoreChecks } from './after-cut.ts';
import { contentOf } from './content.ts';
import type { Word } from './desk.ts';
import { aRoot, replay, type Replay } from './power-cuts.ts';
import { straceIsMissing } from './trace.ts';

const DESK = new URL('./desk-process.ts', import.meta.url).pathname;

/**
 * Disks a workload. The seven that were promised (import, roster, pay, migration, backup, package, receipt) make 3,500 in CI and, with
 * 1,500 of each, 10,500 in `npm run test:deep`; passwords and accounts come on top.
 */
const STATES = 500;
const DEEP_STATES = 1_500;
/** How long a workload may take, in milliseconds; a deep run goes on beside other work. */
export const PATIENCE = deep ? 4 * 3_600_000 : 600_000;

export type Workload = {
  /** Of test/faults/acts. */
  readonly acts: string;
  /** Sets the scene in the house whose power will go; where it closes the house, it gives what the tables will hold. */
  readonly prepare?: (house: TestHouse) => Promise<string | void> | string | void;
  readonly states?: number;
  /** How careful SQLite is; the product says FULL. */
  readonly synchronous?: 'FULL' | 'NORMAL' | 'OFF';
  readonly more?: MoreChecks;
};

/** A centre at work whose power is cut at so many moments; what is wrong with the disks that it leaves. */
export async function cutDuring({
  acts,
  prepare,
  states,
  synchronous = 'FULL',
  more,
}: Workload): Promise<Replay> {
  if (straceIsMissing) throw new Error(straceIsMissing);
  const { root, live } = aRoot('cut');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(live, 'centre');
  const stick = join(live, 'stick');
  mkdirSync(stick);
  const house = await aHouse({
    folder,
    today: '2026-11-02',
    volumes: () => [volumeAt(stick, folder) ?? []].flat(),
  });
  const content = await prepare?.(house);
  const before: Word = { content: content ?? contentOf(house.raw), password: PASSWORD };
  house.house.lock();
  const name = `power-cut-${acts}`;
  const result = await replay({
    root,
    program: DESK,
    args: [folder, new URL(`./acts/${acts}.ts`, import.meta.url).pathname, synchronous],
    states: states ?? count(name, STATES, DEEP_STATES),
    seed: seed(name),
    check: (cut) => wrongAfter(cut, before, more),
  });
  console.log(`${acts}: ${JSON.stringify(result)}`);
  return result;
}

/** What `held` gives for a replay without a fault. */
export const NOTHING_LOST = { wrong: {}, allDifferent: true, mostLossy: true };

/** Whether all the disks that were asked for were opened, most of them had lost something, and what was wrong. */
export function held({ wrong, states, lossy }: Replay, acts: string) {
  return {
    wrong,
    allDifferent: states === count(`power-cut-${acts}`, STATES, DEEP_STATES),
    mostLossy: lossy > states / 2,
  };
}
