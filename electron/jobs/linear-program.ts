import loadHighs, { type Model } from 'highs';
import type {
  Column,
  LinearProgram,
  LinearProgramming,
  LinearSolution,
  Row,
} from '../../shared/roster/solve/linear-programming.ts';

/** HiGHS (WebAssembly, one thread) as the engine of the roster's linear programs. Loading takes about 50 ms. */
export async function loadLinearProgramming(): Promise<LinearProgramming> {
  const highs = await loadHighs();
  return {
    create(rows: readonly Row[]): LinearProgram {
      const model = highs.createModel();
      model.options.set({ output_flag: false, random_seed: 0 });
      model.addRows({
        lower: Float64Array.from(rows, (row) => row.lower),
        upper: Float64Array.from(rows, (row) => row.upper),
        matrix: {
          format: 'csr',
          numRows: rows.length,
          numCols: 0,
          starts: new Int32Array(rows.length + 1),
          indices: new Int32Array(0),
          values: new Float64Array(0),
        },
      });
      return program(model, highs.constants.variableType, rows.length);
    },
  };
}

const [DUAL_SIMPLEX, PRIMAL_SIMPLEX] = [1, 4] as const;
/** Seconds; the options of HiGHS must be finite. */
const NO_LIMIT = 1e9;

function program(
  model: Model,
  kinds: { readonly continuous: 0 | 1 | 2 | 3 | 4; readonly integer: 0 | 1 | 2 | 3 | 4 },
  rows: number,
): LinearProgram {
  let columns = 0;
  let isDual = false;
  return {
    addColumns(added) {
      if (added.length === 0) return;
      addColumns(model, rows, added);
      columns += added.length;
    },
    setBounds(column, lower, upper) {
      model.changeColBounds(column, lower, upper);
      isDual = true;
    },
    solve(): LinearSolution {
      // The last basis stays primal feasible when columns come in, and dual feasible when bounds change.
      model.options.set({ simplex_strategy: isDual ? DUAL_SIMPLEX : PRIMAL_SIMPLEX });
      isDual = false;
      model.run();
      const { colValue, rowDual } = model.getSolution();
      const iterations = Number(model.info.get('simplex_iteration_count'));
      return { objective: model.getObjectiveValue(), primal: colValue, dual: rowDual, iterations };
    },
    solveWhole(firstWhole, start, { seconds, nodes }) {
      const whole = { kind: 'range', from: firstWhole, to: columns - 1 } as const;
      const count = columns - firstWhole;
      model.changeColsIntegrality(whole, new Int32Array(count).fill(kinds.integer));
      model.options.set({
        time_limit: model.getRunTime() + seconds,
        mip_max_nodes: nodes,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
      });
      try {
        if (start) model.setSolution({ colValue: start });
        model.run();
        const primal = model.getSolution().colValue;
        if (primal.length === 0) return null;
        return {
          objective: model.getObjectiveValue(),
          primal,
          bound: Number(model.info.get('mip_dual_bound')),
        };
      } finally {
        model.changeColsIntegrality(whole, new Int32Array(count).fill(kinds.continuous));
        model.options.set({ time_limit: NO_LIMIT });
      }
    },
    dispose: () => model.dispose(),
  };
}

function addColumns(model: Model, rows: number, columns: readonly Column[]): void {
  const starts = new Int32Array(columns.length + 1);
  for (const [index, column] of columns.entries())
    starts[index + 1] = (starts[index] ?? 0) + column.rows.length;
  model.addCols({
    cost: Float64Array.from(columns, (column) => column.cost),
    lower: Float64Array.from(columns, (column) => column.lower),
    upper: Float64Array.from(columns, (column) => column.upper),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(columns.flatMap((column) => column.rows)),
      values: Float64Array.from(columns.flatMap((column) => column.values)),
    },
  });
}
