import ExcelJS from 'exceljs';
import { workbookBytes } from '../jobs/workbook-bytes.ts';
import { dayText, monthText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { payroll as words } from '../../shared/messages/zh-CN/payroll.ts';
import { policy } from '../../shared/messages/zh-CN/policy.ts';
import type { Sheet } from '../../shared/payroll/shapes.ts';
import { moneyColumns, type MoneyColumn, type SheetRow } from '../../shared/payroll/sheet.ts';
import { door } from '../core/door.ts';
import { sheetOf } from './payroll-view.ts';

type Column = {
  readonly group: string;
  readonly title: string;
  readonly width: number;
  readonly format: '@' | '0' | 'General' | '#,##0.00';
  readonly value: (row: SheetRow) => string | number | null;
};

const text = (group: string, title: string, width: number, value: Column['value']): Column => ({
  group,
  title,
  width,
  format: '@',
  value,
});
const count = (group: string, title: string, format: '0' | 'General', value: Column['value']): Column => ({
  group,
  title,
  width: 7,
  format,
  value,
});
const money = (group: string, column: MoneyColumn): Column => ({
  group,
  title: words.columns[column],
  width: 10.5,
  format: '#,##0.00',
  value: (row) => row.amounts[column] / 100,
});

const { sheet } = words;
const earnings = moneyColumns.slice(0, moneyColumns.indexOf('gross') + 1);
const deductions = moneyColumns.slice(moneyColumns.indexOf('gross') + 1, moneyColumns.indexOf('net'));

/** The columns that 保障农民工工资支付条例 15 asks for, hours and money as numbers that Excel can add up. */
const columns: readonly Column[] = [
  { ...count('', words.position, '0', (row) => row.position), width: 5 },
  text('', words.name, 10, (row) => row.name),
  text('', sheet.nationalId, 21, (row) => row.nationalId),
  text('', sheet.phone, 14, (row) => row.phone),
  text('', words.engagement, 10, (row) => policy.engagements[row.engagement]),
  count(sheet.attendance, sheet.attendanceDays, '0', (row) => row.days),
  count(sheet.attendance, sheet.attendanceNights, '0', (row) => row.nights),
  count(sheet.attendance, sheet.attendanceHours, 'General', (row) =>
    row.minutes === null ? null : row.minutes / 60,
  ),
  count(sheet.overtimeHours, sheet.hours150, 'General', (row) => row.hours150),
  count(sheet.overtimeHours, sheet.hours200, 'General', (row) => row.hours200),
  count(sheet.overtimeHours, sheet.days300, '0', (row) => row.holidayDays),
  ...earnings.map((column) => money(sheet.earnings, column)),
  ...deductions.map((column) => money(sheet.deductions, column)),
  money('', 'net'),
  text('', sheet.bank, 22, (row) => row.bankCard),
  text('', sheet.signature, 14, () => ''),
];

const FIRST_ROW = 5;
const thin = { style: 'thin' as const };
const border = { top: thin, left: thin, bottom: thin, right: thin };
const letter = (position: number): string =>
  position <= 26
    ? String.fromCharCode(64 + position)
    : letter(Math.floor((position - 1) / 26)) + letter(((position - 1) % 26) + 1);

/** The pay sheet as an Excel file: the printed columns, totals as SUM formulas with their results, and one row an item behind. */
export async function payWorkbook(data: Sheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const month = monthText(data.head.month, 'zh-CN');
  const page = book.addWorksheet(words.title, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:4',
      margins: { left: 0.3, right: 0.3, top: 0.4, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: '第 &P 页 / 共 &N 页' },
    views: [{ state: 'frozen', xSplit: 2, ySplit: 4 }],
  });
  page.columns = columns.map(({ width }) => ({ width }));
  writeHead(page, data, month);
  for (const [index, row] of data.rows.entries()) writeRow(page, FIRST_ROW + index, row);
  writeFoot(page, data);
  writeItems(book, data);
  return workbookBytes(book);
}

