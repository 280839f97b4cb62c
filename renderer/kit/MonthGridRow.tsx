import { memo } from 'react';
import type { Day } from '../../shared/calendar/day.ts';
import { isLong, signOf, type GridRow } from './month-grid.ts';
import styles from './MonthGrid.module.css';

type Props = {
  readonly id: string;
  readonly index: number;
  readonly row: GridRow;
  readonly days: readonly Day[];
  readonly free: readonly boolean[];
};

/** One person's month. */
export const MonthGridRow = memo(
  function MonthGridRow({ id, index, row, days, free }: Props) {
    return (
      <div role="row" className={styles['row']}>
        <div
          role="rowheader"
          className={styles['name']}
          title={row.name}
          data-long={isLong(row.name) || undefined}
          data-row={index}
          data-column={-1}
        >
          {row.name}
        </div>
        {row.cells.map((cell, column) => (
          <div
            key={days[column]}
            id={`${id}-${index}-${column}`}
            role="gridcell"
            aria-label={`${row.name} ${Number(days[column]?.slice(8))} ${cell.label}`}
            aria-selected={false}
            className={styles['cell']}
            data-row={index}
            data-column={column}
            data-ground={cell.ground ?? undefined}
            data-mark={cell.mark ?? undefined}
            data-locked={cell.locked || undefined}
            data-changed={cell.changed || undefined}
            data-was={cell.was}
            data-away={cell.away ?? undefined}
            data-free={free[column]}
          >
            {cell.text}
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
    before.index === after.index &&
    before.days === after.days &&
    before.free === after.free &&
    (before.row === after.row || signOf(before.row) === signOf(after.row)),
);
