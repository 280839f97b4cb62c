import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditAnchor } from '../../shared/audit/contract.ts';
import { Answer } from '../kit/Answer.tsx';
import { DataTable } from '../kit/DataTable.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { Panel } from '../kit/Panel.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Column } from '../kit/table.ts';
import { api, requests } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { whereText } from './anchor-words.ts';
import styles from './audit.module.css';
import { clockText } from './clock-text.ts';
import { CodeForm } from './CodeForm.tsx';
import { ComparedResult, type Compared } from './ComparedResult.tsx';

/** Holds a code from paper, or a place that was carried out before, against the log. */
export function ComparePage() {
  const words = useWords().audit;
  const language = useLanguage();
  const anchors = useQuery(requests.audit.anchors.queryOptions({ input: {} }));
  const [result, setResult] = useState<Compared | null>(null);
  const { run, running, refusal } = useCommand(api.audit.compare, {
    saves: false,
    refresh: false,
    notify: false,
    done: setResult,
  });
  const columns: readonly Column<AuditAnchor>[] = [
    {
      key: 'at',
      title: words.anchors.when,
      width: 212,
      value: ({ at }) => at,
      cell: ({ at }) => clockText(at, language),
    },
    { key: 'where', title: words.anchors.where, filter: 'text', value: (anchor) => whereText(anchor, words) },
    { key: 'seq', title: words.anchors.seq, width: 90, align: 'end', value: ({ seq }) => seq },
    {
      key: 'code',
      title: words.anchors.code,
      width: 360,
      value: ({ code }) => code,
      cell: ({ code }) => <span className={styles['code']}>{code}</span>,
    },
    {
      key: 'held',
      title: words.anchors.result,
      width: 110,
      value: ({ held }) => (held ? words.anchors.held1 : words.anchors.lost),
      cell: ({ held }) => (
        <StatusBadge tone={held ? 'good' : 'danger'}>
          {held ? words.anchors.held1 : words.anchors.lost}
        </StatusBadge>
      ),
    },
    {
      key: 'use',
      title: '',
      width: 120,
      value: () => null,
      cell: ({ code, seq }) => (
        <Button size="compact-sm" variant="default" onClick={() => void run({ code, seq })}>
          {words.anchors.use}
        </Button>
      ),
    },
  ];
  return (
    <Page title={words.anchors.title}>
      <div className={styles['panels']}>
        <Panel>
          <p>{words.anchors.intro}</p>
          <CodeForm running={running} refusal={refusal} onCheck={(input) => void run(input)} />
          {result && <ComparedResult result={result} />}
        </Panel>
        <Panel title={words.anchors.known}>
          <Answer query={anchors}>
            {(rows) => (
              <DataTable
                label={words.anchors.known}
                rows={rows}
                columns={columns}
                rowKey={({ kind, seq, reference }) => `${kind} ${seq} ${reference}`}
                height="16rem"
                empty={<EmptyState title={words.anchors.empty} hint={words.anchors.emptyHint} />}
              />
            )}
          </Answer>
        </Panel>
        <Panel title={words.anchors.promise}>
          <p>{words.anchors.promiseText}</p>
        </Panel>
      </div>
    </Page>
  );
}
