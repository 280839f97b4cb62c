import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  daysOf,
  month,
  monthOf,
  weekday,
} from '../../shared/calendar/day.ts';
import { copiedFrom, copyMonth } from '../../shared/roster/copy-month.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import type { Roster } from '../../shared/roster/model.ts';
import {
  layRotations,
  patternCells,
  patternText,
  readPattern,
  rotationOn,
  spreadOffsets,
} from '../../shared/roster/rotation.ts';
import { aCover, aModel, aPerson, on, rowOf } from '../support/roster-models.ts';

const october = daysOf(month('2026-10'));
const november = daysOf(month('2026-11'));
const codes = new Set(['D', 'N']);

/** October's rows as letters from the 4th on: that is where the first of November is copied from. */
const fromThe4th = (letters: string) => rowOf({ ...aModel(), days: october }, `...${letters}`);

function aNovember(changes: Parameters<typeof aModel>[0] = {}) {
  return aModel({ people: [aPerson('xie'), aPerson('wu')], cover: [], ...changes });
}
const source = (roster: Roster, cover: ReturnType<typeof aCover>[] = []) => ({
  days: october,
  cover,
  roster,
});

describe('the day that a day is copied from', () => {
  it('lies in the month before, on the same weekday, and follows the day before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2040 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const target = month(`${year}-${String(number).padStart(2, '0')}`);
        const days = daysOf(target);
        for (const day of days) {
          const from = copiedFrom(day);
          expect(monthOf(from)).toBe(addMonths(target, -1));
          expect(weekday(from)).toBe(weekday(day));
        }
        const steps = days
          .slice(1, 28)
          .map((day) => daysBetween(copiedFrom(addDays(day, -1)), copiedFrom(day)));
        expect(steps.every((step) => step === 1)).toBe(true);
      }),
    );
  });
});

