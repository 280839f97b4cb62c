import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthRow } from '../../shared/health/contract.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './checkups.module.css';
import { ReasonField } from './ReasonField.tsx';

type Props = { readonly row: MonthRow; readonly onDone: () => void; readonly onBack: () => void };

/** Takes a row back that should not be there; it stays readable. */
export function WithdrawForm({ row, onDone, onBack }: Props) {
  const { t } = useTranslation();
  const words = useWords().checkups;
  const [reason, setReason] = useState('');
  const withdraw = useCommand(api.checkups.withdraw, {
    notify: false,
    done: () => {
      announce(words.withdrawn);
      onDone();
    },
  });
  return (
    <form
      className={styles['column']}
      onSubmit={(event) => {
        event.preventDefault();
        void withdraw.run({ id: row.id, reason });
      }}
    >
      <p className={styles['hint']}>{words.withdrawHint}</p>
      <ReasonField
        label={words.reason}
        value={reason}
        onChange={setReason}
        usual={[words.withdrawReasons.person, words.withdrawReasons.day]}
      />
      <RefusalNotice refusal={withdraw.refusal} />
      <div className={styles['acts']}>
        <Button variant="default" onClick={onBack}>
          {t(($) => $.kit.cancel)}
        </Button>
        <Button type="submit" color="brick" disabled={reason.trim() === ''} loading={withdraw.running}>
          {words.withdraw}
        </Button>
      </div>
    </form>
  );
}
