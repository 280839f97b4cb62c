import { SegmentedControl } from '@mantine/core';
import IconCalendarHeart from '@tabler/icons-react/dist/esm/icons/IconCalendarHeart.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAt, type Month } from '../../shared/calendar/day.ts';
import { monthText, shortDayText } from '../../shared/messages/day-words.ts';
import type { RequestLine } from '../../shared/roster/requests-contract.ts';
import { requestStates, type RequestState } from '../../shared/roster/requests.ts';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { daysText, stateTones, whatText } from './request-words.ts';
import styles from './requests.module.css';

type Props = {
  readonly month: Month;
  readonly lines: readonly RequestLine[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
};

/** What was asked for in a month, by state; a row opens to the effect, the decision and the whole story. */
export function RequestsList({ month, lines, openId, onOpen }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = useWords().rosterRequests;
  const mayWrite = useMay('roster.write');
  const columns = useColumns();
  const [state, setState] = useState<RequestState | 'all'>('all');
  const shown = state === 'all' ? lines : lines.filter((line) => line.state === state);
  const countOf = (of: RequestState) => lines.filter((line) => line.state === of).length;
  if (lines.length === 0)
    return (
      <EmptyState
        icon={IconCalendarHeart}
        title={t(($) => $.rosterRequests.empty, { month: monthText(month, language) })}
        hint={mayWrite ? texts.emptyHint : texts.emptyToRead}
      />
    );
  return (
    <DataTable
      label={texts.title}
      rows={shown}
      columns={columns}
      rowKey={({ id }) => id}
      openKey={openId}
      onOpen={({ id }) => onOpen(id)}
      height="calc(100vh - 13rem)"
      tools={
        <SegmentedControl
          size="xs"
          className={styles['states']}
          aria-label={texts.filterLabel}
          value={state}
          onChange={(value) => setState(value as RequestState | 'all')}
          data={[
            {
              value: 'all',
              label: t(($) => $.rosterRequests.filter, { state: texts.all, count: lines.length }),
            },
            ...requestStates.map((value) => ({
              value,
              label: t(($) => $.rosterRequests.filter, { state: texts.states[value], count: countOf(value) }),
            })),
          ]}
        />
      }
    />
  );
}

function useColumns(): Column<RequestLine>[] {
  const language = useLanguage();
  const words = useWords();
  const texts = words.rosterRequests;
  const { t } = useTranslation();
  const { data: shifts = [] } = useQuery(requests.roster.shifts.list.queryOptions({ input: {} }));
  return [
    {
      key: 'state',
      title: texts.columns.state,
      width: 104,
      value: ({ state }) => texts.states[state],
      cell: ({ state }) => <StatusBadge tone={stateTones[state]}>{texts.states[state]}</StatusBadge>,
    },
    {
      key: 'caregiver',
      title: texts.columns.caregiver,
      width: 112,
      filter: 'text',
      value: ({ caregiver }) => caregiver,
    },
    {
      key: 'what',
      title: texts.columns.what,
      width: 128,
      filter: 'choice',
      value: (line) => whatText(line, words, shifts, language),
    },
    {
      key: 'days',
      title: texts.columns.days,
      width: 224,
      value: ({ startsOn }) => startsOn,
      cell: (line) => daysText(line, words, language),
    },
    {
      key: 'weight',
      title: texts.columns.weight,
      width: 80,
      value: ({ kind, weight }) => (kind === 'leave' ? null : texts.weights[weight]),
    },
    {
      key: 'note',
      title: texts.columns.note,
      value: ({ note, decisions }) => decisions[0]?.reason || note || null,
    },
    {
      key: 'recorded',
      title: texts.columns.recorded,
      width: 144,
      value: ({ askedAt }) => askedAt,
      cell: ({ askedAt, recordedBy }) =>
        t(($) => $.rosterRequests.recordedBy, {
          day: shortDayText(dayAt(Date.parse(askedAt)), language),
          by: recordedBy,
        }),
    },
  ];
}
