import { Button, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../shared/residents/contract.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import { changesOfDraft, draftOf } from './resident-draft.ts';
import { ResidentFields } from './ResidentFields.tsx';
import styles from './residents.module.css';

type Props = { readonly file: ResidentFile; readonly close: () => void };

/** Changes facts of a file, with the reason that is kept beside what stood there before. */
export function CorrectResident({ file, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().residents;
  const form = useForm({ initialValues: draftOf(file) });
  const [reason, setReason] = useState('');
  const [certificateDiffers, setCertificateDiffers] = useState(false);
  const correct = useCommand(api.residents.correct, {
    notify: false,
    done: () => {
      announce(texts.corrected);
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      size="56rem"
      yOffset="2vh"
      title={t(($) => $.residents.correctTitle, { name: file.name })}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={form.onSubmit((draft) => {
          const changes = changesOfDraft(draft, file);
          void correct.run({ id: file.id, changes, certificateDiffers, reason });
        })}
      >
        <ResidentFields
          form={form}
          certificateDiffers={certificateDiffers}
          onCertificateDiffers={setCertificateDiffers}
        />
        <TextInput
          label={texts.correctReason}
          description={texts.correctReasonHint}
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNotice refusal={correct.refusal} />
        <div className={`${styles['acts']} ${styles['longForm']}`}>
          <Button type="submit" loading={correct.running}>
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
