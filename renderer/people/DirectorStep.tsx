import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { fill } from '../../shared/messages/fill.ts';
import { LEAST_PASSWORD } from '../../shared/people/password.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { useWords } from '../lib/words.ts';
import styles from './Doorway.module.css';
import { againFault, PasswordPair, passwordFault } from './PasswordPair.tsx';

type Props = {
  readonly creating: boolean;
  readonly refusal: unknown;
  readonly back: () => void;
  readonly next: (director: { login: string; name: string; password: string }) => void;
};

export function DirectorStep({ creating, refusal, back, next }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const texts = words.people.setUp;
  const form = useForm({
    initialValues: { name: '', login: '', password: '', again: '' },
    validate: {
      name: (name) => (name.trim() === '' ? texts.missing : null),
      login: (login) => (login.trim() === '' ? texts.missing : null),
      password: (password) => passwordFault(password, words),
      again: (again, { password }) => againFault(again, password, words),
    },
  });
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={form.onSubmit(({ name, login, password }) =>
        next({ name: name.trim(), login: login.trim(), password }),
      )}
    >
      <p className={styles['intro']}>{texts.directorIntro}</p>
      <div className={styles['pair']}>
        <TextInput label={texts.directorName} maxLength={40} {...form.getInputProps('name')} />
        <TextInput
          label={texts.login}
          description={texts.loginHint}
          maxLength={40}
          autoComplete="username"
          {...form.getInputProps('login')}
        />
      </div>
      <PasswordPair
        label={texts.password}
        againLabel={texts.again}
        hint={fill(texts.passwordHint, { least: LEAST_PASSWORD })}
        password={form.getInputProps('password')}
        again={form.getInputProps('again')}
      />
      <RefusalNotice refusal={refusal} />
      <div className={styles['acts']}>
        <Button type="submit" loading={creating}>
          {texts.create}
        </Button>
        <Button variant="default" disabled={creating} onClick={back}>
          {t(($) => $.kit.back)}
        </Button>
        {creating && <span role="status">{texts.creating}</span>}
      </div>
    </form>
  );
}
