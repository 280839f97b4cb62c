import { Anchor, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Month } from '../../shared/calendar/day.ts';
import { shortDayText } from '../../shared/messages/day-words.ts';
import { leaveKinds, type LeaveKind } from '../../shared/roster/leave-contract.ts';
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
import { cellsInDraft, RequestsEffect, useEffectOf } from './RequestsEffect.tsx';
import styles from './roster.module.css';

const nobody: Period = { caregiverId: null, startsOn: null, endsOn: null };

/** The leave of a month, the cancelled too. */
export function LeavePanel({ month, people }: { readonly month: Month; readonly people: readonly Person[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { roster: words, rosterRequests: texts } = useWords();
  const mayWrite = useMay('roster.write');
  const list = useQuery(requests.roster.leave.list.queryOptions({ input: { month } }));
  const [period, setPeriod] = useState<Period>(nobody);
  const [kind, setKind] = useState<LeaveKind>('personal');
  const [note, setNote] = useState('');
  const [writes, setWrites] = useState(true);
  const add = useCommand(api.roster.leave.add, {
    notify: false,
    done: () => {
      setPeriod(nobody);
      setNote('');
    },
  });
  const cancel = useCommand(api.roster.leave.cancel);
  const { caregiverId, startsOn, endsOn } = period;
  const asked = useQuery(requests.roster.requests.list.queryOptions({ input: { month } }));
  const granted = new Set(
    asked.data?.flatMap(({ decisions }) => decisions.flatMap(({ leave }) => leave?.id ?? [])),
  );
  const wanted =
    caregiverId && startsOn && endsOn && startsOn <= endsOn
      ? { caregiverId, startsOn, endsOn, kind: 'leave' as const, shift: null, leaveKind: kind }
      : null;
  const effect = useEffectOf(wanted);
  const cells = cellsInDraft(effect.data);
  return (
    <>
      <p className={styles['hint']}>
        {texts.leaveHint}{' '}
        <Anchor underline="always" component={Link} href={`/roster/requests?month=${month}`}>
          {texts.leaveToRequests}
        </Anchor>
      </p>
      {mayWrite && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            if (caregiverId && startsOn && endsOn)
              void add.run({ caregiverId, startsOn, endsOn, kind, note, writeDraft: cells > 0 && writes });
          }}
        >
          <PeriodFields people={people} period={period} onChange={setPeriod} />
          <Select
            label={t(($) => $.roster.kind)}
            w="7rem"
            allowDeselect={false}
            data={leaveKinds.map((one) => ({ value: one, label: words.leaveKinds[one] }))}
            value={kind}
            onChange={(one) => one && setKind(one)}
          />
          <TextInput
            label={t(($) => $.roster.note)}
            w="14rem"
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {cells > 0 && (
            <Checkbox
              mb="xs"
              label={t(($) => $.rosterRequests.approveDraft, { count: cells })}
              checked={writes}
              onChange={(event) => setWrites(event.currentTarget.checked)}
            />
          )}
          <Button type="submit" loading={add.running} disabled={!caregiverId || !startsOn || !endsOn}>
            {t(($) => $.roster.leaveAdd)}
          </Button>
        </form>
      )}
      {wanted && (
        <RequestsEffect
          title={texts.effectOfLeave}
          query={effect}
          caregiver={people.find(({ id }) => id === wanted.caregiverId)?.name ?? ''}
        />
      )}
      <RefusalNotice refusal={add.refusal} />
      <Answer query={list}>
        {(rows) => (
          <>
            {rows.length === 0 && <p className={styles['hint']}>{t(($) => $.roster.leaveNone)}</p>}
            {rows.map((row) => (
              <PeriodEntry
                key={row.id}
                caregiver={row.caregiver}
                kind={words.leaveKinds[row.kind]}
                from={shortDayText(row.startsOn, language)}
                until={shortDayText(row.endsOn, language)}
                note={[row.note, granted.has(row.id) ? texts.fromRequest : ''].filter(Boolean).join(' · ')}
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
