import loadHighs, { type HighsCallbackMap } from 'highs';
import type { Contender, Outcome, Task } from '../contender.ts';
import { compactMilp, type Milp } from './compact-milp.ts';

/** HiGHS by itself on the compact model, stopped by processor time. */
export const highsAlone: Contender = {
  prepare: async () => {
    const highs = await loadHighs();
    return async (model, task) => solve(highs, compactMilp(model), task);
  },
};

function solve(highs: Awaited<ReturnType<typeof loadHighs>>, milp: Milp, task: Task): Outcome {
  const { callbackType, modelStatus } = highs.constants;
  let best: Outcome = { roster: null, bound: null, claimed: null };
  const seen = (values: Float64Array, claimed: number) => {
    best = { ...best, roster: milp.rosterOf(values), claimed };
    if (best.roster) task.report(best.roster);
  };
  const late = () => task.elapsed() >= task.seconds;
  const callbacks: HighsCallbackMap = {
    [callbackType.mipImprovingSolution](event) {
      const { mip_solution: values, objective_function_value: cost } = event.data;
      if (values) seen(values, cost ?? Number.NaN);
      return undefined;
    },
    [callbackType.mipInterrupt](event) {
      if (late()) event.interrupt();
      return undefined;
    },
    [callbackType.simplexInterrupt](event) {
      if (late()) event.interrupt();
      return undefined;
    },
  };
  return highs.withModel(toHighs(highs.infinity, milp), (model) => {
    model.options.set('output_flag', false);
    model.options.set('random_seed', task.seed);
    model.options.set('mip_rel_gap', 0);
    model.options.set('mip_abs_gap', 0.99);
    // Processor time is the limit; the clock on the wall only stops a machine that gives none.
    model.options.set('time_limit', task.seconds * 5);
    const { modelStatus: status } = model.run(callbacks);
    const bound = Number(model.info.get('mip_dual_bound'));
    if (status === modelStatus.optimal) seen(model.getSolution().colValue, model.getObjectiveValue());
    return { ...best, bound: Number.isFinite(bound) ? bound : null };
  });
}

function toHighs(infinity: number, milp: Milp) {
  const clip = (value: number) => Math.max(-infinity, Math.min(infinity, value));
  const starts = [0];
  for (const row of milp.rows) starts.push((starts.at(-1) ?? 0) + row.terms.length);
  const terms = milp.rows.flatMap((row) => row.terms);
  return {
    numCols: milp.variables.length,
    numRows: milp.rows.length,
    offset: milp.offset,
    colCost: milp.variables.map((variable) => variable.cost),
    colLower: milp.variables.map((variable) => variable.lower),
    colUpper: milp.variables.map((variable) => variable.upper),
    integrality: milp.variables.map(() => 1 as const),
    rowLower: milp.rows.map((row) => clip(row.least)),
    rowUpper: milp.rows.map((row) => clip(row.most)),
    matrix: {
      format: 'csr' as const,
      numRows: milp.rows.length,
      numCols: milp.variables.length,
      starts,
      indices: terms.map(([variable]) => variable),
      values: terms.map(([, coefficient]) => coefficient),
    },
  };
}
