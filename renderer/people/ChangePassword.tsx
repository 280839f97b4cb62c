import { Button, Modal, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './Doorway.module.css';
import { againFault, PasswordPair, passwordFault } from './PasswordPair.tsx';

/** One's own password, with the present one as proof. */
export function ChangePassword({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.people.changePassword;
  const change = useCommand(api.people.changePassword, {
    notify: false,
    done: () => {
      announce(texts.done);
      close();
    },
  });
  const form = useForm({
    initialValues: { before: '', after: '', again: '' },
    validate: {
      before: (before) => (before === '' ? words.people.setUp.missing : null),
      after: (after) => passwordFault(after, words),
      again: (again, { after }) => againFault(again, after, words),
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={texts.title}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={form.onSubmit(({ before, after }) => void change.run({ before, after }))}
      >
        <PasswordInput
          label={texts.before}
          autoComplete="current-password"
          maxLength={200}
          {...form.getInputProps('before')}
        />
        <PasswordPair
          label={texts.after}
          againLabel={texts.again}
          password={form.getInputProps('after')}
          again={form.getInputProps('again')}
        />
        <RefusalNotice refusal={change.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" loading={change.running}>
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
