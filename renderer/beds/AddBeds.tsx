import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './beds.module.css';

/** Adds the beds of one room; a double room unless something else is said (双人间, S003). */
export function AddBeds({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const texts = useWords().beds;
  const board = useQuery(requests.beds.board.queryOptions({ input: {} }));
  const form = useForm({ initialValues: { room: '', count: 2, first: 1, zoneId: null as string | null } });
  const add = useCommand(api.beds.add, {
    notify: false,
    done: ({ ids }) => {
      announce(t(($) => $.beds.added, { room: form.values.room.trim(), count: ids.length }));
      close();
    },
  });
  const zones = board.data?.zones ?? [];
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
        onSubmit={form.onSubmit(({ room, count, first, zoneId }) => {
          const numbers = Array.from({ length: count }, (_, index) => first + index);
          void add.run({ room: room.trim(), numbers, zoneId });
        })}
      >
        <TextInput
          label={texts.room}
          description={texts.roomHint}
          required
          data-autofocus
          maxLength={12}
          {...form.getInputProps('room')}
        />
        <div className={styles['pair']}>
          <NumberInput
            label={texts.howMany}
            min={1}
            max={20}
            allowDecimal={false}
            {...form.getInputProps('count')}
          />
          <NumberInput
            label={texts.firstNumber}
            min={1}
            max={80}
            allowDecimal={false}
            {...form.getInputProps('first')}
          />
        </div>
        {zones.length > 0 && (
          <Select
            label={texts.zone}
            clearable
            placeholder={texts.noZone}
            data={zones.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('zoneId')}
          />
        )}
        <RefusalNotice refusal={add.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" disabled={form.values.room.trim() === ''} loading={add.running}>
            {texts.add}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
