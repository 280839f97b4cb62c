import { compile, toRoster, REST, type CompiledModel, type Row } from '../compile.ts';
import type { Roster, RosterModel } from '../model.ts';
import { randomFrom } from '../random.ts';
import { personRules } from '../rules.ts';
import { anneal, partOfLawfulMoves } from './annealing.ts';
import { generateColumns, type Converged } from './column-generation.ts';
import { dive } from './dive.ts';
import { finish } from './finish.ts';
import { firstRoster, settle } from './first-roster.ts';
import { improve } from './improve.ts';
import type { LinearProgramming } from './linear-programming.ts';
import { openMaster } from './master.ts';
import { peopleMonths, type Impossible, type LooseLock } from './people-months.ts';
import { openPool } from './pool.ts';
import { promisingPart } from './promising.ts';
import { countMonths, problemOf, rosterCost, type HouseProblem, type Months } from './problem.ts';

/** How far the solver is: costs as evaluate() counts them. */
export type Progress = {
  readonly roster: Roster;
  readonly cost: number;
  /** No lawful roster costs less; −∞ until something is proven. */
  readonly bound: number;
};

export type SolveOptions = {
  readonly seed: number;
  readonly linear: LinearProgramming;
  /** How much to do at most, in steps that are counted, not timed: the same seed and effort give the same roster. */
  readonly effort?: number;
  /** Where an earlier run of the same model, seed and effort was stopped (its `spent`): this one ends there with the same roster. */
  readonly until?: number;
  /** Ends the work early; asked every few milliseconds. */
  readonly stopped?: () => boolean;
  /** Called with each better roster and each better bound. */
  readonly report?: (progress: Progress) => void;
  /** A roster to begin with, beside the solver's own. */
  readonly start?: Roster;
};

export type Solved = Progress & {
  readonly looseLocks: readonly LooseLock[];
  readonly impossible: readonly Impossible[];
  /** Effort up to the point where it ended: see `until`. */
  readonly spent: number;
  /** The cost is proven to be the least. */
  readonly proven: boolean;
};

/** Moves of the annealing for each person: many where the rules leave room for small changes, else few. */
const [MANY_MOVES, FEW_MOVES] = [35_000, 20_000];
/** So many of all small changes are lawful where the rules leave room (one in twelve where hours are tight, nearly half in a house). */
const ROOM = 0.25;

/** The part of the effort that the annealing may take at most: something is left to prove how good its roster is. */
const ANNEALING = 0.75;

/** Rosters of the annealing, the last ones, whose months the linear program begins with. */
const BEGIN = 12;

/** How much is spent on the bound before rosters are looked for: much where the dives live on it; and each time between them. */
const [PROOF_WITH_ROOM, PROOF, NEXT_PROOF] = [400e6, 1000e6, 40e6];

/** A linear program that took more than this is too heavy to dive in: it would take many times as long. */
const HEAVY = 500e6;

/** A gap to the bound that a dive need not close. */
const CLOSE = 0.06;

/** Months that are kept a person for the neighbourhoods to begin with. */
const POOL = 40;

/**
 * The best roster that can be found: column generation with exact pricing gives the bound, dives and neighbourhoods of the linear
 * program give the rosters. Every month of every roster keeps all hard rules of its person; what the cover misses costs.
 */
