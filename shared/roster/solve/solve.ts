import { compile } from '../compile.ts';
import type { Roster, RosterModel } from '../model.ts';
import { randomFrom } from '../random.ts';
import { personRules } from '../rules.ts';
import { anneal, partOfLawfulMoves } from './annealing.ts';
import { finish } from './finish.ts';
import { firstRoster, settle } from './first-roster.ts';
import { improve } from './improve.ts';
import { openIncumbent } from './incumbent.ts';
import type { LinearProgramming } from './linear-programming.ts';
import { peopleMonths, type Impossible, type LooseLock } from './people-months.ts';
import { countMonths, problemOf, type Months } from './problem.ts';
import { monthsOfRoster, rosterOf } from './rosters.ts';
import { openWholeRoster } from './whole-roster.ts';

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

/** How much is spent on the bound before rosters are looked for: much where the dives live on it. */
const [PROOF_WITH_ROOM, PROOF] = [400e6, 1000e6];

/** A linear program that took more than this is too heavy to dive in: it would take many times as long. */
const HEAVY = 500e6;

/** A gap to the bound that a dive need not close. */
const CLOSE = 0.06;

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

  const incumbent = openIncumbent(problem, () => report?.(progress()));
  const { best, bound, take, prove, isProven } = incumbent;
  const progress = (): Progress => ({
    roster: rosterOf(compiled, best().months),
    cost: round(best().cost + unkept),
    bound: bound() + unkept,
  });
  const polish = (months: Months) => take(settle(problem, countMonths(problem, months), months, 20));

  const first = firstRoster(problem);
  take(first);
  polish(first);
  const before = best().months;
  const hasRoom = partOfLawfulMoves(problem, before, random) > ROOM;
  const good: Months[] = [];
  const annealed = anneal(problem, before, {
    stop,
    random,
    moves: (hasRoom ? MANY_MOVES : FEW_MOVES) * people.length,
    effort: ANNEALING * (effort - problem.effort.spent),
    onGood: (months) => good.push(months),
  });
  take(annealed);
  const given = start && monthsOfRoster(compiled, problem, start);
  if (given) take(given);

  const unbound = problem.effort.spent;
  const whole = openWholeRoster(problem, linear, {
    begin: hasRoom ? [best().months, ...good.slice(-BEGIN)] : [before],
    effort: hasRoom ? PROOF_WITH_ROOM : PROOF,
    hasRoom,
    stop,
    random,
    onBound: prove,
  });
  try {
    // Where the rules leave room the annealing came close by itself, and a dive takes long and helps little.
    const isClose = best().cost - bound() < CLOSE * best().cost;
    const isHeavy = problem.effort.spent - unbound > HEAVY || (!whole.isSolved() && hasRoom);
    const plunged = stop() || isClose || isHeavy ? null : whole.plunge(0, best().cost, stop);
    if (plunged) polish(plunged);
    const finished = stop() || isProven() ? null : finish(problem, linear);
    if (finished) {
      take(finished.months);
      prove(finished.bound);
    }
    improve(linear, {
      problem,
      whole,
      stop: () => stop() || isProven(),
      random,
      take,
      current: best,
      staysNear: isClose || isHeavy,
    });
  } finally {
    whole.dispose();
  }
  return { ...progress(), proven: isProven(), looseLocks, impossible, spent: end ?? problem.effort.spent };
}

function round(cost: number): number {
  return Math.round(cost * 100) / 100;
}
