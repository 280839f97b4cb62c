import {
  memo,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { isWeekend, type Day } from '../../shared/calendar/day.ts';
import { useToday } from '../lib/session.ts';
import { blockText, readBlock, type Range, type Spot } from './grid-text.ts';
import type { FootRow, GridHoliday, GridRow, TotalHead } from './month-grid.ts';
import { followSpot, moveByKey } from './month-grid-moves.ts';
import { MonthGridFoot, MonthGridFrames, MonthGridHead } from './MonthGridEdges.tsx';
import { MonthGridRow } from './MonthGridRow.tsx';
import styles from './MonthGrid.module.css';
import { useSelected, type MonthSelection } from './use-month-selection.ts';

type Props = {
  readonly label: string;
  readonly nameHead: string;
  readonly days: readonly Day[];
  readonly holidays: readonly GridHoliday[];
  readonly rows: readonly GridRow[];
  readonly totalHeads: readonly TotalHead[];
  readonly feet?: readonly FootRow[];
  /** The most that the grid may take; people scroll inside, heads and feet stay. */
  readonly height?: string;
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
 * and feet that keep their identity are not drawn again; the selection is a frame over the cells.
 */
export function MonthGrid(props: Props) {
  const { label, nameHead, days, holidays, rows, totalHeads, feet = noFeet, height, selection } = props;
  const { spot, range } = useSelected(selection);
  // What screen readers are told of a large selection may come a moment after its frame.
  const told = useDeferredValue(range);
  const today = useToday();
  const id = useId();
  const dragging = useRef(false);
  const own = useRef<HTMLDivElement>(null);
  const grid = props.grid ?? own;
  const free = useMemo(() => freeDays(days, holidays), [days, holidays]);

  useEffect(
    () => selection.subscribe(() => grid.current && followSpot(grid.current, selection.current().spot)),
    [selection, grid],
  );
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

  const size = { rows: rows.length, columns: days.length };
  const onKeyDown = (event: KeyboardEvent) => {
    if (moveByKey(event, selection, size) || props.onKey(event)) event.preventDefault();
  };
  const copied = () =>
    blockText(
      rows
        .slice(range.top, range.bottom + 1)
        .map((row) =>
          row.cells
            .slice(range.left, range.right + 1)
            .map(({ text, was }) => (was === undefined ? text : `${was}→${text}`)),
        ),
    );
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
      aria-activedescendant={rows.length > 0 ? `${id}-${spot.row}-${spot.column}` : undefined}
      tabIndex={0}
      className={styles['grid']}
      style={
        {
          '--days': days.length,
          '--totals': totalHeads.length,
          '--grid-height': height,
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
      <div role="rowgroup" className={styles['body']}>
        <Rows {...{ id, rows, days, free, told }} current={spot.row} />
        <MonthGridFrames spot={spot} range={range} />
      </div>
      {feet.length > 0 && (
        <div role="rowgroup" className={styles['feet']}>
          {feet.map((foot) => (
            <MonthGridFoot key={foot.key} foot={foot} days={days} free={free} />
          ))}
        </div>
      )}
    </div>
  );
}

type RowsProps = Pick<Props, 'rows' | 'days'> & {
  readonly id: string;
  readonly free: readonly boolean[];
  readonly told: Range;
  readonly current: number;
};

const Rows = memo(function Rows({ id, rows, days, free, told, current }: RowsProps) {
  return rows.map((row, index) => {
    const isIn = index >= told.top && index <= told.bottom;
    return (
      <MonthGridRow
        key={row.key}
        id={id}
        index={index}
        row={row}
        days={days}
        free={free}
        from={isIn ? told.left : -1}
        to={isIn ? told.right : -2}
        isCurrent={index === current}
      />
    );
  });
});

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
