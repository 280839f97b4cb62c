import { cellKey, type Edits } from './edits.ts';
import { usualHeading } from './headings.ts';
import type { Fault, FaultKind, Field, LedgerMend, MendKind, Proposal, SheetKind } from './kinds.ts';
import type { Column, Layout } from './layout.ts';
import type { Reading } from './reading.ts';
import { squeeze } from './text.ts';
import { cellAt, EMPTY, type Cell, type Row } from './workbook.ts';

type FaultFacts = { proposal?: Proposal | null; effect?: Fault['effect']; other?: string };

/** Reads one row column by column and keeps what it meets: mends, faults, and the understood text of each cell. */
export class RowReader {
  readonly row: Row;
  readonly faults: Fault[] = [];
  readonly mends: LedgerMend[] = [];
  readonly #shown = new Map<Field, string>();
  readonly #sheet: string;
  readonly #layout: Layout;
  readonly #edits: Edits;

  constructor(sheet: string, layout: Layout, row: Row, edits: Edits) {
    this.#sheet = sheet;
    this.#layout = layout;
    this.row = row;
    this.#edits = edits;
  }

  has(field: Field): boolean {
    return this.#column(field) !== undefined;
  }

  headingOf(field: Field): string {
    return this.#column(field)?.heading ?? usualHeading(this.#layout.kind, field);
  }

  /** The cell of a field, as the user mended it if so; an empty one where the sheet has no such column. */
  cell(field: Field): Cell {
    const edited = this.#edits.cells.get(cellKey(this.#sheet, this.row.number, field));
    if (edited !== undefined) return { text: edited };
    const column = this.#column(field);
    return column ? cellAt(this.row, column.index) : EMPTY;
  }

  /** Takes what a reader made of the cell: its mend or fault is noted down, its value handed on. */
  take<T>(field: Field, reading: Reading<T>, effect: Fault['effect'] = 'row'): T | null {
    if (reading.mend) this.mend(field, reading.mend, reading.shown);
    if (reading.fault) this.fault(field, reading.fault.kind, { proposal: reading.fault.proposal, effect });
    this.show(field, reading.shown);
    return reading.value;
  }

  /** The same for a cell that must not be blank. */
  require<T>(field: Field, reading: Reading<T>, effect: Fault['effect'] = 'row'): T | null {
    const value = this.take(field, reading, effect);
    if (value === null && !reading.fault) this.fault(field, 'missing', { effect });
    return value;
  }

  show(field: Field, text: string): void {
    this.#shown.set(field, text);
  }

  mend(field: Field, kind: MendKind, read: string): void {
    this.mends.push({ ...this.#place(field), kind, raw: this.cell(field).text, read });
  }

  fault(
    field: Field,
    kind: FaultKind,
    { proposal = null, effect = 'row', other = '' }: FaultFacts = {},
  ): void {
    this.faults.push({ ...this.#place(field), kind, raw: this.cell(field).text, proposal, effect, other });
  }

  /** Whether a fault keeps this field, or the whole row when no field is named, from being taken. */
  isDoubtful(field?: Field): boolean {
    return this.faults.some((fault) => (field ? fault.field === field : fault.effect === 'row'));
  }

  raw(): string[] {
    return this.#layout.columns.map(({ field }) => this.cell(field).text);
  }

  before(): string[] {
    return this.#layout.columns.map(({ index }) => cellAt(this.row, index).text);
  }

  shown(): string[] {
    return this.#layout.columns.map(({ field }) => this.#shown.get(field) ?? '');
  }

  /** The row as the file has it, whatever the order of its columns and the spaces in them; mends of the user change nothing here. */
  print(extra = ''): string {
    const parts = this.#layout.columns
      .filter(({ field }) => field !== 'serial' && field !== 'total')
      .map(({ field, index }) => `${field}=${squeeze(cellAt(this.row, index).text)}`);
    return [this.#layout.kind satisfies SheetKind, extra, ...parts.toSorted()].join('\n');
  }

  #column(field: Field): Column | undefined {
    return this.#layout.columns.find((column) => column.field === field);
  }

  #place(field: Field) {
    return { sheet: this.#sheet, row: this.row.number, column: this.headingOf(field), field };
  }
}
