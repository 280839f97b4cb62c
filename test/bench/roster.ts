import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { instanceBars, ownBars, showBars, showPeer, sizeBars } from './bars.ts';
import { bestKnown } from './best-known.ts';
import { runSeries, type Entry } from './series.ts';
import { showSeries, toJson } from './show.ts';
import { readSource, type ContenderName, type Source } from './work.ts';

const usage = `npm run bench:roster -- [DIR] [--seconds N] [--seed N] [--peers] [--like N] [--own] [--sizes]
  DIR        every Instance*.txt in it (Curtois & Qu)
  --seconds  processor seconds of one thread for each solver and instance: 60, with --own 10, with --sizes 30
  --peers    also highs alone and CP-SAT (fetched on demand) on the same model and time
  --like N   also N instances of that family made from the seed
  --own      20, 40 and 60 caregivers over 31 days, made from the seed
  --sizes    10 to 60 caregivers over 14 to 62 days, made from the seed`;

type Options = {
  readonly folder: string | null;
  readonly seconds: number | null;
  readonly seed: number;
  readonly like: number;
  readonly peers: boolean;
  readonly own: boolean;
  readonly sizes: boolean;
};

function readOptions(args: readonly string[]): Options | null {
  const options = {
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    like: { type: 'string', default: '0' },
    peers: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
    sizes: { type: 'boolean', default: false },
  } as const;
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return null; // an unknown option: the usage says which there are
  }
  const { values, positionals } = parsed;
  const [seed, like] = [Number(values.seed), Number(values.like)];
  const seconds = values.seconds === undefined ? null : Number(values.seconds);
  const numbersRight =
    Number.isSafeInteger(seed) &&
    seed >= 0 &&
    Number.isSafeInteger(like) &&
    like >= 0 &&
    (seconds === null || seconds > 0);
  const something = positionals.length === 1 || like > 0 || values.own || values.sizes;
  if (!numbersRight || positionals.length > 1 || !something) return null;
  // npm runs scripts in the project's folder; people name folders from where they stand.
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const folder = positionals[0] === undefined ? null : resolve(here, positionals[0]);
  const { peers, own, sizes } = values;
  return { folder, seconds, seed, like, peers, own, sizes };
}

/** The instances of a folder by their number. */
function filesOf(folder: string): Entry[] {
  return readdirSync(folder)
    .filter((name) => /^Instance.*\.txt$/.test(name))
    .toSorted((a, b) => numberOf(a) - numberOf(b) || a.localeCompare(b))
    .map((name) => {
      const path = join(folder, name);
      const best = bestKnown(readFileSync(path, 'utf8'));
      return entryOf(basename(name, '.txt'), { kind: 'file', path }, best);
    });
}

function numberOf(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}

function entryOf(name: string, source: Source, best: number | null = null): Entry {
  let size = 'unreadable';
  try {
    const { days, people, shifts } = readSource(source);
    size = `${people.length}×${days.length}×${shifts.length}`;
  } catch {
    // Whoever solves it fails on the same thing, and that is what is told.
  }
  return { name, size, best, source };
}

function ownEntries(seed: number, people: readonly number[], days: readonly number[]): Entry[] {
  return people.flatMap((count) =>
    days.map((length) =>
      entryOf(`own-${count}x${length}`, { kind: 'own', seed, people: count, days: length }),
    ),
  );
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    console.error(usage);
    return 2;
  }
  const { folder, seed, seconds, peers, like } = options;
  if (folder !== null && !(existsSync(folder) && statSync(folder).isDirectory())) {
    console.error(`There is no folder ${folder}.`);
    return 2;
  }
  const files = folder === null ? [] : filesOf(folder);
  if (folder !== null && files.length === 0) {
    console.error(`There is no Instance*.txt in ${folder}.`);
    return 2;
  }
  const made = Array.from({ length: like }, (_, index) =>
    entryOf(`like-${seed + index}`, { kind: 'like', seed: seed + index }),
  );
  const rivals: ContenderName[] = peers ? ['nuantuo', 'highs', 'cpSat'] : ['nuantuo'];
  const series = [
    { title: 'Instances', entries: [...files, ...made], who: rivals, bars: instanceBars, time: 60 },
    {
      title: 'Our own shape',
      entries: options.own ? ownEntries(seed, [20, 40, 60], [31]) : [],
      who: ['nuantuo'] as const,
      bars: ownBars,
      time: 10,
    },
    {
      title: 'Cost against size',
      entries: options.sizes ? ownEntries(seed, [10, 20, 30, 40, 50, 60], [14, 31, 62]) : [],
      who: ['nuantuo'] as const,
      bars: sizeBars,
      time: 30,
    },
  ];
  const failed: string[] = [];
  for (const { title, entries, who, bars, time } of series) {
    if (entries.length === 0) continue;
    const limit = seconds ?? time;
    const { results, failures } = await runSeries(entries, who, { seconds: limit, seed });
    const judged = [showBars(bars, results), ...rivalsOf(who).map((peer) => showPeer(peer, results))];
    console.log(`\n${title}: ${limit} processor seconds for each, seed ${seed}\n`);
    console.log(`${showSeries(results, who)}\n\n${judged.join('\n')}\n`);
    for (const result of results) console.log(toJson(result));
    failed.push(...failures);
  }
  for (const failure of failed) console.error(failure);
  return failed.length > 0 ? 1 : 0;
}

function rivalsOf(who: readonly ContenderName[]): ContenderName[] {
  return who.filter((name) => name !== 'nuantuo');
}

process.exitCode = await main(process.argv.slice(2));
