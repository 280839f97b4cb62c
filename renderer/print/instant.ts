import { dayAt, type Day } from '../../shared/calendar/day.ts';

/** The day in the house of an instant that is kept as ISO text. */
export function dayOfInstant(instant: string): Day {
  return dayAt(Date.parse(instant));
}
