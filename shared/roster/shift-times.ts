import type { Limits, ShiftType } from './model.ts';

/** By shift before and shift after (`before * shifts + after`): 1 when the second may be worked on the day after the first. */
export function successions(
  shifts: readonly ShiftType[],
  { restBetweenShifts, forbiddenSuccessions }: Limits,
): Uint8Array {
  const table = new Uint8Array(shifts.length * shifts.length);
  for (const [a, before] of shifts.entries()) {
    for (const [b, after] of shifts.entries()) {
      table[a * shifts.length + b] = restBetween(before, after) >= restBetweenShifts ? 1 : 0;
    }
  }
  const indexOf = (code: string) => shifts.findIndex((shift) => shift.code === code);
  for (const { before, after } of forbiddenSuccessions) {
    const [a, b] = [indexOf(before), indexOf(after)];
    if (a >= 0 && b >= 0) table[a * shifts.length + b] = 0;
  }
  return table;
}

/** Minutes from start to end, breaks included. */
export function presenceMinutes({ startsAt, endsAt }: Pick<ShiftType, 'startsAt' | 'endsAt'>): number {
  const [start, end] = [clock(startsAt), clock(endsAt)];
  return end <= start ? end + 24 * 60 - start : end - start;
}

/** Minutes between the end of a shift and the start of a shift on the next day. */
export function restBetween(before: ShiftType, after: ShiftType): number {
  const [start, end] = [clock(before.startsAt), clock(before.endsAt)];
  const overnight = end <= start;
  return clock(after.startsAt) + (overnight ? 0 : 24 * 60) - end;
}

function clock(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
