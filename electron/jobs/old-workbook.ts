import * as XLSX from '@e965/xlsx';
import type { FileNotice } from '../../shared/ledger/file-faults.ts';
import type { Cell, Merge, Row, Sheet, Workbook } from '../../shared/ledger/workbook.ts';
import { numberCell, textCell } from './cell-text.ts';
import { CompoundFile } from './compound-file.ts';
import { LIMITS } from './file-limits.ts';
import { FileIsRefused } from './file-refusal.ts';
import { plainRecords } from './plain-records.ts';
import { SheetTally, type CellCount } from './sheet-tally.ts';

const OPTIONS = {
  type: 'buffer',
  dense: true,
  cellHTML: false,
  cellNF: true,
  cellText: false,
  cellStyles: true,
} as const;

/** Reads an old .xls or .et: its pack is taken apart by us, and only plain records of the
 * workbook's stream are handed on. Throws FileIsRefused. */
export function readOldWorkbook(bytes: Uint8Array): Workbook {
  const file = new CompoundFile(bytes);
  // An .xlsx with a password is such a file with one stream of this name.
  if (file.has('EncryptedPackage')) throw new FileIsRefused('protected');
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (!stream) throw new FileIsRefused('other-kind');
  const notices: FileNotice[] = [];
  if (file.has('_VBA_PROJECT_CUR')) notices.push('macros');
  const { records, linksOut } = plainRecords(stream);
  if (linksOut) notices.push('external-links');
  return sheetsOf(
    parsed(() => XLSX.read(records, OPTIONS)),
    notices,
  );
}

/** Reads a table of HTML or of Excel's XML of 2003, which many government sites hand out as `.xls`. Throws FileIsRefused. */
export function readMarkup(text: string): Workbook {
  // HTML may begin with <!DOCTYPE html>; what declares entities is an attack on the reader.
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) throw new FileIsRefused('pack-entities');
  // The library also reads the flat kinds of OpenDocument and UOF, where one cell may say that it is repeated a billion times.
  if (/<(?:[\w.-]+:)?(?:document|uof)[\s>/]/i.test(text)) throw new FileIsRefused('other-kind');
  if (spansOf(text) > LIMITS.cells) throw new FileIsRefused('too-many-columns');
  // Texts stay texts (raw): read as a number, an identity number would lose its last digits.
  return sheetsOf(
    parsed(() => XLSX.read(text, { ...OPTIONS, type: 'string', raw: true })),
    [],
  );
}

/**
 * Over how many columns and rows all cells and columns together say that they go. The library makes as many objects of a column that
 * says it stands for a billion, before anything can be counted; no worker's limit of memory holds that, the whole program ends.
 */
function spansOf(text: string): number {
  let sum = 0;
  for (const [, double, single, bare] of text.matchAll(/span\s*=\s*(?:"([^"]*)"|'([^']*)'|([^'">\s]+))/gi)) {
    const said = double ?? single ?? bare ?? '';
    sum += said.includes('&') ? Infinity : Math.abs(Number(said)) || 0;
  }
  return sum;
}

function parsed(parse: () => XLSX.WorkBook): XLSX.WorkBook {
  try {
    const book = parse();
    if (book.SheetNames.length > 0) return book;
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message)) throw new FileIsRefused('protected');
  }
  throw new FileIsRefused('damaged');
}

function sheetsOf(book: XLSX.WorkBook, notices: readonly FileNotice[]): Workbook {
  const all: CellCount = { cells: 0, text: 0 };
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  if (book.SheetNames.length > LIMITS.sheets) throw new FileIsRefused('too-many-sheets');
  const sheets = book.SheetNames.map((name, index): Sheet => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (!sheet) return { name, hidden, rows: [], merges: [] };
    const tally = new SheetTally(name, all);
    return { name, hidden, rows: rowsOf(sheet, tally, from1904), merges: mergesOf(sheet) };
  });
  return { sheets, from1904, notices };
}

function rowsOf(sheet: XLSX.WorkSheet, tally: SheetTally, from1904: boolean): Row[] {
  const dense = (sheet as { '!data'?: (XLSX.CellObject | undefined)[][] })['!data'] ?? [];
  const hiddenRows = sheet['!rows'] ?? [];
  const rows: Row[] = [];
  for (const [index, objects] of standing(dense)) {
    const cells: (Cell | undefined)[] = [];
    for (const [column, object] of standing(objects)) {
      const cell = cellOf(object, from1904);
      if (!cell) continue;
      tally.cell(index + 1, column, cell);
      cells[column] = cell;
    }
    if (cells.length === 0) continue;
    tally.row(index + 1);
    const hidden = hiddenRows[index]?.hidden ? { hidden: true as const } : {};
    rows.push({ number: index + 1, cells: Array.from(cells), ...hidden });
  }
  return rows;
}

/** What stands in a list, with its places. A cell over a billion columns leaves a hole of as many: it is not looked into. */
function* standing<T>(list: readonly (T | undefined)[]): Generator<[number, T], void, undefined> {
  const places = list.length > LIMITS.rows ? Object.keys(list).map(Number) : list.keys();
  for (const place of places) {
    const found = list[place];
    if (found !== undefined && found !== null) yield [place, found];
  }
}

/** The value that the cell shows; of a formula, the result that was saved with it. */
function cellOf(cell: XLSX.CellObject, from1904: boolean): Cell | null {
  if (cell.t === 'e') return { text: cell.w ?? '#', error: true };
  if (cell.t === 'n') {
    if (typeof cell.v !== 'number' || !Number.isFinite(cell.v)) return { text: String(cell.v), error: true };
    return numberCell(
      cell.v,
      typeof cell.z === 'string' && cell.z.length <= 255 ? cell.z : 'General',
      from1904,
    );
  }
  if (cell.v === undefined || cell.v === null) return null;
  if (cell.t === 'b') return textCell(cell.v === true ? 'TRUE' : 'FALSE');
  return textCell(cell.v instanceof Date ? cell.v.toISOString() : String(cell.v));
}

function mergesOf(sheet: XLSX.WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).slice(0, LIMITS.merges).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c,
    bottom: Math.min(e.r, s.r + 2000) + 1,
    right: Math.min(e.c, LIMITS.columns),
  }));
}
