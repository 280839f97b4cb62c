import { Button, Modal, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import type { DeviceFile } from '../../shared/devices/contract.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from '../residents/residents.module.css';
import { personChoices, personFilter } from '../residents/person-choices.ts';

type Props = { readonly device: DeviceFile; readonly close: () => void };

/** Gives a device to a resident. */
export function IssueDevice({ device, close }: Props) {
  const { t } = useTranslation();
  const texts = useWords().devices;
  const today = useToday();
  const residents = useQuery(requests.residents.list.queryOptions({ input: {} }));
  const people = (residents.data ?? []).map((line) => ({ ...line, bed: line.bed?.label ?? null }));
  const [residentId, setResidentId] = useState<string | null>(null);
  const [on, setOn] = useState<Day | null>(today);
  const issue = useCommand(api.devices.issue, {
    notify: false,
    done: () => {
      const name = residents.data?.find(({ id }) => id === residentId)?.name ?? '';
      announce(t(($) => $.devices.issued, { name }));
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t(($) => $.devices.issueTitle, { code: device.code, name: device.name })}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (residentId !== null && on !== null) void issue.run({ deviceId: device.id, residentId, on });
        }}
      >
        <Select
          label={texts.issueTo}
          searchable
          data-autofocus
          value={residentId}
          onChange={setResidentId}
          data={personChoices(people)}
          filter={personFilter(people)}
        />
        <DayInput label={texts.issueOn} value={on} onChange={setOn} />
        <RefusalNotice refusal={issue.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" disabled={residentId === null || on === null} loading={issue.running}>
            {texts.issue}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
