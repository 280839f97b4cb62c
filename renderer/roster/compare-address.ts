import type { Month } from '../../shared/calendar/day.ts';

/** Where two versions of a month stand side by side. */
export function compareAddress(month: Month, from: number, to: number): string {
  return `/roster/compare/${month}?from=${from}&to=${to}`;
}
