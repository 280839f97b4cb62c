import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedOnBoard } from '../../shared/beds/contract.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './beds.module.css';

type Props = { readonly bed: BedOnBoard; readonly back: () => void; readonly close: () => void };

/** Takes an empty bed out of use, with the reason. */
export function RetireBed({ bed, back, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().beds;
  const [reason, setReason] = useState('');
  const retire = useCommand(api.beds.retire, {
    notify: false,
    done: () => {
      announce(t(($) => $.beds.retired, { bed: bed.label }));
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t(($) => $.beds.retireTitle, { bed: bed.label })}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) void retire.run({ bedId: bed.id, reason: reason.trim() });
        }}
      >
        <TextInput
          label={texts.retireReason}
          required
          data-autofocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNotice refusal={retire.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" color="brick" disabled={reason.trim() === ''} loading={retire.running}>
            {texts.retire}
          </Button>
          <Button variant="default" onClick={back}>
            {t(($) => $.kit.back)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
