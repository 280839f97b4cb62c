import { useCallback, useState } from 'react';
import { rangeOf, type Range, type Spot } from './grid-text.ts';

export type MonthSelection = {
  /** The cell that keys go to, and the rectangle that is selected. */
  readonly spot: Spot;
  readonly range: Range;
  readonly place: (spot: Spot, extend: boolean) => void;
  readonly move: (down: number, right: number, extend: boolean) => void;
};

/** Where one stands in a grid and what is selected, kept inside its edges. */
export function useMonthSelection(rows: number, columns: number): MonthSelection {
  const [{ anchor, spot }, setState] = useState({
    anchor: { row: 0, column: 0 },
    spot: { row: 0, column: 0 },
  });
  const inside = useCallback(
    ({ row, column }: Spot): Spot => ({
      row: Math.max(0, Math.min(row, rows - 1)),
      column: Math.max(0, Math.min(column, columns - 1)),
    }),
    [rows, columns],
  );
  const place = useCallback(
    (to: Spot, extend: boolean) =>
      setState((before) => ({ spot: inside(to), anchor: extend ? before.anchor : inside(to) })),
    [inside],
  );
  const move = useCallback(
    (down: number, right: number, extend: boolean) =>
      setState((before) => {
        const to = inside({ row: before.spot.row + down, column: before.spot.column + right });
        return { spot: to, anchor: extend ? before.anchor : to };
      }),
    [inside],
  );
  return { spot: inside(spot), range: rangeOf(inside(anchor), inside(spot)), place, move };
}
