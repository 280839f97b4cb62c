import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { auditHead } from '../../db/audit.ts';
import { month } from '../../shared/calendar/day.ts';
import { bringIn } from '../ledger/bring-in.ts';
import { aHouse, PASSWORD } from '../support/house.ts';
import { nextMorning, type Said } from './morning.ts';
import { fastFolder } from './power-cuts.ts';

const PROGRAM = new URL('./killed-process.ts', import.meta.url).pathname;
/** The modules of the program, read once: what is tested is not how fast Node reads them. */
const CACHE = 'compiled';

export type Life = {
  /** Its last word, or null when it was killed before the first. */
  readonly last: Said | null;
  /** A password that was being changed to when it died. */
  readonly coming: string | null;
  readonly answers: number;
  /** Milliseconds from its saying that it opens until it began work; null when it did not come so far. */
  readonly opened: number | null;
};

/** Lines that it has written when it begins work: that it opens, and an answer for each who signed in. */
const BEGUN = 4;

/** Lets the centre work in a process of its own and kills it (SIGKILL) so many milliseconds after it opens the file, or begins work. */
export function liveAndDie(
  root: string,
  life: number,
  password: string,
  { from, after }: { from: 'opening' | 'work'; after: number },
): Promise<Life> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, join(root, 'centre'), String(life), password], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, CACHE) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [text, errors, dying, opening] = ['', '', false, 0];
    let opened: number | null = null;
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const lines = text.split('\n').length - 1;
      if (lines > 0) opening ||= performance.now();
      if (lines >= BEGUN) opened ??= performance.now() - opening;
      if (dying || lines < (from === 'opening' ? 1 : BEGUN)) return;
      dying = true;
      setTimeout(() => child.kill('SIGKILL'), after);
    });
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the process ended by itself: ${errors}`));
      const lines = text
        .slice(0, text.lastIndexOf('\n') + 1)
        .split('\n')
        .slice(0, -1);
      const words = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Said);
      const [, coming = null] = /^changing (.*)$/.exec(lines.at(-1) ?? '') ?? [];
      resolve({ last: words.at(-1) ?? null, coming, answers: words.length, opened });
    });
  });
}

const PACED = 3;
const AT_ONCE = { from: 'work', after: 0 } as const;

export type Killing = { kills: number; answers: number; beforeWork: number; wrong: Record<string, number> };

/**
 * Kills a house so many times, the same one again and again; what was wrong with it on the mornings after. The moments lie within
 * twice the time that this machine needs to open the house, which is looked at first: fixed milliseconds would kill a fast
 * machine at its work only, and a slow one only before.
 */
export async function killed(
  times: number,
  from: 'opening' | 'work',
  random: () => number,
): Promise<Killing> {
  const root = fastFolder('kill');
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const house = await aHouse({ folder: join(root, 'centre'), today: '2026-11-02' });
  await bringIn(await house.as('director'));
  await (await house.as('clerk')).attendance.close({ month: month('2026-10') });
  let said: Said = { ...auditHead(house.raw), password: PASSWORD };
  house.house.lock();

  const pace: number[] = [];
  const result: Killing = { kills: 0, answers: 0, beforeWork: 0, wrong: {} };
  while (result.kills < times) {
    // The first of its lives fill the cache of modules and tell the pace: they are killed as soon as they begin work.
    const known = pace.length >= PACED;
    const within = 2 * Math.min(...pace);
    const moment = known ? ({ from, after: random() * within } as const) : AT_ONCE;
    const life = await liveAndDie(root, result.kills, said.password, moment);
    if (!known && life.opened !== null) pace.push(life.opened);
    const morning = await nextMorning(root, life.last ?? said, life.coming);
    for (const what of morning.wrong) result.wrong[what] = (result.wrong[what] ?? 0) + 1;
    result.kills++;
    result.answers += life.answers;
    if (life.opened === null) result.beforeWork++;
    said = morning.said;
  }
  return result;
}
