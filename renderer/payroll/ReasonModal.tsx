import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './payroll.module.css';

type Props = {
  readonly title: string;
  readonly text?: string;
  readonly act: string;
  readonly running: boolean;
  readonly onClose: () => void;
  readonly onAct: (reason: string) => void;
};

/** Asks for the reason that an act must carry. */
export function ReasonModal({ title, text, act, running, onClose, onAct }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}>
      <form
        className={styles['column']}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) onAct(reason.trim());
        }}
      >
        {text && <p>{text}</p>}
        <TextInput
          label={t(($) => $.payroll.reason)}
          required
          data-autofocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles['acts']}>
          <Button variant="default" onClick={onClose}>
            {t(($) => $.payroll.cancel)}
          </Button>
          <Button type="submit" loading={running} disabled={reason.trim() === ''}>
            {act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
