import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPackageFile } from '../../electron/county/open-package.ts';
import { sealEntries } from '../../electron/jobs/seal-entries.ts';
import { inspectEntries } from '../../shared/package/inspect.ts';
import { signEntries } from '../../shared/package/statement.ts';
import { aFullMonth } from '../support/full-month.ts';
import {
  aDesk,
  aDeskWithSecond,
  centreKey,
  facts,
  IDENTITY,
  RECIPIENT,
  secondKey,
} from '../support/packages.ts';
import { cpuSeconds } from './clock.ts';
import { tableOf, type Column } from './table.ts';

/**
 * `npm run bench:package`: processor time of the package of a 40-resident month (some 1,700 rows, 120 KB), composed and signed,
 * encrypted, written to a file, read and decrypted, verified. The bar is 50 ms for all of it, at the median of many; the first
 * package of a process, when nothing is compiled yet, is shown beside it. With the second signature there is no bar.
 */
const BAR = 50;
const ROUNDS = 100;

const steps = ['compose and sign', 'encrypt', 'read and decrypt', 'verify'] as const;
type Line = {
  readonly what: string;
  readonly median: number;
  readonly worst: number;
  readonly first: number;
};

const month = aFullMonth(40);
const folder = mkdtempSync(join(tmpdir(), 'nuantuo-bench-'));
const file = join(folder, 'a.tyx');
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds of each step of one package. */
async function once(second: Uint8Array | null): Promise<number[]> {
  const marks = [cpuSeconds()];
  const { entries } = signEntries(facts(), month, { first: centreKey, second });
  marks.push(cpuSeconds());
  const sealed = await sealEntries(entries, [RECIPIENT]);
  writeFileSync(file, sealed);
  marks.push(cpuSeconds());
  const opened = await openPackageFile(file, [IDENTITY]);
  marks.push(cpuSeconds());
  const { verdict } = inspectEntries(opened, second ? aDeskWithSecond() : aDesk());
  marks.push(cpuSeconds());
  if (verdict !== 'accepted') throw new Error(`the package was ${verdict}`);
  return steps.map((_, index) => ((marks[index + 1] ?? 0) - (marks[index] ?? 0)) * 1000);
}

const total = (times: readonly number[]) => times.reduce((sum, time) => sum + time, 0);

async function series(second: Uint8Array | null): Promise<number[][]> {
  const rounds: number[][] = [];
  while (rounds.length < ROUNDS) rounds.push(await once(second));
  return rounds;
}

const line = (what: string, times: readonly number[]): Line => ({
  what,
  median: median(times),
  worst: Math.max(...times.slice(10)),
  first: times[0] ?? 0,
});

try {
  const [plain, twice] = [await series(null), await series(secondKey)];
  const all = line('all of it', plain.map(total));
  const lines = [
    ...steps.map((what, index) =>
      line(
        what,
        plain.map((times) => times[index] ?? 0),
      ),
    ),
    all,
    line('with a second signature, SM2', twice.map(total)),
  ];
  const columns: Column<Line>[] = [
    { head: 'milliseconds of processor time', cell: (shown) => shown.what },
    { head: 'median', cell: (shown) => shown.median, digits: 1 },
    { head: 'worst', cell: (shown) => shown.worst, digits: 1 },
    { head: 'first', cell: (shown) => shown.first, digits: 1 },
  ];
  process.stdout.write(`${tableOf(columns, lines)}\n`);
  const holds = all.median <= BAR;
  process.stdout.write(`${holds ? 'holds' : 'FAILS'}: at most ${BAR} ms at the median of ${ROUNDS}\n`);
  if (!holds) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
