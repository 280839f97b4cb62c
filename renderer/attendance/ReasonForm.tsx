import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useWords } from '../lib/words.ts';
import type { Exception } from './exception.ts';
import styles from './attendance.module.css';

type Props = { readonly exceptions: readonly Exception[]; readonly close: () => void };

/** Asks once for the reason of all cells that are to change. */
export function ReasonForm({ exceptions, close }: Props) {
  const { t } = useTranslation();
  const words = useWords().attendance;
  const [reason, setReason] = useState('');
  const set = useCommand(api.attendance.set, {
    notify: false,
    done: () => {
      setReason('');
      close();
    },
  });
  const kinds = [...new Set(exceptions.map(({ mark }) => words.marks[mark]))].join('、');
  return (
    <Modal
      opened={exceptions.length > 0}
      onClose={() => {
        set.clear();
        close();
      }}
      title={t(($) => $.attendance.reasonTitle)}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          void set.run({ cells: [...exceptions], reason: reason.trim() });
        }}
      >
        <p>{t(($) => $.attendance.reasonHint, { count: exceptions.length, mark: kinds })}</p>
        <TextInput
          label={t(($) => $.attendance.reason)}
          required
          data-autofocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNotice refusal={set.refusal} />
        <Button type="submit" loading={set.running} disabled={reason.trim() === ''}>
          {t(($) => $.kit.save)}
        </Button>
      </form>
    </Modal>
  );
}
