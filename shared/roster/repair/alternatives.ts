import type { Day } from '../../calendar/day.ts';
import { compile, toRoster, toRows, type CompiledModel, type Row } from '../compile.ts';
import type { CellChange } from '../effect.ts';
import type { Roster, RosterModel } from '../model.ts';
import { personRules } from '../rules.ts';
import type { LinearProgramming } from '../solve/linear-programming.ts';
import { chooseRows, TOLERANCE } from './choose-rows.ts';
import { judgeAlternative, type Judged } from './judge.ts';
import type { AlternativeKind } from './kinds.ts';
import { freeCells, nearRows } from './near-rows.ts';
import type { NearProblem, Prices } from './row-prices.ts';
import { freeDays, vacate, type SickCall, type Vacated } from './sick-call.ts';

/** One way to mend the roster; `kinds`: in which senses it is the best. */
export type Alternative = Judged & {
  readonly kinds: readonly AlternativeKind[];
  readonly roster: Roster;
  /** No roster that changes only the free days, and few cells a person, is better in the first of its senses. */
  readonly proven: boolean;
};

export type Repair = {
  /** Her shifts that fall away. */
  readonly vacated: readonly CellChange[];
  /** The days that could be changed; everything else stays as it is. */
  readonly days: readonly Day[];
  /** Best first; one at least, also when nothing can be mended. */
  readonly alternatives: readonly Alternative[];
};

export type RepairOptions = {
  readonly seed: number;
  readonly linear: LinearProgramming;
  /** How many rows may be looked at, before any is left out: the same seed and effort give the same answer. */
  readonly effort?: number;
};

const nobody: ReadonlySet<number> = new Set();
/**
 * Who is missing outweighs everything; then each changed cell more than what it could win, so that nobody's days are moved for the
 * sake of the month. Among equals taste, shares or pay decide; `fairest` may change a cell more where it wins much.
 */
const prices: Record<Exclude<AlternativeKind, 'others'>, Prices> = {
  fewest: { taste: 1, fair: 1, pay: 0.001, cell: 1000, person: 200, missing: 1000, spared: nobody },
  fairest: { taste: 0.25, fair: 4, pay: 0, cell: 100, person: 20, missing: 1000, spared: nobody },
  cheapest: { taste: 0.25, fair: 0.25, pay: 1, cell: 1000, person: 100, missing: 1000, spared: nobody },
};
const ALTERNATIVES = 3;
const EFFORT = 250_000;
const windows = [
  { before: 2, after: 7 },
  { before: 7, after: 14 },
] as const;

/** The alternatives for a sick call on a published roster. Past days, locked cells and days outside of `days` are never changed. */
export function repairRoster(
  model: RosterModel,
  roster: Roster,
  call: SickCall,
  options: RepairOptions,
): Repair {
  const vacated = vacate(model, roster, call);
  const compiled = compile(vacated.model);
  const { cover } = compile({ ...vacated.model, cover: vacated.cover });
  const rows = toRows(compiled, vacated.roster);
  const mend = (window: (typeof windows)[number]) => {
    const days = freeDays(model, call, window);
    const problem = problemOf(compiled, rows, cover, new Set(days), options);
    return { days, alternatives: alternativesOf(compiled, rows, problem, vacated, call, days, options) };
  };
  let found = mend(windows[0]);
  // What cannot be covered near the sick days is tried once more with more days to move.
  if (openIn(found.alternatives) > 0) {
    const wider = mend(windows[1]);
    if (openIn(wider.alternatives) < openIn(found.alternatives)) found = wider;
  }
  return { vacated: vacated.changes, ...found };
}

const openIn = (alternatives: readonly Alternative[]) =>
  Math.min(...alternatives.map(({ figures }) => figures.open));

function problemOf(
  compiled: CompiledModel,
  rows: readonly Row[],
  cover: CompiledModel['cover'],
  days: ReadonlySet<Day>,
  { seed, effort = EFFORT }: RepairOptions,
): NearProblem {
  const rules = personRules(compiled.model);
  const { lead, model } = compiled;
  const isFree = (day: number) => days.has(model.days[day] as Day);
  const most = mostCells(compiled.people.length, days.size, compiled.shifts.length, effort);
  return {
    people: compiled.people.map((person) => {
      const base = Int8Array.from(rows[person.index]?.subarray(lead) ?? [], (shift) => shift + 1);
      return nearRows(compiled, person, base, rules, { free: freeCells(compiled, person, isFree), most });
    }),
    cover: cover.filter(({ at }) => isFree(at - lead)),
    lead,
    symbols: compiled.shifts.length + 1,
    seed,
  };
}

/** In how many cells one person may differ: as many as the effort allows; three where that is not far beyond it, two at least. */
function mostCells(people: number, days: number, shifts: number, effort: number): number {
  let [most, rows, ways] = [0, 1, 1];
  while (most < days) {
    ways *= ((days - most) / (most + 1)) * shifts;
    rows += ways;
    if (most >= 2 && rows * people > (most >= 3 ? effort : 8 * effort)) return most;
    most++;
  }
  return most;
}

function alternativesOf(
  compiled: CompiledModel,
  rows: readonly Row[],
  problem: NearProblem,
  vacated: Vacated,
  call: SickCall,
  days: readonly Day[],
  { linear }: RepairOptions,
): Alternative[] {
  const judged = (kind: AlternativeKind, price: Prices): Alternative => {
    const chosen = chooseRows(problem, price, linear);
    const mended = toRoster(
      compiled,
      rows.map((row, person) => rowOf(problem, row, person, chosen.rows[person] ?? 0)),
    );
    return {
      kinds: [kind],
      roster: mended,
      proven: chosen.cost - chosen.bound <= TOLERANCE,
      ...judgeAlternative(vacated, mended, call, days),
    };
  };
  const found: Alternative[] = [];
  const add = (next: Alternative) => {
    const same = found.findIndex(({ roster }) => isSame(roster, next.roster));
    const known = found[same];
    if (!known) found.push(next);
    else if (!next.kinds.includes('others'))
      found[same] = { ...known, kinds: [...known.kinds, ...next.kinds] };
    return !known;
  };
  add(judged('fewest', prices.fewest));
  // With nobody to change there is nothing to choose between.
  if ((found[0]?.figures.cells ?? 0) === 0) return found;
  add(judged('fairest', prices.fairest));
  add(judged('cheapest', prices.cheapest));
  const open = found[0]?.figures.open ?? 0;
  while (found.length < ALTERNATIVES) {
    const asked = new Set(found.flatMap(({ changes }) => changes.map(({ person }) => person)));
    const spared = new Set(
      compiled.people.flatMap(({ person, index }) =>
        asked.has(person.id) && person.id !== call.person ? [index] : [],
      ),
    );
    const next = judged('others', { ...prices.fewest, spared });
    if (next.figures.open > open || !add(next)) break;
  }
  return found.toSorted((a, b) => a.figures.open - b.figures.open);
}

function rowOf({ people, lead, symbols }: NearProblem, row: Row, person: number, chosen: number): Row {
  const near = people[person];
  if (!near || chosen === 0) return row;
  const changed = row.slice();
  for (let at = near.first[chosen] ?? 0; at < (near.first[chosen + 1] ?? 0); at++) {
    const cell = near.cells[at] ?? 0;
    changed[lead + Math.floor(cell / symbols)] = (cell % symbols) - 1;
  }
  return changed;
}

function isSame(one: Roster, other: Roster): boolean {
  return Object.entries(one).every(([person, cells]) =>
    cells.every((cell, day) => cell === (other[person]?.[day] ?? null)),
  );
}
