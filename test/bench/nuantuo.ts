import { loadLinearProgramming } from '../../electron/jobs/linear-program.ts';
import type { Roster } from '../../shared/roster/model.ts';
import { solveRoster } from '../../shared/roster/solve/solve.ts';
import type { Contender } from './contender.ts';

/** Our own solver, as the app calls it, on one thread. */
export const nuantuo: Contender = {
  prepare: async () => {
    const linear = await loadLinearProgramming();
    return async (model, { seed, seconds, elapsed, report }) => {
      let last: Roster | null = null;
      const { roster, cost, bound } = solveRoster(model, {
        seed,
        linear,
        stopped: () => elapsed() >= seconds,
        report: (better) => {
          // Also told for each better bound.
          if (better.roster === last) return;
          last = better.roster;
          report(better.roster);
        },
      });
      return { roster, bound: Number.isFinite(bound) ? bound : null, claimed: cost };
    };
  },
};
