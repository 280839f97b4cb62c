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
  /** By person: what her months cost at most to be of use. */
  readonly person: Float64Array;
};

/** The master problem: choose (parts of) months so that each person has one and the cover costs least. */
export type Master = {
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
/** To open a linear program takes as long as so many arcs. */
const EFFORT_OPENING = 500_000;

export function openMaster(problem: Problem, linear: LinearProgramming): Master {
  const program = openChoiceProgram(linear, problem.people.length, problem.requirements);
  problem.effort.spent += EFFORT_OPENING;
  const choices: Choice[] = [];
  const known = new Set<string>();
  const fixed = new Set<number>();
  let parts: Float64Array = new Float64Array(0);

  return {
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
          return { person, cost, counts: requirementsOf(problem, person, month) };
        }),
      );
      return fresh.length;
    },
    solve() {
      const { objective, person, cover, iterations, parts: taken } = program.solve();
      problem.effort.spent += Math.max(1, iterations) * program.rows * EFFORT;
      parts = taken;
      return { objective, person, cover };
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
