import type { AttendanceSheet } from '../../shared/attendance/contract.ts';
import { signs, totalsOf, type Mark } from '../../shared/attendance/marks.ts';
import type { Day } from '../../shared/calendar/day.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import type { CellLook, GridRow, TotalHead } from '../kit/month-grid.ts';

export type AttendanceWords = Words<Messages>['attendance'];

/** Work has the grounds of the first two shifts; what stops pay stands out, rest stays quiet. */
const grounds: Readonly<Record<Mark, number | null>> = {
  day: 1,
  night: 2,
  rest: null,
  absent: 3,
  personal: 5,
  sick: 4,
  annual: 6,
  'other-leave': 6,
};

const totalKeys = ['attended', 'day', 'night', 'sick', 'personal', 'absent', 'leave'] as const;

/** `today`: days up to it that have no record are marked; days to come are not missing yet. */
export function attendanceRows(sheet: AttendanceSheet, words: AttendanceWords, today: Day): GridRow[] {
  return sheet.people.map((person) => {
    const row = totalsOf(person.records.map((record) => record?.mark ?? null));
    const figures = { ...row, leave: row.annual + row['other-leave'] };
    return {
      key: person.id,
      name: person.name,
      totals: totalKeys.map((key) => ({
        text: figures[key] === 0 ? '' : String(figures[key]),
        label: `${words.totalsLong[key]}: ${figures[key]}`,
        mark: null,
      })),
      cells: sheet.days.map((day, column): CellLook => {
        const [record, isEmployed] = [person.records[column] ?? null, person.employed[column] ?? false];
        const isMissing = record === null && isEmployed && day <= today;
        return {
          text: record ? signs[record.mark] : '',
          label: record ? words.marks[record.mark] : isEmployed ? words.notRecorded : words.notEmployed,
          ground: record ? grounds[record.mark] : null,
          mark: isMissing || record?.source === 'manual' ? 'remark' : null,
          locked: false,
          away: isEmployed ? null : 'outside',
        };
      }),
    };
  });
}

export function attendanceHeads(words: AttendanceWords): TotalHead[] {
  return totalKeys.map((key) => ({ key, title: words.totals[key], hint: words.totalsLong[key] }));
}
