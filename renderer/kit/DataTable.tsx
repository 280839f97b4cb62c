import { Button } from '@mantine/core';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.ts';
import { announce, announceRefusal } from '../lib/failure.ts';
import { useRem } from '../lib/type-size.ts';
import { EmptyState } from './EmptyState.tsx';
import styles from './DataTable.module.css';
import { FilterRow, HeadRow } from './DataTableHead.tsx';
import { arrange, leastWidthOf, tableText, tracksOf, type Column, type Filters, type Sort } from './table.ts';

type Props<Row> = {
  /** What the table holds, for screen readers. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Enter, or a click. */
  readonly onOpen?: (row: Row) => void;
  /** The row whose panel is open. */
  readonly openKey?: string | null;
  /** Shown when there is no row at all. */
  readonly empty?: ReactNode;
  readonly sortBy?: Sort;
  /** A CSS height; without one the table fills the page. */
  readonly height?: string;
  /** More on the line with the count: search, buttons. */
  readonly tools?: ReactNode;
};

/** A list: virtual, sorted by its heads, filtered by a row below them, totalled at the foot, copied whole to Excel or WPS. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, rows, columns, rowKey, onOpen, openKey, empty, sortBy, tools } = props;
  const { t } = useTranslation();
  const [sort, setSort] = useState<Sort | null>(sortBy ?? null);
  const [filters, setFilters] = useState<Filters>({});
  const [current, setCurrent] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const rem = useRem();
  const shown = useMemo(() => arrange(rows, columns, filters, sort), [rows, columns, filters, sort]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 2.25 * rem,
    overscan: 8,
  });

  if (rows.length === 0 && empty) return empty;

  const filtering = Object.values(filters).some(Boolean);
  const place = Math.min(current, shown.length - 1);
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, index));
    setCurrent(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true }),
    );
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tableText(shown, columns));
      announce(t(($) => $.kit.copied, { count: shown.length }));
      // What goes to another program is written down like a file that leaves.
      api.audit.copied({ table: label, rows: shown.length }).catch(announceRefusal);
    } catch {
      announce(t(($) => $.kit.copyRefused));
    }
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: place + 12,
      PageUp: place - 12,
      Home: 0,
      End: shown.length - 1,
    };
    const row = shown[place];
    const target = steps[event.key];
    if ((event.ctrlKey || event.metaKey) && event.key === 'c' && !window.getSelection()?.toString())
      void copy();
    else if (event.target !== event.currentTarget) return;
    else if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && onOpen && row) onOpen(row);
    else return;
    event.preventDefault();
  };
  const frame = { '--tracks': tracksOf(columns), '--least': leastWidthOf(columns) } as CSSProperties;

  return (
    <div className={styles['box']} style={{ ...frame, ...(props.height ? { height: props.height } : {}) }}>
      <div className={styles['tools']}>
        {tools}
        <span className={styles['count']} role="status">
          {filtering
            ? t(($) => $.kit.sumFiltered, { count: shown.length, total: rows.length })
            : t(($) => $.kit.sum, { count: rows.length })}
        </span>
        {filtering && (
          <Button size="compact-sm" variant="subtle" onClick={() => setFilters({})}>
            {t(($) => $.kit.clearFilters)}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCopy size="1rem" aria-hidden />}
          onClick={() => void copy()}
        >
          {t(($) => $.kit.copyTable)}
        </Button>
      </div>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length}
        className={styles['scroller']}
      >
        <div role="rowgroup" className={styles['head']}>
          <HeadRow columns={columns} sort={sort} onSort={setSort} />
          <FilterRow rows={rows} columns={columns} filters={filters} onFilter={setFilters} />
        </div>
        <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = shown[index];
            if (row === undefined) return null;
            return (
              <div
                key={rowKey(row)}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={openKey === undefined ? undefined : rowKey(row) === openKey}
                data-index={index}
                data-opens={onOpen !== undefined}
                tabIndex={index === place ? 0 : -1}
                className={styles['row']}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onFocus={() => setCurrent(index)}
                onKeyDown={press}
                onClick={() => onOpen?.(row)}
              >
                {columns.map((column) => (
                  <div key={column.key} role="gridcell" className={styles['cell']} data-align={column.align}>
                    {column.cell ? column.cell(row) : (column.value(row) ?? t(($) => $.kit.none))}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        {shown.length === 0 && (
          <EmptyState title={t(($) => $.kit.noMatch)} hint={t(($) => $.kit.noMatchHint)} />
        )}
        {columns.some((column) => column.total) && shown.length > 0 && (
          <div role="rowgroup" className={styles['foot']}>
            <div role="row" className={styles['totals']}>
              {columns.map((column, index) => (
                <div key={column.key} role="gridcell" className={styles['cell']} data-align={column.align}>
                  {column.total?.(shown) ?? (index === 0 ? t(($) => $.kit.total) : '')}
                </div>
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
