import { rosterCost, type Months, type Problem } from './problem.ts';

/** The best roster so far and what is proven about it. */
export type Incumbent = {
  readonly best: () => { readonly months: Months; readonly cost: number };
  /** No lawful roster costs less; −∞ until something is proven. */
  readonly bound: () => number;
  /** Keeps a roster when it is better than the best. */
  readonly take: (months: Months) => void;
  /** Keeps a bound when it is higher. */
  readonly prove: (bound: number) => void;
  /** There is no better roster. */
  readonly isProven: () => boolean;
};

/** `onNews`: called with each better roster and each better bound. */
export function openIncumbent(problem: Problem, onNews: () => void): Incumbent {
  let best: { months: Months; cost: number } = { months: [], cost: Infinity };
  let bound = -Infinity;
  return {
    best: () => best,
    bound: () => bound,
    take(months) {
      const cost = rosterCost(problem, months);
      if (cost >= best.cost - 1e-9) return;
      best = { months, cost };
      onNews();
    },
    prove(value) {
      // Nothing costs less than nothing, however little the prices say at first.
      const proven = Math.max(0, problem.isWhole ? Math.ceil(value - 1e-6) : value);
      if (proven <= bound + 1e-9) return;
      bound = Math.min(proven, best.cost);
      onNews();
    },
    isProven: () => best.cost - bound <= (problem.isWhole ? 1e-6 : 1e-4 * Math.max(1, best.cost)),
  };
}
