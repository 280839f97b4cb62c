import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerChange } from '../../shared/ledger/contract.ts';
import type { Doubt } from './doubt.ts';
import { DoubtDecision } from './DoubtDecision.tsx';
import { DoubtMend } from './DoubtMend.tsx';
import styles from './ledger.module.css';

type Props = {
  readonly doubt: Doubt;
  readonly mayBeProvisional: boolean;
  readonly change: (changes: readonly LedgerChange[]) => void;
  /** The user typed what is right and goes on to the next one. */
  readonly onMended: () => void;
};

/** One doubtful cell: where it stands, what is wrong, and the ways to settle it. */
export function DoubtRow({ doubt, mayBeProvisional, change, onMended }: Props) {
  const { t } = useTranslation();
  const placeId = useId();
  const { sheet, row, column, field, kind, raw, effect, other, state } = doubt;
  // Of somebody who is in the house already there is nothing to mend here: the record stays, the difference is named.
  const isKnown = state === 'already';
  const isOpen = state === 'doubtful' || state === 'new';
  const reason = t(($) => $.ledger.faults[kind]);
  return (
    <div role="listitem" className={styles['doubt']} data-decided={!isOpen}>
      <div className={styles['place']} id={placeId}>
        <strong>{column}</strong>
        <span>
          {sheet} · {t(($) => $.ledger.rowNumber, { row })}
        </span>
      </div>
      <div className={styles['why']}>
        <mark className={styles['raw']}>{raw.trim() === '' ? t(($) => $.ledger.blank) : raw}</mark>
        <span>{other === '' ? reason : t(($) => $.ledger.withFact, { text: reason, fact: other })}</span>
        {effect === 'cell' && !isKnown && <small>{t(($) => $.ledger.cellOnly)}</small>}
      </div>
      {isKnown ? (
        <span />
      ) : (
        <DoubtMend
          doubt={doubt}
          placeId={placeId}
          onWrite={(text) => change([{ what: 'cell', sheet, row, field, text }])}
          onMended={onMended}
        />
      )}
      <DoubtDecision
        doubt={doubt}
        placeId={placeId}
        mayBeProvisional={mayBeProvisional}
        onDecide={(decision) => change([{ what: 'row', sheet, row, decision }])}
      />
    </div>
  );
}
