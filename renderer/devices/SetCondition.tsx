import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceFile } from '../../shared/devices/contract.ts';
import { deviceConditions, type DeviceCondition } from '../../shared/devices/devices.ts';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from '../residents/residents.module.css';

type Props = { readonly device: DeviceFile; readonly close: () => void };

/** Says in which condition a device is now, and why. */
export function SetCondition({ device, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().devices;
  const [condition, setCondition] = useState<DeviceCondition>(device.condition);
  const [reason, setReason] = useState('');
  const set = useCommand(api.devices.setCondition, {
    notify: false,
    done: () => {
      announce(texts.conditionSet);
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t(($) => $.devices.setConditionTitle, { code: device.code, name: device.name })}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) void set.run({ deviceId: device.id, condition, reason: reason.trim() });
        }}
      >
        <Select
          label={texts.condition}
          data-autofocus
          value={condition}
          onChange={(picked) => setCondition((picked ?? device.condition) as DeviceCondition)}
          data={deviceConditions.map((value) => ({ value, label: texts.conditions[value] }))}
        />
        <TextInput
          label={texts.conditionReason}
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNotice refusal={set.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" disabled={reason.trim() === ''} loading={set.running}>
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
