import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from '../residents/residents.module.css';
import { emptyDraft, factsOf } from './caregiver-draft.ts';
import { CaregiverFields } from './CaregiverFields.tsx';

/** Enters a caregiver. Pay and bank card follow under payroll. */
export function AddCaregiver({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const texts = useWords().caregivers;
  const form = useForm({ initialValues: emptyDraft(useToday()) });
  const facts = factsOf(form.values);
  const add = useCommand(api.caregivers.add, {
    notify: false,
    done: () => {
      announce(t(($) => $.caregivers.added, { name: form.values.name.trim() }));
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      size="56rem"
      yOffset="2vh"
      title={texts.add}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={form.onSubmit(() => {
          if (facts) void add.run(facts);
        })}
      >
        <CaregiverFields form={form} />
        <RefusalNotice refusal={add.refusal} />
        <div className={`${styles['acts']} ${styles['longForm']}`}>
          <Button type="submit" disabled={facts === null} loading={add.running}>
            {texts.add}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
