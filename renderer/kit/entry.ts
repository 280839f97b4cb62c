/** One cell that the user wants to hold another text. */
export type Edit = { readonly row: string; readonly column: string; readonly text: string };

export type EntryColumn<Row> = {
  readonly key: string;
  readonly title: string;
  /** Pixels at the normal type size; 88 when nothing is said. */
  readonly width?: number;
  readonly align?: 'start' | 'center' | 'end';
  /** What the cell shows: the draft when there is one, else what is saved. */
  readonly value: (row: Row) => string;
  readonly kind?: 'text' | 'number' | 'choice' | 'readonly';
  /** For `choice`: a typed letter takes the next choice that begins with it. */
  readonly choices?: readonly string[];
  /** Tints the column: a weekend, a holiday. */
  readonly quiet?: boolean;
  /** A second line of the head: the unit, the usual range. */
  readonly hint?: string;
  /** Quiet text at the other end of the cell: the last value, how a text was read. */
  readonly aside?: (row: Row) => string;
  /** Rows whose cell cannot be typed in here, such as one that is recorded already. */
  readonly locked?: (row: Row) => boolean;
  /** With `enterGoes="right"`, Enter passes over it: remarks, what is seldom filled in. */
  readonly passed?: boolean;
};

/** Enter in a cell. `text`: what the cell holds from now on; `fresh`: it was typed just now. */
export type Entered = {
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly fresh: boolean;
};

export function isLocked<Row>(column: EntryColumn<Row>, row: Row): boolean {
  return column.kind === 'readonly' || column.locked?.(row) === true;
}

export type CellState = {
  readonly state: 'saved' | 'saving' | 'doubtful' | 'refused';
  /** One sentence, shown when the cell has the focus. */
  readonly reason?: string;
};

/** The next choice after the present one that begins with what was typed; undefined when none does. */
export function nextChoice(choices: readonly string[], typed: string, present: string): string | undefined {
  const fitting = choices.filter((choice) => choice.toLowerCase().startsWith(typed.toLowerCase()));
  const at = fitting.indexOf(present);
  return fitting[(at + 1) % Math.max(1, fitting.length)];
}
