import { LegalHoliday, SolarDay, SolarTerm } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysOf, month, type Day } from '../../shared/calendar/day.ts';
import { holidaySeeds } from '../../shared/policy/holiday-seeds.ts';
import { isDayOff, knowsYear, statutoryDays, workingDayOnOrBefore } from '../../shared/policy/holidays.ts';
import { ParameterMissing, parameterOn, ruleBook } from '../../shared/policy/lookup.ts';
import { parameterKeys, parameters } from '../../shared/policy/parameters.ts';
import { parameterSeeds } from '../../shared/policy/seeds.ts';

describe('the parameters that a new centre starts with', () => {
  it('hold a first value of every key, each of the right shape, with a source', () => {
    for (const row of parameterSeeds) {
      expect(parameters[row.key].value.safeParse(row.value).success, row.key).toBe(true);
      expect(row.source).not.toBe('');
    }
    expect(parameterKeys.filter((key) => !parameterSeeds.some((row) => row.key === key))).toEqual([]);
    const once = new Set(parameterSeeds.map((row) => `${row.key} ${row.effectiveFrom}`));
    expect(once.size).toBe(parameterSeeds.length);
  });

  it('say aloud which numbers nobody has confirmed', () => {
    const unconfirmed = parameterSeeds.filter((row) => row.status === 'unconfirmed').map((row) => row.key);
    expect(unconfirmed).toEqual(
      expect.arrayContaining([
        'minimum-wage.tier',
        'overtime.holiday-on-top',
        'sick.floor-share',
        'insurance.medical.employer',
        'insurance.injury.employer',
        'insurance.average-wage',
        'insurance.unemployment.employee',
      ]),
    );
  });

  it('have tax tables without a step at the borders', () => {
    for (const key of ['tax.employment.brackets'] as const) {
      const brackets = parameterOn(parameterSeeds, key, day('2026-10-31'));
      for (const [at, step] of brackets.slice(0, -1).entries()) {
        const next = brackets[at + 1];
        if (!next || step.upTo === null) throw new Error('a bracket is missing');
        expect(step.upTo * step.rate - step.quick).toBeCloseTo(step.upTo * next.rate - next.quick, 4);
      }
    }
  });
});

describe('looking a parameter up', () => {
  it('gives the row in force on the day: the minimum wage of 2023 and of 2026', () => {
    expect(parameterOn(parameterSeeds, 'minimum-wage.month', day('2023-12-31'))).toMatchObject({
      '1': 200_000,
    });
    expect(parameterOn(parameterSeeds, 'minimum-wage.month', day('2024-01-01'))).toMatchObject({
      '1': 210_000,
    });
    expect(parameterOn(parameterSeeds, 'minimum-wage.month', day('2026-10-31'))).toEqual({
      '1': 210_000,
      '2': 200_000,
      '3': 180_000,
    });
  });

  it('never invents a value for a day before the first row', () => {
    expect(() => ruleBook(parameterSeeds, day('2018-12-31')).value('tax.basic-deduction')).toThrow(
      ParameterMissing,
    );
  });
});

describe('statutory holidays', () => {
  const years = [2025, 2026, 2027, 2028, 2029, 2030, 2031];
  const statutory = statutoryDays(holidaySeeds);

  it('are 13 days a year, 12 where 中秋 falls into 国庆', () => {
    const counts = years.map((year) => [...statutory.keys()].filter((on) => on.startsWith(`${year}`)).length);
    expect(counts).toEqual([13, 13, 13, 12, 13, 13, 12]);
    expect(years.every((year) => knowsYear(holidaySeeds, year))).toBe(true);
    expect(knowsYear(holidaySeeds, 2024)).toBe(false);
    expect(knowsYear(holidaySeeds, 2032)).toBe(false);
  });

  it('agree with an independent calendar: 除夕 to 初三, 清明, 端午, 中秋', () => {
    for (const year of years) {
      const named = (name: string) =>
        [...statutory.values()].filter((each) => each.day.startsWith(`${year}`) && each.name.includes(name));
      const lunar = (on: Day) => {
        const solar = SolarDay.fromYmd(Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8)));
        const lunarDay = solar.getLunarDay();
        return `${lunarDay.getLunarMonth().getMonthWithLeap()}-${lunarDay.getDay()}`;
      };
      const spring = named('春节').map((each) => each.day);
      expect(spring.map(lunar).slice(1)).toEqual(['1-1', '1-2', '1-3']);
      expect(lunar(addDays(spring[0] ?? day('2000-01-01'), 1))).toBe('1-1');
      expect(named('端午').map((each) => lunar(each.day))).toEqual(['5-5']);
      expect(named('中秋').map((each) => lunar(each.day))).toEqual(['8-15']);
      const tombs = SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay();
      expect(named('清明').map((each) => each.day)).toEqual([
        `${tombs.getYear()}-${String(tombs.getMonth()).padStart(2, '0')}-${String(tombs.getDay()).padStart(2, '0')}`,
      ]);
    }
  });

  it('follow the State Council for 2026, day by day', () => {
    for (let number = 1; number <= 12; number += 1) {
      for (const on of daysOf(month(`2026-${String(number).padStart(2, '0')}`))) {
        const notice = LegalHoliday.fromYmd(2026, number, Number(on.slice(8)));
        const ours = holidaySeeds.find((each) => each.day === on);
        expect([on, ours === undefined ? null : ours.kind === 'work']).toEqual([
          on,
          notice ? notice.isWork() : null,
        ]);
      }
    }
  });

  it('make pay come earlier when the pay day is a day off, and not when the weekend day is worked', () => {
    expect(workingDayOnOrBefore(holidaySeeds, day('2026-10-07'))).toBe('2026-09-30');
    expect(workingDayOnOrBefore(holidaySeeds, day('2026-10-10'))).toBe('2026-10-10');
    expect(workingDayOnOrBefore(holidaySeeds, day('2026-11-15'))).toBe('2026-11-13');
    expect(isDayOff(holidaySeeds, day('2026-02-14'))).toBe(false);
  });
});
