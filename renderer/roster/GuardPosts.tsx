import { Button, Chip, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, day, type Month } from '../../shared/calendar/day.ts';
import { dayText, weekdayText } from '../../shared/messages/day-words.ts';
import type { Language } from '../../shared/messages/language.ts';
import { postKinds } from '../../shared/roster/guards-contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { PeriodEntry } from './PeriodEntry.tsx';
import { PeriodFields, type Period } from './PeriodFields.tsx';
import type { Person } from './person.ts';
import styles from './roster.module.css';

type Props = { readonly month: Month; readonly people: readonly Person[] };

const nobody: Period = { caregiverId: null, startsOn: null, endsOn: null };
const weekdays = ['1', '2', '3', '4', '5', '6', '7'];
/** 1 is Monday: 5 January 2026 was one. */
const weekdayName = (number: number | string, language: Language) =>
  weekdayText(addDays(day('2026-01-04'), Number(number)), language);

/** Work outside this house: another public-welfare post, or a job, and on which weekdays she is there. */
export function GuardPosts({ month, people }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().guards;
  const mayWrite = useMay('roster.write');
  const list = useQuery(requests.roster.guards.posts.queryOptions({ input: { month } }));
  const [period, setPeriod] = useState<Period>(nobody);
  const [kind, setKind] = useState<(typeof postKinds)[number]>('public-welfare');
  const [place, setPlace] = useState('');
  const [there, setThere] = useState<string[]>([]);
  const add = useCommand(api.roster.guards.addPost, {
    notify: false,
    done: () => {
      setPeriod(nobody);
      setPlace('');
      setThere([]);
    },
  });
  const cancel = useCommand(api.roster.guards.cancelPost);
  const { caregiverId, startsOn, endsOn } = period;
  const daysText = (numbers: readonly number[]) =>
    numbers.length === 0
      ? words.weekdaysUnknown
      : t(($) => $.guards.weekdaysKnown, {
          days: numbers
            .map((number) => weekdayName(number, language))
            .join(t(($) => $.fairness.monthsBetween)),
        });
  return (
    <>
      <h3 className={styles['listTitle']}>{words.postsTitle}</h3>
      <p className={styles['hint']}>{words.postsHint}</p>
      {mayWrite && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (caregiverId && startsOn && place.trim() !== '')
              void add.run({
                caregiverId,
                kind,
                place: place.trim(),
                startsOn,
                endsOn,
                weekdays: there.map(Number),
              });
          }}
        >
          <PeriodFields people={people} period={period} onChange={setPeriod} openEnd />
          <Select
            label={words.postKind}
            w="9rem"
            allowDeselect={false}
            data={postKinds.map((one) => ({ value: one, label: words.postKinds[one] }))}
            value={kind}
            onChange={(one) => setKind(postKinds.find((known) => known === one) ?? kind)}
          />
          <TextInput
            label={words.place}
            w="12rem"
            maxLength={60}
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <fieldset className={styles['weekdays']}>
            <legend>{words.weekdays}</legend>
            <Chip.Group multiple value={there} onChange={setThere}>
              {weekdays.map((number) => (
                <Chip key={number} value={number} size="sm">
                  {weekdayName(number, language)}
                </Chip>
              ))}
            </Chip.Group>
          </fieldset>
          <Button
            type="submit"
            loading={add.running}
            disabled={!caregiverId || !startsOn || place.trim() === ''}
          >
            {words.addPost}
          </Button>
        </form>
      )}
      <RefusalNotice refusal={add.refusal} />
      <Answer query={list}>
        {(rows) => (
          <>
            {rows.length === 0 && <p className={styles['hint']}>{words.postsNone}</p>}
            {rows.map((row) => (
              <PeriodEntry
                key={row.id}
                caregiver={row.caregiver}
                kind={words.postKinds[row.kind]}
                from={dayText(row.startsOn, language)}
                until={row.endsOn ? dayText(row.endsOn, language) : words.openEnd}
                note={`${row.place} · ${daysText(row.weekdays)}`}
                cancelled={row.cancelled}
                onCancel={mayWrite ? (reason) => void cancel.run({ id: row.id, reason }) : undefined}
              />
            ))}
          </>
        )}
      </Answer>
    </>
  );
}
