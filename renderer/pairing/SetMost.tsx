import { Button, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from '../residents/residents.module.css';

type Props = { readonly most: number; readonly close: () => void };

/** How many residents one caregiver may answer for in this centre. */
export function SetMost({ most, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().pairing;
  const [value, setValue] = useState<number | string>(most);
  const set = useCommand(api.pairing.setMost, {
    notify: false,
    done: () => {
      announce(t(($) => $.pairing.mostSaved, { most: value }));
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={texts.mostTitle}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void set.run({ most: Number(value) });
        }}
      >
        <NumberInput
          label={texts.mostLabel}
          description={texts.mostHint}
          data-autofocus
          min={1}
          max={10}
          allowDecimal={false}
          value={value}
          onChange={setValue}
        />
        <RefusalNotice refusal={set.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" loading={set.running}>
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
