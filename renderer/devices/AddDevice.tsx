import { Autocomplete, Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { deviceSources, type DeviceSource } from '../../shared/devices/devices.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from '../residents/residents.module.css';

/** Enters a device into the register. */
export function AddDevice({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const texts = useWords().devices;
  const form = useForm({
    initialValues: {
      code: '',
      name: '',
      model: '',
      quantity: 1,
      source: 'federation' as DeviceSource,
      receivedOn: null as Day | null,
      note: '',
    },
  });
  const add = useCommand(api.devices.add, {
    notify: false,
    done: () => {
      announce(t(($) => $.devices.added, { code: form.values.code.trim() }));
      close();
    },
  });
  const { code, name } = form.values;
  return (
    <Modal
      opened
      onClose={close}
      size="44rem"
      title={texts.add}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form className={styles['form']} noValidate onSubmit={form.onSubmit((facts) => void add.run(facts))}>
        <div className={styles['fields']}>
          <TextInput
            label={texts.code}
            required
            data-autofocus
            maxLength={40}
            {...form.getInputProps('code')}
          />
          <Autocomplete
            label={texts.name}
            required
            maxLength={40}
            data={Object.values(texts.suggestions)}
            {...form.getInputProps('name')}
          />
          <TextInput label={texts.model} maxLength={40} {...form.getInputProps('model')} />
          <NumberInput
            label={texts.quantity}
            min={1}
            max={999}
            allowDecimal={false}
            {...form.getInputProps('quantity')}
          />
          <Select
            label={texts.source}
            data={deviceSources.map((value) => ({ value, label: texts.sources[value] }))}
            {...form.getInputProps('source')}
          />
          <DayInput
            label={texts.receivedOn}
            value={form.values.receivedOn}
            onChange={(picked) => form.setFieldValue('receivedOn', picked)}
          />
          <TextInput
            className={styles['whole'] ?? ''}
            label={texts.note}
            maxLength={200}
            {...form.getInputProps('note')}
          />
        </div>
        <RefusalNotice refusal={add.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" disabled={!code.trim() || !name.trim()} loading={add.running}>
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
