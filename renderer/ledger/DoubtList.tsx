import { Button } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerChange, LedgerPreview } from '../../shared/ledger/contract.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import type { Doubt } from './doubt.ts';
import { DoubtRow } from './DoubtRow.tsx';
import { EditedList } from './EditedList.tsx';
import styles from './ledger.module.css';

type Props = {
  readonly preview: LedgerPreview;
  readonly change: (changes: readonly LedgerChange[]) => void;
  readonly changing: boolean;
};

/** More at once is no list that anybody works through; the next ones follow as these are mended. */
const AT_ONCE = 100;

const keyOf = ({ sheet, row, field, kind, raw }: Doubt) => [sheet, row, field, kind, raw].join('\n');

/** Every doubtful cell in one list, to be worked through by keyboard: Enter mends, the arrows go to the next one. */
export function DoubtList({ preview, change, changing }: Props) {
  const { t } = useTranslation();
  const doubts = preview.faults;
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<number | null>(null);
  // A mended doubt leaves the list, and the keyboard goes on where it stood.
  useEffect(() => {
    if (next.current === null || doubts.length === 0) return;
    const fields = list.current?.querySelectorAll<HTMLInputElement>('input[data-mend]');
    fields?.[Math.min(next.current, fields.length - 1)]?.focus();
    next.current = null;
  }, [doubts]);
  const shown = doubts.slice(0, AT_ONCE);
  const proposed = doubts.filter(({ proposal, state }) => proposal !== null && state === 'doubtful');
  const mayBeProvisional = new Set(
    preview.sheets.flatMap(({ name, rows }) =>
      rows.flatMap((row) => (row.mayBeProvisional ? [`${name}\n${row.row}`] : [])),
    ),
  );
  const acceptAll = () =>
    change(
      proposed.map(({ sheet, row, field, proposal }) => ({
        what: 'cell',
        sheet,
        row,
        field,
        text: proposal?.text ?? '',
      })),
    );
  return (
    <div className={styles['doubts']}>
      {doubts.length === 0 ? (
        <EmptyState title={t(($) => $.ledger.noDoubts)} icon={IconCircleCheck} />
      ) : (
        <>
          <div className={styles['doubtsHead']}>
            <p className={styles['quiet']}>{t(($) => $.ledger.doubtsHint)}</p>
            {proposed.length > 1 && (
              <Button variant="default" size="compact-md" loading={changing} onClick={acceptAll}>
                {t(($) => $.ledger.acceptAll, { count: proposed.length })}
              </Button>
            )}
          </div>
          <div ref={list} className={styles['doubtRows']} role="list" aria-label={t(($) => $.ledger.doubts)}>
            {shown.map((doubt, index) => (
              <DoubtRow
                key={keyOf(doubt)}
                doubt={doubt}
                mayBeProvisional={mayBeProvisional.has(`${doubt.sheet}\n${doubt.row}`)}
                change={change}
                onMended={() => void (next.current = index)}
              />
            ))}
          </div>
          {doubts.length > AT_ONCE && (
            <p className={styles['quiet']}>
              {t(($) => $.ledger.moreDoubts, { count: doubts.length - AT_ONCE })}
            </p>
          )}
        </>
      )}
      <EditedList edited={preview.edited} change={change} />
    </div>
  );
}
