import type { Day } from '../../shared/calendar/day.ts';
import { refuse } from '../core/refuse.ts';

/** Refuses a day that has not come yet, or that lies before any of the days after which it must be. */
export function requireDayBetween(
  on: Day,
  today: Day,
  ...notBefore: readonly (string | null | undefined)[]
): void {
  if (on > today) refuse('DAY_IN_FUTURE', { day: on });
  const earliest = notBefore.reduce<string>((latest, day) => (day && day > latest ? day : latest), '');
  if (on < earliest) refuse('DAY_TOO_EARLY', { day: on, earliest });
}
