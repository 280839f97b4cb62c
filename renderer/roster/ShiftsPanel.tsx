import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useMay } from '../lib/session.ts';
import styles from './roster.module.css';

const blank: HouseShift = {
  code: '',
  name: '',
  nameEn: '',
  startsAt: '08:00',
  endsAt: '18:00',
  minutes: 480,
  night: false,
  maxResidents: 4,
};

/** The kinds of shift: when, how many paid hours, how many residents one caregiver answers for. */
export function ShiftsPanel() {
  const { t } = useTranslation();
  const mayWrite = useMay('roster.write');
  const list = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  const [adding, setAdding] = useState(false);
  return (
    <Answer query={list}>
      {(shifts) => (
        <>
          {shifts.map((shift) => (
            <ShiftForm
              key={JSON.stringify(shift)}
              shift={shift}
              mayRetire={shifts.length > 1}
              isNew={false}
            />
          ))}
          {adding && <ShiftForm shift={blank} mayRetire={false} isNew onSaved={() => setAdding(false)} />}
          {mayWrite && !adding && (
            <Button variant="default" onClick={() => setAdding(true)}>
              {t(($) => $.roster.shiftAdd)}
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}

type FormProps = {
  readonly shift: HouseShift;
  readonly mayRetire: boolean;
  readonly isNew: boolean;
  readonly onSaved?: () => void;
};

function ShiftForm({ shift, mayRetire, isNew, onSaved }: FormProps) {
  const { t } = useTranslation();
  const mayWrite = useMay('roster.write');
  const [draft, setDraft] = useState(shift);
  const save = useCommand(api.roster.shifts.save, { notify: false, done: () => onSaved?.() });
  const retire = useCommand(api.roster.shifts.retire);
  const put = (change: Partial<HouseShift>) => setDraft({ ...draft, ...change });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(shift);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save.run(draft);
      }}
    >
      <TextInput
        label={t(($) => $.roster.shiftCode)}
        w="3.5rem"
        maxLength={1}
        readOnly={!isNew}
        value={draft.code}
        onChange={(event) => put({ code: event.currentTarget.value.toUpperCase().replace(/[^A-Z]/, '') })}
      />
      <TextInput
        label={t(($) => $.roster.shiftName)}
        w="6rem"
        maxLength={12}
        readOnly={!mayWrite}
        value={draft.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t(($) => $.roster.shiftNameEn)}
        w="6rem"
        maxLength={24}
        readOnly={!mayWrite}
        value={draft.nameEn}
        onChange={(event) => put({ nameEn: event.currentTarget.value })}
      />
      {(['startsAt', 'endsAt'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(($) => (field === 'startsAt' ? $.roster.shiftStart : $.roster.shiftEnd))}
          w="5rem"
          maxLength={5}
          placeholder="08:00"
          readOnly={!mayWrite}
          value={draft[field]}
          onChange={(event) => put({ [field]: event.currentTarget.value })}
        />
      ))}
      <NumberInput
        label={t(($) => $.roster.shiftMinutes)}
        w="5.5rem"
        min={0.5}
        max={24}
        step={0.5}
        readOnly={!mayWrite}
        value={draft.minutes / 60}
        onChange={(hours) => put({ minutes: Math.round(Number(hours) * 60) })}
      />
      <NumberInput
        label={t(($) => $.roster.shiftMost)}
        w="7rem"
        min={1}
        max={200}
        allowDecimal={false}
        readOnly={!mayWrite}
        value={draft.maxResidents}
        onChange={(most) => put({ maxResidents: Number(most) })}
      />
      <Checkbox
        mb="xs"
        label={t(($) => $.roster.shiftNight)}
        disabled={!mayWrite}
        checked={draft.night}
        onChange={(event) => put({ night: event.currentTarget.checked })}
      />
      {mayWrite && (
        <Button type="submit" variant="default" loading={save.running} disabled={!isChanged}>
          {t(($) => $.roster.shiftSave)}
        </Button>
      )}
      {mayWrite && mayRetire && (
        <Button variant="subtle" color="brick" onClick={() => void retire.run({ code: shift.code })}>
          {t(($) => $.roster.shiftRetire)}
        </Button>
      )}
      <RefusalNotice refusal={save.refusal} />
    </form>
  );
}
