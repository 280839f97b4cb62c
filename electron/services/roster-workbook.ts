import type { Kysely } from 'kysely';
import { peopleQueries } from '../../db/people.ts';
import type { Schema } from '../../db/schema.ts';
import { isWeekend } from '../../shared/calendar/day.ts';
import type { FileContent } from '../../shared/contract/file.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { rosterTotals } from '../../shared/roster/totals.ts';
import { styledWorkbook } from './styled-workbook.ts';

const WEEKEND = 'F3EFE6';

/** The month as an Excel sheet: people by days, totals at the end. */
export async function rosterWorkbook(db: Kysely<Schema>, view: RosterView): Promise<FileContent> {
  const words = messages['zh-CN'].roster;
  const { model, roster } = view;
  const centre = (await peopleQueries(db).centre()).name;
  const month = monthText(view.month, 'zh-CN');
  const legend = model.shifts.map((shift) =>
    fill(words.sheet.legend, {
      code: shift.code,
      name: shift.name,
      start: shift.startsAt,
      end: shift.endsAt,
    }),
  );
  const state =
    roster?.state === 'published'
      ? fill(words.sheet.version, { version: roster.version })
      : words.sheet.draft;
  return styledWorkbook(
    fill(words.fileName, { month }),
    {
      name: words.title,
      title: fill(words.sheet.title, { centre, month }),
      subtitle: [...legend, state].join('    '),
      landscape: true,
      columns: [
        { head: words.sheet.number, width: 5 },
        { head: words.name, width: 10 },
        ...model.days.map((day) => ({ head: String(Number(day.slice(8))), width: 3.6 })),
        { head: words.totals.shifts, width: 5 },
        { head: words.totals.nights, width: 5 },
        { head: words.totals.hours, width: 6 },
      ],
      rows: view.people.map(({ id, name }, index) => {
        const cells = view.cells[id] ?? [];
        const totals = rosterTotals(model, cells);
        return [
          index + 1,
          name,
          ...cells.map((cell) => cell ?? ''),
          totals.shifts,
          totals.nights,
          totals.minutes / 60,
        ];
      }),
      ground: (_row, column) => {
        const day = model.days[column - 2];
        return day !== undefined && isWeekend(day) ? WEEKEND : null;
      },
      foot: [words.sheet.foot, words.sheet.review, words.sheet.director].join(
        '                              ',
      ),
    },
    roster?.madeAt ?? `${model.days[0]}T00:00:00Z`,
  );
}
