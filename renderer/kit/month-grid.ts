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
  /** It is not what is known of it elsewhere, such as in the published version: a corner is turned down. */
  readonly changed?: boolean;
  /** What stood here before, small before the text. */
  readonly was?: string;
};

/** What is shown of a cell in the key's own frame; its marks and the totals follow with the row. */
export type QuickLook = Partial<Pick<CellLook, 'text' | 'ground' | 'locked'>> & {
  readonly row: number;
  readonly column: number;
};

export type TotalLook = {
  readonly text: string;
  readonly label: string;
  readonly mark: CellLook['mark'];
  /** How far it is from what it should be, small beside the figure. */
  readonly aside?: string;
};

export type GridRow = {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly CellLook[];
  readonly totals: readonly TotalLook[];
};

/** A line below the people, such as how many are on duty. */
export type FootRow = {
  readonly key: string;
  readonly name: string;
  readonly hint?: string;
  readonly cells: readonly TotalLook[];
};

export type TotalHead = { readonly key: string; readonly title: string; readonly hint: string };

export type GridHoliday = {
  readonly day: Day;
  readonly name: string;
  readonly kind: 'statutory' | 'rest' | 'work';
};

/** Whether a name is wider than its column: ten Latin letters, or five Chinese. */
export function isLong(name: string): boolean {
  return [...name].reduce((width, sign) => width + (sign > '\u02ff' ? 2 : 1), 0) > 9;
}
