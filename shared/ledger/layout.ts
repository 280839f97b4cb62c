import { fieldOf, fitOf } from './headings.ts';
import { sheetKinds, type Field, type SheetKind } from './kinds.ts';
import { headingKey, tidy } from './text.ts';
import { cellAt, fillMerges, isBlank, type Cell, type Row, type Sheet } from './workbook.ts';

export type Column = { readonly index: number; readonly field: Field; readonly heading: string };

/** Why a row under the headings holds no record. */
export const skipReasons = ['total', 'sign-off', 'heading-again', 'title', 'number-only'] as const;
export type SkipReason = (typeof skipReasons)[number];

/** How a sheet was understood before any cell of its body was read. */
export type Layout = {
  readonly kind: SheetKind;
  readonly columns: readonly Column[];
  /** Headings whose columns are not read. */
  readonly unused: readonly string[];
  readonly body: readonly Row[];
  readonly skipped: readonly { readonly row: number; readonly why: SkipReason }[];
  /** Every text that stands outside the table: titles, legends, dates, sign-off lines. */
  readonly around: readonly string[];
};

type Heading = {
  readonly kind: SheetKind;
  readonly fit: number;
  readonly at: number;
  readonly lines: 1 | 2;
  readonly labels: readonly string[];
  readonly fields: readonly (Field | null)[];
};

/** Titles, dates and legends may stand above the headings; further down than this nobody writes headings. */
const DEEPEST_HEADING = 30;

/** Finds the headings of a sheet in whatever order, on one line or on two, and the rows that hold records. Null: not ours. */
export function layOut(sheet: Sheet): Layout | null {
  const { rows } = fillMerges(sheet);
  const heading = findHeading(rows);
  if (!heading) return null;
  const { columns, unused } = columnsOf(heading);
  const below = rows.slice(heading.at + heading.lines);
  const skips = below.map((row) => skipReason(row, columns));
  const outside = [
    ...rows.slice(0, heading.at),
    ...below.filter((_, index) => skips[index] && skips[index] !== 'heading-again'),
  ];
  return {
    kind: heading.kind,
    columns,
    unused,
    body: below.filter(
      (row, index) => skips[index] === null && row.cells.some((cell) => cell && !isBlank(cell)),
    ),
    skipped: below.flatMap((row, index) => (skips[index] ? [{ row: row.number, why: skips[index] }] : [])),
    around: outside.flatMap((row) => [...new Set(row.cells.flatMap((cell) => (cell ? [cell.text] : [])))]),
  };
}

/**
 * The first row of a text file that holds more cells than the headings above it: a comma inside a cell moves all that stands behind
 * it, so nothing of such a row may be believed. Null: none, or the sheet is no ledger or no text file.
 */
export function rowTooWide(sheet: Sheet): number | null {
  if (!sheet.delimited) return null;
  const heading = findHeading(sheet.rows);
  if (!heading) return null;
  const width = heading.labels.findLastIndex((label) => label !== '') + 1;
  const isWide = ({ cells }: Row) => cells.some((cell, column) => column >= width && cell && !isBlank(cell));
  return sheet.rows.slice(heading.at + heading.lines).find(isWide)?.number ?? null;
}

function findHeading(rows: readonly Row[]): Heading | null {
  let best = null as Heading | null;
  for (let at = 0; at < Math.min(rows.length, DEEPEST_HEADING); at++) {
    for (const lines of [1, 2] as const) {
      const labels = lines === 1 ? oneLine(rows[at]) : twoLines(rows[at], rows[at + 1]);
      for (const kind of sheetKinds) {
        const fields = labels.map((label) => meaningOf(kind, label));
        if (lines === 2 && !secondLineIsHeading(kind, rows[at], rows[at + 1], fields)) continue;
        const fit = fitOf(kind, [...new Set(fields.filter((field) => field !== null))]);
        if (fit > (best?.fit ?? 0) || (fit > 0 && fit === best?.fit && lines < best.lines))
          best = { kind, fit, at, lines, labels: labels.map(shownHeading), fields };
      }
    }
  }
  return best;
}

type Label = { readonly top: Cell; readonly bottom: Cell | null };

function oneLine(row: Row | undefined): Label[] {
  return Array.from(row?.cells ?? [], (cell) => ({ top: cell ?? { text: '' }, bottom: null }));
}

