import ExcelJS from 'exceljs';
import { workbookBytes } from '../jobs/workbook-bytes.ts';
import type { FileContent } from '../../shared/contract/file.ts';

export type SheetText = {
  readonly name: string;
  readonly title: string;
  /** A line under the title, left as it is. */
  readonly subtitle?: string;
  /** Heads and widths (in characters), left to right. */
  readonly columns: readonly {
    readonly head: string;
    readonly width: number;
    readonly align?: 'left' | 'center' | 'right';
  }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Ground of a cell by row and column, as `RRGGBB`: for weekends and shifts. */
  readonly ground?: (row: number, column: number) => string | null;
  readonly foot?: string;
  readonly landscape?: boolean;
};

/**
 * One A4 sheet with title, heads that repeat on every page, and borders. Texts are written as texts, never as formulas:
 * a name that begins with `=` stays a name when the sheet is opened, and also when it is saved as .csv from there.
 */
export async function styledWorkbook(fileName: string, sheet: SheetText, at: string): Promise<FileContent> {
  const book = new ExcelJS.Workbook();
  book.created = new Date(at);
  book.modified = new Date(at);
  const page = book.addWorksheet(sheet.name, {
    pageSetup: {
      paperSize: 9,
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
    views: [{ state: 'frozen', xSplit: 2, ySplit: 3 }],
  });
  const { columns } = sheet;
  page.addRow([sheet.title]);
  page.mergeCells(1, 1, 1, columns.length);
  Object.assign(page.getCell(1, 1), { font: { bold: true, size: 16 }, alignment: { horizontal: 'center' } });
  page.addRow([sheet.subtitle ?? '']);
  page.mergeCells(2, 1, 2, columns.length);
  page.addRow(columns.map((column) => column.head)).font = { bold: true };
  for (const row of sheet.rows) page.addRow([...row]);
  for (const [index, column] of columns.entries()) page.getColumn(index + 1).width = column.width;
  frame(page, sheet);
  if (sheet.foot !== undefined) {
    const row = page.addRow([sheet.foot]);
    page.mergeCells(row.number, 1, row.number, columns.length);
    row.height = 28;
    row.alignment = { vertical: 'bottom' };
  }
  const bytes = await workbookBytes(book);
  return { name: fileName, base64: Buffer.from(bytes).toString('base64') };
}

function frame(page: ExcelJS.Worksheet, { columns, rows, ground }: SheetText): void {
  const line = { style: 'thin', color: { argb: 'FFB8B2A6' } } as const;
  for (let row = 0; row <= rows.length; row++) {
    for (const [index, column] of columns.entries()) {
      const cell = page.getCell(row + 3, index + 1);
      cell.border = { top: line, left: line, bottom: line, right: line };
      cell.alignment = {
        horizontal: row === 0 ? 'center' : (column.align ?? 'center'),
        vertical: 'middle',
        wrapText: row === 0,
      };
      const colour = ground?.(row - 1, index) ?? null;
      if (colour !== null)
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colour}` } };
    }
  }
}
