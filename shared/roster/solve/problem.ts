import type { CompiledModel } from '../compile.ts';
import { costApart } from './apart.ts';
import { cheapest, traceCheapest, type Month } from './pricing.ts';
import { isSame, monthCost, type Choices, type PersonMonths } from './person-months.ts';

/** One requirement of the cover as the solver sees it: how many of `among` should have a cell. */
export type Requirement = {
  readonly cell: number;
  readonly minimum: number;
  readonly missing: number;
  readonly surplus: number;
  readonly among: Uint8Array | null;
};

/** A roster to be made, whole or in part, as the solver sees it. People by their number in `people`. */
export type Problem = {
  readonly days: number;
  readonly symbols: number;
  readonly people: readonly Choices[];
  readonly requirements: readonly Requirement[];
  /** By person and cell (day × symbols + symbol): the requirements that the cell counts for. */
  readonly countsFor: (person: number, cell: number) => readonly number[];
  /** Every cost is a whole number, so a bound may be rounded up. */
  readonly isWhole: boolean;
  /** Scratch space for pricing any of the people. */
  readonly values: Float64Array;
  /** How much was done so far, counted and not timed: the same on every machine. */
  readonly effort: { spent: number };
};

/** The roster of the whole house. */
export type HouseProblem = Omit<Problem, 'people'> & { readonly people: readonly PersonMonths[] };

/** A month for each person: always lawful, whatever the cover. */
export type Months = readonly Month[];

export function problemOf(model: CompiledModel, people: readonly PersonMonths[]): HouseProblem {
  const symbols = model.shifts.length + 1;
  const days = model.length - model.lead;
  const requirements = model.cover.map((row) => ({
    cell: (row.at - model.lead) * symbols + row.shift + 1,
    minimum: row.minimum,
    missing: row.missing,
    surplus: row.surplus,
    among: row.among && Uint8Array.from(people, ({ person }) => row.among?.[person.index] ?? 0),
  }));
  const forAll: number[][] = Array.from({ length: days * symbols }, () => []);
  for (const [index, { cell }] of requirements.entries()) forAll[cell]?.push(index);
  const hasGroups = requirements.some(({ among }) => among !== null);
  const own = hasGroups
    ? people.map((_, person) =>
        forAll.map((list) => list.filter((index) => requirements[index]?.among?.[person] !== 0)),
      )
    : null;
  return {
    days,
    symbols,
    people,
    requirements,
    countsFor: (person, cell) => (own ? own[person]?.[cell] : forAll[cell]) ?? [],
    isWhole: isWhole(people, requirements),
    values: new Float64Array(Math.max(1, ...people.map(({ diagram }) => diagram.nodes))),
    effort: { spent: 0 },
  };
}

/** How many count for each requirement. */
export function countMonths(problem: Problem, months: Months): Int32Array {
  const counts = new Int32Array(problem.requirements.length);
  for (const [person, month] of months.entries()) addMonth(problem, counts, person, month, 1);
  return counts;
}

export function addMonth(
  problem: Problem,
  counts: Int32Array,
  person: number,
  month: Month,
  by: 1 | -1,
): void {
  for (let day = 0; day < month.length; day++) {
    const symbol = month[day] ?? 0;
    if (symbol === 0) continue;
    for (const index of problem.countsFor(person, day * problem.symbols + symbol))
      counts[index] = (counts[index] ?? 0) + by;
  }
}

/** The requirements that a month counts for, once for each of its cells. */
export function requirementsOf(problem: Problem, person: number, month: Month): number[] {
  const found: number[] = [];
  for (let day = 0; day < month.length; day++) {
    const symbol = month[day] ?? 0;
    if (symbol !== 0) found.push(...problem.countsFor(person, day * problem.symbols + symbol));
  }
  return found;
}

/** What the cover costs when so many count for each requirement. */
export function coverCost({ requirements }: Problem, counts: Int32Array): number {
  let cost = 0;
  for (const [index, requirement] of requirements.entries())
    cost += requirementCost(requirement, counts[index] ?? 0);
  return cost;
}

export function requirementCost({ minimum, missing, surplus }: Requirement, count: number): number {
  return count < minimum ? (minimum - count) * missing : (count - minimum) * surplus;
}

/** What a roster costs: its people's months and its cover. */
export function rosterCost(problem: Problem, months: Months): number {
  let cost = 0;
  for (const [person, month] of months.entries()) {
    const own = problem.people[person];
    if (own) cost += monthCost(own, month);
  }
  return cost + coverCost(problem, countMonths(problem, months));
}

/** Her cheapest month when everybody else's stands: `counts` without her. The costs are exact, since each cell is hers once. */
export function bestResponse(
  problem: Problem,
  counts: Int32Array,
  person: number,
  now: Month | null = null,
): Month | null {
  const own = problem.people[person];
  if (!own) return null;
  const costs = own.cells.slice();
  for (const [index, requirement] of problem.requirements.entries()) {
    if (requirement.among !== null && requirement.among[person] !== 1) continue;
    const count = counts[index] ?? 0;
    costs[requirement.cell] =
      (costs[requirement.cell] ?? 0) +
      requirementCost(requirement, count + 1) -
      requirementCost(requirement, count);
  }
  const best = priceMonth(problem, person, costs);
  // Where sums are counted apart the month found need not be the cheapest: hers may be better.
  return best === null || (now && sumOf(own, costs, now) < best.value - 1e-9) ? now : best.month;
}

/** A month at some costs of its cells: what it costs, and what no month costs less than (less only where sums are counted apart). */
type Priced = { readonly month: Month; readonly value: number; readonly bound: number };

/** Her cheapest month at the given costs of cells, with the price of changing a published one; null: none is lawful. */
export function priceMonth(problem: Problem, person: number, costs: Float64Array): Priced | null {
  const own = problem.people[person];
  if (!own) return null;
  problem.effort.spent += own.promising.to.length;
  const least = cheapest(own.promising, costs, problem.values);
  if (least === Infinity) return null;
  const month = traceCheapest(own.promising, costs, problem.values);
  const value = least + costApart(own.apart, month, problem.symbols);
  const { published } = own;
  if (!published || published.price === 0 || isSame(published.month, month))
    return { month, value, bound: least };
  const staying = sumOf(own, costs, published.month);
  const bound = Math.min(staying, least + published.price);
  return staying <= value + published.price
    ? { month: published.month, value: staying, bound }
    : { month, value: value + published.price, bound };
}

function sumOf(own: Choices, costs: Float64Array, month: Month): number {
  // What the sequence costs, and each cell at the given cost instead of its own.
  let sum = monthCost(own, month);
  for (let day = 0; day < month.length; day++) {
    const cell = day * own.diagram.symbols + (month[day] ?? 0);
    sum += (costs[cell] ?? 0) - (own.cells[cell] ?? 0);
  }
  return Number.isNaN(sum) ? Infinity : sum;
}

function isWhole(people: readonly Choices[], requirements: readonly Requirement[]): boolean {
  const whole = (cost: number) => cost === Infinity || Number.isInteger(cost);
  return (
    requirements.every(({ missing, surplus }) => whole(missing) && whole(surplus)) &&
    people.every(
      ({ diagram, apart, cells, published }) =>
        apart.tallies.every(({ costOfAny }) => costOfAny.every(whole)) &&
        cells.every(whole) &&
        diagram.cost.every(whole) &&
        whole(published?.price ?? 0),
    )
  );
}
