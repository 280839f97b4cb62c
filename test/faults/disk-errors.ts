import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { auditHead } from '../../db/audit.ts';
import { bringIn } from '../ledger/bring-in.ts';
import { volumeAt } from '../../electron/core/volumes.ts';
import { aHouse, PASSWORD, type TestHouse } from '../support/house.ts';
import { nextMorning, type Said } from './morning.ts';
import { fastFolder } from './power-cuts.ts';
import { straceIsMissing } from './trace.ts';

const AT_WORK = new URL('./faulty-process.ts', import.meta.url).pathname;

/** Where a disk fails: the call, the error, which of its calls (strace's `when`), and on which file of the house; else on all. */
export type Fault = {
  readonly call: string;
  readonly error: string;
  readonly when: string;
  readonly file?: string;
};
type Word =
  | ({ readonly did: string } & Said)
  | { readonly refused: string; readonly code: string }
  | { readonly ended: true };

/** Where the errors come: a program, the house that it is given, and what must hold with its disks afterwards. */
export type Scene = {
  readonly program: string;
  readonly prepare: (house: TestHouse) => Promise<void>;
  /** A statement that finds what is half done; the one of a month with pay unless it is said. */
  readonly halves?: string;
  /** What is wrong once there is room again. */
  readonly afterwards?: (root: string) => Promise<readonly string[]>;
};

const WORK: Scene = {
  program: AT_WORK,
  async prepare(house) {
    await bringIn(await house.as('director'));
    await (await house.as('clerk')).attendance.close({ month: month('2026-10') });
  },
};

export type Errors = {
  /** Calls of the system that were answered with an error. */
  points: number;
  runs: number;
  answered: number;
  /** By their code. */
  refused: Record<string, number>;
  /** What was refused, by its name in the program. */
  acts: Record<string, number>;
  /** Runs in which work went on after a refusal. */
  wentOn: number;
  refusedRuns: number;
  wrong: Record<string, number>;
  /** Drafts that lie about after the next morning. */
  drafts: string[];
};

/** Works in a house whose disk fails in each of these ways, and looks at it on the morning after. */
export async function withErrors(faults: readonly Fault[], scene: Scene = WORK): Promise<Errors> {
  if (straceIsMissing) throw new Error(straceIsMissing);
  const root = fastFolder('errors');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const start = join(root, 'start');
  const stick = join(root, 'stick');
  mkdirSync(stick);
  const house = await aHouse({
    folder: start,
    today: '2026-11-02',
    volumes: () => [volumeAt(stick, start) ?? []].flat(),
  });
  await scene.prepare(house);
  cpSync(stick, join(root, 'stick before'), { recursive: true });
  const before: Said = { ...auditHead(house.raw), password: PASSWORD };
  house.house.lock();

  const result: Errors = {
    points: 0,
    runs: 0,
    answered: 0,
    refused: {},
    acts: {},
    wentOn: 0,
    refusedRuns: 0,
    wrong: {},
    drafts: [],
  };
  for (const fault of faults) {
    for (const [from, to] of [
      [start, join(root, 'centre')],
      [join(root, 'stick before'), stick],
    ] as const) {
      rmSync(to, { recursive: true, force: true });
      cpSync(from, to, { recursive: true });
    }
    const { words, points } = work(root, scene.program, fault);
    result.points += points;
    result.runs++;
    const did = words.flatMap((word) => ('did' in word ? [word] : []));
    const refusals = words.flatMap((word) => ('refused' in word ? [word] : []));
    result.answered += did.length;
    for (const { code, refused } of refusals) {
      result.refused[code] = (result.refused[code] ?? 0) + 1;
      result.acts[refused] = (result.acts[refused] ?? 0) + 1;
    }
    if (refusals.length > 0) result.refusedRuns++;
    const first = words.findIndex((word) => 'refused' in word);
    if (first >= 0 && words.slice(first).some((word) => 'did' in word)) result.wentOn++;
    const morning = await nextMorning(root, did.at(-1) ?? before, null, scene.halves);
    const wrong = [...morning.wrong, ...((await scene.afterwards?.(root)) ?? [])];
    for (const what of wrong) result.wrong[what] = (result.wrong[what] ?? 0) + 1;
    result.drafts.push(
      ...readdirSync(join(root, 'centre')).filter((name) => /\.(?:tmp|draft|part)$/.test(name)),
    );
  }
  return result;
}

function work(
  root: string,
  program: string,
  { call, error, when, file }: Fault,
): { words: Word[]; points: number } {
  const log = join(root, 'strace.log');
  const centre = join(root, 'centre');
  const inject = `inject=${call}:error=${error}:when=${when}`;
  const run = spawnSync(
    'strace',
    [
      '-f',
      // Stops at these calls only: ten times as fast; not possible where files are told apart.
      ...(file === undefined ? ['--seccomp-bpf'] : ['-P', join(centre, file)]),
      '-o',
      log,
      '-e',
      `trace=${call}`,
      '-e',
      inject,
      '-e',
      'signal=none',
      process.execPath,
      program,
      centre,
    ],
    {
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'compiled'), UV_USE_IO_URING: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  if (run.status !== 0)
    throw new Error(`the process ended with ${run.status}: ${run.stderr.toString().slice(-2_000)}`);
  const words = run.stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Word);
  return {
    words,
    points: readFileSync(log, 'latin1').split('(INJECTED)').length - 1,
  };
}
