import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useRem } from '../lib/type-size.ts';
import { isLocked, type CellState, type Edit, type Entered, type EntryColumn } from './entry.ts';
import styles from './EntryGrid.module.css';
import { EntryInput } from './EntryInput.tsx';
import { holds, type Spot } from './grid-text.ts';
import { useEntry } from './use-entry.ts';

type Props<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly EntryColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowTitle: (row: Row) => string;
  /** The head above the row titles. */
  readonly rowHead?: string;
  readonly titleWidth?: number;
  readonly onEdit: (edits: Edit[]) => void;
  readonly cellState?: (row: string, column: string) => CellState | undefined;
  /** What the line below the grid says of a cell that has no state to tell of. */
  readonly cellHint?: (row: string, column: string) => string | undefined;
  /** Asked at Enter; `stay` keeps the cell, so that a doubtful text is looked at and confirmed by a second Enter. */
  readonly onEnter?: (entered: Entered) => 'stay' | 'go';
  readonly enterGoes?: 'down' | 'right';
  /** 28 px rows instead of 36. */
  readonly dense?: boolean;
  /** A CSS height; without one the grid fills the page. */
  readonly height?: string;
};

/** A sheet to type in, with the keys of Excel and WPS; what is typed is handed up cell by cell, and each cell shows how it fared. */
export function EntryGrid<Row>(props: Props<Row>) {
  const {
    label,
    rows,
    columns,
    rowKey,
    rowTitle,
    rowHead = '',
    titleWidth = 112,
    cellState,
    dense = false,
  } = props;
  const { t } = useTranslation();
  const rem = useRem();
  const noteId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  /** The cell that is to have the focus. By place: a redraw before the move is drawn must not give it to the old one. */
  const wanted = useRef<Spot | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (dense ? 1.75 : 2.25) * rem,
    overscan: 6,
  });
  const entry = useEntry({
    rows,
    columns,
    rowKey,
    onEdit: props.onEdit,
    onEnter: props.onEnter,
    enterGoes: props.enterGoes,
    onMove: (next) => {
      wanted.current = next;
      virtual.scrollToIndex(next.row);
    },
  });
  const { spot, range } = entry;
  useEffect(() => {
    if (!wanted.current) return;
    const { row, column } = wanted.current;
    const input = scroller.current?.querySelector<HTMLElement>(`[data-entry="${row} ${column}"]`);
    if (!input) return;
    wanted.current = null;
    input.focus({ preventScroll: true });
    input.closest('[role=gridcell]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const currentRow = rows[spot.row];
  const currentColumn = columns[spot.column];
  const [rowHere, columnHere] = [
    currentRow === undefined ? '' : rowKey(currentRow),
    currentColumn?.key ?? '',
  ];
  const current = cellState?.(rowHere, columnHere);
  const marks = {
    saved: t(($) => $.kit.cellSaved),
    saving: t(($) => $.kit.cellSaving),
    doubtful: t(($) => $.kit.cellDoubtful),
    refused: t(($) => $.kit.cellRefused),
  };
  const tracks = [titleWidth, ...columns.map(({ width }) => width ?? 88)].map((width) => `${width / 16}rem`);
  const frame = { '--tracks': tracks.join(' ') } as CSSProperties;

  return (
    <div className={styles['box']} style={{ ...frame, ...(props.height ? { height: props.height } : {}) }}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        className={styles['scroller']}
      >
        <div role="rowgroup" className={styles['head']}>
          <div role="row" aria-rowindex={1} className={styles['line']}>
            <div role="columnheader" className={styles['corner']}>
              {rowHead}
            </div>
            {columns.map(({ key, title, hint, quiet }) => (
              <div key={key} role="columnheader" className={styles['headCell']} data-quiet={quiet}>
                {title}
                {hint && <span className={styles['headHint']}>{hint}</span>}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                className={styles['row']}
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                <div role="rowheader" className={styles['title']}>
                  {rowTitle(row)}
                </div>
                {columns.map((column, place) => {
                  const here = spot.row === index && spot.column === place;
                  const state = cellState?.(key, column.key);
                  const aside = column.aside?.(row);
                  return (
                    <div
                      key={column.key}
                      role="gridcell"
                      aria-selected={holds(range, index, place)}
                      tabIndex={-1}
                      data-readonly={isLocked(column, row)}
                      className={styles['cell']}
                      data-align={column.align}
                      data-state={state?.state}
                      data-quiet={column.quiet}
                      data-here={here}
                      data-aside={Boolean(aside)}
                      onMouseDown={(event) => {
                        if (event.button !== 0 || (here && entry.mode !== 'ready')) return;
                        event.preventDefault();
                        entry.commit();
                        entry.moveTo(index, place, event.shiftKey);
                      }}
                      onMouseEnter={(event) => {
                        if (event.buttons === 1) entry.moveTo(index, place, true);
                      }}
                      onDoubleClick={entry.change}
                    >
                      <span className={styles['text']}>{column.value(row)}</span>
                      {aside && <span className={styles['aside']}>{aside}</span>}
                      {state && <span className={styles['mark']} title={marks[state.state]} aria-hidden />}
                      {here && (
                        <EntryInput
                          entry={entry}
                          column={column}
                          text={column.value(row)}
                          name={`${rowTitle(row)} ${column.title}`}
                          state={state ? marks[state.state] : undefined}
                          noteId={noteId}
                          locked={isLocked(column, row)}
                          size={{ rows: rows.length, columns: columns.length }}
                        />
                      )}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
      <p id={noteId} className={styles['note']} data-state={current?.state} role="status">
        {current
          ? `${marks[current.state]}${current.reason ? ` · ${current.reason}` : ''}`
          : (props.cellHint?.(rowHere, columnHere) ?? t(($) => $.kit.gridHelp))}
      </p>
    </div>
  );
}
