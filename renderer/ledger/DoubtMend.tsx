import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Doubt } from './doubt.ts';
import styles from './ledger.module.css';
import { moveBetweenDoubts } from './move-between.ts';

type Props = {
  readonly doubt: Doubt;
  readonly placeId: string;
  readonly onWrite: (text: string) => void;
  readonly onMended: () => void;
};

/** What should stand in the cell: typed, or the proposal taken. */
export function DoubtMend({ doubt, placeId, onWrite, onMended }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { sheet, row, column, proposal } = doubt;
  const place = `${sheet} ${t(($) => $.ledger.rowNumber, { row })} ${column}`;
  return (
    <form
      className={styles['mend']}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        onMended();
        onWrite(text);
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
          onClick={() => onWrite(proposal.text)}
          aria-describedby={placeId}
        >
          <span className={styles['proposal']}>
            {t(($) => $.ledger.acceptProposal)} <b>{proposal.text}</b>
            <small>{t(($) => $.ledger.proposals[proposal.why])}</small>
          </span>
        </Button>
      )}
    </form>
  );
}
