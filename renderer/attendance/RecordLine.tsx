import { Popover, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceRecord, AttendanceSheet } from '../../shared/attendance/contract.ts';
import { dayAt, type Day } from '../../shared/calendar/day.ts';
import { dayText, shortDayText, weekdayText } from '../../shared/messages/day-words.ts';
import { useSelected, type MonthSelection } from '../kit/use-month-selection.ts';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './attendance.module.css';

/** What is recorded for the cell that keys go to: who entered it, why, and what stood there before. */
export function RecordLine({
  sheet,
  selection,
}: {
  readonly sheet: AttendanceSheet;
  readonly selection: MonthSelection;
}) {
  const { spot } = useSelected(selection);
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().attendance;
  const [person, day] = [sheet.people[spot.row], sheet.days[spot.column]];
  if (!person || !day) return null;
  const record = person.records[spot.column] ?? null;
  const nothing = person.employed[spot.column] ? words.notRecorded : words.notEmployed;
  return (
    <div className={styles['record']} aria-live="polite">
      <strong>{person.name}</strong> {shortDayText(day, language)} {weekdayText(day, language)}{' '}
      {record ? <RecordText record={record} /> : nothing}{' '}
      {record?.source === 'manual' && (
        <History
          key={`${person.id} ${day}`}
          caregiverId={person.id}
          day={day}
          label={t(($) => $.attendance.history)}
        />
      )}
    </div>
  );
}

function RecordText({ record }: { readonly record: AttendanceRecord }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords().attendance;
  return (
    <>
      {t(($) => $.attendance.record, {
        mark: words.marks[record.mark],
        source: words.sources[record.source],
        by: record.recordedBy,
        at: dayText(dayAt(Date.parse(record.recordedAt)), language),
      })}
      {record.reason && ` ${t(($) => $.attendance.recordReason, { reason: record.reason })}`}
    </>
  );
}

function History({
  caregiverId,
  day,
  label,
}: {
  readonly caregiverId: string;
  readonly day: Day;
  readonly label: string;
}) {
  const [opened, setOpened] = useState(false);
  const history = useQuery({
    ...requests.attendance.history.queryOptions({ input: { caregiverId, day } }),
    enabled: opened,
  });
  return (
    <Popover opened={opened} onDismiss={() => setOpened(false)} position="top-start">
      <Popover.Target>
        <UnstyledButton c="pine" fz="inherit" onClick={() => setOpened(!opened)}>
          {label}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {history.data?.map((record) => (
          <div key={`${record.recordedAt} ${record.mark}`}>
            <RecordText record={record} />
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
