import { TextInput } from '@mantine/core';
import IconFirstAidKit from '@tabler/icons-react/dist/esm/icons/IconFirstAidKit.mjs';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { isMonth, monthOf, type Day, type Month } from '../../shared/calendar/day.ts';
import { DayInput } from '../kit/DayInput.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { BesideRoster } from './BesideRoster.tsx';
import { CaregiverSelect } from './CaregiverSelect.tsx';
import { RepairDone } from './RepairDone.tsx';
import { RepairOptions } from './RepairOptions.tsx';
import styles from './repair.module.css';

/** Somebody calls in sick: who and when, then who stands in. Nothing is changed before an alternative is accepted. */
export function RepairPage() {
  const words = useWords().rosterRepair;
  const today = useToday();
  const [search] = useSearchParams();
  const named = search.get('month') ?? '';
  const month: Month = isMonth(named) ? named : monthOf(today);
  const [caregiverId, setCaregiver] = useState<string | null>(null);
  const [startsOn, setStart] = useState<Day | null>(today);
  const [endsOn, setEnd] = useState<Day | null>(today);
  const [note, setNote] = useState('');
  const call = caregiverId !== null && startsOn && endsOn ? { caregiverId, startsOn, endsOn } : null;

  return (
    <BesideRoster title={words.title} month={month}>
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
          <RepairOptions
            key={`${call.caregiverId} ${call.startsOn} ${call.endsOn}`}
            call={{ ...call, note }}
            onGiveUp={() => setCaregiver(null)}
            onShorten={setEnd}
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
    </BesideRoster>
  );
}
