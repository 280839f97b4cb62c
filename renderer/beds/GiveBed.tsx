import { Alert, Button, Modal, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { personChoices, personFilter } from '../residents/person-choices.ts';
import { RetireBed } from './RetireBed.tsx';
import { useBedWarnings } from './use-bed-warnings.ts';
import styles from './beds.module.css';

type Props = { readonly residentId?: string; readonly bedId?: string; readonly close: () => void };

/** Gives somebody a bed, or moves who has one; says what is to be known of the room before it is done. */
export function GiveBed({ close, ...chosen }: Props) {
  const { t } = useTranslation();
  const { beds: texts, residents } = useWords();
  const today = useToday();
  const board = useQuery(requests.beds.board.queryOptions({ input: {} }));
  const [residentId, setResidentId] = useState(chosen.residentId ?? null);
  const [bedId, setBedId] = useState(chosen.bedId ?? null);
  const [on, setOn] = useState<Day | null>(today);
  const [reason, setReason] = useState('');
  const [retiring, { open: startRetiring, close: stopRetiring }] = useDisclosure(false);

  const beds = board.data?.beds ?? [];
  const unplaced = board.data?.unplaced ?? [];
  const without = unplaced.map((person) => ({ ...person, id: person.residentId }));
  const placed = beds.flatMap(({ occupant, label }) =>
    occupant ? [{ ...occupant, id: occupant.residentId, bed: label }] : [],
  );
  const present = beds.find(({ occupant }) => occupant !== null && occupant.residentId === residentId);
  const bed = beds.find(({ id }) => id === bedId);
  const name =
    present?.occupant?.name ?? unplaced.find((person) => person.residentId === residentId)?.name ?? '';
  const warnings = useBedWarnings(board.data, residentId, bedId);
  const after = {
    notify: false,
    done: ({ bed: label }: { bed: string }) => {
      announce(
        present ? t(($) => $.beds.moved, { name, bed: label }) : t(($) => $.beds.given, { name, bed: label }),
      );
      close();
    },
  };
  const assign = useCommand(api.beds.assign, after);
  const move = useCommand(api.beds.move, after);
  const ready = residentId !== null && bedId !== null && on !== null && (!present || reason.trim() !== '');
  const submit = () => {
    if (residentId === null || bedId === null || on === null) return;
    if (present) void move.run({ residentId, bedId, on, reason: reason.trim() });
    else void assign.run({ residentId, bedId, startsOn: on });
  };

  if (retiring && bed) return <RetireBed bed={bed} back={stopRetiring} close={close} />;
  return (
    <Modal
      opened
      onClose={close}
      title={present ? texts.moveTitle : texts.giveTitle}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) submit();
        }}
      >
        <Select
          label={texts.resident}
          searchable
          data-autofocus={chosen.residentId === undefined || undefined}
          value={residentId}
          onChange={setResidentId}
          filter={personFilter([...without, ...placed])}
          data={[
            { group: texts.withoutBed, items: personChoices(without) },
            { group: texts.withBed, items: personChoices(placed) },
          ].filter(({ items }) => items.length > 0)}
        />
        <div className={styles['pair']}>
          <Select
            label={texts.bed}
            placeholder={beds.every(({ occupant }) => occupant !== null) ? residents.noFreeBed : ''}
            searchable
            data-autofocus={(chosen.residentId !== undefined && chosen.bedId === undefined) || undefined}
            value={bedId}
            onChange={setBedId}
            data={beds
              .filter(({ occupant }) => occupant === null)
              .map(({ id, label }) => ({ value: id, label: t(($) => $.beds.bedLabel, { bed: label }) }))}
          />
          <DayInput label={present ? texts.moveOn : texts.from} value={on} onChange={setOn} />
        </div>
        {present && (
          <TextInput
            label={texts.moveReason}
            required
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        {warnings.map((warning) => (
          <Alert key={warning} color="persimmon">
            {warning}
          </Alert>
        ))}
        <RefusalNotice refusal={assign.refusal ?? move.refusal} />
        <div className={styles['acts']}>
          <Button
            type="submit"
            // Who was dropped on a bed is only confirmed; a list that opens would stand in the way.
            data-autofocus={(chosen.residentId !== undefined && chosen.bedId !== undefined) || undefined}
            disabled={!ready}
            loading={assign.running || move.running}
          >
            {present ? texts.move : texts.give}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
          {bed && chosen.bedId !== undefined && (
            <Button className={styles['spread'] ?? ''} variant="subtle" color="brick" onClick={startRetiring}>
              {texts.retire}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
