import { Button, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaregiverFile } from '../../shared/caregivers/contract.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from '../residents/residents.module.css';
import { changesOf, draftOf, factsOf } from './caregiver-draft.ts';
import { CaregiverFields } from './CaregiverFields.tsx';

type Props = { readonly file: CaregiverFile; readonly close: () => void };

/** Changes facts of a caregiver's file, with the reason that is kept beside what stood there before. */
export function CorrectCaregiver({ file, close }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const form = useForm({ initialValues: draftOf(file) });
  const [reason, setReason] = useState('');
  const correct = useCommand(api.caregivers.correct, {
    notify: false,
    done: () => {
      announce(words.caregivers.corrected);
      close();
    },
  });
  const ready = factsOf(form.values) !== null && reason.trim() !== '';
  return (
    <Modal
      opened
      onClose={close}
      size="56rem"
      yOffset="2vh"
      title={t(($) => $.caregivers.correctTitle, { name: file.name })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={form.onSubmit((draft) => {
          if (ready)
            void correct.run({ id: file.id, changes: changesOf(draft, file), reason: reason.trim() });
        })}
      >
        <CaregiverFields form={form} />
        <TextInput
          label={words.residents.correctReason}
          description={words.residents.correctReasonHint}
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNotice refusal={correct.refusal} />
        <div className={`${styles['acts']} ${styles['longForm']}`}>
          <Button type="submit" disabled={!ready} loading={correct.running}>
            {t(($) => $.kit.save)}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
