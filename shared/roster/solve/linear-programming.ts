/** A column of a linear program: what it costs, its bounds, and its entries. */
export type Column = {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly rows: readonly number[];
  readonly values: readonly number[];
};

export type Row = { readonly lower: number; readonly upper: number };

export type LinearSolution = {
  readonly objective: number;
  /** By column. */
  readonly primal: Float64Array;
  /** By row: what one more unit of its bound would cost. */
  readonly dual: Float64Array;
  /** Simplex steps it took: the measure of the work. */
  readonly iterations: number;
};

/** A linear program that is solved again and again while columns come in and bounds change. */
export type LinearProgram = {
  readonly addColumns: (columns: readonly Column[]) => void;
  readonly setBounds: (column: number, lower: number, upper: number) => void;
  /** Solves from where the last solution stood. */
  readonly solve: () => LinearSolution;
  /**
   * Solves with whole numbers in the columns from `firstWhole` on, starting from `start` (by column). Gives up after so many
   * seconds, or nodes; null when it found nothing.
   */
  readonly solveWhole: (
    firstWhole: number,
    start: Float64Array | null,
    limits: { readonly seconds: number; readonly nodes: number },
  ) => { readonly objective: number; readonly primal: Float64Array; readonly bound: number } | null;
  readonly dispose: () => void;
};

/** The engine that solves linear programs (HiGHS outside of tests): minimises. */
export type LinearProgramming = { readonly create: (rows: readonly Row[]) => LinearProgram };
