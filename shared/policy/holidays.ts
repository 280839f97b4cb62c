import { addDays, isWeekend, type Day } from '../calendar/day.ts';
import type { Status } from './parameters.ts';

/**
 * statutory: one of the 13 days a year that are paid 300 % when worked; rest: another day of a long holiday;
 * work: a weekend day that the State Council turned into a working day.
 */
export const holidayKinds = ['statutory', 'rest', 'work'] as const;
export type HolidayKind = (typeof holidayKinds)[number];

export type Holiday = {
  readonly day: Day;
  readonly name: string;
  readonly kind: HolidayKind;
  readonly status: Status;
  readonly source: string;
};

/** The statutory holidays of a list, by day (全国年节及纪念日放假办法, 2024-11-10; domain.md 2e). */
export function statutoryDays(holidays: readonly Holiday[]): ReadonlyMap<Day, Holiday> {
  return new Map(
    holidays.filter((holiday) => holiday.kind === 'statutory').map((holiday) => [holiday.day, holiday]),
  );
}

/**
 * Whether a year's statutory holidays are all known. There are 13 a year; 12 where 中秋 falls on one of the three days
 * of 国庆 (2028, 2031). Payroll of a year that is not known is refused: 300 % would be missed in silence.
 */
export function knowsYear(holidays: readonly Holiday[], year: number): boolean {
  const days = [...statutoryDays(holidays).values()].filter((holiday) => holiday.day.startsWith(`${year}-`));
  const national = days.filter((holiday) => ['10-01', '10-02', '10-03'].includes(holiday.day.slice(5)));
  const needed = national.some((holiday) => holiday.name.includes('中秋')) ? 12 : 13;
  return national.length === 3 && days.length >= needed;
}

/** Whether offices and banks rest on a day: holidays, weekends, but not the weekend days turned into working days. */
export function isDayOff(holidays: readonly Holiday[], day: Day): boolean {
  const known = holidays.find((holiday) => holiday.day === day);
  return known ? known.kind !== 'work' : isWeekend(day);
}

/** The last working day on or before a day: pay that falls on a day off is paid earlier (工资支付暂行规定 7). */
export function workingDayOnOrBefore(holidays: readonly Holiday[], day: Day): Day {
  let candidate = day;
  while (isDayOff(holidays, candidate)) candidate = addDays(candidate, -1);
  return candidate;
}
