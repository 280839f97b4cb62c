import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import type { PairingBoard } from '../../shared/pairing/contract.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { personChoices, personFilter } from '../residents/person-choices.ts';
import styles from '../residents/residents.module.css';

type Props = {
  readonly board: PairingBoard;
  readonly caregiverId?: string;
  readonly residentId?: string;
  readonly close: () => void;
};

/** Says who answers for a resident; caregivers with free places stand first. */
export function PairResident({ board, close, ...chosen }: Props) {
  const { t } = useTranslation();
  const texts = useWords().pairing;
  const today = useToday();
  const [caregiverId, setCaregiverId] = useState(chosen.caregiverId ?? null);
  const [residentId, setResidentId] = useState(chosen.residentId ?? null);
  const [startsOn, setStartsOn] = useState<Day | null>(today);
  const pair = useCommand(api.pairing.pair, {
    notify: false,
    done: () => {
      const caregiver = board.caregivers.find(({ id }) => id === caregiverId)?.name ?? '';
      const resident = board.unpaired.find(({ id }) => id === residentId)?.name ?? '';
      announce(t(($) => $.pairing.pairedDone, { caregiver, resident }));
      close();
    },
  });
  const byFreedom = board.caregivers.toSorted((a, b) => a.residents.length - b.residents.length);
  const ready = caregiverId !== null && residentId !== null && startsOn !== null;
  return (
    <Modal
      opened
      onClose={close}
      title={texts.pairTitle}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void pair.run({ caregiverId, residentId, startsOn });
        }}
      >
        <Select
          label={texts.resident}
          searchable
          data-autofocus={chosen.residentId === undefined || undefined}
          value={residentId}
          onChange={setResidentId}
          placeholder={board.unpaired.length === 0 ? texts.unpairedNone : ''}
          data={personChoices(board.unpaired)}
          filter={personFilter(board.unpaired)}
        />
        <Select
          label={texts.caregiver}
          searchable
          data-autofocus={chosen.residentId !== undefined || undefined}
          value={caregiverId}
          onChange={setCaregiverId}
          data={byFreedom.map(({ id, name, residents }) => ({
            value: id,
            label: t(($) => $.pairing.caregiverChoice, { name, count: residents.length, most: board.most }),
          }))}
          filter={personFilter(byFreedom)}
        />
        <DayInput label={texts.from} value={startsOn} onChange={setStartsOn} />
        <RefusalNotice refusal={pair.refusal} />
        <div className={styles['acts']}>
          <Button type="submit" disabled={!ready} loading={pair.running}>
            {texts.pair}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
