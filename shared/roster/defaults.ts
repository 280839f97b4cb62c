import { daysOf, isWeekend, type Day, type Month } from '../calendar/day.ts';
import { COST_MISSING, COST_SURPLUS, type Cover, type ShiftType } from './model.ts';

/** A shift type as the house keeps it: with names, order, and how many residents one caregiver may answer for. */
export type HouseShiftType = ShiftType & {
  readonly name: string;
  readonly nameEn: string;
  readonly maxResidents: number;
};

/**
 * The two shifts that a centre starts with (design.md 1). Day and night are paid eight hours each; a caregiver answers
 * for four residents by day and for fifteen at night, so that 38 residents need ten by day and three at night.
 */
export const startingShiftTypes: readonly HouseShiftType[] = [
  {
    code: 'D',
    name: '白班',
    nameEn: 'Day',
    startsAt: '08:00',
    endsAt: '18:00',
    minutes: 480,
    night: false,
    maxResidents: 4,
  },
  {
    code: 'N',
    name: '夜班',
    nameEn: 'Night',
    startsAt: '18:00',
    endsAt: '08:00',
    minutes: 480,
    night: true,
    maxResidents: 15,
  },
];

/** The least number of caregivers that can answer for everybody in house. */
export function usualCover(residents: number, shift: Pick<HouseShiftType, 'maxResidents'>): number {
  return Math.ceil(residents / shift.maxResidents);
}

/** A cover rule that the director has set: from a day on, until the next one for the same shift; null: back to the usual. */
export type CoverRule = { readonly shift: string; readonly minimum: number | null; readonly from: Day };

/** The newest rule of a shift that has begun on a day; of two from the same day the later one in the list. */
export function coverRuleOn<R extends CoverRule>(rules: readonly R[], shift: string, day: Day): R | null {
  const begun = rules.filter((rule) => rule.shift === shift && rule.from <= day);
  return begun.reduce<R | null>((last, one) => (last === null || one.from >= last.from ? one : last), null);
}

/** What each day asks: the newest rule of the shift that has begun, else what the residents in house need. */
export function coverOf(
  days: readonly Day[],
  shifts: readonly Pick<HouseShiftType, 'code' | 'maxResidents'>[],
  rules: readonly CoverRule[],
  residentsOn: (day: Day) => number,
): Cover[] {
  return days.flatMap((day) =>
    shifts.map((shift) => {
      const minimum = coverRuleOn(rules, shift.code, day)?.minimum ?? usualCover(residentsOn(day), shift);
      return {
        day,
        shift: shift.code,
        minimum,
        among: null,
        missing: COST_MISSING,
        surplus: COST_SURPLUS,
      };
    }),
  );
}

/** A day that the State Council's notice treats otherwise than its weekday: see the policy's holiday table. */
export type HolidayMark = { readonly day: Day; readonly kind: 'statutory' | 'rest' | 'work' };

/** The ordinary working days of a month: weekdays that are no holiday, and weekend days shifted to work. */
export function workdaysOf(month: Month, holidays: readonly HolidayMark[]): Day[] {
  const marks = new Map(holidays.map((holiday) => [holiday.day, holiday.kind]));
  return daysOf(month).filter((day) => {
    const kind = marks.get(day);
    return kind === undefined ? !isWeekend(day) : kind === 'work';
  });
}
