import { memo } from 'react';
import type { Day } from '../../shared/calendar/day.ts';
import { signOf, type CellLook, type GridRow } from './month-grid.ts';
import styles from './MonthGrid.module.css';

type Props = {
  readonly id: string;
  readonly index: number;
  readonly row: GridRow;
  readonly days: readonly Day[];
  readonly free: readonly boolean[];
  /** The selected columns of this row; from > to: none. */
  readonly from: number;
  readonly to: number;
  /** Keys go to a cell of this row. */
  readonly isCurrent: boolean;
};

/** One person's month. */
export const MonthGridRow = memo(
  function MonthGridRow({ id, index, row, days, free, from, to, isCurrent }: Props) {
    return (
      <div role="row" className={styles['row']} data-current={isCurrent || undefined}>
        <div role="rowheader" className={styles['name']} title={row.name} data-row={index} data-column={-1}>
          {row.name}
        </div>
        {row.cells.map((cell, column) => (
          <div
            key={days[column]}
            id={`${id}-${index}-${column}`}
            role="gridcell"
            aria-label={`${row.name} ${Number(days[column]?.slice(8))} ${cell.label}`}
            aria-selected={column >= from && column <= to}
            className={styles['cell']}
            data-row={index}
            data-column={column}
            data-ground={cell.ground ?? undefined}
            data-mark={cell.mark ?? undefined}
            data-locked={cell.locked || undefined}
            data-changed={cell.changed || undefined}
            data-away={cell.away ?? undefined}
            data-free={free[column]}
          >
            {textOf(cell)}
          </div>
        ))}
        {row.totals.map((total) => (
          <div
            key={total.label}
            role="gridcell"
            className={styles['total']}
            data-mark={total.mark ?? undefined}
            data-aside={total.aside}
            aria-label={total.label}
            title={total.label}
          >
            {total.text}
          </div>
        ))}
      </div>
    );
  },
  (before, after) =>
    before.from === after.from &&
    before.to === after.to &&
    before.isCurrent === after.isCurrent &&
    before.index === after.index &&
    before.days === after.days &&
    before.free === after.free &&
    (before.row === after.row || signOf(before.row) === signOf(after.row)),
);

function textOf({ text, was }: CellLook) {
  if (was === undefined) return text;
  return (
    <>
      <s>{was}</s>
      {text}
    </>
  );
}
