import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Month } from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import styles from './attendance.module.css';

/** Opens a closed month again, for a reason. */
export function ReopenForm({ month, close }: { readonly month: Month; readonly close: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const reopen = useCommand(api.attendance.reopen, { notify: false, done: close });
  return (
    <Modal
      opened
      onClose={close}
      title={t(($) => $.attendance.reopenTitle, { month: monthText(month, language) })}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          void reopen.run({ month, reason: reason.trim() });
        }}
      >
        <TextInput
          label={t(($) => $.attendance.reason)}
          required
          data-autofocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNotice refusal={reopen.refusal} />
        <Button type="submit" loading={reopen.running} disabled={reason.trim() === ''}>
          {t(($) => $.attendance.reopen)}
        </Button>
      </form>
    </Modal>
  );
}
