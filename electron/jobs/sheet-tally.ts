import type { Cell } from '../../shared/ledger/workbook.ts';
import { LIMITS } from './file-limits.ts';
import { FileIsRefused } from './file-refusal.ts';

/** How many cells the sheets read so far hold, over the whole workbook. */
export type CellCount = { cells: number; text: number };

/** Counts what one sheet holds while it is read, and refuses at once what is beyond LIMITS. Nothing is ever cut off in silence. */
export class SheetTally {
  readonly name: string;
  readonly #all: CellCount;
  #rows = 0;

  constructor(name: string, all: CellCount) {
    this.name = name;
    this.#all = all;
  }

  /** `column` counts from 0. */
  cell(row: number, column: number, { text }: Cell): void {
    if (column >= LIMITS.columns) throw new FileIsRefused('too-many-columns', { sheet: this.name, row });
    if (++this.#all.cells > LIMITS.cells)
      throw new FileIsRefused('too-many-cells', { sheet: this.name, row });
    if ((this.#all.text += text.length) > LIMITS.text)
      throw new FileIsRefused('took-too-much', { sheet: this.name, row });
  }

  row(row: number): void {
    if (++this.#rows > LIMITS.rows) throw new FileIsRefused('too-many-rows', { sheet: this.name, row });
  }
}
