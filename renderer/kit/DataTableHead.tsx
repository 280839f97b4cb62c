import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { useTranslation } from 'react-i18next';
import styles from './DataTable.module.css';
import { choicesOf, type Column, type Filters, type Sort } from './table.ts';

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
};

/** A click sorts up, the next down, the third as it came. */
export function HeadRow<Row>({ columns, sort, onSort }: HeadProps<Row>) {
  const { t } = useTranslation();
  const turn = (key: string) => {
    if (sort?.key !== key) onSort({ key, down: false });
    else onSort(sort.down ? null : { key, down: true });
  };
  return (
    <div role="row" aria-rowindex={1} className={styles['heads']}>
      {columns.map(({ key, title, align }) => {
        const sorted = sort?.key === key ? (sort.down ? 'descending' : 'ascending') : 'none';
        return (
          <div
            key={key}
            role="columnheader"
            aria-sort={sorted}
            className={styles['headCell']}
            data-align={align}
          >
            <button
              type="button"
              className={styles['sort']}
              title={t(($) => $.kit.sortBy, { column: title })}
              onClick={() => turn(key)}
            >
              {title}
              {sorted === 'ascending' && <IconArrowUp size="0.875rem" aria-hidden />}
              {sorted === 'descending' && <IconArrowDown size="0.875rem" aria-hidden />}
            </button>
          </div>
        );
      })}
    </div>
  );
}

type FilterProps<Row> = {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly filters: Filters;
  readonly onFilter: (filters: Filters) => void;
};

export function FilterRow<Row>({ rows, columns, filters, onFilter }: FilterProps<Row>) {
  const { t } = useTranslation();
  if (!columns.some((column) => column.filter)) return null;
  return (
    <div role="row" className={styles['filters']}>
      {columns.map((column) => {
        const shared = {
          className: styles['filter'],
          'aria-label': t(($) => $.kit.filter, { column: column.title }),
          value: filters[column.key] ?? '',
          onChange: (event: { currentTarget: { value: string } }) =>
            onFilter({ ...filters, [column.key]: event.currentTarget.value }),
        };
        return (
          <div key={column.key} role="gridcell" className={styles['filterCell']}>
            {column.filter === 'text' && <input {...shared} placeholder={t(($) => $.kit.filterHint)} />}
            {column.filter === 'choice' && (
              <select {...shared}>
                <option value="">{t(($) => $.kit.all)}</option>
                {choicesOf(rows, column).map((choice) => (
                  <option key={choice} value={choice}>
                    {choice}
                  </option>
                ))}
              </select>
            )}
          </div>
        );
      })}
    </div>
  );
}
