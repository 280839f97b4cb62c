import type { CompiledCover } from '../compile.ts';
import type { LinearProgram, LinearProgramming } from '../solve/linear-programming.ts';
import type { NearRows } from './near-rows.ts';

/** What an alternative pays for: the weights of the costs of a row, and the prices of changing what people know. */
export type Prices = {
  readonly taste: number;
  readonly fair: number;
  readonly pay: number;
  /** Each changed cell. */
  readonly cell: number;
  /** Each person who has to be told. */
  readonly person: number;
  /** By how much a missing person weighs more than the cover says. */
  readonly missing: number;
  /** People who are not to be asked, if that can be. */
  readonly spared: ReadonlySet<number>;
};
const SPARED = 5_000;

/** The people's rows and the cover of the free days. */
export type NearProblem = {
  readonly people: readonly NearRows[];
  readonly cover: readonly CompiledCover[];
  /** Days of a row before the first of the roster. */
  readonly lead: number;
  readonly symbols: number;
  readonly seed: number;
};

export type Chosen = {
  /** By person of `people`: which of her rows. */
  readonly rows: readonly number[];
  readonly cost: number;
  /** No choice of these rows costs less. */
  readonly bound: number;
};

/** Most rows that are added at the end to prove that nothing better is left. */
const MOST_ADDED = 800;
const MOST_NODES = 30;
const SECONDS = 60;
const EPSILON = 1e-6;

/**
 * Chooses one row for each person so that the whole costs least: a linear program over the rows that pay, then whole rows out of
 * those, then once more with every row that could still be part of something better. Exact unless its limits are met.
 */
export function chooseRows(problem: NearProblem, prices: Prices, linear: LinearProgramming): Chosen {
  const { people } = problem;
  const costs = people.map((one, index) => rowCosts(problem, one, index, prices));
  const covers = coverTable(problem);
  const master = openMaster(problem, covers, costs, prices, linear);
  try {
    for (let person = 0; person < people.length; person++) master.add(person, 0);
    let solution = master.solve();
    for (let round = 0; round < 500; round++) {
      let added = 0;
      for (const [person, one] of people.entries()) {
        const reduced = reducedCosts(problem, covers, one, costs[person], solution, person);
        const best = lowest(reduced, 3);
        for (const row of best) if ((reduced[row] ?? 0) < -EPSILON && master.add(person, row)) added++;
      }
      if (added === 0) break;
      master.flush();
      solution = master.solve();
    }
    const bound = solution.objective;
    let best = master.chooseWhole();
    if (best.cost - bound > TOLERANCE) {
      const gap = best.cost - bound;
      const left = people.flatMap((one, person) => {
        const reduced = reducedCosts(problem, covers, one, costs[person], solution, person);
        return Array.from(reduced, (value, row) => ({ person, row, value })).filter(
          ({ value }) => value < gap,
        );
      });
      left.sort((a, b) => a.value - b.value || a.person - b.person || a.row - b.row);
      let added = 0;
      for (const { person, row } of left.slice(0, MOST_ADDED)) if (master.add(person, row)) added++;
      master.flush();
      if (added > 0) {
        const better = master.chooseWhole();
        if (better.cost < best.cost) best = better;
      }
    }
    return { ...best, bound };
  } finally {
    master.dispose();
  }
}
/** A hair more than all the noise that breaks ties. */
const TOLERANCE = 0.05;

function rowCosts(
  { seed }: NearProblem,
  { count, costs, first, person }: NearRows,
  index: number,
  prices: Prices,
): Float64Array {
  const sparing = prices.spared.has(person) ? SPARED : 0;
  return Float64Array.from({ length: count }, (_, row) => {
    const changes = (first[row + 1] ?? 0) - (first[row] ?? 0);
    const told = changes > 0 ? prices.person + sparing + noise(seed, index, row) : 0;
    return (
      prices.taste * (costs.taste[row] ?? 0) +
      prices.fair * (costs.fair[row] ?? 0) +
      prices.pay * (costs.pay[row] ?? 0) +
      prices.cell * changes +
      told
    );
  });
}

