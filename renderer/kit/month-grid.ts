import type { Day } from '../../shared/calendar/day.ts';

/** What one cell of a month grid shows. Letter, ground with pattern, and marks that differ in form as well as in colour. */
export type CellLook = {
  readonly text: string;
  /** What a screen reader says, without the person and the day. */
  readonly label: string;
  /** Which of the six grounds of shifts, from 1; null: none. */
  readonly ground: number | null;
  readonly mark: 'breach' | 'remark' | null;
  readonly locked: boolean;
  /** `leave`: away; `outside`: not employed. */
  readonly away: 'leave' | 'outside' | null;
};

export type TotalLook = { readonly text: string; readonly label: string; readonly mark: CellLook['mark'] };

export type GridRow = {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly CellLook[];
  readonly totals: readonly TotalLook[];
};

/** A line below the people, such as how many are on duty. */
export type FootRow = { readonly key: string; readonly name: string; readonly cells: readonly TotalLook[] };

export type TotalHead = { readonly key: string; readonly title: string; readonly hint: string };

export type GridHoliday = {
  readonly day: Day;
  readonly name: string;
  readonly kind: 'statutory' | 'rest' | 'work';
};

/** Rows are drawn again only when this text changes: a keystroke then costs one row, not sixty. */
export function signOf(row: GridRow): string {
  const cells = row.cells.map((cell) => `${cell.label}${cell.ground}${cell.mark}${cell.locked}${cell.away}`);
  return [row.name, ...cells, ...row.totals.map((total) => `${total.text}${total.mark}`)].join('|');
}
