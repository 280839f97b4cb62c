import { Button, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './roster.module.css';

type Props = { readonly label: string; readonly onCancel: (reason: string) => void };

/** Cancels a record: with a reason, since the record stays. */
export function CancelButton({ label, onCancel }: Props) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="brick" onClick={toggle}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === '') return;
            close();
            onCancel(reason.trim());
          }}
        >
          <TextInput
            label={t(($) => $.roster.reason)}
            required
            maxLength={200}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" color="brick" disabled={reason.trim() === ''}>
            {label}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
