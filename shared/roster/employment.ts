import type { Day } from '../calendar/day.ts';

/** `endedOn` is the last day on which she works (离岗日期), as payroll counts it. */
export type Employment = { readonly startedOn: Day; readonly endedOn: Day | null };

export function isEmployedOn({ startedOn, endedOn }: Employment, day: Day): boolean {
  return startedOn <= day && (endedOn === null || day <= endedOn);
}
