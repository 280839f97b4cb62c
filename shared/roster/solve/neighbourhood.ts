import { pick, type Random } from '../random.ts';
import { generateColumns, type Stop } from './column-generation.ts';
import { dive } from './dive.ts';
import type { LinearProgramming } from './linear-programming.ts';
import { openMaster } from './master.ts';
import { monthCost } from './person-months.ts';
import { addMonth, countMonths, coverCost, type Months, type Problem } from './problem.ts';
import type { Pool } from './pool.ts';

type Options = {
  readonly stop: Stop;
  readonly random: Random;
  readonly people: readonly number[];
  readonly pool: Pool;
};

/**
 * Frees some people of a roster and rosters them anew around all others. Returns the better roster, or null when there is none:
 * mostly the linear program alone proves that, so that trying is cheap.
 */
export function renew(
  problem: Problem,
  linear: LinearProgramming,
  months: Months,
  { stop, random, people, pool }: Options,
): Months | null {
  const standing = countMonths(problem, months);
  for (const person of people) {
    const month = months[person];
    if (month) addMonth(problem, standing, person, month, -1);
  }
  const now = costOf(problem, standing, people, months);
  const below = now - (problem.isWhole ? 1 - 1e-6 : 1e-3 * Math.max(1, Math.abs(now)) * 0.01);
  const master = openMaster(problem, linear, people, standing);
  try {
    master.add(people.flatMap((person) => pool.best(person).map((month) => ({ person, month }))));
    master.add(people.flatMap((person) => (months[person] ? [{ person, month: months[person] }] : [])));
    const root = generateColumns(problem, master, standing, { stop, rounds: 30, smoothing: 0.3 });
    pool.addAll(master.choices);
    if (root.objective > below || (root.bound > below && root.bound > -Infinity)) return null;
    const found = dive(problem, master, standing, {
      stop,
      random,
      shake: 0.4,
      step: 0.1,
      rounds: 6,
      near: 1e-4 * now,
      below: below + 1e-6,
    });
    pool.addAll(master.choices);
    return found ? months.map((month, person) => found.get(person) ?? month) : null;
  } finally {
    master.dispose();
  }
}

/** What these people and the whole cover cost when everybody has her month. */
function costOf(problem: Problem, standing: Int32Array, people: readonly number[], months: Months): number {
  const counts = standing.slice();
  let cost = 0;
  for (const person of people) {
    const [own, month] = [problem.people[person], months[person]];
    if (!own || !month) continue;
    cost += monthCost(own, month);
    addMonth(problem, counts, person, month, 1);
  }
  return cost + coverCost(problem, counts);
}

/** Some people at random, in order. */
export function somePeople(random: Random, count: number, size: number): number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(size, count)) chosen.add(pick(random, count));
  return [...chosen].sort((a, b) => a - b);
}