function writeHead(page: ExcelJS.Worksheet, data: Sheet, month: string): void {
  const last = columns.length;
  page.mergeCells(1, 1, 1, last);
  const title = page.getCell(1, 1);
  title.value = `${data.centre.name} ${fill(words.sheetTitle, { month })}`;
  title.font = { size: 16, bold: true };
  title.alignment = { horizontal: 'center' };
  page.mergeCells(2, 1, 2, last);
  page.getCell(2, 1).value = [
    fill(sheet.unit, { name: data.centre.name }),
    fill(sheet.period, { from: dayText(data.from, 'zh-CN'), until: dayText(data.until, 'zh-CN') }),
    fill(sheet.payOn, { day: dayText(data.head.payOn, 'zh-CN') }),
    sheet.currency,
    ...standingOf(data),
  ].join('　');
  for (const [index, column] of columns.entries()) {
    const [upper, lower] = [page.getCell(3, index + 1), page.getCell(4, index + 1)];
    upper.value = column.group || column.title;
    lower.value = column.title;
    for (const cell of [upper, lower]) {
      cell.font = { bold: true };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      cell.border = border;
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF1EEE7' } };
    }
  }
  mergeHeads(page);
}

/** Joins the heads of a group, and the two lines of a head without one. */
function mergeHeads(page: ExcelJS.Worksheet): void {
  for (let from = 0; from < columns.length;) {
    const group = columns[from]?.group ?? '';
    let until = from;
    if (group === '') page.mergeCells(3, from + 1, 4, from + 1);
    else {
      while (columns[until + 1]?.group === group) until += 1;
      page.mergeCells(3, from + 1, 3, until + 1);
    }
    from = until + 1;
  }
}

/** What a sheet that is not to be paid says of itself. */
export function standingOf(data: Sheet): string[] {
  const { head } = data;
  return [
    ...(head.kind === 'reversal' ? [fill(sheet.reversal, { reason: head.reason })] : []),
    ...(head.state === 'draft' ? [sheet.draft] : head.state === 'reviewed' ? [sheet.unlocked] : []),
  ];
}

function writeRow(page: ExcelJS.Worksheet, at: number, row: SheetRow): void {
  for (const [index, column] of columns.entries()) {
    const cell = page.getCell(at, index + 1);
    cell.value = column.value(row);
    cell.numFmt = column.format;
    cell.border = border;
    cell.alignment = {
      vertical: 'middle',
      ...(column.format === '@' ? { wrapText: true } : { horizontal: 'right' }),
    };
  }
  page.getRow(at).height = 24;
}

function writeFoot(page: ExcelJS.Worksheet, data: Sheet): void {
  const at = FIRST_ROW + data.rows.length;
  for (const [index, column] of columns.entries()) {
    const cell = page.getCell(at, index + 1);
    cell.border = border;
    cell.font = { bold: true };
    if (index === 1) cell.value = words.total;
    if (column.format === '@' || index === 0) continue;
    const result =
      data.rows.reduce((sum, row) => sum + Math.round(Number(column.value(row) ?? 0) * 100), 0) / 100;
    const name = letter(index + 1);
    cell.value =
      data.rows.length > 0 ? { formula: `SUM(${name}${FIRST_ROW}:${name}${at - 1})`, result } : result;
    cell.numFmt = column.format;
    cell.alignment = { horizontal: 'right' };
  }
  const lines = [
    fill(sheet.capitals, { amount: data.capitals }),
    [
      fill(sheet.preparedBy, { name: data.head.made.by }),
      fill(sheet.reviewedBy, { name: data.head.reviewed?.by ?? '' }),
      `${sheet.inCharge}　　　　　　`,
      sheet.sealed,
    ].join('　　　　'),
    sheet.note,
  ];
  for (const [index, line] of lines.entries()) {
    page.mergeCells(at + 1 + index, 1, at + 1 + index, columns.length);
    page.getCell(at + 1 + index, 1).value = line;
  }
}

function writeItems(book: ExcelJS.Workbook, data: Sheet): void {
  const page = book.addWorksheet(words.slip, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = [
    { header: words.position, width: 6 },
    { header: words.name, width: 10 },
    { header: words.sheet.slipItem, width: 22 },
    { header: words.amount, width: 14, style: { numFmt: '#,##0.00' } },
  ];
  for (const row of data.rows) {
    for (const item of row.items) {
      page.addRow([row.position, row.name, words.items[item.kind], item.amount / 100]);
    }
    page.addRow([row.position, row.name, words.columns.net, row.amounts.net / 100]).font = { bold: true };
  }
  page.getRow(1).font = { bold: true };
}

export const payFiles = {
  workbook: door.payroll.workbook.handler(async ({ input, context: { db } }) => {
    const data = await sheetOf(db, input.month, input.run);
    const name = fill(sheet.fileName, { month: monthText(data.head.month, 'zh-CN') });
    return { name: `${name}.xlsx`, base64: Buffer.from(await payWorkbook(data)).toString('base64') };
  }),
};
