import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TermLine } from '../../shared/payroll/shapes.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './payroll.module.css';

/** A new bank card with the reason; the number before it is kept. Emptied: paid in cash against a signature. */
export function CardForm({ line, onDone }: { readonly line: TermLine; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const texts = useWords().payroll;
  const [card, setCard] = useState(line.bankCard);
  const [reason, setReason] = useState('');
  const save = useCommand(api.payroll.setBankCard, {
    notify: false,
    done: () => {
      announce(t(($) => $.payroll.cardSaved, { name: line.name }));
      onDone();
    },
  });
  return (
    <form
      className={styles['column']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ caregiverId: line.caregiverId, bankCard: card, reason: reason.trim() });
      }}
    >
      <TextInput
        label={texts.bankCard}
        placeholder={texts.cash}
        inputMode="numeric"
        maxLength={40}
        value={card}
        onChange={(event) => setCard(event.currentTarget.value)}
      />
      <TextInput
        label={texts.reason}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <RefusalNotice refusal={save.refusal} />
      <div className={styles['acts']}>
        <Button variant="default" onClick={onDone}>
          {texts.cancel}
        </Button>
        <Button type="submit" loading={save.running} disabled={reason.trim() === ''}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
