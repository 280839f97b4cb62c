import type { Random } from '../random.ts';
import { generateColumns, type Stop } from './column-generation.ts';
import { dive } from './dive.ts';
import type { LinearProgramming } from './linear-programming.ts';
import { openMaster } from './master.ts';
import { openPool, type Pool } from './pool.ts';
import { promisingPart } from './promising.ts';
import type { HouseProblem, Months } from './problem.ts';

/** The linear program of the whole roster: what it proves, what the cover is worth in it, and rosters made from it. */
export type WholeRoster = {
  readonly isSolved: () => boolean;
  /** Goes on with it for so much effort at most. */
  readonly goOn: (effort: number) => void;
  /** What the cover is worth, as far as it is solved: the same array until it goes on. */
  readonly cover: () => Float64Array;
  /** The problem with those months only that are worth looking at. */
  readonly promising: () => HouseProblem;
  /** Months that were worth something in it. */
  readonly pool: Pool;
  /** Makes a roster of its parts of months; null: stopped, or none costs less than `below`. */
  readonly plunge: (shake: number, below: number, stop: Stop) => Months | null;
  readonly dispose: () => void;
};

type Options = {
  /** Rosters whose months it begins with. */
  readonly begin: readonly Months[];
  readonly effort: number;
  /** The rules leave room: there are more months than it is worth to look at. */
  readonly hasRoom: boolean;
  readonly stop: Stop;
  readonly random: Random;
  readonly onBound: (bound: number) => void;
};

/** Months that are kept a person for the neighbourhoods to begin with. */
const POOL = 40;

/** Opens it and goes on for so much effort. */
export function openWholeRoster(
  problem: HouseProblem,
  linear: LinearProgramming,
  { begin, effort: first, hasRoom, stop, random, onBound }: Options,
): WholeRoster {
  const { effort } = problem;
  const master = openMaster(problem, linear);
  for (const months of begin) master.add(months.map((month, person) => ({ person, month })));
  const priced = (most: number, from: ReturnType<typeof generateColumns> | null) => {
    const patience = effort.spent + most;
    return generateColumns(problem, master, {
      stop: () => stop() || effort.spent > patience,
      rounds: 1000,
      from,
      smoothing: 0.6,
      onRound: (_objective, bound) => onBound(bound),
    });
  };
  let root = priced(first, null);
  const pool = openPool(problem, POOL);
  pool.addAll(master.choices);
  pool.rank(root.prices.cover);
  let narrowed: HouseProblem | null = null;
  // Where hours are tight a dive needs months that looked bad at first.
  const promising = () => (narrowed ??= hasRoom ? promisingPart(problem, root.prices.cover) : problem);
  return {
    isSolved: () => root.done,
    goOn(most) {
      root = priced(most, root);
    },
    cover: () => root.prices.cover,
    promising,
    pool,
    plunge(shake, below, end) {
      const options = { stop: end, random, shake, step: 0.04, rounds: 15, near: 0, below };
      const found = dive(promising(), master, options);
      pool.addAll(master.choices);
      return found && problem.people.map((_, person) => found.get(person) ?? new Int8Array(problem.days));
    },
    dispose: () => master.dispose(),
  };
}
