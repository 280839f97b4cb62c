import type { Random } from '../random.ts';
import type { Stop } from './column-generation.ts';
import { openMoves, type Moves } from './moves.ts';
import type { HouseProblem, Months, Problem } from './problem.ts';

type Options = {
  readonly stop: Stop;
  readonly random: Random;
  readonly moves: number;
  /** How much it may spend at most: it takes fewer moves and cools down faster when they would be more. */
  readonly effort?: number;
  /** The first temperature as a part of the usual one: less when a good roster is to be stirred up only. */
  readonly heat?: number;
  /** Called with good rosters on the way. */
  readonly onGood?: (months: Months) => void;
};

/** How many moves are tried to learn what moves cost here. */
const TRIALS = 2_000;
const GOOD_EVERY = 20_000;
/** After so many moves, some milliseconds, it is asked whether to stop. */
const ASKED_EVERY = 1024;
/** A day of a move takes as long as so many arcs of a diagram. */
const EFFORT = 2;
/** The first temperature, by what a cheap one (one in five) of the moves that cost something costs; and how far it falls. */
const [CHEAP, HEAT, COOLING] = [0.2, 0.14, 20];

/**
 * Simulated annealing over small changes, every month lawful at every moment (an automaton judges a change in a microsecond). Quick to a
 * good roster where the rules leave room; where hours are tight, the dives of the linear program are better.
 */
export function anneal(
  problem: HouseProblem,
  start: Months,
  { stop, random, moves: most, effort = Infinity, heat: part = 1, onGood }: Options,
): Months {
  if (start.length === 0) return start;
  const roster = openMoves(problem, start);
  const usual = firstTemperature(problem, roster, random);
  const moves = Math.min(most, Math.floor(effort / effortOf(problem, 1)));
  const hot = usual * part;
  if (hot === 0) return start;
  const cold = usual / COOLING;
  // Who stirs a good roster up asks for another one: the best of the second half, when it has cooled.
  const isStirred = part < 1;
  let best = isStirred ? Infinity : roster.cost();
  let bestMonths = roster.copy();
  for (let move = 0; move < moves; move++) {
    if (move % ASKED_EVERY === 0) {
      if (stop()) break;
      problem.effort.spent += effortOf(problem, Math.min(ASKED_EVERY, moves - move));
    }
    if (move > moves / 2 && move % GOOD_EVERY === 0) onGood?.(roster.copy());
    const worse = roster.propose(random);
    if (worse === null) continue;
    if (worse > 0 && random() >= Math.exp(-worse / (hot * (cold / hot) ** (move / moves)))) {
      roster.undo();
      continue;
    }
    roster.keep();
    if (roster.cost() < best - 1e-6 && (!isStirred || move > moves / 2)) {
      best = roster.cost();
      bestMonths = roster.copy();
    }
  }
  return bestMonths;
}

function effortOf({ days }: Problem, moves: number): number {
  return moves * days * EFFORT;
}

/** How many of the small changes to a roster are lawful, as a part of all. */
export function partOfLawfulMoves(problem: HouseProblem, months: Months, random: Random): number {
  if (months.length === 0) return 0;
  return costsOfMoves(problem, openMoves(problem, months), random).length / TRIALS;
}

function firstTemperature(problem: Problem, roster: Moves, random: Random): number {
  const rises = costsOfMoves(problem, roster, random).filter((cost) => cost > 0);
  rises.sort((a, b) => a - b);
  return (rises[Math.floor(rises.length * CHEAP)] ?? 0) * HEAT;
}

/** What the lawful ones among some changes would cost; the roster stays as it is. */
function costsOfMoves(problem: Problem, roster: Moves, random: Random): number[] {
  problem.effort.spent += effortOf(problem, TRIALS);
  const costs: number[] = [];
  for (let trial = 0; trial < TRIALS; trial++) {
    const cost = roster.propose(random);
    if (cost === null) continue;
    costs.push(cost);
    roster.undo();
  }
  return costs;
}
