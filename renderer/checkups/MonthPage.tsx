import { Button, Checkbox, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import IconAdjustments from '@tabler/icons-react/dist/esm/icons/IconAdjustments.mjs';
import IconHeartbeat from '@tabler/icons-react/dist/esm/icons/IconHeartbeat.mjs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import type { MonthRow } from '../../shared/health/contract.ts';
import { monthText } from '../../shared/messages/day-words.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { PrintButton } from '../kit/PrintButton.tsx';
import { requests } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useMay, useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import styles from './checkups.module.css';
import { CheckupDrawer } from './CheckupDrawer.tsx';
import { DueList } from './DueList.tsx';
import { monthColumns } from './month-columns.tsx';
import { RangesDrawer } from './RangesDrawer.tsx';

/** What was recorded in a month, and who has nothing recorded yet. */
export function MonthPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const [, go] = useLocation();
  const [search, setSearch] = useSearchParams();
  const thisMonth = monthOf(useToday());
  const wanted = search.get('month') ?? '';
  const month: Month = isMonth(wanted) ? wanted : thisMonth;
  const [withSuperseded, setWithSuperseded] = useState(false);
  const [opened, setOpened] = useState<MonthRow | null>(null);
  const [ranging, { open: showRanges, close: hideRanges }] = useDisclosure(false);
  const mayWrite = useMay('checkups.write');
  const list = useQuery({
    ...requests.checkups.list.queryOptions({ input: { month, withSuperseded } }),
    placeholderData: keepPreviousData,
  });
  const due = useQuery({
    ...requests.checkups.due.queryOptions({ input: { month } }),
    placeholderData: keepPreviousData,
  });

  return (
    <Page
      title={t(($) => $.checkups.monthTitle)}
      note={<MonthSwitch month={month} onChange={(next) => setSearch({ month: next })} />}
      acts={
        <>
          <Button
            variant="default"
            leftSection={<IconAdjustments size="1.125rem" aria-hidden />}
            onClick={showRanges}
          >
            {t(($) => $.checkups.rangesTitle)}
          </Button>
          <PrintButton href={`/print/checkups/${month}`} />
          {mayWrite && (
            <Button
              leftSection={<IconHeartbeat size="1.125rem" aria-hidden />}
              onClick={() => go('/checkups/round')}
            >
              {t(($) => $.checkups.logRound)}
            </Button>
          )}
        </>
      }
    >
      <Tabs
        value={search.get('tab') === 'due' ? 'due' : 'records'}
        onChange={(tab) => setSearch(tab === 'due' ? { month, tab } : { month })}
      >
        <Tabs.List>
          <Tabs.Tab value="records">
            {t(($) => $.checkups.tabRecords, { count: list.data?.rows.length ?? 0 })}
          </Tabs.Tab>
          <Tabs.Tab value="due">{t(($) => $.checkups.tabDue, { count: due.data?.due.length ?? 0 })}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="records" className={styles['tab'] ?? ''}>
          <Answer query={list}>
            {({ rows, ranges }) => (
              <DataTable
                label={t(($) => $.checkups.listLabel, { month: monthText(month, language) })}
                rows={rows}
                columns={monthColumns({ words, language, ranges, withSuperseded })}
                rowKey={({ id }) => id}
                onOpen={setOpened}
                openKey={opened?.id ?? null}
                height="100%"
                tools={
                  <Checkbox
                    label={t(($) => $.checkups.withSuperseded)}
                    checked={withSuperseded}
                    onChange={(event) => setWithSuperseded(event.currentTarget.checked)}
                  />
                }
                empty={
                  <EmptyState
                    title={t(($) => $.checkups.listEmpty, { month: monthText(month, language) })}
                    hint={t(($) => $.checkups.listEmptyHint)}
                  />
                }
              />
            )}
          </Answer>
        </Tabs.Panel>
        <Tabs.Panel value="due" className={styles['tab'] ?? ''}>
          <Answer query={due}>{(data) => <DueList month={month} data={data} />}</Answer>
        </Tabs.Panel>
      </Tabs>
      <CheckupDrawer row={opened} ranges={list.data?.ranges} onClose={() => setOpened(null)} />
      <RangesDrawer opened={ranging} onClose={hideRanges} ranges={list.data?.ranges} mayWrite={mayWrite} />
    </Page>
  );
}
