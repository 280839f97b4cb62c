import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLinearProgramming } from '../../electron/jobs/linear-program.ts';
import { compile, REST } from '../../shared/roster/compile.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import { generate } from '../../shared/roster/generate.ts';
import { warningsOf } from '../../shared/roster/guards.ts';
import { ordinaryLimits, type Guards, type Limits, type Person } from '../../shared/roster/model.ts';
import { openSlots } from '../../shared/roster/open-slots.ts';
import { personRules } from '../../shared/roster/rules.ts';
import { aCover, aModel, aPerson, on, peopleNamed, rowOf } from '../support/roster-models.ts';

const linear = await loadLinearProgramming();
const noGuards: Guards = { uncertifiedOn: [], elsewhereOn: [], secondPostOn: [] };

function judged(letters: string, guards: Partial<Guards>, limits: Partial<Limits> = {}) {
  const person: Partial<Person> = { guards: { ...noGuards, ...guards } };
  const model = aModel({
    people: [aPerson('xie', person)],
    cover: [],
    limits: { ...ordinaryLimits, ...limits },
  });
  const keys = new Set(['workElsewhere', 'expiredCertificate', 'doublePost']);
  const { violations } = evaluate(model, { xie: rowOf(model, letters) });
  return violations
    .filter(({ rule }) => keys.has(rule))
    .map(({ rule, days, amount, hard }) => ({ rule, days, amount, hard }));
}

describe('the guards of one caregiver', () => {
  it('warn once of all days worked after the health certificate ran out', () => {
    expect(judged('DD.D', { uncertifiedOn: [on(2), on(3), on(4), on(5)] })).toEqual([
      { rule: 'expiredCertificate', days: [on(2), on(3), on(4)], amount: 2, hard: false },
    ]);
    expect(judged('D....', { uncertifiedOn: [on(2), on(3)] })).toEqual([]);
  });

  it('forbid each of these days where the house has set it so', () => {
    expect(judged('DD.D', { uncertifiedOn: [on(2), on(3), on(4)] }, { uncertifiedIsHard: true })).toEqual([
      { rule: 'expiredCertificate', days: [on(2)], amount: 1, hard: true },
      { rule: 'expiredCertificate', days: [on(4)], amount: 1, hard: true },
    ]);
  });

  it('let nobody work on a day on which she is on duty elsewhere', () => {
    expect(judged('DN', { elsewhereOn: [on(2)] })).toEqual([
      { rule: 'workElsewhere', days: [on(2)], amount: 1, hard: true },
    ]);
  });

  it('remark on one person in two posts, without bending the roster', () => {
    expect(judged('D..N', { secondPostOn: [1, 2, 3, 4].map(on) })).toEqual([
      { rule: 'doublePost', days: [1, 2, 3, 4].map(on), amount: 2, hard: false },
    ]);
  });

  it('say the same to the solver as to the grid', () => {
    const days = aModel().days;
    const some = fc.subarray([...days]);
    fc.assert(
      fc.property(
        some,
        some,
        some,
        fc.boolean(),
        fc.array(fc.constantFrom('D', 'N', '.'), { minLength: 30, maxLength: 30 }),
        (uncertifiedOn, elsewhereOn, secondPostOn, uncertifiedIsHard, letters) => {
          const guards = { uncertifiedOn, elsewhereOn, secondPostOn };
          const limits = { ...ordinaryLimits, uncertifiedIsHard };
          const model = aModel({ people: [aPerson('xie', { guards })], cover: [], limits });
          const compiled = compile(model);
          const person = compiled.people[0]!;
          const row = new Int8Array(compiled.length).fill(REST);
          letters.forEach((letter, index) => (row[compiled.lead + index] = ['D', 'N'].indexOf(letter)));
          for (const key of ['workElsewhere', 'expiredCertificate', 'doublePost']) {
            const rules = personRules(model).filter((rule) => rule.key === key);
            expect(rules).toHaveLength(1);
            const rule = rules[0]!;
            let [checked, encoded] = [0, 0];
            rule.check(compiled, person, row, (_first, _last, amount) => (checked += amount));
            for (const one of rule.encode(compiled, person)) {
              if (one.kind !== 'cells') throw new Error('a guard judges cells');
              for (let at = compiled.lead; at < compiled.length; at++)
                encoded += one.amount(at, row[at] ?? REST);
            }
            expect(encoded).toBe(checked);
          }
        },
      ),
      { seed: 6, numRuns: 100 },
    );
  });

  it('are kept by the generator: nobody works elsewhere and here, and the certified go first', () => {
    const [first, second, ...rest] = peopleNamed(12);
    const model = aModel({
      residents: 20,
      people: [
        { ...first!, guards: { ...noGuards, elsewhereOn: [2, 9, 16, 23].map(on) } },
        { ...second!, guards: { ...noGuards, uncertifiedOn: aModel().days } },
        ...rest,
      ],
      limits: { ...ordinaryLimits, uncertifiedIsHard: true },
    });
    const { roster } = generate(model, { seed: 3, linear, effort: 5_000_000 });
    const { violations, hard } = evaluate(model, roster);
    expect(hard).toBe(0);
    expect(roster['p02']?.every((cell) => cell === null)).toBe(true);
    expect([2, 9, 16, 23].map((day) => roster['p01']?.[day - 1])).toEqual([null, null, null, null]);
    expect(warningsOf(violations)).toEqual([]);
  });
});

describe('what a zone or a sex asks for', () => {
  const part = { zone: '一区', sex: null, skill: null };

  it('is missing when somebody else is there, and says whom it wanted', () => {
    const model = aModel({
      people: peopleNamed(2),
      cover: [aCover(on(1), 'D', 1), { ...aCover(on(1), 'D', 1, ['p02']), surplus: 0, part }],
    });
    const roster = { p01: rowOf(model, 'D'), p02: rowOf(model, '') };
    const missing = evaluate(model, roster).violations.filter(({ rule }) => rule === 'coverMissing');
    expect(missing).toMatchObject([{ shift: 'D', amount: 1, part }]);
    const [slot] = openSlots(model, roster);
    expect(slot).toMatchObject({
      part,
      blocks: [
        { person: 'p01', by: null },
        { person: 'p02', by: null },
      ].slice(1),
    });
  });

  it('is covered by the generator along with the whole house', () => {
    const days = aModel().days;
    const model = aModel({
      people: peopleNamed(10),
      residents: 16,
      cover: days.flatMap((day) => [
        aCover(day, 'D', 4),
        aCover(day, 'N', 1),
        { ...aCover(day, 'D', 2, ['p01', 'p02', 'p03', 'p04', 'p05']), surplus: 0, part },
      ]),
    });
    const { violations } = evaluate(model, generate(model, { seed: 1, linear, effort: 5_000_000 }).roster);
    expect(violations.filter(({ rule }) => rule === 'coverMissing')).toEqual([]);
  });
});
