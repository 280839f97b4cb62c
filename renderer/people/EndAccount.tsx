import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fill } from '../../shared/messages/fill.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import type { Account } from './account.ts';
import styles from './Doorway.module.css';

type Props = { readonly account: Account; readonly done: () => void };

/** Closes an account for good, with the reason; whatever it recorded stays. */
export function EndAccount({ account: { id, name }, done }: Props) {
  const words = useWords();
  const texts = words.people.accounts;
  const end = useCommand(api.people.endAccount, {
    notify: false,
    done: () => {
      announce(fill(texts.endDone, { name }));
      done();
    },
  });
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? words.people.setUp.missing : null) },
  });
  return (
    <form
      className={styles['part']}
      noValidate
      onSubmit={form.onSubmit(({ reason }) => void end.run({ id, reason: reason.trim() }))}
    >
      <h3 className={styles['partTitle']}>{fill(texts.endTitle, { name })}</h3>
      <p className={styles['intro']}>{texts.endWhy}</p>
      <TextInput
        label={texts.endReason}
        description={texts.endReasonHint}
        maxLength={200}
        {...form.getInputProps('reason')}
      />
      <RefusalNotice refusal={end.refusal} />
      <div className={styles['acts']}>
        <Button type="submit" variant="outline" color="brick" loading={end.running}>
          {texts.end}
        </Button>
      </div>
    </form>
  );
}
