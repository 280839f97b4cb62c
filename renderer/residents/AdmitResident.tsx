import { Button, Checkbox, Modal, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { emptyDraft, factsOfDraft } from './resident-draft.ts';
import { ResidentFields } from './ResidentFields.tsx';
import styles from './residents.module.css';

/** Takes a person in: the facts, a bed if one is free, and the way out when the papers are not there yet. */
export function AdmitResident({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.residents;
  const today = useToday();
  const board = useQuery(requests.beds.board.queryOptions({ input: {} }));
  const form = useForm({ initialValues: emptyDraft(today) });
  const [bedId, setBedId] = useState<string | null>(null);
  const [papersLater, setPapersLater] = useState(false);
  const [certificateDiffers, setCertificateDiffers] = useState(false);
  const admit = useCommand(api.residents.admit, {
    notify: false,
    done: ({ openDoubts }) => {
      const { name } = form.values;
      announce(
        openDoubts === 0
          ? t(($) => $.residents.admitted, { name })
          : t(($) => $.residents.admittedProvisional, { name, count: openDoubts }),
      );
      close();
    },
  });
  const freeBeds = (board.data?.beds ?? []).filter(({ occupant }) => occupant === null);
  return (
    <Modal
      opened
      onClose={close}
      size="56rem"
      yOffset="2vh"
      title={texts.admitTitle}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={form.onSubmit(
          (draft) => void admit.run({ facts: factsOfDraft(draft), papersLater, certificateDiffers, bedId }),
        )}
      >
        <ResidentFields
          form={form}
          certificateDiffers={certificateDiffers}
          onCertificateDiffers={setCertificateDiffers}
        />
        <div className={styles['fields']}>
          <Select
            label={texts.bedOptional}
            clearable
            searchable
            placeholder={freeBeds.length === 0 ? texts.noFreeBed : ''}
            value={bedId}
            onChange={setBedId}
            data={freeBeds.map(({ id, label }) => ({
              value: id,
              label: t(($) => $.beds.bedLabel, { bed: label }),
            }))}
          />
          <Checkbox
            className={styles['wide'] ?? ''}
            mt="xl"
            label={texts.papersLater}
            description={texts.papersLaterHint}
            checked={papersLater}
            onChange={(event) => setPapersLater(event.currentTarget.checked)}
          />
        </div>
        <RefusalNotice refusal={admit.refusal} />
        <div className={`${styles['acts']} ${styles['longForm']}`}>
          <Button type="submit" loading={admit.running}>
            {texts.admit}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
