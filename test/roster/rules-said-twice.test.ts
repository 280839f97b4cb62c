import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compile,
  REST,
  toRow,
  type CompiledModel,
  type CompiledPerson,
  type Row,
} from '../../shared/roster/compile.ts';
import { noTerms, type Cell, type RosterModel } from '../../shared/roster/model.ts';
import { pick, randomFrom } from '../../shared/roster/random.ts';
import { personRuleKeys, type Encoding, type PersonRule } from '../../shared/roster/rule.ts';
import { personRules } from '../../shared/roster/rules.ts';
import { ownHouse } from '../bench/own-house.ts';
import { smallRosters } from '../support/small-rosters.ts';

/** What an encoding comes to in a row, as the solver counts it. */
function encoded({ lead, length }: CompiledModel, row: Row, encoding: Encoding): number {
  let sum = 0;
  switch (encoding.kind) {
    case 'cells':
      for (let at = lead; at < length; at++) sum += encoding.amount(at, row[at] ?? REST);
      return sum;
    case 'pattern': {
      let state = encoding.start;
      for (let at = Math.max(0, encoding.from); at < length; at++) {
        const shift = row[at] ?? REST;
        if (at >= lead) sum += encoding.amount(state, shift);
        state = encoding.next(state, shift);
      }
      return sum;
    }
    case 'count':
      for (let at = lead; at < length; at++)
        sum += encoding.measure.add(at, row[at - 1] !== REST, row[at] ?? REST);
      return Math.max(0, encoding.least - sum, sum - encoding.most);
    case 'same':
      return row.slice(lead).some((shift, day) => shift !== encoding.row[lead + day]) ? encoding.amount : 0;
  }
}

function saidTwice(compiled: CompiledModel, person: CompiledPerson, row: Row, rule: PersonRule) {
  let checked = 0;
  rule.check(compiled, person, row, (_first, _last, amount) => (checked += Math.abs(amount)));
  const built = rule.encode(compiled, person).reduce((sum, one) => sum + encoded(compiled, row, one), 0);
  return { checked, built };
}

/** A house of our own shape with terms, limits, guards, locks and a published month on top. */
function aFullHouse(seed: number): RosterModel {
  const random = randomFrom(seed);
  const house = ownHouse(seed, { people: 3, days: 21 });
  const codes: Cell[] = [null, ...house.shifts.map(({ code }) => code)];
  const some = () => house.days.filter(() => random() < 0.2);
  const perhaps = (least: number, most: number) =>
    random() < 0.4 ? null : least + pick(random, most - least + 1);
  const people = house.people.map((person) => ({
    ...person,
    before: person.before.slice(pick(random, 8)),
    protectedOn: random() < 0.4 ? some() : [],
    guards: { uncertifiedOn: some(), elsewhereOn: some(), secondPostOn: some() },
    terms: {
      ...noTerms,
      mostOf: { N: pick(random, 5) },
      leastMinutes: perhaps(1, 12_000),
      mostMinutes: perhaps(1, 12_000),
      mostDaysInARow: perhaps(1, 6),
      leastDaysInARow: perhaps(1, 4),
      leastRestInARow: perhaps(1, 4),
      mostWeekends: perhaps(0, 3),
    },
  }));
  const anyRow = () => house.days.map(() => codes[pick(random, codes.length)] ?? null);
  return {
    ...house,
    // One shift is longer than a day may be.
    shifts: house.shifts.map((shift) => (shift.code === 'P' ? { ...shift, minutes: 700 } : shift)),
    people,
    limits: {
      ...house.limits,
      nightsInARow: perhaps(1, 3),
      minutesInAWeek: perhaps(480, 2_400),
      uncertifiedIsHard: random() < 0.5,
      comprehensiveHours: random() < 0.5,
      forbiddenSuccessions: [{ before: 'A', after: 'N' }],
    },
    locks: people.map(({ id }) => ({ person: id, day: house.days[pick(random, 21)]!, shift: 'D' })),
    published: { roster: Object.fromEntries(people.map(({ id }) => [id, anyRow()])), cell: 3, person: 7 },
  };
}

const models = fc.oneof(smallRosters, fc.integer({ min: 1, max: 9_999 }).map(aFullHouse));

/** Long runs are likely, so that rules about runs have something to say. */
function someCells(seed: number, { days, shifts }: RosterModel): Cell[] {
  const random = randomFrom(seed);
  const codes: Cell[] = [null, null, ...shifts.map(({ code }) => code)];
  let now: Cell = null;
  return days.map(() => {
    if (random() < 0.45) now = codes[pick(random, codes.length)] ?? null;
    return now;
  });
}

describe('each rule, said once to the grid and once to the solver', () => {
  it('comes to the same amount in any month, the days before it counted', () => {
    const heard = new Set<string>();
    fc.assert(
      fc.property(models, fc.integer({ min: 0, max: 1_000_000 }), (model, seed) => {
        const compiled = compile(model);
        const rules = personRules(model);
        for (const person of compiled.people) {
          const row = toRow(compiled, person, someCells(seed + person.index, model));
          const wrong = rules.flatMap((rule) => {
            const { checked, built } = saidTwice(compiled, person, row, rule);
            if (checked > 0) heard.add(rule.key);
            return Math.abs(checked - built) < 1e-6 ? [] : [{ rule: rule.key, checked, built }];
          });
          expect(wrong).toEqual([]);
        }
      }),
      { numRuns: 1_500, seed: 20_261_122 },
    );
    // No rule was right only because it had nothing to say.
    expect(personRuleKeys.filter((key) => !heard.has(key))).toEqual([]);
  });
});
