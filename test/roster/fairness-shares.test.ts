import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, month, monthOf, type Day } from '../../shared/calendar/day.ts';
import { fairnessOf, measures, workedOf, yearOf, type PersonDay } from '../../shared/roster/fairness.ts';

const january = month('2026-01');
const february = month('2026-02');
const newYear = new Set([day('2026-01-01')]);

function aDay(of: string, changes: Partial<PersonDay> = {}): PersonDay {
  return { day: day(of), work: null, available: true, protected: false, ...changes };
}
const aShift = { minutes: 480, night: false };
const aNight = { minutes: 480, night: true };
const between = (first: string, count: number, changes: (on: Day) => Partial<PersonDay> = () => ({})) =>
  Array.from({ length: count }, (_, index) => addDays(day(first), index)).map((on) => aDay(on, changes(on)));

const aWeek = (changes: Partial<PersonDay>) => between('2026-01-05', 7, () => changes);

describe('a fair share', () => {
  it('is what all did, by the days on which each could have done it', () => {
    const here = between('2026-01-05', 10, () => ({ work: aShift }));
    const half = between('2026-01-05', 5);
    const [ledger] = fairnessOf(
      [january],
      [
        { id: 'a', days: here },
        { id: 'b', days: half },
      ],
      newYear,
    );
    expect(ledger?.whole.minutes).toEqual({ done: 4800, days: 15 });
    expect(ledger?.people.get('a')?.minutes).toEqual({ done: 4800, days: 10, share: 3200 });
    expect(ledger?.people.get('b')?.minutes).toEqual({ done: 0, days: 5, share: 1600 });
  });

  it('owes a newcomer nothing of the months before she came, and asks nothing of them from her', () => {
    const veteran = [
      ...between('2026-01-01', 31, () => ({ work: aNight })),
      ...between('2026-02-01', 28, () => ({ work: aNight })),
    ];
    const newcomer = between('2026-02-01', 28);
    const ledger = fairnessOf(
      [january, february],
      [
        { id: 'old', days: veteran },
        { id: 'new', days: newcomer },
      ],
      newYear,
    );
    expect(yearOf(ledger, 'old').nights).toEqual({ done: 59, days: 59, share: 31 + 14 });
    expect(yearOf(ledger, 'new').nights).toEqual({ done: 0, days: 28, share: 14 });
  });

  it('asks no nights of somebody who is protected, and no share of somebody on leave', () => {
    const [ledger] = fairnessOf(
      [january],
      [
        { id: 'works', days: aWeek({ work: aNight }) },
        { id: 'protected', days: aWeek({ protected: true }) },
        { id: 'away', days: aWeek({ available: false }) },
      ],
      newYear,
    );
    const shares = (id: string) => measures.map((measure) => ledger?.people.get(id)?.[measure].share);
    expect(shares('works')).toEqual([7, 1, 0, 1680]);
    expect(shares('protected')).toEqual([0, 1, 0, 1680]);
    expect(shares('away')).toEqual([0, 0, 0, 0]);
  });

  it('counts Saturday and Sunday as weekend days, and only statutory days as holidays', () => {
    const worked = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map((on) =>
      aDay(on, { work: aShift }),
    );
    const [ledger] = fairnessOf([january], [{ id: 'a', days: worked }], newYear);
    expect(ledger?.people.get('a')?.weekends.done).toBe(2);
    expect(ledger?.people.get('a')?.holidays).toEqual({ done: 1, days: 1, share: 1 });
    expect(workedOf(worked, newYear)).toEqual({
      days: 4,
      minutes: 1920,
      nights: 0,
      weekends: 2,
      holidays: 1,
    });
  });

  it('is zero where nobody was there', () => {
    const [ledger] = fairnessOf([january], [{ id: 'a', days: [] }], newYear);
    expect(ledger?.people.get('a')?.nights).toEqual({ done: 0, days: 0, share: 0 });
  });

  it('always adds up: the shares of all are what all did, in every month and over the year', () => {
    const anyDay = fc.record({
      offset: fc.integer({ min: 0, max: 58 }),
      work: fc.constantFrom(null, aShift, aNight),
      away: fc.boolean(),
      protected: fc.boolean(),
    });
    const anybody = fc.uniqueArray(anyDay, { selector: ({ offset }) => offset, maxLength: 59 });
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 6 }), (all) => {
        const people = all.map((days, index) => ({
          id: String(index),
          days: days.map(({ offset, work, away, ...rest }): PersonDay => {
            // A protected person who works a night all the same is a breach that the roster refuses.
            const guarded = rest.protected && work?.night !== true;
            const on = addDays(day('2026-01-01'), offset);
            return { day: on, work, available: work !== null || !away, protected: guarded };
          }),
        }));
        const ledger = fairnessOf([january, february], people, newYear);
        for (const one of ledger) {
          for (const measure of measures) {
            const portions = [...one.people.values()].map((portion) => portion[measure]);
            const shares = portions.reduce((sum, { share }) => sum + share, 0);
            expect(shares).toBeCloseTo(one.whole[measure].done, 6);
            expect(portions.reduce((sum, { done }) => sum + done, 0)).toBe(one.whole[measure].done);
          }
        }
        for (const { id, days } of people) {
          const year = yearOf(ledger, id);
          const worked = workedOf(days, newYear);
          expect(measures.map((measure) => year[measure].done)).toEqual(
            measures.map((measure) => worked[measure]),
          );
          expect(days.every((one) => [january, february].includes(monthOf(one.day)))).toBe(true);
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
