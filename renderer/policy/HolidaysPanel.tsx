import { Button, Select } from '@mantine/core';
import IconCalendarPlus from '@tabler/icons-react/dist/esm/icons/IconCalendarPlus.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText, weekdayText } from '../../shared/messages/day-words.ts';
import type { ShownHoliday } from '../../shared/policy/contract.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Messages } from '../../shared/messages/index.ts';
import type { Words } from '../../shared/messages/words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { StatusBadge, type Tone } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { HolidayDrawer } from './HolidayDrawer.tsx';
import styles from './policy.module.css';
import { statusTones } from './status-tone.ts';

const tones: Readonly<Record<ShownHoliday['kind'], Tone>> = {
  statutory: 'danger',
  rest: 'good',
  work: 'plain',
};

type Props = { readonly year: number; readonly onYear: (year: number) => void };

/** The holidays of a year: which days are paid 300 %, which are days off, which weekend days are worked. */
export function HolidaysPanel({ year, onYear }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().policy;
  const mayWrite = useMay('policy.write');
  const [opened, setOpened] = useState<ShownHoliday | 'new' | null>(null);
  const holidays = useQuery(requests.policy.holidays.queryOptions({ input: { year } }));
  const columns = holidayColumns(words, language);
  return (
    <Answer query={holidays}>
      {({ known, years, days }) => {
        const shown = [...new Set([...years, year, (years.at(-1) ?? year) + 1])].toSorted((a, b) => a - b);
        return (
          <>
            <div className={styles['line']}>
              <Select
                aria-label={words.year}
                w="7rem"
                allowDeselect={false}
                value={String(year)}
                data={shown.map(String)}
                onChange={(chosen) => chosen && onYear(Number(chosen))}
              />
              <StatusBadge tone={known ? 'good' : 'attention'}>
                {known ? t(($) => $.policy.yearKnown, { year }) : t(($) => $.policy.yearUnknown, { year })}
              </StatusBadge>
              {mayWrite && (
                <Button
                  ml="auto"
                  variant="default"
                  leftSection={<IconCalendarPlus size="1.125rem" aria-hidden />}
                  onClick={() => setOpened('new')}
                >
                  {words.addHoliday}
                </Button>
              )}
            </div>
            <div className={styles['table']}>
              <DataTable
                label={words.holidaysTab}
                rows={days}
                columns={columns}
                rowKey={({ day }) => day}
                {...(mayWrite ? { onOpen: setOpened } : {})}
                height="100%"
                empty={<EmptyState title={words.noHolidays} hint={words.noHolidaysHint} />}
              />
            </div>
            <HolidayDrawer
              key={opened === 'new' ? 'new' : opened?.day}
              year={year}
              holiday={opened}
              onClose={() => setOpened(null)}
            />
          </>
        );
      }}
    </Answer>
  );
}

function holidayColumns(
  words: Words<Messages>['policy'],
  language: Language,
): readonly Column<ShownHoliday>[] {
  return [
    {
      key: 'day',
      title: words.day,
      width: 168,
      value: ({ day }) => day,
      cell: ({ day }) => dayText(day, language),
    },
    { key: 'weekday', title: words.weekday, width: 100, value: ({ day }) => weekdayText(day, language) },
    { key: 'name', title: words.name, width: 150, filter: 'choice', value: ({ name }) => name },
    {
      key: 'kind',
      title: words.kind,
      width: 250,
      filter: 'choice',
      value: ({ kind }) => words.kinds[kind],
      cell: ({ kind }) => (
        <>
          <StatusBadge tone={tones[kind]}>{words.kinds[kind]}</StatusBadge>{' '}
          <span className={styles['quiet']}>{words.kindHints[kind]}</span>
        </>
      ),
    },
    {
      key: 'status',
      title: words.status,
      width: 120,
      filter: 'choice',
      value: ({ status }) => words.statuses[status],
      cell: ({ status }) => <StatusBadge tone={statusTones[status]}>{words.statuses[status]}</StatusBadge>,
    },
    { key: 'source', title: words.source, value: ({ source }) => source },
  ];
}
