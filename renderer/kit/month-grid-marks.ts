import type { Range } from './grid-text.ts';
import { followSpot } from './month-grid-moves.ts';
import type { Selected } from './use-month-selection.ts';

/** Above so many cells a screen reader is told a moment later. */
const AT_ONCE = 200;

const none: Range = { top: 0, left: 0, bottom: -1, right: -1 };

/**
 * Shows in the drawn grid what is selected: the two frames, the current row, and what screen readers are told. It writes to the
 * elements themselves, which React leaves alone in these attributes: a move draws no cell anew, and costs no more at sixty people
 * than at six.
 */
export function selectionMarks(grid: HTMLElement, id: string): (selected: Selected) => void {
  const [line, block, cursor] = ['line', 'range', 'cursor'].map((kind) =>
    grid.querySelector<HTMLElement>(`[data-frame='${kind}']`),
  );
  let told = none;
  let idle = 0;

  const tell = (range: Range) => {
    for (const cell of cellsIn(id, told)) {
      if (!isIn(range, cell)) cell.setAttribute('aria-selected', 'false');
    }
    for (const cell of cellsIn(id, range)) cell.setAttribute('aria-selected', 'true');
    told = range;
  };
  return ({ spot, range }) => {
    followSpot(grid, spot);
    grid.setAttribute('aria-activedescendant', `${id}-${spot.row}-${spot.column}`);
    if (line) line.style.transform = `translateY(${spot.row * 100}%)`;
    if (cursor) cursor.style.transform = `translate(${spot.column * 100}%, ${spot.row * 100}%)`;
    if (block) frame(block, range);
    cancelIdleCallback(idle);
    if (size(range) + size(told) <= AT_ONCE) tell(range);
    else idle = requestIdleCallback(() => tell(range), { timeout: 300 });
  };
}

/** One cell has its own frame. */
function frame(element: HTMLElement, range: Range): void {
  const { top, left, bottom, right } = range;
  const isOne = size(range) === 1;
  if (element.hidden !== isOne) element.hidden = isOne;
  if (isOne) return;
  const places = { '--top': top, '--left': left, '--tall': bottom - top + 1, '--wide': right - left + 1 };
  for (const [name, value] of Object.entries(places)) element.style.setProperty(name, String(value));
}

const size = ({ top, left, bottom, right }: Range) => (bottom - top + 1) * (right - left + 1);

function cellsIn(id: string, { top, left, bottom, right }: Range): HTMLElement[] {
  const cells: HTMLElement[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      const cell = document.getElementById(`${id}-${row}-${column}`);
      if (cell) cells.push(cell);
    }
  }
  return cells;
}

function isIn({ top, left, bottom, right }: Range, { dataset }: HTMLElement): boolean {
  const [row, column] = [Number(dataset['row']), Number(dataset['column'])];
  return row >= top && row <= bottom && column >= left && column <= right;
}