export function solveRoster(model: RosterModel, options: SolveOptions): Solved {
  const { seed, linear, effort = Infinity, until = Infinity, report, start } = options;
  const compiled = compile(model);
  const rules = personRules(model);
  const { people, looseLocks, impossible } = peopleMonths(compiled, rules);
  const problem = problemOf(compiled, people);
  const random = randomFrom(seed);
  let end: number | null = null;
  const stop = () => {
    // Each question counts as a step, so that no two of them, where one of them ends the work, look alike.
    const spent = ++problem.effort.spent;
    if (end === null && (spent > effort || spent >= until || options.stopped?.())) end = spent;
    return end !== null;
  };
  // A lock that had to be loosened costs the same in every roster, so it counts for the bound too.
  const unkept = looseLocks.length * (rules.find(({ key }) => key === 'locked')?.weight ?? 0);

  let best: { months: Months; cost: number } = { months: [], cost: Infinity };
  let bound = -Infinity;
  const tell = () =>
    report?.({
      roster: rosterOf(compiled, best.months),
      cost: round(best.cost + unkept),
      bound: bound + unkept,
    });
  const take = (months: Months) => {
    const cost = rosterCost(problem, months);
    if (cost >= best.cost - 1e-9) return;
    best = { months, cost };
    tell();
  };
  const prove = (value: number) => {
    const proven = problem.isWhole ? Math.ceil(value - 1e-6) : value;
    if (proven <= bound + 1e-9) return;
    bound = Math.min(proven, best.cost);
    tell();
  };
  const isProven = () => best.cost - bound <= (problem.isWhole ? 1e-6 : 1e-4 * Math.max(1, best.cost));
  const polish = (months: Months) => take(settle(problem, countMonths(problem, months), months, 20));

  const first = firstRoster(problem);
  take(first);
  polish(first);
  const before = best.months;
  const room = partOfLawfulMoves(problem, best.months, random);
  const good: Months[] = [];
  const annealed = anneal(problem, best.months, {
    stop,
    random,
    moves: (room > ROOM ? MANY_MOVES : FEW_MOVES) * people.length,
    effort: ANNEALING * (effort - problem.effort.spent),
    onGood: (months) => good.push(months),
  });
  take(annealed);
  const given = start && monthsOfRoster(compiled, problem, start);
  if (given) take(given);

  const master = openMaster(problem, linear);
  try {
    for (const months of room > ROOM ? [best.months, ...good.slice(-BEGIN)] : [before])
      master.add(months.map((month, person) => ({ person, month })));
    const goOn = (most: number, from: Converged | null): Converged => {
      const patience = problem.effort.spent + most;
      return generateColumns(problem, master, {
        stop: () => stop() || problem.effort.spent > patience,
        rounds: 1000,
        from,
        smoothing: 0.6,
        onRound: (_objective, value) => prove(value),
      });
    };
    const beforeRoot = problem.effort.spent;
    let root = goOn(room > ROOM ? PROOF_WITH_ROOM : PROOF, null);
    const pool = openPool(problem, POOL);
    pool.addAll(master.choices);
    pool.rank(root.prices.cover);
    let narrowed: HouseProblem | null = null;
    // Where hours are tight a dive needs months that looked bad at first.
    const promising = () => (narrowed ??= room > ROOM ? promisingPart(problem, root.prices.cover) : problem);
    const plunge = (shake: number, end: () => boolean) => {
      const found = dive(promising(), master, {
        stop: end,
        random,
        shake,
        step: 0.04,
        rounds: 15,
        near: 0,
        below: best.cost,
      });
      pool.addAll(master.choices);
      return found ? people.map((_, person) => found.get(person) ?? new Int8Array(problem.days)) : null;
    };
    // Where the rules leave room the annealing came close by itself, and a dive takes long and helps little.
    const isClose = best.cost - bound < CLOSE * best.cost;
    const isHeavy = problem.effort.spent - beforeRoot > HEAVY || (!root.done && room > ROOM);
    const plunged = stop() || isClose || isHeavy ? null : plunge(0, stop);
    if (plunged) polish(plunged);
    const finished = stop() || isProven() ? null : finish(problem, linear);
    if (finished) {
      take(finished.months);
      prove(finished.bound);
    }
    improve(linear, {
      problem,
      promising,
      stop: () => stop() || isProven(),
      random,
      pool,
      cover: () => root.prices.cover,
      prove: () => {
        if (!root.done) root = goOn(NEXT_PROOF, root);
        return !root.done;
      },
      plunge,
      take,
      current: () => best,
      hasRoom: isClose || isHeavy,
    });
  } finally {
    master.dispose();
  }
  return {
    roster: rosterOf(compiled, best.months),
    cost: round(best.cost + unkept),
    bound: bound + unkept,
    proven: isProven(),
    looseLocks,
    impossible,
    spent: end ?? problem.effort.spent,
  };
}

function round(cost: number): number {
  return Math.round(cost * 100) / 100;
}

function rosterOf(compiled: CompiledModel, months: Months): Roster {
  return toRoster(
    compiled,
    months.map((month): Row => {
      const row = new Int8Array(compiled.length).fill(REST);
      for (let day = 0; day < month.length; day++) row[compiled.lead + day] = (month[day] ?? 0) - 1;
      return row;
    }),
  );
}

/** A roster from outside as months; null when it is not lawful. */
function monthsOfRoster(compiled: CompiledModel, problem: HouseProblem, roster: Roster): Months | null {
  const codes = new Map(compiled.shifts.map((shift, index) => [shift.code, index + 1]));
  const months = problem.people.map(({ person }) =>
    Int8Array.from(
      { length: problem.days },
      (_, day) => codes.get(roster[person.person.id]?.[day] ?? '') ?? 0,
    ),
  );
  return rosterCost(problem, months) < Infinity ? months : null;
}
