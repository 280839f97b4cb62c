import type { Kysely } from 'kysely';
import { peopleQueries } from '../../db/people.ts';
import type { Schema } from '../../db/schema.ts';
import type { AttendanceSheet } from '../../shared/attendance/contract.ts';
import { marks, signs, totalsOf } from '../../shared/attendance/marks.ts';
import { isWeekend } from '../../shared/calendar/day.ts';
import type { FileContent } from '../../shared/contract/file.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import { styledWorkbook } from './styled-workbook.ts';

const WEEKEND = 'F3EFE6';

/** 考勤表 as an Excel sheet with the signs that clerks write by hand, totals, and a column to sign in. */
export async function attendanceWorkbook(
  db: Kysely<Schema>,
  sheet: AttendanceSheet,
  at: string,
): Promise<FileContent> {
  const words = messages['zh-CN'].attendance;
  const centre = (await peopleQueries(db).centre()).name;
  const month = monthText(sheet.month, 'zh-CN');
  const legend = marks.map((mark) => `${signs[mark]} ${words.marks[mark]}`).join('    ');
  return styledWorkbook(
    fill(words.fileName, { month }),
    {
      name: words.title,
      title: fill(words.sheet.title, { centre, month }),
      subtitle: `${legend}    ${sheet.closed ? words.sheet.closed : words.sheet.open}`,
      landscape: true,
      columns: [
        { head: words.number, width: 5 },
        { head: words.name, width: 10 },
        ...sheet.days.map((day) => ({ head: String(Number(day.slice(8))), width: 3.6 })),
        { head: words.totals.attended, width: 5 },
        { head: words.totals.day, width: 4 },
        { head: words.totals.night, width: 4 },
        { head: words.totals.sick, width: 4 },
        { head: words.totals.personal, width: 4 },
        { head: words.totals.absent, width: 4 },
        { head: words.totals.leave, width: 5 },
        { head: words.sheet.signature, width: 12 },
      ],
      rows: sheet.people.map((person, index) => {
        const row = person.records.map((record) => record?.mark ?? null);
        const totals = totalsOf(row);
        return [
          index + 1,
          person.name,
          ...row.map((mark) => (mark === null ? '' : signs[mark])),
          totals.attended,
          totals.day,
          totals.night,
          totals.sick,
          totals.personal,
          totals.absent,
          totals.annual + totals['other-leave'],
          '',
        ];
      }),
      ground: (_row, column) => {
        const day = sheet.days[column - 2];
        return day !== undefined && isWeekend(day) ? WEEKEND : null;
      },
      foot: [words.sheet.foot, words.sheet.review, words.sheet.director].join(
        '                              ',
      ),
    },
    at,
  );
}
