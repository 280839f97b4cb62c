import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { dayAt } from '../../shared/calendar/day.ts';
import { actionText } from '../../shared/messages/actions.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { Page } from '../kit/Page.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { requests, type api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './Settings.module.css';

type Line = Awaited<ReturnType<typeof api.people.audit>>['lines'][number];

const limit = 200;

/** Clock of the house: China keeps one zone and no summer time. */
const clock = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 19);

/** What was done, by whom and when; and whether the chain of lines is whole. */
export function AuditPage() {
  const words = useWords();
  const texts = words.people.audit;
  const language = useLanguage();
  const accounts = useQuery(requests.people.accounts.queryOptions({ input: {} }));
  const log = useInfiniteQuery(
    requests.people.audit.infiniteOptions({
      input: (before: number | undefined) => ({ limit, ...(before !== undefined && { before }) }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: ({ lines }) => (lines.length < limit ? undefined : lines.at(-1)?.seq),
    }),
  );
  const names = new Map(accounts.data?.map(({ id, name }) => [id, name]));
  const who = (actor: string) => names.get(actor) ?? (actor === '-' ? texts.nobody : texts.system);
  const columns: readonly Column<Line>[] = [
    { key: 'seq', title: texts.seq, width: 76, align: 'end', value: ({ seq }) => seq },
    {
      key: 'at',
      title: texts.at,
      width: 220,
      value: ({ at }) => at,
      cell: ({ at }) => `${dayText(dayAt(Date.parse(at)), language)} ${clock(Date.parse(at))}`,
    },
    { key: 'actor', title: texts.actor, width: 120, filter: 'choice', value: ({ actor }) => who(actor) },
    {
      key: 'action',
      title: texts.action,
      width: 240,
      filter: 'choice',
      value: ({ action }) => actionText(action, language),
    },
    { key: 'detail', title: texts.detail, filter: 'text', value: ({ detail }) => detail },
    {
      key: 'object',
      title: texts.object,
      width: 140,
      filter: 'text',
      value: ({ object }) => object,
      cell: ({ object }) => object.slice(0, 8),
    },
  ];
  return (
    <Page title={texts.title} note={texts.intro}>
      <Answer query={log}>
        {({ pages }) => {
          const newest = pages[0];
          return (
            <>
              {newest && (
                <div className={styles['auditHead']}>
                  {newest.brokenAt === null ? (
                    <StatusBadge tone="good">{fill(texts.whole, { count: newest.count })}</StatusBadge>
                  ) : (
                    <StatusBadge tone="danger">{fill(texts.broken, { line: newest.brokenAt })}</StatusBadge>
                  )}
                  <span className={styles['auditNote']}>
                    {fill(texts.head, { head: newest.head.slice(0, 16) })}
                  </span>
                </div>
              )}
              <DataTable
                label={texts.title}
                rows={pages.flatMap(({ lines }) => lines)}
                columns={columns}
                rowKey={({ seq }) => String(seq)}
                height="calc(100% - 6rem)"
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
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
