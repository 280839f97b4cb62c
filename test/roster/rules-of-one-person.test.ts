import { describe, expect, it } from 'vitest';
import { evaluate } from '../../shared/roster/evaluate.ts';
import { ordinaryLimits, type Limits, type Person } from '../../shared/roster/model.ts';
import { aCover, aModel, aPerson, on, rowOf } from '../support/roster-models.ts';

/** What is wrong with one caregiver's month, without cover and without taste. */
function hardRulesBroken(letters: string, person: Partial<Person> = {}, limits: Partial<Limits> = {}) {
  const model = aModel({
    people: [aPerson('xie', person)],
    cover: [],
    limits: { ...ordinaryLimits, ...limits },
  });
  const { violations } = evaluate(model, { xie: rowOf(model, letters) });
  return violations.filter((found) => found.hard).map(({ rule, days, amount }) => ({ rule, days, amount }));
}

describe('what the law and the house ask of one caregiver', () => {
  it('finds nothing wrong with three days, a night and two days of rest', () => {
    expect(hardRulesBroken('DDDN..DDDN..DDDN..DDDN..DDDN..')).toEqual([]);
  });

  it('wants a day of rest in any seven (labour law 38)', () => {
    expect(hardRulesBroken('DDDDDD.')).toEqual([]);
    expect(hardRulesBroken('DDDDDDD')).toEqual([
      { rule: 'weeklyRest', days: [1, 2, 3, 4, 5, 6, 7].map(on), amount: 1 },
    ]);
  });

  it('counts the days that were worked just before the month', () => {
    expect(hardRulesBroken('DD', { before: ['D', 'D', 'D', 'D', 'D'] })).toEqual([
      { rule: 'weeklyRest', days: [on(1), on(2)], amount: 1 },
    ]);
    expect(hardRulesBroken('.DD', { before: ['D', 'D', 'D', 'D', 'D', 'D', 'D'] })).toEqual([]);
  });

  it('lets nobody come back in the morning, or the next evening, after a night', () => {
    expect(hardRulesBroken('ND')).toEqual([{ rule: 'restBetween', days: [on(1), on(2)], amount: 660 }]);
    expect(hardRulesBroken('NN')).toEqual([{ rule: 'restBetween', days: [on(1), on(2)], amount: 660 }]);
    expect(hardRulesBroken('D', { before: ['N'] })).toEqual([
      { rule: 'restBetween', days: [on(1)], amount: 660 },
    ]);
  });

  it('allows 36 hours over the ordinary hours of the month and no more (labour law 41)', () => {
    // November 2026 has 21 working days: 168 hours, so 204 hours are the most: 25 shifts of 8 hours.
    const twentyFive = 'DDDDD.DDDDD.DDDDD.DDDDD.DDDDD.';
    expect(hardRulesBroken(twentyFive)).toEqual([]);
    expect(hardRulesBroken(`D${twentyFive.slice(1, 29)}D`)).toEqual([
      { rule: 'monthlyExtension', days: aModel().days, amount: 4 * 60 },
    ]);
  });

  it('only warns about extensions when comprehensive hours are approved', () => {
    expect(hardRulesBroken('DDDDD.DDDDD.DDDDD.DDDDD.DDDDDD', {}, { comprehensiveHours: true })).toEqual([]);
  });

  it('keeps leave, and the time before somebody begins and after she has left', () => {
    const absences = [
      { day: on(2), why: 'leave' as const },
      { day: on(3), why: 'not-employed' as const },
    ];
    expect(hardRulesBroken('DDD', { absences })).toEqual([
      { rule: 'leave', days: [on(2)], amount: 1 },
      { rule: 'notEmployed', days: [on(3)], amount: 1 },
    ]);
  });

  it('gives a protected caregiver neither nights nor overtime', () => {
    const protectedOn = aModel().days;
    expect(hardRulesBroken('DDDDD..DDDDD..DDDDD..DDDDD..D.', { protectedOn })).toEqual([]);
    expect(hardRulesBroken('N', { protectedOn })).toEqual([
      { rule: 'protectedNight', days: [on(1)], amount: 1 },
    ]);
    expect(hardRulesBroken('DDDDD..DDDDD..DDDDD..DDDDDD.D.', { protectedOn })).toEqual([
      { rule: 'protectedHours', days: aModel().days, amount: 8 * 60 },
    ]);
  });

  it('limits one day to three hours of extension', () => {
    const long = { code: 'L', startsAt: '07:00', endsAt: '20:00', minutes: 720, night: false };
    const model = aModel({ people: [aPerson('xie')], cover: [], shifts: [long] });
    expect(evaluate(model, { xie: rowOf(model, 'L') }).violations).toContainEqual(
      expect.objectContaining({ rule: 'dailyExtension', days: [on(1)], amount: 60, hard: true }),
    );
  });
});

describe('judging a whole roster', () => {
  it('names each shift that has too few or too many people', () => {
    const model = aModel({
      people: [aPerson('xie'), aPerson('wu')],
      cover: [aCover(on(1), 'D', 1), aCover(on(1), 'N', 1)],
    });
    const { violations, hard } = evaluate(model, { xie: rowOf(model, 'D'), wu: rowOf(model, 'D') });
    expect(hard).toBe(0);
    expect(violations).toContainEqual(
      expect.objectContaining({ rule: 'coverMissing', shift: 'N', days: [on(1)], amount: 1, person: null }),
    );
    expect(violations).toContainEqual(
      expect.objectContaining({ rule: 'coverSurplus', shift: 'D', days: [on(1)], amount: 1 }),
    );
  });

  it('counts cover among those who are meant, such as one zone', () => {
    const model = aModel({
      people: [aPerson('xie'), aPerson('wu')],
      cover: [aCover(on(1), 'D', 1, ['wu'])],
    });
    expect(evaluate(model, { xie: rowOf(model, 'D'), wu: rowOf(model, '') }).violations).toContainEqual(
      expect.objectContaining({ rule: 'coverMissing', amount: 1 }),
    );
  });
});
