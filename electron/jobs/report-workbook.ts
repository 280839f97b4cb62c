import ExcelJS from 'exceljs';
import { dayAt } from '../../shared/calendar/day.ts';
import { sheetKinds } from '../../shared/ledger/kinds.ts';
import type { LedgerReport } from '../../shared/ledger/report.ts';
import { fill } from '../../shared/messages/fill.ts';
import { messages } from '../../shared/messages/index.ts';
import { workbookBytes } from './workbook-bytes.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { Language } from '../../shared/messages/language.ts';

type Column = readonly [heading: string, width: number];

/** Adds a sheet of plain text: nothing that came from a workbook is ever written as a formula. */
function addSheet(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(([heading, width]) => ({ header: heading, width }));
  sheet.getRow(1).font = { bold: true };
  for (const values of rows) {
    const row = sheet.addRow(values);
    row.eachCell((cell) => {
      cell.alignment = { vertical: 'top', wrapText: true };
    });
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}

/** The instant as the clock on the centre's wall shows it (Asia/Shanghai). */
function instantText(iso: string, language: Language): string {
  const instant = Date.parse(iso);
  return `${dayText(dayAt(instant), language)} ${new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16)}`;
}

/** The import report as an Excel file: summary, doubts, how cells were read, what the user wrote over. */
export async function reportWorkbook(report: LedgerReport, language: Language): Promise<Uint8Array> {
  const words = messages[language].ledger;
  const heads = words.report.columns;
  const book = new ExcelJS.Workbook();
  book.created = new Date(report.at);

  const counts = sheetKinds.map((kind) => {
    const { read, imported, provisional, already, leftOut, doubtful } = report.counts[kind];
    return [words.kinds[kind], read, imported, provisional, already, leftOut, doubtful];
  });
  const facts = [
    [words.report.file, report.fileName],
    [words.report.at, instantText(report.at, language)],
    [words.report.by, report.by],
    [words.report.month, report.month ?? ''],
    [words.report.paired, report.paired],
    ['SHA-256', report.sha256],
    ...report.ignored.map(({ name, why }) => [
      words.report.ignored,
      fill(words.withFact, { text: name, fact: words.ignored[why] }),
    ]),
    ...report.unread.map(({ sheet, headings }) => [
      words.report.unread,
      fill(words.withFact, { text: sheet, fact: headings.join('、') }),
    ]),
    ...report.hiddenRows.map(({ sheet, row }) => [
      words.report.hiddenRow,
      fill(words.withFact, { text: sheet, fact: row }),
    ]),
  ];
  addSheet(
    book,
    words.report.summary,
    [
      [heads.kind, 22],
      [heads.read, 40],
      [heads.imported, 12],
      [heads.provisional, 12],
      [heads.already, 12],
      [heads.leftOut, 12],
      [heads.doubtful, 12],
    ],
    [...counts, [], ...facts],
  );
  addSheet(
    book,
    words.report.faults,
    [
      [heads.sheet, 14],
      [heads.row, 8],
      [heads.column, 16],
      [heads.raw, 26],
      [heads.reason, 44],
      [heads.proposal, 30],
      [heads.outcome, 14],
    ],
    report.faults.map(({ sheet, row, column, raw, kind, proposal, state, effect, other }) => [
      sheet,
      row,
      column,
      raw,
      other === '' ? words.faults[kind] : fill(words.withNote, { text: words.faults[kind], note: other }),
      proposal ? fill(words.withNote, { text: proposal.text, note: words.proposals[proposal.why] }) : '',
      effect === 'cell' && state === 'new' ? words.report.withoutCell : words.states[state],
    ]),
  );
  addSheet(
    book,
    words.report.mends,
    [
      [heads.sheet, 14],
      [heads.row, 8],
      [heads.column, 18],
      [heads.raw, 28],
      [heads.understood, 28],
      [heads.reason, 24],
    ],
    report.mends.map(({ sheet, row, column, raw, read, kind }) => [
      sheet,
      row,
      column,
      raw,
      read,
      words.mends[kind],
    ]),
  );
  addSheet(
    book,
    words.report.ownMends,
    [
      [heads.sheet, 14],
      [heads.row, 8],
      [heads.column, 18],
      [heads.before, 28],
      [heads.after, 28],
    ],
    report.ownMends.map(({ sheet, row, column, before, after }) => [sheet, row || '', column, before, after]),
  );
  return workbookBytes(book);
}
