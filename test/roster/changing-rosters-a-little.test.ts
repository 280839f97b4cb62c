import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../shared/roster/compile.ts';
import type { RosterModel } from '../../shared/roster/model.ts';
import { readNrp } from '../../shared/roster/nrp.ts';
import { pick, randomFrom } from '../../shared/roster/random.ts';
import { personRules } from '../../shared/roster/rules.ts';
import { firstRoster } from '../../shared/roster/solve/first-roster.ts';
import { openMonthJudge } from '../../shared/roster/solve/month-judge.ts';
import { openMoves } from '../../shared/roster/solve/moves.ts';
import { peopleMonths } from '../../shared/roster/solve/people-months.ts';
import { monthCost } from '../../shared/roster/solve/person-months.ts';
import { problemOf, rosterCost } from '../../shared/roster/solve/problem.ts';
import { nrpLike } from '../bench/nrp-like.ts';
import { ownHouse } from '../bench/own-house.ts';
import { smallRosters } from '../support/small-rosters.ts';

const houses = fc.oneof(
  { weight: 4, arbitrary: smallRosters },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 99 }).map((seed) => ownHouse(seed, { people: 6, days: 21 })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 99 })
      .map((seed) => readNrp(nrpLike(seed, { weeks: 2, people: 6, shifts: 3 }))),
  },
);

/** But for rounding; unlawful ones alike. */
const isSameCost = (one: number, other: number) => one === other || Math.abs(one - other) < 1e-6;

function opened(model: RosterModel) {
  const compiled = compile(model);
  const problem = problemOf(compiled, peopleMonths(compiled, personRules(model)).people);
  return { problem, roster: openMoves(problem, firstRoster(problem)) };
}

describe('changing a roster a little at a time', () => {
  it('costs what the diagrams say, stays lawful, and is as before when a change is taken back', () => {
    let [kept, undone] = [0, 0];
    fc.assert(
      fc.property(houses, fc.integer(), (model, seed) => {
        const { problem, roster } = opened(model);
        const random = randomFrom(seed);
        for (let move = 0; move < 400; move++) {
          const [cost, months] = [roster.cost(), roster.copy()];
          const worse = roster.propose(random);
          const changed = roster.cost();
          expect(isSameCost(changed, cost + (worse ?? 0))).toBe(true);
          expect(isSameCost(rosterCost(problem, roster.copy()), changed)).toBe(true);
          const isKept = worse !== null && random() < 0.6;
          if (isKept) {
            roster.keep();
            kept++;
            continue;
          }
          if (worse !== null) {
            roster.undo();
            undone++;
          }
          expect({ cost: roster.cost(), months: roster.copy() }).toEqual({ cost, months });
        }
      }),
      { numRuns: 120, seed: 20_261_122 },
    );
    expect(Math.min(kept, undone)).toBeGreaterThan(2_000);
  });

  it('judges a month from its first changed day as the diagram judges the whole', () => {
    const seen = { lawful: 0, unlawful: 0 };
    fc.assert(
      fc.property(houses, fc.integer(), (model, seed) => {
        const { problem } = opened(model);
        const random = randomFrom(seed);
        const { days, symbols } = problem;
        for (const [person, first] of firstRoster(problem).entries()) {
          const own = problem.people[person]!;
          const judge = openMonthJudge(own);
          let hers = first;
          expect(isSameCost(judge.take(hers, 0), monthCost(own, hers))).toBe(true);
          for (let change = 0; change < 60; change++) {
            const from = pick(random, days);
            const end = Math.min(days, from + 1 + pick(random, 4));
            const month = hers.map((symbol, day) =>
              day >= from && day < end ? pick(random, symbols) : symbol,
            );
            const [cost, whole] = [judge.cost(month, from, end), monthCost(own, month)];
            seen[whole < Infinity ? 'lawful' : 'unlawful']++;
            expect(isSameCost(cost, whole)).toBe(true);
            if (whole === Infinity || random() < 0.5) continue;
            hers = month;
            expect(isSameCost(judge.take(hers, from), whole)).toBe(true);
          }
        }
      }),
      { numRuns: 120, seed: 20_261_122 },
    );
    expect(Math.min(seen.lawful, seen.unlawful)).toBeGreaterThan(2_000);
  });
});
