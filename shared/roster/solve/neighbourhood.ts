import type { Random } from '../random.ts';
import { cheapestMonths, generateColumns, type Stop } from './column-generation.ts';
import { dive } from './dive.ts';
import type { LinearProgramming } from './linear-programming.ts';
import { openMaster, type Choice } from './master.ts';
import type { Month } from './pricing.ts';
import { rosterCost, type Months, type Problem } from './problem.ts';

type Options = {
  readonly stop: Stop;
  readonly random: Random;
  /** Prices of the cover that may prove at once that nothing is better. */
  readonly cover: Float64Array;
  /** Months to begin with, by person. */
  readonly known?: readonly (readonly Month[])[];
  /** Told of the months that were looked at. */
  readonly onChoices?: (choices: readonly Choice[]) => void;
};

/**
 * Makes a roster anew by the linear program. Returns a better one, or null when there is none: mostly the prices alone prove that, or
 * the linear program does, so that trying is cheap.
 */
export function renew(
  problem: Problem,
  linear: LinearProgramming,
  months: Months,
  { stop, random, cover, known = [], onChoices }: Options,
): Months | null {
  const below = leastBetter(problem, months);
  const first = cheapestMonths(problem, cover);
  if (first.bound > below) return null;
  const master = openMaster(problem, linear);
  try {
    for (const [person, own] of known.entries()) master.add(own.map((month) => ({ person, month })));
    master.add(months.map((month, person) => ({ person, month })));
    master.add(first.months);
    const root = generateColumns(problem, master, { stop, rounds: 30, smoothing: 0.3, enough: below });
    if (root.objective > below || root.bound > below) return null;
    const found = dive(problem, master, {
      stop,
      random,
      shake: 0.4,
      step: 0.1,
      rounds: 6,
      near: 1e-4 * Math.abs(below),
      below: below + 1e-6,
    });
    return found ? months.map((month, person) => found.get(person) ?? month) : null;
  } finally {
    onChoices?.(master.choices);
    master.dispose();
  }
}

/** False: these prices of the cover prove that no roster is better. */
export function canBeBetter(problem: Problem, months: Months, cover: Float64Array): boolean {
  return cheapestMonths(problem, cover).bound <= leastBetter(problem, months);
}

/** What a roster costs at most that is worth finding. */
function leastBetter(problem: Problem, months: Months): number {
  const now = rosterCost(problem, months);
  return now - (problem.isWhole ? 1 - 1e-6 : 1e-5 * Math.max(1, Math.abs(now)));
}
