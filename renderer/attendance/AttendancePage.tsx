import IconCalendarCheck from '@tabler/icons-react/dist/esm/icons/IconCalendarCheck.mjs';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import {
  addMonths,
  firstDay,
  isMonth,
  lastDay,
  monthOf,
  type Day,
  type Month,
} from '../../shared/calendar/day.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { FileDownload } from '../kit/FileDownload.tsx';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { PrintButton } from '../kit/PrintButton.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay, useToday } from '../lib/session.ts';
import { AttendanceDesk } from './AttendanceDesk.tsx';

/** In the first ten days of a month the month before is still being written up. */
function usualMonth(today: Day): Month {
  const now = monthOf(today);
  return today === lastDay(now) || Number(today.slice(8)) > 10 ? now : addMonths(now, -1);
}

/** The attendance of a month: what the roster foresaw, and what was otherwise. */
export function AttendancePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const mayWrite = useMay('attendance.write');
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('month') ?? '';
  const month: Month = isMonth(wanted) ? wanted : usualMonth(today);
  const query = useQuery(requests.attendance.month.queryOptions({ input: { month } }));
  const start = useCommand(api.attendance.fromRoster, {
    done: ({ added }) => announce(t(($) => $.attendance.fromRosterDone, { count: added })),
  });
  const startButton = (label: string) => (
    <Button loading={start.running} onClick={() => void start.run({ month })}>
      {label}
    </Button>
  );
  return (
    <Page
      title={t(($) => $.attendance.title)}
      note={<MonthSwitch month={month} onChange={(next) => setSearch({ month: next })} />}
      acts={
        <>
          <FileDownload
            label={t(($) => $.attendance.excel)}
            load={() => api.attendance.workbook({ month })}
          />
          <PrintButton href={`/print/attendance/${month}`} />
        </>
      }
    >
      <Answer query={query}>
        {(sheet) => {
          const isEmpty = sheet.people.every((person) => person.records.every((record) => record === null));
          const mayStart = mayWrite && sheet.hasRoster && !sheet.closed;
          return isEmpty && (sheet.people.length === 0 || sheet.hasRoster || firstDay(month) > today) ? (
            <EmptyState
              icon={IconCalendarCheck}
              title={t(($) => $.attendance.empty, { month: monthText(month, language) })}
              hint={
                sheet.hasRoster ? t(($) => $.attendance.emptyRoster) : t(($) => $.attendance.emptyNoRoster)
              }
              action={mayStart && startButton(t(($) => $.attendance.fromRoster))}
            />
          ) : (
            <AttendanceDesk
              key={month}
              sheet={sheet}
              fillButton={mayStart && sheet.missing > 0 && startButton(t(($) => $.attendance.fillGaps))}
            />
          );
        }}
      </Answer>
    </Page>
  );
}
