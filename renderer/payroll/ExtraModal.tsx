import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstDay, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { extraKinds, isOvertime, type ExtraKind } from '../../shared/payroll/extras.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useWords } from '../lib/words.ts';
import styles from './payroll.module.css';
import { YuanInput } from './YuanInput.tsx';

type Input = Parameters<typeof api.payroll.addExtra>[0]['extra'];

/** One entry of overtime, bonus or deduction, with its evidence. */
export function ExtraModal({ month, onClose }: { readonly month: Month; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const texts = useWords().payroll;
  const people = useQuery(requests.payroll.terms.queryOptions({ input: { month } }));
  const [caregiverId, setCaregiver] = useState<string | null>(null);
  const [kind, setKind] = useState<ExtraKind>('overtime-150');
  const [day, setDay] = useState<Day | null>(null);
  const [hours, setHours] = useState<number | ''>('');
  const [amount, setAmount] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const add = useCommand(api.payroll.addExtra, {
    notify: false,
    done: () => {
      announce(texts.extraSaved);
      onClose();
    },
  });
  const extra = entryOf(kind, {
    day,
    minutes: hours === '' ? 0 : Math.round(hours * 60),
    amount,
    note: note.trim(),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.addExtra}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['column']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (caregiverId && extra) void add.run({ month, caregiverId, extra });
        }}
      >
        <Select
          label={texts.person}
          required
          searchable
          data-autofocus
          value={caregiverId}
          data={(people.data ?? []).map((person) => ({ value: person.caregiverId, label: person.name }))}
          onChange={setCaregiver}
        />
        <Select
          label={texts.extraKind}
          allowDeselect={false}
          value={kind}
          data={extraKinds.map((each) => ({ value: each, label: texts.extraKinds[each] }))}
          onChange={(chosen) => setKind(extraKinds.find((each) => each === chosen) ?? 'bonus')}
        />
        {isOvertime(kind) ? (
          <div className={styles['pair']}>
            <DayInput
              label={texts.extraDay}
              required
              minDate={firstDay(month)}
              maxDate={lastDay(month)}
              defaultDate={firstDay(month)}
              value={day}
              onChange={setDay}
            />
            <NumberInput
              label={texts.extraHours}
              required
              min={0}
              max={24}
              step={0.5}
              decimalScale={2}
              value={hours}
              onChange={(typed) => setHours(typed === '' ? '' : Number(typed))}
            />
          </div>
        ) : (
          <YuanInput label={texts.amount} required fen={amount} onFen={setAmount} />
        )}
        <TextInput
          label={texts.evidence}
          required
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <RefusalNotice refusal={add.refusal} />
        <div className={styles['acts']}>
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={add.running} disabled={!caregiverId || !extra}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The entry as it is sent; null while something is missing. */
function entryOf(
  kind: ExtraKind,
  { day, minutes, amount, note }: { day: Day | null; minutes: number; amount: number | null; note: string },
): Input | null {
  if (note === '') return null;
  if (isOvertime(kind)) return day && minutes > 0 ? { kind, day, minutes, note } : null;
  return amount !== null && amount > 0 ? { kind, amount, note } : null;
}
