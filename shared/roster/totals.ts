import { isWeekend, type Day } from '../calendar/day.ts';
import type { Cell, ShiftType } from './model.ts';

export type RosterTotals = {
  readonly shifts: number;
  readonly nights: number;
  /** Weekend days worked; a night counts for the day on which it begins. */
  readonly weekends: number;
  readonly minutes: number;
};

/** What one person's month comes to. */
export function rosterTotals(
  { days, shifts }: { readonly days: readonly Day[]; readonly shifts: readonly ShiftType[] },
  cells: readonly Cell[],
): RosterTotals {
  const byCode = new Map(shifts.map((shift) => [shift.code, shift]));
  const worked = cells.flatMap((cell, index) => {
    const [shift, day] = [cell === null ? undefined : byCode.get(cell), days[index]];
    return shift && day ? [{ shift, day }] : [];
  });
  return {
    shifts: worked.length,
    nights: worked.filter(({ shift }) => shift.night).length,
    weekends: worked.filter(({ day }) => isWeekend(day)).length,
    minutes: worked.reduce((sum, { shift }) => sum + shift.minutes, 0),
  };
}