/** A heading over several columns counts for each of them, joined or (in a .csv) only written over the first. */
function twoLines(first: Row | undefined, second: Row | undefined): Label[] {
  const width = Math.max(first?.cells.length ?? 0, second?.cells.length ?? 0);
  let carried: Cell = { text: '' };
  return Array.from({ length: width }, (_, column) => {
    const [top, bottom] = [cellAt(first, column), cellAt(second, column)];
    if (!isBlank(top)) carried = top;
    const over = isBlank(top) && !isBlank(bottom) ? carried : top;
    return {
      top: over,
      bottom: isBlank(bottom) || headingKey(bottom.text) === headingKey(over.text) ? null : bottom,
    };
  });
}

function shownHeading({ top, bottom }: Label): string {
  return bottom ? `${tidy(top.text)}/${tidy(bottom.text)}` : tidy(top.text);
}

const GUARDIAN = /监护|家属|亲属|联系人/;
const OF_GUARDIAN: Partial<Record<Field, Field>> = {
  name: 'guardianName',
  kinship: 'guardianRelation',
  guardianRelation: 'guardianRelation',
  guardianPhone: 'guardianPhone',
  phone: 'guardianPhone',
};

function meaningOf(kind: SheetKind, { top, bottom }: Label): Field | null {
  if (!bottom) return meaningOfCell(kind, top);
  const joined = fieldOf(kind, top.text + bottom.text);
  if (joined) return joined;
  const below = meaningOfCell(kind, bottom);
  if (kind === 'residents' && below && GUARDIAN.test(top.text)) return OF_GUARDIAN[below] ?? null;
  return meaningOfCell(kind, top) ?? below;
}

/** A day column may carry a date of the spreadsheet, or `10.1`, `10/1`, `10-1`. */
function meaningOfCell(kind: SheetKind, cell: Cell): Field | null {
  if (kind === 'attendance') {
    const written = /^(?:\d{4}[./-])?\d{1,2}[./-](\d{1,2})$/.exec(cell.text.trim());
    if (written && Number(written[1]) >= 1 && Number(written[1]) <= 31) return `day-${Number(written[1])}`;
  }
  return fieldOf(kind, cell.text);
}

/** The row under a one-line heading is a person, not a second heading: a name stands under the heading of the name. */
function secondLineIsHeading(
  kind: SheetKind,
  first: Row | undefined,
  second: Row | undefined,
  fields: readonly (Field | null)[],
): boolean {
  // One text over the whole table is its title.
  if (
    !second ||
    new Set(first?.cells.flatMap((cell) => (cell && !isBlank(cell) ? [cell.text] : []))).size < 2
  )
    return false;
  const column = fields.indexOf('name');
  const [top, bottom] = [cellAt(first, column), cellAt(second, column)];
  return (
    isBlank(bottom) || headingKey(top.text) === headingKey(bottom.text) || fieldOf(kind, bottom.text) !== null
  );
}

function columnsOf({ fields, labels }: Heading): { columns: Column[]; unused: string[] } {
  const columns: Column[] = [];
  const unused: string[] = [];
  for (const [index, field] of fields.entries()) {
    const heading = labels[index] ?? '';
    // The first column of a meaning is taken; a second one (a guardian's ID, last year's bed) would overwrite it.
    if (field && !columns.some((column) => column.field === field)) columns.push({ index, field, heading });
    else if (heading !== '') unused.push(heading);
  }
  return { columns, unused };
}

const TOTAL = /^(合计|小计|总计|共计|合\s*计|总\s*计|总人数|平均)/;
const SIGN_OFF =
  /^(单位负责人|负责人|填表|制表|填报|审核|复核|经办|主管|分管|领导|联系电话[:：]|盖章|签字|签名|注\s*[:：]|说明\s*[:：]|备注\s*[:：]|护理员签|主任签)/;

function skipReason(row: Row, columns: readonly Column[]): SkipReason | null {
  const filled = row.cells.filter((cell): cell is Cell => cell !== undefined && !isBlank(cell));
  const [first] = filled;
  if (!first) return null;
  if (TOTAL.test(first.text.trim())) return 'total';
  if (SIGN_OFF.test(first.text.trim())) return 'sign-off';
  if (filled.length > 2 && filled.every((cell) => cell.text === first.text)) return 'title';
  const name = columns.find((column) => column.field === 'name');
  if (name && headingKey(cellAt(row, name.index).text) === headingKey(name.heading.split('/')[0] ?? ''))
    return 'heading-again';
  const serial = columns.find((column) => column.field === 'serial');
  if (serial && filled.length === 1 && !isBlank(cellAt(row, serial.index))) return 'number-only';
  // A line of text under the table that is no record: nothing stands in any column that must be filled.
  const read = columns.filter((column) => column.field !== 'serial' && column.field !== 'note');
  if (filled.length === 1 && read.every((column) => isBlank(cellAt(row, column.index)))) return 'title';
  return null;
}
