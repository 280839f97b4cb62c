import type { ReactNode } from 'react';
import { runsInSpreadsheet } from '../../shared/contract/spreadsheet-text.ts';

export type CellValue = string | number | null;

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  /** Pixels at the normal type size; columns without one share what is left. */
  readonly width?: number;
  readonly align?: 'start' | 'center' | 'end';
  /** What sorting, filtering and copying go by. */
  readonly value: (row: Row) => CellValue;
  /** What is drawn, when it is more than the value. */
  readonly cell?: (row: Row) => ReactNode;
  /** What the column says at the foot, of the rows that are left by the filters. */
  readonly total?: (rows: readonly Row[]) => string;
  readonly filter?: 'text' | 'choice';
};

export type Sort = { readonly key: string; readonly down: boolean };
export type Filters = Readonly<Record<string, string>>;

const chinese = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Numbers by size, words by pinyin with numbers inside them by size, what is not known last. */
function compare(a: CellValue, b: CellValue): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return chinese.compare(String(a), String(b));
}

function fits(value: CellValue, wanted: string, exactly: boolean): boolean {
  const text = value === null ? '' : String(value);
  return exactly ? text === wanted : text.toLowerCase().includes(wanted.trim().toLowerCase());
}

/** The rows that pass every filter, in the order wanted. */
export function arrange<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  filters: Filters,
  sort: Sort | null,
): readonly Row[] {
  const active = columns.filter((column) => column.filter && filters[column.key]);
  const left = active.length
    ? rows.filter((row) =>
        active.every((column) =>
          fits(column.value(row), filters[column.key] ?? '', column.filter === 'choice'),
        ),
      )
    : rows;
  const by = sort && columns.find((column) => column.key === sort.key);
  if (!by) return left;
  return left.toSorted((a, b) => {
    const [first, second] = [by.value(a), by.value(b)];
    if (first === null || second === null) return compare(first, second);
    return sort.down ? compare(second, first) : compare(first, second);
  });
}

/** The different values of a column, for a filter by choice. */
export function choicesOf<Row>(rows: readonly Row[], column: Column<Row>): string[] {
  const values = rows.map((row) => column.value(row)).filter((value) => value !== null && value !== '');
  return [...new Set(values.map(String))].toSorted(chinese.compare);
}

/** A cell as Excel and WPS take it from the clipboard. Text that would run as a formula, or lose its leading zeros or its last digits, stays text. */
export function clipboardCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const wouldChange =
    runsInSpreadsheet(value) ||
    /^[=+\-@＝＋－＠]$/.test(value) ||
    /^0\d/.test(value) ||
    /^\d{12,}$/.test(value);
  const text = wouldChange ? `="${value.replaceAll('"', '""')}"` : value;
  // Quoted as a whole: a tab inside a text must not begin a cell of its own, where the rest could run.
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table as tab-separated text with its heads. */
export function tableText<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = rows.map((row) => columns.map((column) => clipboardCell(column.value(row))));
  return [columns.map((column) => clipboardCell(column.title)), ...lines]
    .map((line) => line.join('\t'))
    .join('\n');
}

/** One line of tracks for all rows: fixed widths, and the rest shared. */
export function tracksOf(columns: readonly { readonly width?: number }[]): string {
  return columns.map(({ width }) => (width ? `${width / 16}rem` : 'minmax(7rem, 1fr)')).join(' ');
}

export function leastWidthOf(columns: readonly { readonly width?: number }[]): string {
  return `${columns.reduce((sum, { width }) => sum + (width ?? 112), 0) / 16}rem`;
}
