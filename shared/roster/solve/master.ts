import type { LinearProgram, LinearProgramming } from './linear-programming.ts';
import type { Month } from './pricing.ts';
import { monthCost } from './person-months.ts';
import { requirementsOf, type Problem } from './problem.ts';

/** A lawful month of one person that the linear program may choose. */
export type Choice = { readonly person: number; readonly month: Month; readonly cost: number };

export type Prices = {
  readonly objective: number;
  /** By requirement: what one more counting for it saves. */
  readonly cover: Float64Array;
  /** By person (of the whole problem): what her months cost at most to be of use. */
  readonly person: Float64Array;
};

/**
 * The master problem over some of the people: choose (parts of) months so that each person has one and the cover costs least.
 * Everybody else's months stand and are counted in `standing`.
 */
export type Master = {
  readonly people: readonly number[];
  readonly choices: readonly Choice[];
  /** Adds months that are not known yet; returns how many were new. */
  readonly add: (months: readonly { readonly person: number; readonly month: Month }[]) => number;
  readonly solve: () => Prices;
  /** Parts of the choices in the last solution, by choice. */
  readonly parts: () => Float64Array;
  /** Takes a month for good, until `release`. */
  readonly fix: (choice: number) => void;
  /** Leaves all months open again. */
  readonly release: () => void;
  readonly dispose: () => void;
};

/** A row in a simplex step takes as long as so many arcs of a diagram. */
const EFFORT = 100;

export function openMaster(
  problem: Problem,
  linear: LinearProgramming,
  people: readonly number[],
  standing: Int32Array,
): Master {
  const rowOf = new Map(people.map((person, row) => [person, row]));
  const asked = problem.requirements.map((row, index) => row.minimum - (standing[index] ?? 0));
  const program = linear.create([
    ...people.map(() => ({ lower: 1, upper: 1 })),
    ...asked.map((minimum) => ({ lower: minimum, upper: minimum })),
  ]);
  program.addColumns(slackColumns(problem, people.length));
  const slacks = problem.requirements.length * 2;
  const choices: Choice[] = [];
  const known = new Set<string>();
  const fixed = new Set<number>();
  let last: Float64Array = new Float64Array(0);

  return {
    people,
    choices,
    add(months) {
      const fresh = months.flatMap(({ person, month }): Choice[] => {
        const key = keyOf(person, month);
        const own = problem.people[person];
        if (known.has(key) || !own) return [];
        const choice = { person, month, cost: monthCost(own, month) };
        known.add(key);
        choices.push(choice);
        return [choice];
      });
      program.addColumns(
        fresh.map((choice) => {
          const rows = [
            rowOf.get(choice.person) ?? 0,
            ...requirementsOf(problem, choice.person, choice.month).map((index) => people.length + index),
          ];
          return { cost: choice.cost, lower: 0, upper: Infinity, rows, values: rows.map(() => 1) };
        }),
      );
      return fresh.length;
    },
    solve() {
      const { objective, primal, dual, iterations } = program.solve();
      problem.effort.spent += Math.max(1, iterations) * (people.length + asked.length) * EFFORT;
      last = primal;
      const person = new Float64Array(problem.people.length);
      for (const [row, one] of people.entries()) person[one] = dual[row] ?? 0;
      return { objective, cover: dual.slice(people.length), person };
    },
    parts: () => last.subarray(slacks),
    fix(choice) {
      fixed.add(choice);
      program.setBounds(slacks + choice, 1, 1);
    },
    release() {
      for (const choice of fixed) program.setBounds(slacks + choice, 0, Infinity);
      fixed.clear();
    },
    dispose: () => program.dispose(),
  };
}

/** For each requirement, people missing (it counts up) and people too many (it counts down). */
function slackColumns({ requirements }: Problem, offset: number): Parameters<LinearProgram['addColumns']>[0] {
  return requirements.flatMap(({ missing, surplus }, index) => [
    { cost: missing, lower: 0, upper: Infinity, rows: [offset + index], values: [1] },
    { cost: surplus, lower: 0, upper: Infinity, rows: [offset + index], values: [-1] },
  ]);
}

export function keyOf(person: number, month: Month): string {
  return `${person}:${String.fromCharCode(...month)}`;
}
