import type { AttendanceSheet } from '../../shared/attendance/contract.ts';
import { signs, totalsOf, type Mark } from '../../shared/attendance/marks.ts';
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

export function attendanceRows(sheet: AttendanceSheet, words: AttendanceWords): GridRow[] {
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
      cells: sheet.days.map((_, column): CellLook => {
        const [record, isEmployed] = [person.records[column] ?? null, person.employed[column] ?? false];
        return {
          text: record ? signs[record.mark] : '',
          label: record ? words.marks[record.mark] : isEmployed ? words.notRecorded : words.notEmployed,
          ground: record ? grounds[record.mark] : null,
          mark: record === null && isEmployed ? 'breach' : record?.source === 'manual' ? 'remark' : null,
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
