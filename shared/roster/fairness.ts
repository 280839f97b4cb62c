import { isWeekend, monthOf, type Day, type Month } from '../calendar/day.ts';
import type { Worked } from './model.ts';

/** What is shared fairly over the year. */
export const measures = ['nights', 'weekends', 'holidays', 'minutes'] as const;
export type Measure = (typeof measures)[number];

/** One day of one person as the records say. */
export type PersonDay = {
  readonly day: Day;
  /** What she worked; null is no work. Minutes are paid minutes of the shift. */
  readonly work: { readonly minutes: number; readonly night: boolean } | null;
  /** Employed, and not on leave: she could have worked. */
  readonly available: boolean;
  /** The law forbids her nights on this day, so no night of this day is her share. */
  readonly protected: boolean;
};

export type PersonDays = { readonly id: string; readonly days: readonly PersonDay[] };

/** How much of one kind of work one person did in a month, and how much it would have been in equal parts. */
export type Portion = {
  readonly done: number;
  /** Days that count for the measure on which she was available. */
  readonly days: number;
  readonly share: number;
};

/** What all did of one measure in a month, and the days of all that counted. */
export type Whole = { readonly done: number; readonly days: number };

export type MonthOfFairness = {
  readonly month: Month;
  readonly whole: Readonly<Record<Measure, Whole>>;
  readonly people: ReadonlyMap<string, Readonly<Record<Measure, Portion>>>;
};

/**
 * Shares out each month by itself: what all did together, by the days on which each could have done it. So somebody who came in
 * the middle of the year, or was on leave for months, is neither owed a backlog nor owes one. Nights count no days of protection,
 * weekends only weekend days, holidays only statutory ones.
 */
export function fairnessOf(
  months: readonly Month[],
  people: readonly PersonDays[],
  holidays: ReadonlySet<Day>,
): MonthOfFairness[] {
  const free: FreeDays = { holidays, weekends: weekendsAmong(people) };
  const sums = people.map(({ id, days }) => ({ id, byMonth: sumsByMonth(days, free) }));
  return months.map((month) => {
    const ofMonth = sums.map(({ id, byMonth }) => ({ id, sum: byMonth.get(month) ?? noSums() }));
    const whole = record((measure) => ({
      done: total(ofMonth.map(({ sum }) => sum[measure].done)),
      days: total(ofMonth.map(({ sum }) => sum[measure].days)),
    }));
    return {
      month,
      whole,
      people: new Map(
        ofMonth.map(({ id, sum }) => [
          id,
          record((measure) => ({ ...sum[measure], share: shareOf(whole[measure], sum[measure].days) })),
        ]),
      ),
    };
  });
}

/** What all did, by her part of the days; nobody's days are nobody's share. */
export function shareOf(whole: Whole, days: number): number {
  return whole.days === 0 ? 0 : (whole.done * days) / whole.days;
}

/** One person's months together: done, days and share are sums. */
export function yearOf(months: readonly MonthOfFairness[], person: string): Record<Measure, Portion> {
  return record((measure) => {
    const portions = months.flatMap((month) => month.people.get(person)?.[measure] ?? []);
    return {
      done: total(portions.map(({ done }) => done)),
      days: total(portions.map(({ days }) => days)),
      share: total(portions.map(({ share }) => share)),
    };
  });
}

/** The year so far as the roster's model takes it. */
export function workedOf(days: readonly PersonDay[], holidays: ReadonlySet<Day>): Worked {
  const worked = days.flatMap(({ day, work }) => (work ? [{ day, ...work }] : []));
  return {
    days: days.filter(({ available }) => available).length,
    minutes: total(worked.map(({ minutes }) => minutes)),
    nights: worked.filter(({ night }) => night).length,
    weekends: worked.filter(({ day }) => isWeekend(day)).length,
    holidays: worked.filter(({ day }) => holidays.has(day)).length,
  };
}

/** Whether the day's work counts for a measure, and how much. */
function amountOf(measure: Measure, { day, work }: PersonDay, { holidays, weekends }: FreeDays): number {
  if (work === null) return 0;
  if (measure === 'minutes') return work.minutes;
  if (measure === 'nights') return work.night ? 1 : 0;
  return Number((measure === 'weekends' ? weekends : holidays).has(day));
}

/** Whether she could have done that kind of work on the day. */
function couldHave(measure: Measure, one: PersonDay, { holidays, weekends }: FreeDays): boolean {
  if (!one.available) return false;
  if (measure === 'nights') return !one.protected;
  if (measure === 'weekends') return weekends.has(one.day);
  return measure === 'minutes' || holidays.has(one.day);
}

type Sums = Record<Measure, { done: number; days: number }>;

type FreeDays = { readonly holidays: ReadonlySet<Day>; readonly weekends: ReadonlySet<Day> };

/** Worked out once a day and not once a person: a year of sixty people is twenty thousand days. */
function weekendsAmong(people: readonly PersonDays[]): ReadonlySet<Day> {
  const days = new Set(people.flatMap((person) => person.days.map(({ day }) => day)));
  return new Set([...days].filter(isWeekend));
}

function sumsByMonth(days: readonly PersonDay[], free: FreeDays): Map<Month, Sums> {
  const sums = new Map<Month, Sums>();
  for (const one of days) {
    const month = monthOf(one.day);
    const sum = sums.get(month) ?? noSums();
    sums.set(month, sum);
    for (const measure of measures) {
      sum[measure].done += amountOf(measure, one, free);
      if (couldHave(measure, one, free)) sum[measure].days++;
    }
  }
  return sums;
}

const noSums = (): Sums => record(() => ({ done: 0, days: 0 }));

function record<T>(of: (measure: Measure) => T): Record<Measure, T> {
  return {
    nights: of('nights'),
    weekends: of('weekends'),
    holidays: of('holidays'),
    minutes: of('minutes'),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
