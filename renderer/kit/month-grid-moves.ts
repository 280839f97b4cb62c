import type { Spot } from './grid-text.ts';
import type { MonthSelection } from './use-month-selection.ts';

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};
/** Further than any edge. */
const FAR = 10_000;

type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

/** Moves and selects by keys as spreadsheets do; false when the key is for something else. */
export function moveByKey(
  { key, shiftKey, ctrlKey, metaKey }: Key,
  selection: MonthSelection,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): boolean {
  const { spot, range } = selection.current();
  const withControl = ctrlKey || metaKey;
  const last = { row: rows - 1, column: columns - 1 };
  const step = moves[key];
  if (step) {
    const far = withControl ? FAR : 1;
    selection.move(step[0] * far, step[1] * far, shiftKey);
  } else if (key === 'Home' || key === 'End') {
    const row = !withControl ? spot.row : key === 'Home' ? 0 : last.row;
    selection.place({ row, column: key === 'Home' ? 0 : last.column }, shiftKey);
  } else if (key === 'Enter' && !withControl) selection.move(shiftKey ? -1 : 1, 0, false);
  else if (key === 'Escape') selection.place(spot, false);
  else if (key.toLowerCase() === 'a' && withControl) selection.select({ row: 0, column: 0 }, last);
  else if (key === ' ' && shiftKey) {
    selection.select({ row: range.top, column: 0 }, { row: range.bottom, column: last.column });
  } else if (key === ' ' && withControl) {
    selection.select({ row: 0, column: range.left }, { row: last.row, column: range.right });
  } else return false;
  return true;
}

/** Scrolls the grid so that the cell is seen between head, names and feet. Asked before anything is drawn anew, it costs no layout. */
export function followSpot(grid: HTMLElement, { row, column }: Spot): void {
  const [head, body, feet] = grid.children;
  const [line, dayHead] = [body?.children[row], head?.children[column + 1]];
  const names = head?.children[0];
  const isDrawn = [head, body, line, dayHead, names].every((one) => one instanceof HTMLElement);
  if (!isDrawn) return;
  const [top, bottom] = edges(line as HTMLElement, (body as HTMLElement).offsetTop, 'Top', 'Height');
  const [left, rightOfDay] = edges(dayHead as HTMLElement, 0, 'Left', 'Width');
  // With the last day one sees the totals too: no key leads any further.
  const isLast = dayHead?.nextElementSibling?.hasAttribute('data-column') !== true;
  const right = isLast ? grid.scrollWidth : rightOfDay;
  const footHeight = feet instanceof HTMLElement ? feet.offsetHeight : 0;
  const headHeight = (head as HTMLElement).offsetHeight;
  const nameWidth = (names as HTMLElement).offsetWidth;
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = grid;

  if (top < scrollTop + headHeight) grid.scrollTop = top - headHeight;
  else if (bottom > scrollTop + clientHeight - footHeight)
    grid.scrollTop = bottom + footHeight - clientHeight;
  if (left < scrollLeft + nameWidth) grid.scrollLeft = left - nameWidth;
  else if (right > scrollLeft + clientWidth) grid.scrollLeft = right - clientWidth;
}

function edges(
  element: HTMLElement,
  offset: number,
  side: 'Top' | 'Left',
  size: 'Height' | 'Width',
): readonly [number, number] {
  const start = offset + element[`offset${side}`];
  return [start, start + element[`offset${size}`]];
}
