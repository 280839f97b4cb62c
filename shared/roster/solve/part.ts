import { NOTHING_APART } from './apart.ts';
import type { Choices, PersonMonths } from './person-months.ts';
import type { Month } from './pricing.ts';
import {
  addMonth,
  countMonths,
  type HouseProblem,
  type Months,
  type Problem,
  type Requirement,
} from './problem.ts';
import { someDays } from './stretch.ts';
import { unroll } from './unroll.ts';

/** A person's days are unrolled in the time in which so many arcs are priced, and so many more for each arc of them. */
const [EFFORT, EFFORT_ARC] = [20_000, 60];

/** Some people on some days, from `from` to before `until`. */
export type Region = { readonly people: readonly number[]; readonly from: number; readonly until: number };

/** A roster in which only some people are free on some days, as a problem of its own; all else stands. */
export type Part = {
  readonly problem: Problem;
  /** What stands there now. */
  readonly months: Months;
  /** What its cover is worth at the prices of the whole. */
  readonly cover: Float64Array;
  /** The whole roster with these in it. */
  readonly put: (months: Months) => Months;
};

/** `cover`: what the whole cover is worth. Null: somebody's month is not among those that she may choose from. */
export function partOf(
  whole: HouseProblem,
  months: Months,
  { people, from, until }: Region,
  cover: Float64Array,
): Part | null {
  const choices: Choices[] = [];
  for (const person of people) {
    const [own, month] = [whole.people[person], months[person]];
    const free = own && month && freeOn(whole, own, month, from, until);
    if (!free) return null;
    choices.push(free);
  }
  const standing = countMonths(whole, months);
  for (const person of people) addMonth(whole, standing, person, months[person] ?? new Int8Array(0), -1);
  const [first, last] = [from * whole.symbols, until * whole.symbols];
  const numbers = new Map<number, number>();
  const requirements: Requirement[] = [];
  for (const [index, requirement] of whole.requirements.entries()) {
    if (requirement.cell < first || requirement.cell >= last) continue;
    const { among } = requirement;
    numbers.set(index, requirements.length);
    requirements.push({
      ...requirement,
      cell: requirement.cell - first,
      minimum: requirement.minimum - (standing[index] ?? 0),
      among: among && Uint8Array.from(people, (person) => among[person] ?? 0),
    });
  }
  const counting = people.map((person) =>
    Array.from({ length: last - first }, (_, cell) =>
      whole.countsFor(person, first + cell).map((index) => numbers.get(index) ?? 0),
    ),
  );
  return {
    problem: {
      ...whole,
      days: until - from,
      people: choices,
      requirements,
      countsFor: (person, cell) => counting[person]?.[cell] ?? [],
    },
    months: people.map((person) => (months[person] ?? new Int8Array(0)).subarray(from, until)),
    cover: Float64Array.from(numbers.keys(), (index) => cover[index] ?? 0),
    put(found) {
      const all = [...months];
      for (const [index, person] of people.entries()) {
        const month = Int8Array.from(months[person] ?? []);
        month.set(found[index] ?? [], from);
        all[person] = month;
      }
      return all;
    },
  };
}

/** What a person may choose from when all but some days stand. */
function freeOn(
  { days, symbols, effort }: Problem,
  own: PersonMonths,
  month: Month,
  from: number,
  until: number,
): Choices | null {
  if (from === 0 && until === days) return own;
  const { cells, published } = own;
  const free = unroll(someDays(own, month, from, until));
  if (!free) return null;
  effort.spent += EFFORT + free.to.length * EFFORT_ARC;
  const isChanged = published?.month.some(
    (symbol, day) => (day < from || day >= until) && symbol !== month[day],
  );
  return {
    diagram: free,
    promising: free,
    apart: NOTHING_APART,
    cells: cells.slice(from * symbols, until * symbols),
    // Who is changed elsewhere has paid for it already.
    published: published && !isChanged ? { ...published, month: published.month.slice(from, until) } : null,
  };
}
