import type { Day } from '../calendar/day.ts';
import { markFromRoster } from '../attendance/from-roster.ts';
import type { Mark } from '../attendance/marks.ts';
import { isEmployedOn, type Employment } from './employment.ts';
import type { PersonDay } from './fairness.ts';
import type { LeaveKind } from './leave-contract.ts';
import type { ShiftType } from './model.ts';

type Period = { readonly startsOn: Day; readonly endsOn: Day };

/** What the records hold of one person over a period. */
export type PersonRecords = Employment & {
  readonly id: string;
  readonly leave: readonly (Period & { readonly kind: LeaveKind })[];
  readonly protection: readonly Period[];
  readonly attendance: ReadonlyMap<Day, Mark>;
  /** Cells of the published rosters: a shift code, or null for rest. */
  readonly cells: ReadonlyMap<Day, string | null>;
};

export type RecordedDay = PersonDay & {
  /** What the day is taken from: attendance where it is recorded, else the published roster. */
  readonly source: 'attendance' | 'roster';
  readonly mark: Mark;
  /** The kind of shift that was worked, where there is one. */
  readonly shift: string | null;
};

const away: ReadonlySet<Mark> = new Set(['personal', 'sick', 'annual', 'other-leave']);

/**
 * Those of the days on which something is recorded of a person: attendance first, else the published roster with leave before it. Days on
 * which nothing is known of her, and days outside her employment, are left out: they neither count as work nor as time for it.
 */
export function daysOfRecord(
  { attendance, cells, leave, protection, ...person }: PersonRecords,
  days: readonly Day[],
  shifts: readonly ShiftType[],
): RecordedDay[] {
  const byCode = new Map(shifts.map((shift) => [shift.code, shift]));
  const [anyDay, anyNight] = [false, true].map((night) => shifts.find((shift) => shift.night === night));
  return days.flatMap((day): RecordedDay[] => {
    if (!isEmployedOn(person, day)) return [];
    const leaveKind = leave.find((row) => row.startsOn <= day && day <= row.endsOn)?.kind ?? null;
    const [recorded, cell] = [attendance.get(day), cells.get(day)];
    const source = recorded === undefined ? 'roster' : 'attendance';
    const mark =
      recorded ??
      (cell === undefined
        ? null
        : markFromRoster(cell, leaveKind, (code) => byCode.get(code)?.night ?? false));
    if (mark === null) return [];
    const works = mark === 'day' || mark === 'night';
    const night = mark === 'night';
    const planned = byCode.get(cell ?? '');
    // Attendance says day or night only: the roster knows which shift it was.
    const shift = planned?.night === night ? planned : night ? anyNight : anyDay;
    return [
      {
        day,
        source,
        mark,
        shift: works ? (shift?.code ?? null) : null,
        work: works ? { minutes: shift?.minutes ?? 0, night } : null,
        available: works || !(away.has(mark) || leaveKind !== null),
        protected: protection.some((row) => row.startsOn <= day && day <= row.endsOn),
      },
    ];
  });
}
