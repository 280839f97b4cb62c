import { Button, Drawer, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/day.ts';
import { leaveKinds, type LeaveKind } from '../../shared/roster/leave-contract.ts';
import {
  requestKinds,
  requestWeights,
  type RequestKind,
  type RequestWeight,
} from '../../shared/roster/requests.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { CaregiverSelect, useCaregivers } from './CaregiverSelect.tsx';
import { shiftName } from './looks.ts';
import { RequestsEffect, useEffectOf, type EffectOf } from './RequestsEffect.tsx';
import styles from './requests.module.css';

type Props = { readonly close: () => void; readonly onAsked: (id: string) => void };

/** Takes down a wish or a leave request, and shows what granting it would do while it is typed. */
export function RequestsAsk({ close, onAsked }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterRequests;
  const { data: shifts = [] } = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  const { data: people = [] } = useCaregivers();
  const [caregiverId, setCaregiver] = useState<string | null>(null);
  const [kind, setKind] = useState<RequestKind>('rest');
  const [shift, setShift] = useState<string | null>(null);
  const [leaveKind, setLeaveKind] = useState<LeaveKind>('personal');
  const [startsOn, setStart] = useState<Day | null>(null);
  const [endsOn, setEnd] = useState<Day | null>(null);
  const [weight, setWeight] = useState<RequestWeight>('ordinary');
  const [note, setNote] = useState('');
  const needsShift = kind === 'shift' || kind === 'not-shift';
  const asked: EffectOf | null =
    caregiverId && startsOn && endsOn && startsOn <= endsOn && (!needsShift || shift)
      ? {
          caregiverId,
          kind,
          shift: needsShift ? shift : null,
          leaveKind: kind === 'leave' ? leaveKind : null,
          startsOn,
          endsOn,
        }
      : null;
  const effect = useEffectOf(asked);
  const ask = useCommand(api.roster.requests.ask, {
    notify: false,
    done: ({ id }) => {
      announce(texts.asked);
      onAsked(id);
    },
  });
  return (
    <Drawer
      opened
      onClose={close}
      size="34rem"
      title={texts.askTitle}
      closeButtonProps={{ 'aria-label': t(($) => $.kit.close) }}
    >
      <form
        className={styles['ask']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (asked) void ask.run({ ...asked, weight, note });
        }}
      >
        <p className={styles['hint']}>{texts.askHint}</p>
        <SegmentedControl
          className={styles['whole']}
          fullWidth
          aria-label={texts.kind}
          value={kind}
          onChange={(value) => setKind(value as RequestKind)}
          data={requestKinds.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <CaregiverSelect
          label={words.roster.caregiver}
          data-autofocus
          value={caregiverId}
          onChange={setCaregiver}
        />
        {needsShift && (
          <Select
            label={texts.shift}
            data={shifts.map((one) => ({
              value: one.code,
              label: `${one.code} ${shiftName(one, language)}`,
            }))}
            value={shift}
            onChange={setShift}
          />
        )}
        {kind === 'leave' && (
          <Select
            label={texts.leaveKind}
            allowDeselect={false}
            data={leaveKinds.map((one) => ({ value: one, label: words.roster.leaveKinds[one] }))}
            value={leaveKind}
            onChange={(one) => one && setLeaveKind(one)}
          />
        )}
        <DayInput
          label={words.roster.from}
          maxDate={null}
          value={startsOn}
          onChange={(day) => {
            setStart(day);
            if (day && (!endsOn || endsOn < day)) setEnd(day);
          }}
        />
        <DayInput
          label={words.roster.until}
          maxDate={null}
          {...(startsOn ? { minDate: startsOn } : {})}
          value={endsOn}
          onChange={setEnd}
        />
        {kind !== 'leave' && (
          <Select
            label={texts.weight}
            description={texts.weightHint}
            allowDeselect={false}
            data={requestWeights.map((one) => ({ value: one, label: texts.weights[one] }))}
            value={weight}
            onChange={(one) => one && setWeight(one)}
          />
        )}
        <TextInput
          className={styles['whole']}
          label={words.roster.note}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={styles['whole']}>
          {asked ? (
            <RequestsEffect
              query={effect}
              caregiver={people.find(({ id }) => id === asked.caregiverId)?.name ?? ''}
            />
          ) : (
            <p className={styles['quiet']}>{texts.effectLater}</p>
          )}
          <RefusalNotice refusal={ask.refusal} />
        </div>
        <div className={styles['acts']}>
          <Button type="submit" loading={ask.running} disabled={asked === null}>
            {texts.askSave}
          </Button>
          <Button variant="default" onClick={close}>
            {t(($) => $.kit.cancel)}
          </Button>
        </div>
      </form>
    </Drawer>
  );
}