/** A little of each row's own, so that among equals always the same one is chosen: between 0 and a thousandth. */
function noise(seed: number, person: number, row: number): number {
  let hash =
    Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(person + 1, 0x85ebca6b) ^ Math.imul(row + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32 / 1000;
}

type CoverTable = (person: number, cell: number) => readonly number[];

/** By person and cell: the cover rows that the cell counts for. */
function coverTable({ people, cover, lead, symbols }: NearProblem): CoverTable {
  const byCell = new Map<number, number[]>();
  for (const [index, { at, shift }] of cover.entries()) {
    const cell = (at - lead) * symbols + shift + 1;
    byCell.set(cell, [...(byCell.get(cell) ?? []), index]);
  }
  const none: number[] = [];
  return (person, cell) => {
    const list = byCell.get(cell);
    if (!list) return none;
    const id = people[person]?.person ?? -1;
    return list.filter((index) => cover[index]?.among === null || cover[index]?.among?.[id] === 1);
  };
}

type Solution = {
  readonly objective: number;
  readonly person: Float64Array;
  readonly cover: Float64Array;
};

function reducedCosts(
  { symbols }: NearProblem,
  covers: CoverTable,
  { base, count, first, cells }: NearRows,
  costs: Float64Array | undefined,
  solution: Solution,
  person: number,
): Float64Array {
  // What each cell is worth to the cover, reckoned once a person.
  const worth = Float64Array.from({ length: base.length * symbols }, (_, cell) =>
    covers(person, cell).reduce((sum, index) => sum + (solution.cover[index] ?? 0), 0),
  );
  let own = 0;
  for (const [day, symbol] of base.entries()) own += worth[day * symbols + symbol] ?? 0;
  const reduced = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let value = (costs?.[row] ?? 0) - own - (solution.person[person] ?? 0);
    for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at++) {
      const cell = cells[at] ?? 0;
      const day = Math.floor(cell / symbols);
      value -= (worth[cell] ?? 0) - (worth[day * symbols + (base[day] ?? 0)] ?? 0);
    }
    reduced[row] = value;
  }
  return reduced;
}

/** The places of the few lowest values. */
function lowest(values: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (best.length === count && value >= (values[best.at(-1) ?? 0] ?? 0)) continue;
    let place = best.length;
    while (place > 0 && value < (values[best[place - 1] ?? 0] ?? 0)) place--;
    best.splice(place, 0, at);
    if (best.length > count) best.pop();
  }
  return best;
}

function openMaster(
  { people, cover, symbols }: NearProblem,
  covers: CoverTable,
  costs: readonly Float64Array[],
  prices: Prices,
  linear: LinearProgramming,
) {
  const program: LinearProgram = linear.create([
    ...people.map(() => ({ lower: 1, upper: 1 })),
    ...cover.map(({ minimum }) => ({ lower: minimum, upper: minimum })),
  ]);
  program.addColumns(
    cover.flatMap(({ missing, surplus }, index) => {
      const rows = [people.length + index];
      return [
        { cost: missing * prices.missing, lower: 0, upper: Infinity, rows, values: [1] },
        { cost: surplus, lower: 0, upper: Infinity, rows, values: [-1] },
      ];
    }),
  );
  const slacks = cover.length * 2;
  const columns: { readonly person: number; readonly row: number }[] = [];
  const known = people.map(() => new Set<number>());
  let waiting = 0;
  const cellsOf = ({ base, first, cells }: NearRows, row: number) => {
    const symbolOf = Int8Array.from(base);
    for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at++) {
      const cell = cells[at] ?? 0;
      symbolOf[Math.floor(cell / symbols)] = cell % symbols;
    }
    return Array.from(symbolOf, (symbol, day) => day * symbols + symbol);
  };
  const flush = () => {
    program.addColumns(
      columns.slice(waiting).map(({ person, row }) => {
        const one = people[person];
        const counted = one ? cellsOf(one, row).flatMap((cell) => covers(person, cell)) : [];
        const rows = [person, ...counted.map((index) => people.length + index)];
        const cost = costs[person]?.[row] ?? 0;
        return { cost, lower: 0, upper: Infinity, rows, values: rows.map(() => 1) };
      }),
    );
    waiting = columns.length;
  };
  return {
    add(person: number, row: number): boolean {
      if (known[person]?.has(row)) return false;
      known[person]?.add(row);
      columns.push({ person, row });
      return true;
    },
    flush,
    solve(): Solution {
      flush();
      const { objective, dual } = program.solve();
      return {
        objective,
        person: dual.slice(0, people.length),
        cover: dual.slice(people.length),
      };
    },
    /** The best whole rows of those that are in; nobody's row changed when the search finds none. */
    chooseWhole(): { readonly rows: readonly number[]; readonly cost: number } {
      flush();
      const found = program.solveWhole(slacks, null, { seconds: SECONDS, nodes: MOST_NODES });
      const rows = people.map(() => 0);
      if (!found) return { rows, cost: Infinity };
      for (const [index, { person, row }] of columns.entries())
        if ((found.primal[slacks + index] ?? 0) > 0.5) rows[person] = row;
      return { rows, cost: found.objective };
    },
    dispose: () => program.dispose(),
  };
}
