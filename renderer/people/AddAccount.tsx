import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { roles, type Role } from '../../shared/contract/permissions.ts';
import { fill } from '../../shared/messages/fill.ts';
import { LEAST_PASSWORD } from '../../shared/people/password.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './Doorway.module.css';
import { againFault, PasswordPair, passwordFault } from './PasswordPair.tsx';

export function AddAccount({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.people.accounts;
  const add = useCommand(api.people.addAccount, {
    notify: false,
    done: ({ name }) => {
      announce(fill(texts.added, { name }));
      close();
    },
  });
  const missing = (text: string) => (text.trim() === '' ? words.people.setUp.missing : null);
  const form = useForm({
    initialValues: { name: '', login: '', role: 'nurse' as Role, password: '', again: '' },
    validate: {
      name: missing,
      login: missing,
      password: (password) => passwordFault(password, words),
      again: (again, { password }) => againFault(again, password, words),
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={texts.addTitle}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={form.onSubmit(
          ({ name, login, role, password }) =>
            void add.run({ name: name.trim(), login: login.trim(), role, password }),
        )}
      >
        <div className={styles['pair']}>
          <TextInput label={texts.name} maxLength={40} data-autofocus {...form.getInputProps('name')} />
          <TextInput label={texts.login} maxLength={40} autoComplete="off" {...form.getInputProps('login')} />
        </div>
        <Radio.Group label={texts.role} {...form.getInputProps('role')}>
          {roles.map((role) => (
            <Radio
              key={role}
              mt="xs"
              value={role}
              label={words.frame.roles[role]}
              description={texts.roleHints[role]}
            />
          ))}
        </Radio.Group>
        <PasswordPair
          label={texts.firstPassword}
          againLabel={words.people.setUp.again}
          hint={fill(texts.firstPasswordHint, { least: LEAST_PASSWORD })}
          password={form.getInputProps('password')}
          again={form.getInputProps('again')}
        />
        <RefusalNotice refusal={add.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" loading={add.running}>
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
