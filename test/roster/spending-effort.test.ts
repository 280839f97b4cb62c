import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearProgramming } from '../../electron/jobs/linear-program.ts';
import { compile } from '../../shared/roster/compile.ts';
import { readNrp } from '../../shared/roster/nrp.ts';
import { randomFrom } from '../../shared/roster/random.ts';
import { personRules } from '../../shared/roster/rules.ts';
import { anneal } from '../../shared/roster/solve/annealing.ts';
import { firstRoster } from '../../shared/roster/solve/first-roster.ts';
import type { LinearProgramming } from '../../shared/roster/solve/linear-programming.ts';
import { peopleMonths } from '../../shared/roster/solve/people-months.ts';
import { problemOf } from '../../shared/roster/solve/problem.ts';
import { solveRoster } from '../../shared/roster/solve/solve.ts';
import { nrpLike } from '../bench/nrp-like.ts';
import { ownHouse } from '../bench/own-house.ts';

let linear: LinearProgramming;
beforeAll(async () => {
  linear = await loadLinearProgramming();
});

const house = ownHouse(1, { people: 12, days: 14 });
const days = house.days.length;

function aProblem() {
  const compiled = compile(house);
  const problem = problemOf(compiled, peopleMonths(compiled, personRules(house)).people);
  return { problem, first: firstRoster(problem) };
}

/** What the annealing spends, and how many moves it takes before it asks whether to stop. */
const ASKED_EVERY = 1024;

describe('the effort of the annealing', () => {
  it('is counted while it works, so that it ends within some moves of being asked to', () => {
    const { problem, first } = aProblem();
    const before = problem.effort.spent;
    const most = 300_000;
    anneal(problem, first, {
      stop: () => problem.effort.spent - before > most,
      random: randomFrom(1),
      moves: 100_000_000,
    });
    const spent = problem.effort.spent - before;
    expect(spent).toBeGreaterThan(most);
    expect(spent).toBeLessThan(most + ASKED_EVERY * days * 2 + 1);
  });

  it('is what the moves come to, and no more than it may be', () => {
    const { problem, first } = aProblem();
    const spentBy = (options: { moves: number; effort?: number }) => {
      const before = problem.effort.spent;
      anneal(problem, first, { stop: () => false, random: randomFrom(1), ...options });
      return problem.effort.spent - before;
    };
    const learning = spentBy({ moves: 0 });
    expect(spentBy({ moves: 10_000 }) - learning).toBe(10_000 * days * 2);
    expect(spentBy({ moves: 10_000, effort: 1_000 * days * 2 }) - learning).toBe(1_000 * days * 2);
    expect(spentBy({ moves: 10_000, effort: -5 })).toBe(learning);
  });
});

describe('solving with little effort', () => {
  it('ends soon, with a roster that is nearly as good: the cooling fits the effort', () => {
    const month = ownHouse(1, { people: 20, days: 31 });
    const small = solveRoster(month, { seed: 3, linear, effort: 20_000_000 });
    expect(small.spent).toBeLessThan(21_000_000 + 10_000_000);
    const large = solveRoster(month, { seed: 3, linear, effort: 150_000_000 });
    expect(small.cost).toBeLessThan(large.cost * 1.1);
  });
});

describe('a run that was stopped on the way', () => {
  const tight = readNrp(nrpLike(3, { weeks: 2, people: 10, shifts: 2 }));
  const loose = ownHouse(2, { people: 8, days: 14 });

  it('is made again from its seed, its effort and what it had spent, wherever it was stopped', () => {
    const phases = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(tight, loose),
        fc.integer({ min: 0, max: 99 }),
        fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 50, max: 2_000 })),
        (model, seed, question) => {
          const effort = 40_000_000;
          let asked = 0;
          const stopped = () => ++asked >= question;
          const first = solveRoster(model, { seed, linear, effort, stopped });
          const again = solveRoster(model, { seed, linear, effort, until: first.spent });
          expect(again).toEqual(first);
          phases.add(first.bound === -Infinity ? 'before' : 'after');
        },
      ),
      { numRuns: 25, seed: 20_261_122 },
    );
    // Both those that were stopped before anything was proven, and those stopped later.
    expect([...phases].toSorted()).toEqual(['after', 'before']);
  });
});
