import { Button, Loader, TextInput } from '@mantine/core';
import IconCalendarUser from '@tabler/icons-react/dist/esm/icons/IconCalendarUser.mjs';
import IconFirstAidKit from '@tabler/icons-react/dist/esm/icons/IconFirstAidKit.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { isMonth, monthOf, type Day, type Month } from '../../shared/calendar/day.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { requests } from '../lib/api.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { CaregiverSelect } from './CaregiverSelect.tsx';
import { RepairDone } from './RepairDone.tsx';
import type { SickCallAsked } from './repair-types.ts';
import { RepairResult } from './RepairResult.tsx';
import styles from './repair.module.css';

/** Somebody calls in sick: who and when, then who stands in. Nothing is changed before an alternative is accepted. */
export function RepairPage() {
  const words = useWords().rosterRepair;
  const today = useToday();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const named = search.get('month') ?? '';
  const month: Month = isMonth(named) ? named : monthOf(today);
  const [caregiverId, setCaregiver] = useState<string | null>(null);
  const [startsOn, setStart] = useState<Day | null>(today);
  const [endsOn, setEnd] = useState<Day | null>(today);
  const [note, setNote] = useState('');
  const call = caregiverId !== null && startsOn && endsOn ? { caregiverId, startsOn, endsOn } : null;

  return (
    <Page
      title={words.title}
      acts={
        <Button
          variant="default"
          leftSection={<IconCalendarUser size="1.125rem" aria-hidden />}
          onClick={() => go(`/roster?month=${month}`)}
        >
          {words.toRoster}
        </Button>
      }
    >
      <div className={styles['page']}>
        <Panel>
          <div className={styles['form']}>
            <CaregiverSelect label={words.who} value={caregiverId} onChange={setCaregiver} />
            <DayInput
              label={words.from}
              minDate={today}
              maxDate={null}
              value={startsOn}
              onChange={(day) => {
                setStart(day);
                if (day && endsOn && endsOn < day) setEnd(day);
              }}
            />
            <DayInput
              label={words.until}
              minDate={startsOn ?? today}
              maxDate={null}
              value={endsOn}
              onChange={setEnd}
            />
            <TextInput
              label={words.note}
              maxLength={200}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <p className={styles['hint']}>{words.hint}</p>
          </div>
        </Panel>
        {call === null ? (
          <EmptyState icon={IconFirstAidKit} title={words.start} hint={words.startHint} />
        ) : (
          <Options
            key={`${call.caregiverId} ${call.startsOn} ${call.endsOn}`}
            call={{ ...call, note }}
            onDone={() => {
              setCaregiver(null);
              setNote('');
            }}
          />
        )}
        <Panel title={words.list}>
          <RepairDone month={startsOn ? monthOf(startsOn) : month} />
        </Panel>
      </div>
    </Page>
  );
}

function Options({ call, onDone }: { readonly call: SickCallAsked; readonly onDone: () => void }) {
  const words = useWords().rosterRepair;
  const { caregiverId, startsOn, endsOn } = call;
  const options = useQuery(
    requests.roster.repair.options.queryOptions({ input: { caregiverId, startsOn, endsOn } }),
  );
  if (options.isError) return <RefusalNotice refusal={options.error} />;
  if (!options.data)
    return (
      <p className={styles['vacated']} role="status">
        <Loader size="1.125rem" aria-hidden /> {words.looking}
      </p>
    );
  return <RepairResult call={call} found={options.data} onDone={onDone} />;
}
