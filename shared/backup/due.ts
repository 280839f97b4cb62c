import { daysBetween, type Day } from '../calendar/day.ts';

/** After how many days without a backup the director is told on the first page, and how often a drill is due. */
export const USUAL_REMINDERS = { backupDays: 3, drillDays: 90 } as const;
export type Reminders = { readonly backupDays: number; readonly drillDays: number };

/** Whether today's automatic backup is still to be made. A clock that was set back makes one rather than none. */
export function isDailyDue(last: Day | null, today: Day): boolean {
  return last !== today;
}

/** How a thing that recurs stands: done in time, late by how many days in all, or never done. */
export type Standing = { readonly late: boolean; readonly days: number | null };

export function standingOf(last: Day | null, today: Day, every: number): Standing {
  if (last === null) return { late: true, days: null };
  const days = Math.max(0, daysBetween(last, today));
  return { late: days >= every, days };
}
