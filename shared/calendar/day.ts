import { z } from 'zod';

/** A calendar day of the centre, `YYYY-MM-DD`, always in Asia/Shanghai. */
export type Day = string & { readonly __brand: 'Day' };

/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly __brand: 'Month' };

const MS_PER_DAY = 86_400_000;

const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);
const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10) as Day;

/**
 * Whether the text is a day that exists (`2025-02-30` is refused), of a year from 1800 to 2199: spreadsheets count their days from
 * 1899, and what lies further off is a slip, from which adding days would leave what ISO texts of ten characters can say.
 */
export function isDay(text: string): text is Day {
  if (!/^(?:1[89]|2[01])\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = midnight(text);
  return !Number.isNaN(ms) && toDay(ms) === text;
}

/** A month of the years 1800 to 2199, as isDay() takes them. */
export function isMonth(text: string): text is Month {
  return /^(?:1[89]|2[01])\d{2}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** Turns text into a day, or throws a RangeError: for constants and for text that was checked before. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** Turns text into a month, or throws a RangeError. */
export function month(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`not a month: ${text}`);
  return text;
}

/** The zod schemas that the contract uses for days and months. */
export const Day = z.string().refine(isDay, { message: 'not-a-day' }) as unknown as z.ZodType<Day, Day>;
export const Month = z.string().refine(isMonth, { message: 'not-a-month' }) as unknown as z.ZodType<
  Month,
  Month
>;

/** The day in Asia/Shanghai at an instant given as milliseconds since 1970 UTC (China has no summer time). */
export function dayAt(instant: number): Day {
  return toDay(instant + 8 * 3_600_000);
}

export function addDays(from: Day, count: number): Day {
  return toDay(midnight(from) + count * MS_PER_DAY);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / MS_PER_DAY);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(of: Day): number {
  return new Date(midnight(of)).getUTCDay() || 7;
}

export function isWeekend(of: Day): boolean {
  return weekday(of) >= 6;
}

export function monthOf(of: Day): Month {
  return of.slice(0, 7) as Month;
}

export function firstDay(of: Month): Day {
  return `${of}-01` as Day;
}

export function daysInMonth(of: Month): number {
  const [year, number] = [Number(of.slice(0, 4)), Number(of.slice(5))];
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

export function lastDay(of: Month): Day {
  return `${of}-${String(daysInMonth(of)).padStart(2, '0')}` as Day;
}

/** Every day of a month in order. */
export function daysOf(of: Month): Day[] {
  return Array.from({ length: daysInMonth(of) }, (_, index) => addDays(firstDay(of), index));
}

export function addMonths(from: Month, count: number): Month {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** Full years lived on a day, as Chinese law counts them: the birthday itself completes the year. */
export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
