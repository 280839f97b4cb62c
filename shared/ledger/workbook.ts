import type { FileNotice } from './file-faults.ts';

/** One cell as the file holds it. `text`: as shown. `number`: only when the cell is stored as a number. */
export type Cell = {
  readonly text: string;
  readonly number?: number;
  /** The cell shows an error of the spreadsheet (#REF!, #N/A …). */
  readonly error?: true;
};

/** A row that holds something. `number` counts as Excel does, from 1. Cells stand by column; empty ones may be missing. */
export type Row = {
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
  readonly hidden?: true;
};

/** Cells joined into one, by row number and column index; the value stands in the first. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  readonly merges: readonly Merge[];
  /** It was a text file, where a sign too many moves every cell behind it. */
  readonly delimited?: true;
};

/** A workbook as it lies in the file, before anything is understood. `from1904`: its day numbers count from 1904. */
export type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  /** What the file holds beside its tables. */
  readonly notices: readonly FileNotice[];
};

export const EMPTY: Cell = { text: '' };

export function cellAt(row: Row | undefined, column: number): Cell {
  return row?.cells[column] ?? EMPTY;
}

export function isBlank(cell: Cell): boolean {
  return cell.text.trim() === '';
}

/**
 * Gives every cell of a joined block the value of its first cell: a room joined over two rows counts for both.
 * Blocks wider than they are joined for looks (a title over the whole table) are recognised as such later.
 */
export function fillMerges(sheet: Sheet): Sheet {
  if (sheet.merges.length === 0) return sheet;
  const rows = new Map(sheet.rows.map((row) => [row.number, { ...row, cells: [...row.cells] }]));
  for (const { top, left, bottom, right } of sheet.merges) {
    const value = rows.get(top)?.cells[left];
    if (!value || isBlank(value)) continue;
    for (let number = top; number <= bottom; number++) {
      const row = rows.get(number);
      // A row that holds nothing of its own stays empty, or a joined column would make up people.
      if (!row) continue;
      for (let column = left; column <= right; column++) row.cells[column] = value;
    }
  }
  return { ...sheet, rows: [...rows.values()] };
}
