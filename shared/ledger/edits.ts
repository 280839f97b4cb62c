import type { Field } from './kinds.ts';

/** What the user decided about a row. */
export type Decision = 'leave-out' | 'provisional';

/** What the user changed in a preview: texts of cells, decisions about rows, the month of a sheet. */
export type Edits = {
  readonly cells: ReadonlyMap<string, string>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly months: ReadonlyMap<string, string>;
  /** Hidden sheets that are to be read all the same, and sheets that are not to be read. */
  readonly sheets: ReadonlyMap<string, 'read' | 'ignore'>;
};

export const noEdits: Edits = {
  cells: new Map(),
  decisions: new Map(),
  months: new Map(),
  sheets: new Map(),
};

export function rowKey(sheet: string, row: number): string {
  return `${sheet}\n${row}`;
}

export function cellKey(sheet: string, row: number, field: Field | string): string {
  return `${sheet}\n${row}\n${field}`;
}
