import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Evaluation } from '../../shared/roster/evaluate.ts';
import type { Roster } from '../../shared/roster/model.ts';
import { checkSwap, swapped, type Swap } from '../../shared/roster/swap.ts';
import { aCover, aModel, aPerson, on, rowOf } from '../support/roster-models.ts';

const days = Array.from({ length: 14 }, (_, index) => on(index + 1));
const model = aModel({
  days,
  people: ['xie', 'wu', 'zhao'].map((id) => aPerson(id)),
  cover: days.map((day) => aCover(day, 'D', 1)),
});
const roster = {
  xie: rowOf(model, 'DDDN..DDDN....'),
  wu: rowOf(model, 'N..DDDN..DDD..'),
  zhao: rowOf(model, '..............'),
};
const swap = (one: string, oneDay: number, other: string, otherDay = oneDay): Swap => ({
  one: { person: one, day: on(oneDay) },
  other: { person: other, day: on(otherDay) },
});
const today = on(1);

const brokenRules = ({ violations }: Evaluation) =>
  new Set(violations.filter(({ hard }) => hard).map(({ rule, person }) => `${rule} ${person}`));

const count = (of: Roster, at: number, shift: string) =>
  Object.values(of).filter((cells) => cells[at] === shift).length;

const zone = (name: string, among: string[]) => ({
  ...aCover(on(8), 'D', 1, among),
  part: { zone: name, sex: null, skill: null },
});

describe('swapping two people', () => {
  it('exchanges what they do on one day', () => {
    const { changes, refusals } = checkSwap(model, roster, swap('xie', 10, 'wu'), today);
    expect(changes).toEqual([
      { person: 'xie', day: on(10), before: 'N', after: 'D' },
      { person: 'wu', day: on(10), before: 'D', after: 'N' },
    ]);
    // Wu works on the day after: she would come back from a night.
    expect(refusals).toMatchObject([
      { why: 'rule', violation: { rule: 'restBetween', person: 'wu', days: [on(10), on(11)] } },
    ]);
  });

  it('exchanges a day of the one against a day of the other', () => {
    const { changes, refusals } = checkSwap(model, roster, swap('xie', 9, 'zhao', 13), today);
    expect(changes).toEqual([
      { person: 'xie', day: on(9), before: 'D', after: null },
      { person: 'zhao', day: on(9), before: null, after: 'D' },
    ]);
    expect(refusals).toEqual([]);
  });

  it('has nothing to exchange where both do the same', () => {
    expect(checkSwap(model, roster, swap('zhao', 13, 'wu'), today).refusals).toEqual([{ why: 'nothing' }]);
  });

  it('refuses days that are over', () => {
    expect(checkSwap(model, roster, swap('xie', 3, 'zhao'), on(4)).refusals).toContainEqual({
      why: 'past',
      day: on(3),
    });
    expect(checkSwap(model, roster, swap('xie', 4, 'zhao'), on(4)).refusals).toEqual([]);
  });

  it('refuses somebody who is on leave', () => {
    const away = aPerson('zhao', { absences: [{ day: on(8), why: 'leave' }] });
    const withLeave = { ...model, people: [...model.people.slice(0, 2), away] };
    expect(checkSwap(withLeave, roster, swap('xie', 8, 'zhao'), today).refusals).toMatchObject([
      { why: 'rule', violation: { rule: 'leave', person: 'zhao' } },
    ]);
  });

  it('refuses when a zone loses the one who counts for it', () => {
    const withZone = { ...model, cover: [...model.cover, aCover(on(8), 'D', 1, ['xie'])] };
    expect(checkSwap(withZone, roster, swap('xie', 8, 'zhao'), today).refusals).toEqual([
      { why: 'cover', day: on(8), shift: 'D', missing: 1 },
    ]);
  });

  it('does not weigh one zone against another', () => {
    // Zhao's zone had nobody and gains one; Xie's zone loses its only one.
    const zones = { ...model, cover: [...model.cover, zone('一区', ['xie']), zone('二区', ['zhao'])] };
    expect(checkSwap(zones, roster, swap('xie', 8, 'zhao'), today).refusals).toEqual([
      { why: 'cover', day: on(8), shift: 'D', missing: 1 },
    ]);
  });

  it('lets a breach that stood there before stand', () => {
    const broken = { ...roster, zhao: rowOf(model, 'ND............') };
    expect(checkSwap(model, broken, swap('zhao', 12, 'wu'), today).refusals).toEqual([]);
  });

  it('never makes a lawful roster unlawful when it is not refused, keeps every shift manned, and can be taken back', () => {
    const letters = fc.array(fc.constantFrom('D', 'N', '.'), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(
        fc.tuple(letters, letters, letters),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 14 }),
        (rows, a, b) => {
          const random = Object.fromEntries(
            model.people.map(({ id }, index) => [id, rowOf(model, rows[index]?.join('') ?? '')]),
          );
          const asked = swap('xie', a, 'wu', b);
          const check = checkSwap(model, random, asked, today);
          const after = swapped(model, random, asked).roster;
          for (const [day] of days.entries())
            for (const shift of ['D', 'N']) expect(count(after, day, shift)).toBe(count(random, day, shift));
          const [old, now] = [evaluate(model, random), evaluate(model, after)];
          const known = brokenRules(old);
          const newlyBroken = [...brokenRules(now)].filter((key) => !known.has(key));
          expect(check.refusals.length > 0 || newlyBroken.length === 0).toBe(true);
          expect(swapped(model, after, asked).roster).toEqual(random);
        },
      ),
      { numRuns: 400, seed: 3 },
    );
  });
});
