import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { auditHead } from '../../db/audit.ts';
import { bringIn } from '../ledger/bring-in.ts';
import { aHouse, PASSWORD } from '../support/house.ts';
import { nextMorning, type Said } from './morning.ts';
import { fastFolder } from './power-cuts.ts';
import { straceIsMissing } from './trace.ts';

const PROGRAM = new URL('./faulty-process.ts', import.meta.url).pathname;

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

export type Errors = {
  /** Calls of the system that were answered with an error. */
  points: number;
  runs: number;
  answered: number;
  refused: Record<string, number>;
  /** Runs in which work went on after a refusal. */
  wentOn: number;
  refusedRuns: number;
  wrong: Record<string, number>;
  /** Drafts that lie about after the next morning. */
  drafts: string[];
};

/** Works in a house whose disk fails in each of these ways, and looks at it on the morning after. */
export async function withErrors(faults: readonly Fault[]): Promise<Errors> {
  if (straceIsMissing) throw new Error(straceIsMissing);
  const root = fastFolder('errors');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const start = join(root, 'start');
  const house = await aHouse({ folder: start, today: '2026-11-02' });
  await bringIn(await house.as('director'));
  await (await house.as('clerk')).attendance.close({ month: month('2026-10') });
  const before: Said = { ...auditHead(house.raw), password: PASSWORD };
  house.house.lock();

  const result: Errors = {
    points: 0,
    runs: 0,
    answered: 0,
    refused: {},
    wentOn: 0,
    refusedRuns: 0,
    wrong: {},
    drafts: [],
  };
  for (const fault of faults) {
    rmSync(join(root, 'centre'), { recursive: true, force: true });
    cpSync(start, join(root, 'centre'), { recursive: true });
    const { words, points } = work(root, fault);
    result.points += points;
    result.runs++;
    const did = words.flatMap((word) => ('did' in word ? [word] : []));
    const refusals = words.flatMap((word) => ('refused' in word ? [word] : []));
    result.answered += did.length;
    for (const { code } of refusals) result.refused[code] = (result.refused[code] ?? 0) + 1;
    if (refusals.length > 0) result.refusedRuns++;
    const first = words.findIndex((word) => 'refused' in word);
    if (first >= 0 && words.slice(first).some((word) => 'did' in word)) result.wentOn++;
    const morning = await nextMorning(root, did.at(-1) ?? before, null);
    for (const what of morning.wrong) result.wrong[what] = (result.wrong[what] ?? 0) + 1;
    result.drafts.push(
      ...readdirSync(join(root, 'centre')).filter((name) => /\.(?:tmp|draft|part)$/.test(name)),
    );
  }
  return result;
}

function work(root: string, { call, error, when, file }: Fault): { words: Word[]; points: number } {
  const log = join(root, 'strace.log');
  const centre = join(root, 'centre');
  const only = file === undefined ? [] : ['-P', join(centre, file)];
  const inject = `inject=${call}:error=${error}:when=${when}`;
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-o',
      log,
      ...only,
      '-e',
      `trace=${call}`,
      '-e',
      inject,
      '-e',
      'signal=none',
      process.execPath,
      PROGRAM,
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
  return { words, points: readFileSync(log, 'latin1').split('(INJECTED)').length - 1 };
}
