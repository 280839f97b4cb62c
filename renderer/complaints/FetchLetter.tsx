import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LETTER_NUMBER, letterNumberIn } from '../../shared/complaints/letter-number.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { saveFile } from '../lib/bytes.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './complaints.module.css';

/** A sealed letter taken out once more by its number. */
export function FetchLetter() {
  const { t } = useTranslation();
  const words = useWords().complaints.fetch;
  const [opened, { open, close }] = useDisclosure(false);
  const [typed, setTyped] = useState('');
  const fetched = useCommand(api.complaints.letters.fetch, {
    notify: false,
    saves: false,
    refresh: false,
    done: (file) => {
      saveFile(file);
      announce(words.saved);
      setTyped('');
      close();
    },
  });
  const isWhole = LETTER_NUMBER.test(letterNumberIn(typed));
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={open}>
        {words.open}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={words.title}
        closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
      >
        <form
          className={styles['stack']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isWhole) void fetched.run({ letterNumber: typed });
          }}
        >
          <TextInput
            label={words.number}
            required
            data-autofocus
            autoComplete="off"
            inputMode="numeric"
            maxLength={30}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <RefusalNotice refusal={fetched.refusal} />
          <div className={styles['acts']}>
            <Button type="submit" disabled={!isWhole} loading={fetched.running}>
              {words.act}
            </Button>
            <Button variant="default" onClick={close}>
              {t(($) => $.kit.cancel)}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
