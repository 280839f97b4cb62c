import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fill } from '../../shared/messages/fill.ts';
import { LEAST_PASSWORD } from '../../shared/people/password.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import type { Account } from './account.ts';
import styles from './Doorway.module.css';
import { againFault, PasswordPair, passwordFault } from './PasswordPair.tsx';

type Props = { readonly account: Account; readonly done: () => void };

/** For somebody who forgot: the director types a new password and tells it in person. */
export function ResetPassword({ account: { id, name }, done }: Props) {
  const words = useWords();
  const texts = words.people.accounts;
  const reset = useCommand(api.people.resetPassword, {
    notify: false,
    done: () => {
      announce(fill(texts.resetDone, { name }));
      done();
    },
  });
  const form = useForm({
    initialValues: { password: '', again: '' },
    validate: {
      password: (password) => passwordFault(password, words),
      again: (again, { password }) => againFault(again, password, words),
    },
  });
  return (
    <form
      className={styles['part']}
      noValidate
      onSubmit={form.onSubmit(({ password }) => void reset.run({ id, password }))}
    >
      <h3 className={styles['partTitle']}>{fill(texts.resetTitle, { name })}</h3>
      <PasswordPair
        label={words.people.recover.password}
        againLabel={words.people.recover.again}
        hint={fill(texts.firstPasswordHint, { least: LEAST_PASSWORD })}
        password={form.getInputProps('password')}
        again={form.getInputProps('again')}
      />
      <RefusalNotice refusal={reset.refusal} />
      <div className={styles['acts']}>
        <Button type="submit" variant="default" loading={reset.running}>
          {texts.reset}
        </Button>
      </div>
    </form>
  );
}
