import { openChoiceProgram, type ChoiceSolution } from '../solve/choice-program.ts';
import type { LinearProgramming } from '../solve/linear-programming.ts';
import { priceRows, type NearProblem, type Prices, type RowPrices } from './row-prices.ts';

export type Chosen = {
  /** By person of `people`: which of her rows. */
  readonly rows: readonly number[];
  readonly cost: number;
  /** No choice of these rows costs less; −∞ when that was not proven. */
  readonly bound: number;
};

/** Most rows that are added at the end to prove that nothing better is left. */
const MOST_ADDED = 800;
const LIMITS = { seconds: 60, nodes: 30 } as const;
const ROUNDS = 500;
/** Rows of one person that are added in one round. */
const ADDED_AT_ONCE = 3;
const EPSILON = 1e-6;
/** A hair more than all the noise that breaks ties. */
export const TOLERANCE = 0.05;

/**
 * Chooses one row for each person so that the whole costs least: a linear program over the rows that pay, then whole rows out of
 * those, then once more with every row that could still be part of something better. Exact unless its limits are met.
 */
export function chooseRows(problem: NearProblem, prices: Prices, linear: LinearProgramming): Chosen {
  const rows = priceRows(problem, prices);
  const open = openRows(problem, prices, rows, linear);
  try {
    const { solution, isDone } = addWhatPays(problem, rows, open);
    const bound = isDone ? solution.objective : -Infinity;
    const best = open.chooseWhole();
    const gap = best.cost - solution.objective;
    if (gap <= TOLERANCE || !addWhatCould(problem, rows, open, solution, gap)) return { ...best, bound };
    const better = open.chooseWhole();
    return { ...(better.cost < best.cost ? better : best), bound };
  } finally {
    open.dispose();
  }
}

/** Adds rows until none is left that pays. */
function addWhatPays(
  { people }: NearProblem,
  rows: RowPrices,
  open: OpenRows,
): { readonly solution: ChoiceSolution; readonly isDone: boolean } {
  open.add(people.map((_, person) => ({ person, row: 0 })));
  let solution = open.solve();
  for (let round = 0; round < ROUNDS; round++) {
    const paying = people.flatMap((_, person) => {
      const reduced = rows.reduced(person, solution);
      return lowest(reduced, ADDED_AT_ONCE)
        .filter((row) => (reduced[row] ?? 0) < -EPSILON)
        .map((row) => ({ person, row }));
    });
    if (open.add(paying) === 0) return { solution, isDone: true };
    solution = open.solve();
  }
  return { solution, isDone: false };
}

/** Adds the rows with which a choice could be better by less than `gap`, the likeliest first; false: there are none. */
function addWhatCould(
  { people }: NearProblem,
  rows: RowPrices,
  open: OpenRows,
  solution: ChoiceSolution,
  gap: number,
): boolean {
  const left = people.flatMap((_, person) =>
    Array.from(rows.reduced(person, solution), (value, row) => ({ person, row, value })).filter(
      ({ value }) => value < gap,
    ),
  );
  left.sort((a, b) => a.value - b.value || a.person - b.person || a.row - b.row);
  return open.add(left.slice(0, MOST_ADDED)) > 0;
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

type Place = { readonly person: number; readonly row: number };
type OpenRows = {
  /** Adds rows that are not in yet; returns how many. */
  readonly add: (places: readonly Place[]) => number;
  readonly solve: () => ChoiceSolution;
  /** The best whole rows of those that are in; nobody's row changed when the search finds none. */
  readonly chooseWhole: () => { readonly rows: readonly number[]; readonly cost: number };
  readonly dispose: () => void;
};

/**
 * The rows to choose from, in the program that the solver's months are chosen with too. Not its master: that knows months by
 * their diagrams and asks what fixing one costs, this knows rows by their number and chooses whole ones.
 */
function openRows(
  { people, cover }: NearProblem,
  prices: Prices,
  rows: RowPrices,
  linear: LinearProgramming,
): OpenRows {
  const program = openChoiceProgram(
    linear,
    people.length,
    cover.map(({ minimum, missing, surplus }) => ({ minimum, missing: missing * prices.missing, surplus })),
  );
  const choices: Place[] = [];
  const known = people.map(() => new Set<number>());
  return {
    add(places) {
      const fresh = places.filter(({ person, row }) => !known[person]?.has(row));
      for (const { person, row } of fresh) known[person]?.add(row);
      choices.push(...fresh);
      program.add(
        fresh.map(({ person, row }) => ({
          person,
          cost: rows.cost(person, row),
          counts: rows.countsOf(person, row),
        })),
      );
      return fresh.length;
    },
    solve: program.solve,
    chooseWhole() {
      const found = program.chooseWhole(LIMITS);
      const chosen = people.map(() => 0);
      if (!found) return { rows: chosen, cost: Infinity };
      for (const [index, { person, row }] of choices.entries())
        if ((found.parts[index] ?? 0) > 0.5) chosen[person] = row;
      return { rows: chosen, cost: found.objective };
    },
    dispose: program.dispose,
  };
}
