import { Button, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fill } from '../../shared/messages/fill.ts';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';

type Props = { readonly backupDays: number; readonly drillDays: number };

/** After how long the first page speaks up. */
export function Reminders({ backupDays, drillDays }: Props) {
  const { backup: words, kit } = useWords();
  const set = useCommand(api.backup.setReminders, { done: () => announce(words.remindersDone) });
  const between = (least: number, most: number) => (value: number | string) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? null
      : fill(words.daysWrong, { least, most });
  const form = useForm({
    initialValues: { backupDays: backupDays as number | string, drillDays: drillDays as number | string },
    validate: { backupDays: between(1, 31), drillDays: between(7, 366) },
  });
  return (
    <form
      className={styles['row']}
      noValidate
      onSubmit={form.onSubmit(
        (values) =>
          void set.run({ backupDays: Number(values.backupDays), drillDays: Number(values.drillDays) }),
      )}
    >
      <NumberInput
        label={words.backupDays}
        suffix={words.daysSuffix}
        allowDecimal={false}
        allowNegative={false}
        {...form.getInputProps('backupDays')}
      />
      <NumberInput
        label={words.drillDays}
        suffix={words.daysSuffix}
        allowDecimal={false}
        allowNegative={false}
        {...form.getInputProps('drillDays')}
      />
      <Button type="submit" variant="default" loading={set.running}>
        {kit.save}
      </Button>
    </form>
  );
}
