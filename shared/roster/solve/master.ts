import { openChoiceProgram } from './choice-program.ts';
import type { LinearProgramming } from './linear-programming.ts';
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
  const asked = problem.requirements.map(({ minimum, missing, surplus }, index) => ({
    minimum: minimum - (standing[index] ?? 0),
    missing,
    surplus,
  }));
  const program = openChoiceProgram(linear, people.length, asked);
  const choices: Choice[] = [];
  const known = new Set<string>();
  const fixed = new Set<number>();
  let parts: Float64Array = new Float64Array(0);

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
      program.add(
        fresh.map(({ person, month, cost }) => {
          return { person: rowOf.get(person) ?? 0, cost, counts: requirementsOf(problem, person, month) };
        }),
      );
      return fresh.length;
    },
    solve() {
      const solved = program.solve();
      problem.effort.spent += Math.max(1, solved.iterations) * program.rows * EFFORT;
      parts = solved.parts;
      const person = new Float64Array(problem.people.length);
      for (const [row, one] of people.entries()) person[one] = solved.person[row] ?? 0;
      return { objective: solved.objective, cover: solved.cover, person };
    },
    parts: () => parts,
    fix(choice) {
      fixed.add(choice);
      program.setBounds(choice, 1, 1);
    },
    release() {
      for (const choice of fixed) program.setBounds(choice, 0, Infinity);
      fixed.clear();
    },
    dispose: () => program.dispose(),
  };
}

export function keyOf(person: number, month: Month): string {
  return `${person}:${String.fromCharCode(...month)}`;
}
