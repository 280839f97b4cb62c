import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LedgerChange, LedgerPreview } from '../../shared/ledger/contract.ts';
import styles from './ledger.module.css';

type Props = {
  readonly edited: LedgerPreview['edited'];
  readonly change: (changes: readonly LedgerChange[]) => void;
};

/** What the user wrote over, each to be taken back. */
export function EditedList({ edited, change }: Props) {
  const { t } = useTranslation();
  if (edited.length === 0) return null;
  return (
    <section aria-labelledby="edited-cells">
      <h2 id="edited-cells" className={styles['heading']}>
        {t(($) => $.ledger.report.ownMends)}
      </h2>
      <ul className={styles['edited']}>
        {edited.map(({ sheet, row, column, field, before, after }, index) => {
          const place = row === 0 ? sheet : `${sheet} ${t(($) => $.ledger.rowNumber, { row })} ${column}`;
          const undo: LedgerChange =
            row === 0
              ? { what: 'month', sheet, month: null }
              : { what: 'cell', sheet, row, field, text: null };
          return (
            <li key={`${sheet} ${row} ${field}`}>
              <span id={`edited-${index}`}>{place}</span>
              <span>
                <s>{before || t(($) => $.ledger.blank)}</s> → <b>{after || t(($) => $.ledger.blank)}</b>
              </span>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => change([undo])}
                aria-describedby={`edited-${index}`}
              >
                {t(($) => $.ledger.restore)}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
