import { pickMore, type Random } from '../random.ts';
import type { Stop } from './column-generation.ts';
import type { LinearProgramming } from './linear-programming.ts';
import { renew } from './neighbourhood.ts';
import { partOf } from './part.ts';
import type { Pool } from './pool.ts';
import type { HouseProblem, Months } from './problem.ts';
import { drawRegret, peopleOf, type Regret } from './regrets.ts';

type Options = {
  readonly promising: () => HouseProblem;
  readonly stop: Stop;
  readonly random: Random;
  readonly pool: Pool;
  readonly cover: () => Float64Array;
};

const SMALLEST = 6;

/** Makes the whole months of a few people anew, one of whom could have a better one; of more people when few are never enough. */
export function openFewPeople(
  linear: LinearProgramming,
  { promising, stop, random, pool, cover }: Options,
  regretsOf: (months: Months) => readonly Regret[],
): (months: Months) => Months | null {
  let [size, vain] = [SMALLEST, 0];
  return (months) => {
    const count = months.length;
    const regret = drawRegret(random, regretsOf(months));
    const people = pickMore(random, regret ? peopleOf([regret]) : [], size, count);
    const problem = promising();
    const part = partOf(problem, months, { people, from: 0, until: problem.days }, cover());
    const found =
      part &&
      renew(part.problem, linear, part.months, {
        stop,
        random,
        cover: part.cover,
        known: people.map((person) => pool.best(person)),
        onChoices: (choices) =>
          pool.addAll(choices.map((choice) => ({ ...choice, person: people[choice.person] ?? 0 }))),
      });
    vain = found ? 0 : vain + 1;
    if (vain >= Math.max(SMALLEST, count / 2)) [vain, size] = [0, size + 1];
    return found && part.put(found);
  };
}
