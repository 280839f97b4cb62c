import { pick, type Random } from '../random.ts';
import { costsAt } from './column-generation.ts';
import { cheapest, type Month } from './pricing.ts';
import { countMonths, requirementCost, type HouseProblem, type Months } from './problem.ts';

/** Where a roster costs more than the prices of the cover say it must: all regrets together are what it costs above the bound. */
export type Regret = {
  /** Null: it is the cover of that day. */
  readonly person: number | null;
  readonly day: number;
  readonly size: number;
};

const SMALL = 1e-6;

/** Looks at a roster again and again; only who has another month than last time is looked at anew. */
export function openRegrets(
  problem: HouseProblem,
  coverNow: () => Float64Array,
): (months: Months) => readonly Regret[] {
  let cover = coverNow();
  const known = problem.people.map((): { month: Month | null; regrets: readonly Regret[] } => ({
    month: null,
    regrets: [],
  }));
  return (months) => {
    if (cover !== coverNow()) {
      cover = coverNow();
      for (const one of known) one.month = null;
    }
    for (const [person, month] of months.entries()) {
      if (known[person]?.month === month) continue;
      known[person] = { month, regrets: regretsOfPerson(problem, person, month, cover) };
    }
    return [...known.flatMap(({ regrets }) => regrets), ...regretsOfCover(problem, months, cover)];
  };
}

/** Days on which what she does leads away from her cheapest month. */
function regretsOfPerson(problem: HouseProblem, person: number, month: Month, cover: Float64Array): Regret[] {
  const own = problem.people[person];
  if (!own) return [];
  const { diagram, cells } = own;
  const { first, to, cell, cost, nodes, symbols } = diagram;
  const costs = costsAt(problem, person, cells, cover);
  const values = problem.values;
  problem.effort.spent += to.length;
  cheapest(diagram, costs, values);
  const found: Regret[] = [];
  let node = nodes - 1;
  for (let day = 0; day < month.length; day++) {
    let arc = first[node]!;
    while (cell[arc] !== day * symbols + month[day]!) arc++;
    const size = cost[arc]! + costs[cell[arc]!]! + values[to[arc]!]! - values[node]!;
    if (size > SMALL) found.push({ person, day, size });
    node = to[arc]!;
  }
  return found;
}

function regretsOfCover(problem: HouseProblem, months: Months, cover: Float64Array): Regret[] {
  const counts = countMonths(problem, months);
  const found: Regret[] = [];
  for (const [index, requirement] of problem.requirements.entries()) {
    const over = counts[index]! - requirement.minimum;
    const size = requirementCost(requirement, counts[index]!) + cover[index]! * over;
    if (size > SMALL) found.push({ person: null, day: Math.floor(requirement.cell / problem.symbols), size });
  }
  return found;
}

/** The people whose regrets they are, in order. */
export function peopleOf(regrets: readonly Regret[]): number[] {
  const people = new Set(regrets.flatMap(({ person }) => (person === null ? [] : [person])));
  return [...people].toSorted((a, b) => a - b);
}

/** One of them, the larger the likelier; null: there is none. */
export function drawRegret(random: Random, regrets: readonly Regret[]): Regret | null {
  let left = random() * regrets.reduce((sum, { size }) => sum + size, 0);
  for (const regret of regrets) {
    left -= regret.size;
    if (left < 0) return regret;
  }
  return regrets[pick(random, regrets.length)] ?? null;
}
