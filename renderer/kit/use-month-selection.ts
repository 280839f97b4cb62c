import { startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { afterFrame } from '../lib/after-frame.ts';
import { rangeOf, type Range, type Spot } from './grid-text.ts';

/** The cell that keys go to, and the rectangle that is selected. */
export type Selected = { readonly spot: Spot; readonly range: Range };

/**
 * Where one stands in a grid and what is selected, kept inside its edges. It lives outside of React: a move draws again only
 * what asks `useSelected`, and an act reads `current()` when it happens.
 */
export type MonthSelection = {
  readonly current: () => Selected;
  readonly subscribe: (listener: () => void) => () => void;
  readonly place: (spot: Spot, extend: boolean) => void;
  readonly move: (down: number, right: number, extend: boolean) => void;
  /** From one corner to the other; keys go to the first. */
  readonly select: (from: Spot, to: Spot) => void;
  readonly fit: (rows: number, columns: number) => void;
};

export function openSelection(rows: number, columns: number): MonthSelection {
  const listeners = new Set<() => void>();
  let size = { rows, columns };
  let anchor: Spot = { row: 0, column: 0 };
  let now: Selected = { spot: anchor, range: rangeOf(anchor, anchor) };

  const inside = ({ row, column }: Spot): Spot => ({
    row: Math.max(0, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  });
  const stand = (from: Spot, to: Spot) => {
    const isSame = equal(from, anchor) && equal(to, now.spot);
    if (isSame) return;
    anchor = from;
    now = { spot: to, range: rangeOf(from, to) };
    for (const listener of listeners) listener();
  };
  const place = (spot: Spot, extend: boolean) => stand(extend ? anchor : inside(spot), inside(spot));
  return {
    current: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    place,
    move: (down, right, extend) =>
      place({ row: now.spot.row + down, column: now.spot.column + right }, extend),
    select: (from, to) => stand(inside(to), inside(from)),
    fit(nextRows, nextColumns) {
      size = { rows: nextRows, columns: nextColumns };
      stand(inside(anchor), inside(now.spot));
    },
  };
}

const equal = (a: Spot, b: Spot) => a.row === b.row && a.column === b.column;

export function useMonthSelection(rows: number, columns: number): MonthSelection {
  const [selection] = useState(() => openSelection(rows, columns));
  useLayoutEffect(() => selection.fit(rows, columns), [selection, rows, columns]);
  return selection;
}

/** What is selected, for what is said of it beside the grid: the grid answers the key first, this follows. */
export function useSelected(selection: MonthSelection): Selected {
  return useLater(selection.subscribe, selection.current);
}

/** What a store holds, drawn when the answer to a key is on the screen. `subscribe` and `read` stay the same functions. */
export function useLater<Value>(subscribe: (listener: () => void) => () => void, read: () => Value): Value {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const draw = () => startTransition(() => setValue(read));
    let callOff = () => {};
    const end = subscribe(() => (callOff = afterFrame(draw)));
    draw();
    return () => {
      end();
      callOff();
    };
  }, [subscribe, read]);
  return value;
}
