import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useWords } from '../lib/words.ts';
import { Doorway } from './Doorway.tsx';
import styles from './Doorway.module.css';
import { againFault, PasswordPair, passwordFault } from './PasswordPair.tsx';

/** A new password for a director, by the code on paper. */
export function RecoverPage({ back }: { readonly back: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const recover = useCommand(api.people.recover, { notify: false, saves: false });
  const missing = (text: string) => (text.trim() === '' ? words.people.setUp.missing : null);
  const form = useForm({
    initialValues: { login: '', code: '', password: '', again: '' },
    validate: {
      login: missing,
      code: missing,
      password: (password) => passwordFault(password, words),
      again: (again, { password }) => againFault(again, password, words),
    },
  });
  return (
    <Doorway title={t(($) => $.people.recover.title)} intro={t(($) => $.people.recover.intro)}>
      <form
        className={styles['form']}
        noValidate
        onSubmit={form.onSubmit(({ login, code, password }) => void recover.run({ login, code, password }))}
      >
        <TextInput
          label={words.people.recover.login}
          autoComplete="username"
          maxLength={40}
          {...form.getInputProps('login')}
        />
        <Textarea
          label={words.people.recover.code}
          description={words.people.recover.codeHint}
          rows={4}
          maxLength={400}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('code')}
        />
        <PasswordPair
          label={words.people.recover.password}
          againLabel={words.people.recover.again}
          password={form.getInputProps('password')}
          again={form.getInputProps('again')}
        />
        <RefusalNotice refusal={recover.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" loading={recover.running}>
            {words.people.recover.submit}
          </Button>
          <Button variant="default" onClick={back}>
            {words.people.recover.back}
          </Button>
        </div>
      </form>
    </Doorway>
  );
}
