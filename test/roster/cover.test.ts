import { describe, expect, it } from 'vitest';
import { daysOf, type Day } from '../../shared/calendar/day.ts';
import { coverOf, startingShiftTypes, usualCover, workdaysOf } from '../../shared/roster/defaults.ts';
import { presenceMinutes, restBetween } from '../../shared/roster/shift-times.ts';
import { november, on } from '../support/roster-models.ts';

const [dayShift, nightShift] = startingShiftTypes;
if (!dayShift || !nightShift) throw new Error('a house starts with two shifts');

describe('what a day needs', () => {
  it('follows the residents in house: ten by day and three at night for 38', () => {
    expect([usualCover(38, dayShift), usualCover(38, nightShift)]).toEqual([10, 3]);
    expect(usualCover(0, dayShift)).toBe(0);
  });

  it('takes the newest rule that has begun, and the usual again where a rule gives it back', () => {
    const rules = [
      { shift: 'D', minimum: 12, from: on(5) },
      { shift: 'D', minimum: null, from: on(20) },
    ];
    const cover = coverOf(daysOf(november), startingShiftTypes, rules, () => 38);
    const byDay = (day: Day) => cover.find((row) => row.day === day && row.shift === 'D')?.minimum;
    expect([byDay(on(4)), byDay(on(5)), byDay(on(19)), byDay(on(20))]).toEqual([10, 12, 12, 10]);
  });
});

describe('the ordinary working days of a month', () => {
  it('are 21 in November 2026', () => {
    expect(workdaysOf(november, [])).toHaveLength(21);
  });

  it('leave out holidays and take in weekend days that are shifted to work', () => {
    const days = workdaysOf(november, [
      { day: on(3), kind: 'statutory' },
      { day: on(4), kind: 'rest' },
      { day: on(7), kind: 'work' },
    ]);
    expect(days).toHaveLength(20);
    expect([days.includes(on(3)), days.includes(on(4)), days.includes(on(7))]).toEqual([false, false, true]);
  });
});

describe('the length of shifts', () => {
  it('runs over midnight', () => {
    expect([presenceMinutes(dayShift), presenceMinutes(nightShift)]).toEqual([600, 840]);
  });

  it('leaves fourteen hours between days, none after a night, and ten between nights', () => {
    expect(restBetween(dayShift, dayShift)).toBe(14 * 60);
    expect(restBetween(nightShift, dayShift)).toBe(0);
    expect(restBetween(nightShift, nightShift)).toBe(10 * 60);
  });
});
