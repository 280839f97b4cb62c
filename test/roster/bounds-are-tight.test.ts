import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadLinearProgramming } from '../../electron/jobs/linear-program.ts';
import { compile } from '../../shared/roster/compile.ts';
import { personRules } from '../../shared/roster/rules.ts';
import { generateColumns } from '../../shared/roster/solve/column-generation.ts';
import { firstRoster } from '../../shared/roster/solve/first-roster.ts';
import { openMaster } from '../../shared/roster/solve/master.ts';
import { peopleMonths } from '../../shared/roster/solve/people-months.ts';
import { problemOf } from '../../shared/roster/solve/problem.ts';
import { smallRosters } from '../support/small-rosters.ts';

const linear = await loadLinearProgramming();

it('the bound meets the linear program once no month pays any more: a weak one would be true and say nothing', () => {
  fc.assert(
    fc.property(smallRosters, (model) => {
      const compiled = compile(model);
      const problem = problemOf(compiled, peopleMonths(compiled, personRules(model)).people);
      const master = openMaster(problem, linear);
      master.add(firstRoster(problem).map((month, person) => ({ person, month })));
      const options = { stop: () => false, rounds: 1_000, smoothing: 0.6 };
      const { done, objective, bound } = generateColumns(problem, master, options);
      master.dispose();
      expect({ done, isMet: Math.abs(objective - bound) < 1e-3 }).toEqual({ done: true, isMet: true });
    }),
    { numRuns: 400, seed: 20_261_122 },
  );
});
