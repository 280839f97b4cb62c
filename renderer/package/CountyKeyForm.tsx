import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './package.module.css';

type Props = { readonly changing: boolean; readonly close: () => void };

export function CountyKeyForm({ changing, close }: Props) {
  const texts = useWords().packages.county;
  const form = useForm({ initialValues: { recipient: '' } });
  const set = useCommand(api.package.setCountyKey, {
    notify: false,
    done: () => {
      announce(texts.saved);
      close();
    },
  });
  return (
    <form
      className={styles['keyForm']}
      noValidate
      onSubmit={form.onSubmit(
        ({ recipient }) => void set.run({ recipient: recipient.replaceAll(/\s/g, '') }),
      )}
    >
      <TextInput
        label={texts.label}
        description={texts.hint}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: styles['keyInput'] ?? '' }}
        {...form.getInputProps('recipient')}
      />
      {set.refusal !== null && <RefusalNotice refusal={set.refusal} />}
      <div className={styles['acts']}>
        <Button type="submit" disabled={form.values.recipient.trim() === ''} loading={set.running}>
          {changing ? texts.change : texts.save}
        </Button>
        {changing && (
          <Button variant="default" onClick={close}>
            {texts.keep}
          </Button>
        )}
      </div>
    </form>
  );
}
