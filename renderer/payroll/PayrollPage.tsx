import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { addMonths, isMonth, monthOf, type Month } from '../../shared/calendar/day.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { FileDownload } from '../kit/FileDownload.tsx';
import { MonthSwitch } from '../kit/MonthSwitch.tsx';
import { Page } from '../kit/Page.tsx';
import { api, requests } from '../lib/api.ts';
import { useToday } from '../lib/session.ts';
import { useWords } from '../lib/words.ts';
import { EmptyMonth } from './EmptyMonth.tsx';
import styles from './payroll.module.css';
import { PrintMenu } from './PrintMenu.tsx';
import { RunActs } from './RunActs.tsx';
import { runColumns } from './run-columns.tsx';
import { RunLineUp } from './RunLineUp.tsx';
import { SlipDrawer } from './SlipDrawer.tsx';

/** The pay of a month: computed by the clerk, reviewed and locked by the director, every number open to its reasons. */
export function PayrollPage() {
  const { t } = useTranslation();
  const words = useWords();
  const [search, setSearch] = useSearchParams();
  // Pay is made for the month that is over.
  const usual = addMonths(monthOf(useToday()), -1);
  const wanted = search.get('month') ?? '';
  const month: Month = isMonth(wanted) ? wanted : usual;
  const [openLine, setOpenLine] = useState<{ id: string; name: string } | null>(null);
  const standing = useQuery(requests.payroll.month.queryOptions({ input: { month } }));
  const runs = standing.data?.runs ?? [];
  const runId = runs.find((each) => each.id === search.get('run'))?.id ?? standing.data?.current ?? null;
  const run = useQuery({
    ...requests.payroll.run.queryOptions({ input: { id: runId ?? '-' } }),
    enabled: runId !== null,
  });
  const ready =
    standing.data !== undefined &&
    standing.data.attendanceClosed &&
    standing.data.holidaysKnown &&
    standing.data.withoutTerm.length === 0;
  const paper = runId === null ? '' : `${month}?run=${runId}`;

  return (
    <Page
      title={t(($) => $.payroll.title)}
      note={<MonthSwitch month={month} onChange={(next) => setSearch({ month: next })} />}
      acts={
        <>
          {runId !== null && (
            <>
              <FileDownload
                label={t(($) => $.payroll.excel)}
                load={() => api.payroll.workbook({ month, run: runId })}
              />
              <PrintMenu paper={paper} />
            </>
          )}
          {standing.data && (
            <RunActs month={month} head={runs.find((each) => each.id === runId) ?? null} ready={ready} />
          )}
        </>
      }
    >
      <Answer query={standing}>
        {(data) =>
          runId === null ? (
            <EmptyMonth month={month} standing={data} />
          ) : (
            <Answer query={run}>
              {(shown) => (
                <div className={styles['page']}>
                  <RunLineUp run={shown} runs={data.runs} onRun={(id) => setSearch({ month, run: id })} />
                  <div className={styles['table']}>
                    <DataTable
                      label={t(($) => $.payroll.title)}
                      rows={shown.lines}
                      columns={runColumns(shown.totals, shown.lines, words)}
                      rowKey={({ id }) => id}
                      openKey={openLine?.id ?? null}
                      onOpen={({ id, name }) => setOpenLine({ id, name })}
                      height="100%"
                    />
                  </div>
                  <SlipDrawer
                    lineId={openLine?.id ?? null}
                    name={openLine?.name ?? ''}
                    onClose={() => setOpenLine(null)}
                  />
                </div>
              )}
            </Answer>
          )
        }
      </Answer>
    </Page>
  );
}
