import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerChange, LedgerPreview } from '../../shared/ledger/contract.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import styles from './ledger.module.css';
import { moveBetweenDoubts } from './move-between.ts';
import { toneOf } from './state-tone.ts';

export type Doubt = LedgerPreview['faults'][number];

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
  const { sheet, row, column, field, kind, raw, proposal, effect, other, state } = doubt;
  const [text, setText] = useState('');
  const placeId = useId();
  const write = (written: string) => change([{ what: 'cell', sheet, row, field, text: written }]);
  const decide = (decision: 'leave-out' | 'provisional' | null) =>
    change([{ what: 'row', sheet, row, decision }]);
  const place = `${sheet} ${t(($) => $.ledger.rowNumber, { row })} ${column}`;
  const isDecided = state === 'left-out' || state === 'provisional';

  return (
    <div role="listitem" className={styles['doubt']} data-decided={isDecided}>
      <div className={styles['place']} id={placeId}>
        <strong>{column}</strong>
        <span>
          {sheet} · {t(($) => $.ledger.rowNumber, { row })}
        </span>
      </div>
      <div className={styles['why']}>
        <mark className={styles['raw']}>{raw.trim() === '' ? t(($) => $.ledger.blank) : raw}</mark>
        <span>
          {t(($) => $.ledger.faults[kind])}
          {other !== '' && `：${other}`}
        </span>
        {effect === 'cell' && <small>{t(($) => $.ledger.cellOnly)}</small>}
      </div>
      <form
        className={styles['mend']}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          onMended();
          write(text);
        }}
      >
        <TextInput
          aria-label={t(($) => $.ledger.mendCell, { place })}
          placeholder={t(($) => $.ledger.mendHint)}
          value={text}
          maxLength={500}
          data-mend
          onKeyDown={moveBetweenDoubts}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {proposal && (
          <Button
            size="compact-md"
            variant="light"
            onClick={() => write(proposal.text)}
            aria-describedby={placeId}
          >
            <span className={styles['proposal']}>
              {t(($) => $.ledger.acceptProposal)} <b>{proposal.text}</b>
              <small>{t(($) => $.ledger.proposals[proposal.why])}</small>
            </span>
          </Button>
        )}
      </form>
      <div className={styles['decide']}>
        {isDecided ? (
          <>
            <StatusBadge tone={toneOf(state)}>{t(($) => $.ledger.states[state])}</StatusBadge>
            <Button
              size="compact-md"
              variant="subtle"
              onClick={() => decide(null)}
              aria-describedby={placeId}
            >
              {t(($) => $.ledger.restore)}
            </Button>
          </>
        ) : (
          effect === 'row' && (
            <>
              {mayBeProvisional && (
                <Button
                  size="compact-md"
                  variant="default"
                  onClick={() => decide('provisional')}
                  aria-describedby={placeId}
                >
                  {t(($) => $.ledger.takeProvisional)}
                </Button>
              )}
              <Button
                size="compact-md"
                variant="default"
                onClick={() => decide('leave-out')}
                aria-describedby={placeId}
              >
                {t(($) => $.ledger.leaveOut)}
              </Button>
            </>
          )
        )}
      </div>
    </div>
  );
}
