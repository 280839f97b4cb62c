import { mkdtempSync, rmSync, existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../support/counts.ts';
import { Disk, lay, type Image } from './disk.ts';
import { watch, type Deed } from './trace.ts';

/** What the process had said when the power went. */
export type Cut = {
  readonly image: Image;
  readonly said: readonly string[];
  /** What it would have said next, or null after the last word. */
  readonly coming: string | null;
  /** Where the image lies. */
  readonly folder: string;
  /** The how manieth disk it is. */
  readonly number: number;
};

export type Replay = {
  /** Different disks that were opened. */
  states: number;
  /** Those from which something is missing that was not synced. */
  lossy: number;
  syncs: number;
  writes: number;
  names: number;
  /** What is wrong, with how often it was found. */
  wrong: Record<string, number>;
  seconds: number;
};

/** A folder in memory where there is one: thousands of disks are written and thrown away. */
export function fastFolder(name: string): string {
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  return mkdtempSync(join(parent, `nuantuo-${name}-`));
}

/**
 * Runs a program that works in `<root>/live` under strace and opens the disks that a power cut could have left, each another one.
 * `check` says what is wrong with one, or nothing.
 */
export async function replay(options: {
  readonly root: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly states: number;
  readonly seed: number;
  readonly check: (cut: Cut) => Promise<string | null> | string | null;
}): Promise<Replay> {
  const { root, program, args, states, seed, check } = options;
  const live = join(root, 'live');
  const folder = join(root, 'after');
  const before = new Disk(live);
  const again = new Disk(live);
  const { deeds, status, errors } = watch(program, args, live, join(root, 'strace.log'));
  rmSync(join(root, 'strace.log'), { force: true });
  if (status !== 0) throw new Error(`the program ended with ${status}: ${errors}`);
  const began = process.cpuUsage();

  const random = chance(seed);
  const draws = Array.from({ length: states * 3 }, (_, index) => ({
    after: Math.floor(random() * deeds.length),
    way: index % 6,
    seed: Math.floor(random() * 2 ** 31),
  })).toSorted((a, b) => a.after - b.after);
  const wanted = chosen(before, deeds, draws, states, random);
  const result: Replay = { ...countsOf(deeds), states: 0, lossy: 0, wrong: {}, seconds: 0 };
  const words = deeds.flatMap((deed) => (deed.kind === 'said' ? [deed.line] : []));
  let [said, next] = [0, 0];
  for (const [index, deed] of deeds.entries()) {
    if (deed.kind === 'said') said++;
    again.do(deed);
    for (; wanted[next]?.after === index; next++) {
      const draw = wanted[next];
      if (!draw) break;
      const image = again.afterCut(draw.way, chance(draw.seed));
      lay(image, live, folder);
      const wrong = await check({
        image,
        said: words.slice(0, said),
        coming: words[said] ?? null,
        folder,
        number: result.states,
      });
      result.states++;
      if (image.lossy) result.lossy++;
      if (wrong !== null) result.wrong[wrong] = (result.wrong[wrong] ?? 0) + 1;
    }
  }
  const { user, system } = process.cpuUsage(began);
  return { ...result, seconds: Math.round((user + system) / 1e5) / 10 };
}

type Draw = { readonly after: number; readonly way: number; readonly seed: number };

/** So many of the draws, by chance, that no two show the same disk after the same words. */
function chosen(
  disk: Disk,
  deeds: readonly Deed[],
  draws: readonly Draw[],
  states: number,
  random: () => number,
): Draw[] {
  const different = new Map<string, Draw>();
  let [said, next] = [0, 0];
  for (const [index, deed] of deeds.entries()) {
    if (deed.kind === 'said') said++;
    disk.do(deed);
    for (; draws[next]?.after === index; next++) {
      const draw = draws[next];
      if (draw) different.set(`${said} ${nameOf(disk, draw)}`, draw);
    }
  }
  return [...different.values()]
    .map((draw) => ({ draw, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, states)
    .map(({ draw }) => draw)
    .toSorted((a, b) => a.after - b.after);
}

/** Names the disk of a draw; where very many changes wait, chance does not choose the same of them twice. */
function nameOf(disk: Disk, { way, seed }: Draw): string {
  return way > 1 && disk.waiting > 40 ? `by chance ${seed}` : disk.afterCut(way, chance(seed)).name;
}

function countsOf(deeds: readonly Deed[]) {
  const count = (...kinds: Deed['kind'][]) => deeds.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    syncs: count('sync'),
    writes: count('write', 'cut', 'copy'),
    names: count('create', 'remove', 'rename', 'folder'),
  };
}

/** An empty root with its `live` folder. */
export function aRoot(name: string): { root: string; live: string } {
  const root = fastFolder(name);
  const live = join(root, 'live');
  mkdirSync(live);
  return { root, live };
}
