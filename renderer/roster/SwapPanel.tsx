import { Button, Radio, TextInput, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstDay, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { Panel } from '../kit/Panel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useMay, useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CaregiverSelect, useCaregivers } from './CaregiverSelect.tsx';
import { SwapCheck } from './SwapCheck.tsx';
import { SwapList } from './SwapList.tsx';
import styles from './requests.module.css';

type Side = { readonly caregiverId: string | null; readonly day: Day | null };

/** Two people swap: chosen, checked while it is typed, then agreed; below, what was agreed in the month. */
export function SwapPanel({ month }: { readonly month: Month }) {
  const texts = useWords().rosterRequests;
  const mayWrite = useMay('roster.write');
  return (
    <div className={styles['swaps']}>
      {mayWrite && (
        <Panel title={texts.swapTitle}>
          <SwapForm month={month} />
        </Panel>
      )}
      <Panel title={texts.swapList}>
        <SwapList month={month} />
      </Panel>
    </div>
  );
}

function SwapForm({ month }: { readonly month: Month }) {
  const { t } = useTranslation();
  const texts = useWords().rosterRequests;
  const today = useToday();
  const { data: people = [] } = useCaregivers();
  const [one, setOne] = useState<Side>({ caregiverId: null, day: null });
  const [other, setOther] = useState<Side>({ caregiverId: null, day: null });
  const [askedBy, setAskedBy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const swap =
    one.caregiverId && one.day && other.caregiverId && other.day
      ? {
          one: { caregiverId: one.caregiverId, day: one.day },
          other: { caregiverId: other.caregiverId, day: other.day },
        }
      : null;
  const check = useQuery(
    requests.roster.swaps.check.queryOptions({
      input: swap ?? { one: { caregiverId: '', day: today }, other: { caregiverId: '', day: today } },
      enabled: swap !== null,
    }),
  );
  const clear = () => {
    setOne({ caregiverId: null, day: null });
    setOther({ caregiverId: null, day: null });
    setAskedBy(null);
    setReason('');
  };
  const agree = useCommand(api.roster.swaps.agree, {
    notify: false,
    done: ({ version, state, unanswered }) => {
      announce(
        state === 'draft'
          ? t(($) => $.rosterRequests.swapAgreed, { version })
          : unanswered > 0
            ? t(($) => $.rosterRequests.swapUnanswered, { version, count: unanswered })
            : t(($) => $.rosterRequests.swapAgreedPublished, { version }),
      );
      clear();
    },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  const asker = askedBy ?? one.caregiverId;
  const mayBe = swap !== null && check.data?.refusals.length === 0;
  const mayAgree = mayBe && reason.trim() !== '' && asker !== null;
  return (
    <form
      className={styles['swapForm']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (swap && asker && mayAgree) void agree.run({ ...swap, askedBy: asker, reason });
      }}
    >
      <p className={styles['hint']}>{texts.swapHint}</p>
      <div className={styles['sides']}>
        {(
          [
            [one, setOne, texts.swapOne, other],
            [other, setOther, texts.swapOther, one],
          ] as const
        ).map(([side, set, label, opposite]) => (
          <fieldset key={label} className={styles['side']}>
            <VisuallyHidden component="legend">{label}</VisuallyHidden>
            <CaregiverSelect
              label={label}
              without={opposite.caregiverId}
              value={side.caregiverId}
              onChange={(caregiverId) => set({ ...side, caregiverId })}
            />
            <DayInput
              label={texts.swapDay}
              minDate={today > firstDay(month) ? today : firstDay(month)}
              maxDate={lastDay(month)}
              value={side.day}
              onChange={(day) => {
                set({ ...side, day });
                // Most swaps are on one day.
                if (side === one && other.day === null) setOther({ ...other, day });
              }}
            />
          </fieldset>
        ))}
        {mayBe && (
          <>
            <Radio.Group label={texts.swapAskedBy} value={asker ?? ''} onChange={setAskedBy}>
              <span className={styles['radios']}>
                {[swap.one.caregiverId, swap.other.caregiverId].map((id) => (
                  <Radio key={id} value={id} label={nameOf(id)} />
                ))}
              </span>
            </Radio.Group>
            <TextInput
              label={texts.swapReason}
              required
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <div className={styles['acts']}>
              <Button type="submit" disabled={!mayAgree} loading={agree.running}>
                {texts.swapAgree}
              </Button>
              <Button variant="default" onClick={clear}>
                {t(($) => $.kit.cancel)}
              </Button>
            </div>
          </>
        )}
        <RefusalNotice refusal={agree.refusal} />
      </div>
      <div>{swap && <SwapCheck query={check} />}</div>
    </form>
  );
}
