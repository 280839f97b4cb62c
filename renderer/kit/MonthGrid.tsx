import {
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { isWeekend, type Day } from '../../shared/calendar/day.ts';
import { useToday } from '../lib/session.ts';
import { fillWindow } from './fill-window.ts';
import { blockText, readBlock, type Spot } from './grid-text.ts';
import type { FootRow, GridHoliday, GridRow, QuickLook, TotalHead } from './month-grid.ts';
import { selectionMarks } from './month-grid-marks.ts';
import { moveByKey } from './month-grid-moves.ts';
import { footLine, personLine } from './month-grid-lines.ts';
import { MonthGridHead } from './MonthGridHead.tsx';
import styles from './MonthGrid.module.css';
import { useLines } from './use-lines.ts';
import type { MonthSelection } from './use-month-selection.ts';

type Props = {
  readonly label: string;
  readonly nameHead: string;
  readonly days: readonly Day[];
  readonly holidays: readonly GridHoliday[];
  readonly rows: readonly GridRow[];
  readonly totalHeads: readonly TotalHead[];
  readonly feet?: readonly FootRow[];
  /** Tells of cells as soon as they change: they are shown in the key's own frame, the rows follow. */
  readonly onCells?: (listener: (cells: readonly QuickLook[]) => void) => () => void;
  /** The most that the grid may take; people scroll inside, heads and feet stay. */
  readonly height?: string;
  /** Instead of a height: down to the foot of the window, but for so much room below it, whatever stands above. */
  readonly roomBelow?: string;
  readonly selection: MonthSelection;
  /** Keys that are not for moving; true when it was taken. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onPaste?: (block: readonly (readonly string[])[]) => void;
  /** The selection was copied and is to be emptied. */
  readonly onCut?: () => void;
  /** The grid itself, for whoever wants to give it the focus. */
  readonly grid?: RefObject<HTMLDivElement | null>;
};

const noFeet: readonly FootRow[] = [];

/**
 * People by days of a month: one letter a cell, moved in by arrows, selected with Shift or the mouse, totals at the edge. Rows
 * and feet that keep their identity are not drawn again, and a move draws nothing again: the selection is a frame over the cells.
 */
export function MonthGrid(props: Props) {
  const { label, nameHead, days, holidays, rows, totalHeads, feet = noFeet, height, roomBelow } = props;
  const { selection } = props;
  const today = useToday();
  const id = useId();
  const dragging = useRef(false);
  const own = useRef<HTMLDivElement>(null);
  const grid = props.grid ?? own;
  const free = useMemo(() => freeDays(days, holidays), [days, holidays]);
  const personOf = useMemo(
    () =>
      personLine(
        days.map((day) => Number(day.slice(8))),
        free,
      ),
    [days, free],
  );
  const footOf = useMemo(() => footLine(free), [free]);
  const { parent: body, drawing } = useLines(rows, personOf, 'row', id);
  const { parent: foot } = useLines(feet, footOf, 'foot');

  const [people, columns] = [rows.length, days.length];
  useLayoutEffect(() => {
    if (!grid.current || people === 0 || columns === 0) return undefined;
    const show = selectionMarks(grid.current, id);
    show(selection.current());
    return selection.subscribe(() => show(selection.current()));
  }, [selection, grid, id, people, columns]);
  const { onCells } = props;
  useLayoutEffect(
    () =>
      onCells?.((cells) => {
        for (const cell of cells) drawing.current?.put(cell);
      }),
    [onCells, drawing],
  );
  useLayoutEffect(() => {
    if (!grid.current || roomBelow === undefined) return undefined;
    return fillWindow(grid.current, roomBelow);
  }, [grid, roomBelow]);
  useEffect(() => {
    const { current } = grid;
    if (!current) return undefined;
    const observer = new ResizeObserver(() =>
      current.toggleAttribute('data-sideways', current.scrollWidth > current.clientWidth),
    );
    for (const part of [current, ...current.children]) observer.observe(part);
    return () => observer.disconnect();
  }, [grid]);
  useEffect(() => {
    const end = () => (dragging.current = false);
    window.addEventListener('mouseup', end);
    return () => window.removeEventListener('mouseup', end);
  }, []);

  const size = { rows: people, columns };
  const onKeyDown = (event: KeyboardEvent) => {
    if (moveByKey(event, selection, size) || props.onKey(event)) event.preventDefault();
  };
  // What is copied is what is seen.
  const copied = () => {
    const { range } = selection.current();
    return blockText(
      [...(body.current?.children ?? [])].slice(range.top, range.bottom + 1).map((row) =>
        [...row.children].slice(range.left + 1, range.right + 2).map((cell) => {
          const was = cell.getAttribute('data-was');
          return was === null ? (cell.textContent ?? '') : `${was}→${cell.textContent ?? ''}`;
        }),
      ),
    );
  };
  const press = (event: MouseEvent) => {
    const under = event.button === 0 ? spotUnder(event) : null;
    if (!under) return;
    const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
    if (under.column < 0) {
      selection.select({ row: under.row, column: 0 }, { row: under.row, column: lastColumn });
    } else if (under.row < 0) {
      selection.select({ row: 0, column: under.column }, { row: lastRow, column: under.column });
    } else {
      dragging.current = true;
      selection.place(under, event.shiftKey);
    }
  };
  const drag = (event: MouseEvent) => {
    const under = dragging.current ? spotUnder(event) : null;
    if (under && under.row >= 0 && under.column >= 0) selection.place(under, true);
  };

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-multiselectable
      tabIndex={0}
      className={styles['grid']}
      style={
        {
          '--days': days.length,
          '--totals': totalHeads.length,
          ...(height !== undefined && { '--grid-height': height }),
        } as CSSProperties
      }
      onKeyDown={onKeyDown}
      onMouseDown={press}
      onMouseMove={drag}
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', copied());
        event.preventDefault();
      }}
      onCut={(event) => {
        event.clipboardData.setData('text/plain', copied());
        props.onCut?.();
        event.preventDefault();
      }}
      onPaste={(event) => {
        props.onPaste?.(readBlock(event.clipboardData.getData('text/plain')));
        event.preventDefault();
      }}
    >
      <MonthGridHead {...{ nameHead, days, free, holidays, totalHeads, today }} />
      <div ref={body} role="rowgroup" data-body className={styles['body']}>
        <div aria-hidden className={styles['frames']}>
          <div data-frame="line" className={styles['line']} />
          <div hidden data-frame="range" className={styles['range']} />
          <div data-frame="cursor" className={styles['cursor']} />
        </div>
      </div>
      {feet.length > 0 && <div ref={foot} role="rowgroup" className={styles['feet']} />}
    </div>
  );
}

function freeDays(days: readonly Day[], holidays: readonly GridHoliday[]): boolean[] {
  const kinds = new Map(holidays.map(({ day, kind }) => [day, kind]));
  return days.map((day) => (kinds.has(day) ? kinds.get(day) !== 'work' : isWeekend(day)));
}

/** The cell under the pointer; -1 for the column of names and the row of days. */
function spotUnder(event: MouseEvent): Spot | null {
  const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null;
  if (!(cell instanceof HTMLElement)) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
