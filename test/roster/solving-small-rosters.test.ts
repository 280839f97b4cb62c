import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadLinearProgramming } from '../../electron/jobs/linear-program.ts';
import { evaluate, type Evaluation } from '../../shared/roster/evaluate.ts';
import type { RosterModel } from '../../shared/roster/model.ts';
import type { LinearProgramming } from '../../shared/roster/solve/linear-programming.ts';
import type { Impossible } from '../../shared/roster/solve/people-months.ts';
import { solveRoster, type Progress } from '../../shared/roster/solve/solve.ts';
import { bestOfAll } from '../support/best-of-all.ts';
import { smallRosters } from '../support/small-rosters.ts';

/** How many rosters are tried; more by the environment. */
const ROSTERS = Number(process.env['SMALL_ROSTERS'] ?? 1000);

/** Far more than a small roster needs, so that what is not proven by then never is. */
const EFFORT = 2_000_000;

/** The rules that ask for work or for long rests: when they cannot all be kept, these give way, and it is said. */
const givingWay = new Set<string>(['leastMinutes', 'leastDaysInARow', 'leastRestInARow']);

let linear: LinearProgramming;
beforeAll(async () => {
  linear = await loadLinearProgramming();
});

/** Solves a roster, and judges all that the solver said on the way. */
function solve(model: RosterModel, seed: number) {
  const told: (Progress & { readonly judged: Evaluation })[] = [];
  const solved = solveRoster(model, {
    seed,
    linear,
    effort: EFFORT,
    report: (progress) => told.push({ ...progress, judged: evaluate(model, progress.roster) }),
  });
  return { ...solved, told: [...told, { ...solved, judged: evaluate(model, solved.roster) }] };
}

/** One person by herself, of whose rules that gave way only one is asked of her. */
function aloneWith(
  model: RosterModel,
  { person, rule }: Impossible,
  all: readonly Impossible[],
): RosterModel {
  const one = model.people[person]!;
  const others = all.filter((other) => other.person === person && other.rule !== rule);
  const terms = { ...one.terms, ...Object.fromEntries(others.map((other) => [other.rule, null])) };
  return { ...model, people: [{ ...one, terms }], cover: [], locks: [], requests: [], published: null };
}

const arbitrarySeed = fc.integer({ min: 0, max: 9 });

describe('solving small rosters, where every roster can be tried', () => {
  it('breaks nobody’s rules, costs what it says, proves no more than is true, and finds the best', () => {
    fc.assert(
      fc.property(smallRosters, arbitrarySeed, (model, seed) => {
        const best = bestOfAll(model);
        fc.pre(best < Number.POSITIVE_INFINITY);
        const { told, impossible, roster, cost } = solve(model, seed);
        expect(impossible).toEqual([]);
        expect(told.flatMap(({ judged }) => judged.violations.filter((found) => found.hard))).toEqual([]);
        expect(told.map((one) => one.cost)).toEqual(told.map(({ judged }) => judged.cost));
        expect(Math.max(...told.map(({ bound }) => bound))).toBeLessThanOrEqual(best + 0.01);
        expect({ cost: Math.abs(cost - best) < 0.011 ? best : cost, roster }).toEqual({ cost: best, roster });
      }),
      { numRuns: ROSTERS, seed: 20_261_122 },
    );
  }, 240_000);

  it('says whose rules cannot be kept and no other, breaks only what gives way, and rosters everybody else', () => {
    fc.assert(
      fc.property(smallRosters, arbitrarySeed, (model, seed) => {
        fc.pre(bestOfAll(model) === Number.POSITIVE_INFINITY);
        const { told, impossible } = solve(model, seed);
        const named = new Set(impossible.map(({ person, rule }) => `${model.people[person]?.id} ${rule}`));
        const broken = told.flatMap(({ judged }) => judged.violations.filter((found) => found.hard));
        expect(named.size).toBeGreaterThan(0);
        expect(broken.filter(({ rule }) => !givingWay.has(rule))).toEqual([]);
        expect(broken.filter(({ rule, person }) => !named.has(`${person} ${rule}`))).toEqual([]);
        expect(impossible.filter((one) => bestOfAll(aloneWith(model, one, impossible)) < Infinity)).toEqual(
          [],
        );
      }),
      { numRuns: Math.ceil(ROSTERS / 8), seed: 20_261_122 },
    );
  });

  it('gives the same roster for the same seed', () => {
    fc.assert(
      fc.property(smallRosters, arbitrarySeed, (model, seed) => {
        expect(solve(model, seed).roster).toEqual(solve(model, seed).roster);
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});
