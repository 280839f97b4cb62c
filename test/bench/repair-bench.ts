import { loadLinearProgramming } from '../../electron/jobs/linear-program.ts';
import { randomFrom, pick } from '../../shared/roster/random.ts';
import { repairRoster } from '../../shared/roster/repair/alternatives.ts';
import { replacementsFor } from '../../shared/roster/repair/replacements.ts';
import { vacate, type SickCall } from '../../shared/roster/repair/sick-call.ts';
import { aLawfulRoster } from '../support/lawful-roster.ts';
import { cpuSeconds } from './clock.ts';
import { ownHouse } from './own-house.ts';
import { tableOf, type Column } from './table.ts';

/**
 * `npm run bench:repair`: processor time of the three alternatives of a sick call at 20, 40 and 60 caregivers × 31 days with four
 * shift types, for one, two, three and five days of sickness, and of the list of those who could take one shift. The bar is two
 * seconds for each call. The first call of a size is counted too: a worker is always new.
 */
const BAR = 2;
const CALLS = 8;
type Line = {
  readonly size: string;
  readonly calls: number;
  readonly median: number;
  readonly worst: number;
  readonly list: number;
  readonly open: number;
  readonly proven: string;
};

const linear = await loadLinearProgramming();
const lines: Line[] = [];
for (const people of [20, 40, 60]) {
  const model = ownHouse(1, { people, days: 31 });
  const roster = aLawfulRoster(model, 1);
  const random = randomFrom(people);
  const seconds: number[] = [];
  let [open, proven, alternatives, list] = [0, 0, 0, 0];
  for (let call = 0; call < CALLS; call++) {
    const length = [1, 2, 3, 5][call % 4] ?? 1;
    const first = 1 + pick(random, 24);
    const days = model.days.slice(first, first + length);
    const at = pick(random, people);
    const worker = [...model.people.slice(at), ...model.people.slice(0, at)].find(
      ({ id }) => (roster[id]?.[first] ?? null) !== null,
    );
    const asked: SickCall = { person: worker?.id ?? '', days, today: days[0]! };
    const begun = cpuSeconds();
    const found = repairRoster(model, roster, asked, { seed: 1, linear });
    seconds.push(cpuSeconds() - begun);
    open += found.alternatives[0]?.figures.open ?? 0;
    proven += found.alternatives.filter((one) => one.proven).length;
    alternatives += found.alternatives.length;
    const vacated = vacate(model, roster, asked);
    const before = cpuSeconds();
    replacementsFor(vacated.model, vacated.roster, {
      day: days[0]!,
      shift: vacated.changes[0]?.before ?? '',
      without: asked.person,
    });
    list = Math.max(list, cpuSeconds() - before);
  }
  const sorted = seconds.toSorted((a, b) => a - b);
  lines.push({
    size: `${people} × 31`,
    calls: CALLS,
    median: sorted[CALLS / 2] ?? 0,
    worst: sorted.at(-1) ?? 0,
    list: list * 1000,
    open,
    proven: `${proven} of ${alternatives}`,
  });
}
const columns: Column<Line>[] = [
  { head: 'size', cell: (line) => line.size },
  { head: 'calls', cell: (line) => line.calls },
  { head: 'median s', cell: (line) => line.median, digits: 2 },
  { head: 'worst s', cell: (line) => line.worst, digits: 2 },
  { head: 'list ms', cell: (line) => line.list, digits: 1 },
  { head: 'left open', cell: (line) => line.open },
  { head: 'proven', cell: (line) => line.proven },
];
console.log(tableOf(columns, lines));
for (const line of lines) console.log(JSON.stringify(line));
if (lines.some(({ worst }) => worst > BAR)) {
  console.log(`slower than ${BAR} s`);
  process.exitCode = 1;
}
