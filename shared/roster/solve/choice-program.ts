import type { LinearProgramming } from './linear-programming.ts';

/** What the cover asks for: so many, and what each one missing or too many costs. */
type Asked = { readonly minimum: number; readonly missing: number; readonly surplus: number };

/** One way for one of the people to spend the days; `counts`: the requirements that it counts for, once for each of its cells. */
export type ProgramChoice = {
  /** By place among the people of the program. */
  readonly person: number;
  readonly cost: number;
  readonly counts: readonly number[];
};

export type ChoiceSolution = {
  readonly objective: number;
  /** By choice: which part of it is taken. */
  readonly parts: Float64Array;
  /** By person: what her choices cost at most to be of use; by requirement: what one more counting for it saves. */
  readonly person: Float64Array;
  readonly cover: Float64Array;
  readonly iterations: number;
};

/** The linear program in which each person takes one choice, or parts of several, so that they and the cover cost least. */
export type ChoiceProgram = {
  readonly rows: number;
  readonly add: (choices: readonly ProgramChoice[]) => void;
  readonly solve: () => ChoiceSolution;
  /** Whole choices; null: none were found within the limits. */
  readonly chooseWhole: (limits: {
    readonly seconds: number;
    readonly nodes: number;
  }) => { readonly objective: number; readonly parts: Float64Array } | null;
  /** How much of a choice must, and may, be taken. */
  readonly setBounds: (choice: number, lower: number, upper: number) => void;
  readonly dispose: () => void;
};

export function openChoiceProgram(
  linear: LinearProgramming,
  people: number,
  cover: readonly Asked[],
): ChoiceProgram {
  const program = linear.create([
    ...Array.from({ length: people }, () => ({ lower: 1, upper: 1 })),
    ...cover.map(({ minimum }) => ({ lower: minimum, upper: minimum })),
  ]);
  // For each requirement, people missing (it counts up) and people too many (it counts down).
  program.addColumns(
    cover.flatMap(({ missing, surplus }, index) => [
      { cost: missing, lower: 0, upper: Infinity, rows: [people + index], values: [1] },
      { cost: surplus, lower: 0, upper: Infinity, rows: [people + index], values: [-1] },
    ]),
  );
  const slacks = cover.length * 2;
  return {
    rows: people + cover.length,
    add(choices) {
      program.addColumns(
        choices.map(({ person, cost, counts }) => {
          const rows = [person, ...counts.map((index) => people + index)];
          return { cost, lower: 0, upper: Infinity, rows, values: rows.map(() => 1) };
        }),
      );
    },
    solve() {
      const { objective, primal, dual, iterations } = program.solve();
      const parts = primal.subarray(slacks);
      return { objective, parts, person: dual.slice(0, people), cover: dual.slice(people), iterations };
    },
    chooseWhole(limits) {
      const found = program.solveWhole(slacks, null, limits);
      return found && { objective: found.objective, parts: found.primal.subarray(slacks) };
    },
    setBounds: (choice, lower, upper) => program.setBounds(slacks + choice, lower, upper),
    dispose: () => program.dispose(),
  };
}
