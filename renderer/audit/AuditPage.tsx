import { Button, Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { lineKinds, type AuditLogLine, type LineKind } from '../../shared/audit/contract.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { DayInput } from '../kit/DayInput.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { ProgressWithCancel } from '../kit/ProgressWithCancel.tsx';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { announce } from '../lib/failure.ts';
import { useJob } from '../lib/job.ts';
import { useWords } from '../lib/words.ts';
import styles from './audit.module.css';
import { FaultList } from './FaultList.tsx';
import { useLineColumns } from './line-columns.ts';
import { StandingLine } from './StandingLine.tsx';
import { useAuditStanding } from './use-standing.ts';

const limit = 200;

/** What was done and looked at, by whom and when; and whether the chain of lines is whole. */
export function AuditPage() {
  const words = useWords();
  const texts = words.audit;
  const [, go] = useLocation();
  const [actor, setActor] = useState<string | null>(null);
  const [kind, setKind] = useState<LineKind | null>(null);
  const [from, setFrom] = useState<Day | null>(null);
  const [until, setUntil] = useState<Day | null>(null);
  const [job, nextJob] = useJob();
  const columns = useLineColumns();
  const standing = useAuditStanding(true);
  const accounts = useQuery(requests.people.accounts.queryOptions({ input: {} }));
  const log = useInfiniteQuery(
    requests.audit.lines.infiniteOptions({
      input: (before: number | undefined) => ({
        limit,
        ...(before !== undefined && { before }),
        ...(actor && { actor }),
        ...(kind && { kind }),
        ...(from && { from }),
        ...(until && { until }),
      }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (lines) => (lines.length < limit ? undefined : lines.at(-1)?.seq),
    }),
  );
  const verify = useCommand(api.audit.verify, {
    saves: false,
    done: ({ whole, faultCount, lost }) =>
      announce(faultCount + lost > 0 ? texts.verifiedBroken : fill(texts.verified, { count: whole })),
  });
  return (
    <div className={styles['log']}>
      <Page
        title={texts.title}
        acts={
          <>
            <Button variant="default" onClick={() => go('/audit/compare')}>
              {texts.compare}
            </Button>
            <Button
              variant="default"
              loading={verify.running}
              onClick={() => void verify.run({ job: nextJob() })}
            >
              {texts.verify}
            </Button>
          </>
        }
      >
        <p className={styles['quiet']}>{texts.intro}</p>
        {verify.running && <ProgressWithCancel job={job} label={texts.verifying} />}
        <Answer query={standing}>
          {(found) => (
            <>
              <StandingLine standing={found} />
              <FaultList standing={found} />
            </>
          )}
        </Answer>
        <div className={styles['filters']}>
          <Select
            label={texts.filter.actor}
            placeholder={texts.filter.anyone}
            clearable
            data={(accounts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={actor}
            onChange={setActor}
          />
          <Select
            label={texts.filter.kind}
            placeholder={texts.filter.anything}
            clearable
            data={lineKinds.map((value) => ({ value, label: texts.kinds[value] }))}
            value={kind}
            onChange={(value) => setKind(lineKinds.find((each) => each === value) ?? null)}
          />
          <DayInput label={texts.filter.from} clearable value={from} onChange={setFrom} />
          <DayInput label={texts.filter.until} clearable value={until} onChange={setUntil} />
        </div>
        <div className={styles['grow']}>
          <Answer query={log}>
            {({ pages }) => (
              <DataTable<AuditLogLine>
                label={texts.title}
                rows={pages.flat()}
                columns={columns}
                rowKey={({ seq }) => String(seq)}
                height="100%"
                empty={<EmptyState title={texts.nothing} hint={texts.nothingHint} />}
                tools={
                  log.hasNextPage && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={log.isFetchingNextPage}
                      onClick={() => void log.fetchNextPage()}
                    >
                      {texts.earlier}
                    </Button>
                  )
                }
              />
            )}
          </Answer>
        </div>
      </Page>
    </div>
  );
}
