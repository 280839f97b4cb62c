import { useEffect, useId, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { isWeekend, type Day } from '../../shared/calendar/day.ts';
import { shortWeekdayText, weekdayText } from '../../shared/messages/day-words.ts';
import { useLanguage } from '../lib/language.ts';
import { useToday } from '../lib/session.ts';
import { blockText, readBlock, type Spot } from './grid-text.ts';
import { MonthGridRow } from './MonthGridRow.tsx';
import type { FootRow, GridHoliday, GridRow, TotalHead } from './month-grid.ts';
import styles from './MonthGrid.module.css';
import type { MonthSelection } from './use-month-selection.ts';

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
  readonly onPaste: (block: readonly (readonly string[])[]) => void;
};

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** People by days of a month: one letter a cell, moved in by arrows, selected with Shift or the mouse, totals at the edge. */
export function MonthGrid(props: Props) {
  const {
    label,
    nameHead,
    days,
    holidays,
    rows,
    totalHeads,
    feet = [],
    height,
    selection,
    onKey,
    onPaste,
  } = props;
  const { spot, range, place, move } = selection;
  const language = useLanguage();
  const today = useToday();
  const id = useId();
  const dragging = useRef(false);
  const grid = useRef<HTMLDivElement>(null);
  const holidayOf = new Map(holidays.map((holiday) => [holiday.day, holiday]));
  const isFree = (day: Day) => (holidayOf.has(day) ? holidayOf.get(day)?.kind !== 'work' : isWeekend(day));
  const free = days.map(isFree);

  useEffect(() => {
    if (document.activeElement !== grid.current) return;
    document
      .getElementById(`${id}-${spot.row}-${spot.column}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id, spot.row, spot.column]);
  useEffect(() => {
    const end = () => (dragging.current = false);
    window.addEventListener('mouseup', end);
    return () => window.removeEventListener('mouseup', end);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = moves[event.key];
    if (step) move(step[0], step[1], event.shiftKey);
    else if (event.key === 'Home') place({ row: spot.row, column: 0 }, event.shiftKey);
    else if (event.key === 'End') place({ row: spot.row, column: days.length - 1 }, event.shiftKey);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      place({ row: 0, column: 0 }, false);
      place({ row: rows.length - 1, column: days.length - 1 }, true);
    } else if (!onKey(event)) return;
    event.preventDefault();
  };
  const copied = () =>
    blockText(
      rows
        .slice(range.top, range.bottom + 1)
        .map((row) => row.cells.slice(range.left, range.right + 1).map((cell) => cell.text)),
    );

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={`${id}-${spot.row}-${spot.column}`}
      tabIndex={0}
      className={styles['grid']}
      style={
        {
          '--days': days.length,
          '--totals': totalHeads.length,
          '--feet': feet.length,
          '--grid-height': height,
        } as CSSProperties
      }
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        const under = spotUnder(event);
        if (!under || event.button !== 0) return;
        dragging.current = true;
        place(under, event.shiftKey);
      }}
      onMouseMove={(event) => {
        const under = dragging.current ? spotUnder(event) : null;
        if (under) place(under, true);
      }}
      onCopy={(event) => {
        event.clipboardData.setData('text/plain', copied());
        event.preventDefault();
      }}
      onPaste={(event) => {
        onPaste(readBlock(event.clipboardData.getData('text/plain')));
        event.preventDefault();
      }}
    >
      <div role="row" className={styles['head']}>
        <div role="columnheader" className={styles['nameHead']}>
          {nameHead}
        </div>
        {days.map((day, column) => {
          const holiday = holidayOf.get(day);
          const name = holiday && holiday.kind !== 'work' ? holiday.name : null;
          return (
            <div
              key={day}
              role="columnheader"
              className={styles['dayHead']}
              data-free={free[column]}
              data-statutory={holiday?.kind === 'statutory'}
              data-today={day === today}
              aria-label={`${Number(day.slice(8))} ${weekdayText(day, language)} ${name ?? ''}`}
              title={holiday ? `${holiday.name}` : undefined}
            >
              <span>{Number(day.slice(8))}</span>
              <small>
                {name ? (language === 'zh-CN' ? name.slice(0, 1) : '★') : shortWeekdayText(day, language)}
              </small>
            </div>
          );
        })}
        {totalHeads.map((head) => (
          <div key={head.key} role="columnheader" className={styles['totalHead']} title={head.hint}>
            <span aria-hidden>{head.title}</span>
            <span className="nt-only-read">{head.hint}</span>
          </div>
        ))}
      </div>
      {rows.map((row, index) => {
        const isIn = index >= range.top && index <= range.bottom;
        return (
          <MonthGridRow
            key={row.key}
            id={id}
            index={index}
            row={row}
            days={days}
            free={free}
            from={isIn ? range.left : -1}
            to={isIn ? range.right : -2}
            cursor={spot.row === index ? spot.column : -1}
          />
        );
      })}
      {feet.length > 0 && (
        <div role="rowgroup" className={styles['feet']}>
          {feet.map((foot) => (
            <div role="row" key={foot.key} className={styles['foot']}>
              <div role="rowheader" className={styles['name']}>
                {foot.name}
              </div>
              {foot.cells.map((cell, column) => (
                <div
                  key={days[column]}
                  role="gridcell"
                  className={styles['footCell']}
                  data-mark={cell.mark ?? undefined}
                  data-free={free[column]}
                  aria-label={cell.label}
                  title={cell.label}
                >
                  {cell.text}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** The cell under the pointer. */
function spotUnder(event: MouseEvent): Spot | null {
  const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null;
  if (!(cell instanceof HTMLElement)) return null;
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
