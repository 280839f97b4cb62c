import { pick, pickMore, type Random } from '../random.ts';
import type { Stop } from './column-generation.ts';
import type { LinearProgramming } from './linear-programming.ts';
import { canBeBetter, renew } from './neighbourhood.ts';
import { partOf } from './part.ts';
import type { HouseProblem, Months } from './problem.ts';
import { drawRegret, peopleOf, type Regret } from './regrets.ts';

type Options = {
  readonly problem: HouseProblem;
  readonly stop: Stop;
  readonly random: Random;
  readonly cover: () => Float64Array;
};

/** So many cells are free at a time to begin with, over so many days at least and at most. */
const CELLS = 250;
const [SHORTEST, LONGEST] = [4, 8];
/** After so many tries in vain the part becomes larger by so much. */
const [PATIENCE, GROWTH] = [20, 1.3];

/**
 * Makes a few days of many people anew, around something that costs more than it must. Months that a linear program puts together from
 * parts are seldom whole; over a few days they mostly are.
 */
export function openSomeDays(
  linear: LinearProgramming,
  { problem, stop, random, cover }: Options,
  regretsOf: (months: Months) => readonly Regret[],
): (months: Months) => Months | null {
  let [cells, vain] = [CELLS, 0];
  return (months) => {
    const regrets = regretsOf(months);
    const days = daysAround(random, regrets, problem.days);
    // Whoever has her cheapest month has her cheapest days: only the others can show whether anything is to be gained here.
    const others = partOf(problem, months, { people: peopleOf(regrets), ...days }, cover());
    if (!others || !canBeBetter(others.problem, others.months, others.cover)) return null;
    const known = peopleOf(regrets.filter(({ day }) => day >= days.from && day < days.until));
    const size = Math.round(cells / (days.until - days.from));
    const people = pickMore(random, known, size, months.length);
    const part = partOf(problem, months, { people, ...days }, cover());
    const found = part && renew(part.problem, linear, part.months, { stop, random, cover: part.cover });
    vain = found ? 0 : vain + 1;
    if (vain >= PATIENCE) [vain, cells] = [0, cells * GROWTH];
    return found && part.put(found);
  };
}

function daysAround(
  random: Random,
  regrets: readonly Regret[],
  days: number,
): { from: number; until: number } {
  const length = Math.min(days, SHORTEST + pick(random, LONGEST - SHORTEST + 1));
  const regret = drawRegret(random, regrets);
  const around = regret ? regret.day - pick(random, length) : pick(random, days);
  const from = Math.max(0, Math.min(days - length, around));
  return { from, until: from + length };
}