describe('copying last month', () => {
  it('keeps what may be kept', () => {
    const { roster, kept, dropped } = copyMonth(aNovember(), source({ xie: fromThe4th('DDDN..DDDN..') }));
    expect(roster['xie']?.slice(0, 12)).toEqual(rowOf(aModel(), 'DDDN..DDDN..').slice(0, 12));
    expect(roster['wu']?.every((cell) => cell === null)).toBe(true);
    // The 29th and 30th take the 4th and 5th of October once more.
    expect(roster['xie']?.slice(28)).toEqual(['D', 'D']);
    expect({ kept, dropped }).toEqual({ kept: 10, dropped: [] });
  });

  it('drops a shift on leave, one after a night of last month, and the shifts of somebody who has left', () => {
    const model = aNovember({
      people: [aPerson('xie', { absences: [{ day: on(3), why: 'leave' }], before: ['N'] })],
    });
    const { roster, dropped } = copyMonth(model, source({ xie: fromThe4th('D.D'), gone: fromThe4th('.D') }));
    expect(roster).not.toHaveProperty('gone');
    expect(dropped).toEqual([
      { person: 'xie', day: on(1), shift: 'D', rule: 'restBetween', amount: 660 },
      { person: 'xie', day: on(3), shift: 'D', rule: 'leave', amount: 1 },
      { person: 'gone', day: on(2), shift: 'D', rule: 'notEmployed', amount: 1 },
      { person: 'gone', day: on(30), shift: 'D', rule: 'notEmployed', amount: 1 },
    ]);
  });

  it('drops a shift type that is out of use', () => {
    const model = aNovember({ shifts: aModel().shifts.filter(({ code }) => code === 'D') });
    const { dropped } = copyMonth(model, source({ xie: fromThe4th('.N') }));
    expect(dropped.map(({ rule, shift }) => `${rule} ${shift}`)).toEqual([
      'shiftRetired N',
      'shiftRetired N',
    ]);
  });

  it('drops whom the cover no longer asks for, but not those who were more than it asked for then', () => {
    const then = october.map((day) => aCover(day, 'D', 2));
    const rows = { xie: fromThe4th('DDD'), wu: fromThe4th('.D.') };
    const lessNow = aNovember({ cover: november.map((day) => aCover(day, 'D', 1)) });
    expect(copyMonth(lessNow, source(rows, then)).dropped).toMatchObject([
      { person: 'xie', day: on(2), rule: 'coverSurplus' },
      { person: 'xie', day: on(30), rule: 'coverSurplus' },
    ]);
    const asBefore = october.map((day) => aCover(day, 'D', 1));
    expect(copyMonth(lessNow, source(rows, asBefore)).dropped).toEqual([]);
  });

  it('takes nobody off whom a zone needs', () => {
    const then = october.map((day) => aCover(day, 'D', 2));
    const rows = { xie: fromThe4th('DDD'), wu: fromThe4th('.D.') };
    const cover = [...november.map((day) => aCover(day, 'D', 1)), aCover(on(2), 'D', 1, ['xie'])];
    const { dropped } = copyMonth(aNovember({ cover }), source(rows, then));
    expect(dropped).toMatchObject([
      { person: 'wu', day: on(2), rule: 'coverSurplus' },
      { person: 'xie', day: on(30), rule: 'coverSurplus' },
    ]);
  });

  it('keeps locked cells and says which shift had to give way', () => {
    const locks = [{ person: 'xie', day: on(2), shift: null }];
    const { roster, dropped } = copyMonth(aNovember({ locks }), source({ xie: fromThe4th('DDD') }));
    expect(roster['xie']?.slice(0, 3)).toEqual(['D', null, 'D']);
    expect(dropped[0]).toMatchObject({ day: on(2), rule: 'locked' });
  });

  it('gives a lawful roster whatever stood there, and every shift is either kept or named', () => {
    const letters = fc.array(fc.constantFrom('D', 'N', '.'), { minLength: 31, maxLength: 31 });
    const people = ['xie', 'wu', 'zhao'].map((id, index) =>
      aPerson(id, {
        absences: index === 1 ? [8, 9, 10].map((day) => ({ day: on(day), why: 'leave' as const })) : [],
        protectedOn: index === 2 ? november : [],
        before: index === 0 ? ['D', 'D', 'D', 'D', 'N'] : [],
      }),
    );
    const model = aNovember({ people, cover: november.map((day) => aCover(day, 'D', 1)) });
    fc.assert(
      fc.property(fc.tuple(letters, letters, letters), (rows) => {
        const roster = Object.fromEntries(
          people.map(({ id }, index) => [
            id,
            rowOf({ ...model, days: october }, rows[index]?.join('') ?? ''),
          ]),
        );
        const made = copyMonth(model, source(roster));
        expect(evaluate(model, made.roster).hard).toBe(0);
        const wished = november.flatMap((day) =>
          people.filter(({ id }) => roster[id]?.[october.indexOf(copiedFrom(day))] !== null),
        ).length;
        expect(made.kept + made.dropped.length).toBe(wished);
        expect(Object.values(made.roster).flat().filter(Boolean)).toHaveLength(made.kept);
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe('a rotation', () => {
  it('is read as people write it', () => {
    expect(readPattern('dddn--', codes)).toEqual(['D', 'D', 'D', 'N', null, null]);
    expect(readPattern('D、D, D N 休 △', codes)).toEqual(['D', 'D', 'D', 'N', null, null]);
    expect(readPattern('DDE-', codes)).toBeNull();
    expect(readPattern('D', codes)).toBeNull();
    expect(readPattern('----', codes)).toBeNull();
    expect(readPattern('D'.repeat(29), codes)).toBeNull();
  });

  it('is stored as it is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('D', 'N', null), { minLength: 2, maxLength: 28 }), (cells) => {
        expect(patternCells(patternText(cells))).toEqual(cells);
      }),
    );
  });

  it('runs on from its first day, from the place at which a person begins', () => {
    const rotation = { cells: patternCells('DDDN--'), offset: 3, startsOn: on(3) };
    expect([1, 2, 3, 4, 5, 6, 9].map((day) => rotationOn(rotation, on(day)))).toEqual([
      null,
      null,
      'N',
      null,
      null,
      'D',
      'N',
    ]);
  });

  it('is laid over the month, and what is unlawful is dropped with its rule', () => {
    const cells = patternCells('DDDN--');
    const { roster, dropped } = layRotations(
      aNovember({ people: [aPerson('xie'), aPerson('wu', { protectedOn: november })] }),
      [
        { person: 'xie', cells, offset: 0, startsOn: on(1) },
        { person: 'wu', cells, offset: 3, startsOn: on(1) },
      ],
    );
    expect(roster['xie']).toEqual(rowOf(aModel(), 'DDDN--'.replaceAll('-', '.').repeat(5)));
    expect(dropped).toHaveLength(5);
    expect(
      dropped.every(({ person, rule, shift }) => `${person} ${rule} ${shift}` === 'wu protectedNight N'),
    ).toBe(true);
  });

  it('spreads people evenly over the pattern', () => {
    expect(spreadOffsets(4, 6)).toEqual([0, 1, 3, 4]);
    expect(spreadOffsets(8, 6)).toEqual([0, 1, 2, 3, 4, 5, 0, 1]);
    expect(spreadOffsets(0, 6)).toEqual([]);
  });
});
