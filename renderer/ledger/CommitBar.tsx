import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerPreview } from '../../shared/ledger/contract.ts';
import { sheetKinds } from '../../shared/ledger/kinds.ts';
import { ProgressWithCancel } from '../kit/ProgressWithCancel.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useJob } from '../lib/job.ts';
import styles from './ledger.module.css';

type Undecided = 'provisional' | 'leave-out';
type Props = { readonly preview: LedgerPreview; readonly onDone: (report: string) => void };

/** What will come in, what becomes of the rows nobody decided about, and the button. */
export function CommitBar({ preview, onDone }: Props) {
  const { t } = useTranslation();
  const [job, nextJob] = useJob();
  const [undecided, setUndecided] = useState<Undecided>('provisional');
  const commit = useCommand(api.ledger.commit, { done: ({ importId }) => onDone(importId ?? preview.id) });
  const total = (part: 'imported' | 'provisional' | 'doubtful') =>
    sheetKinds.reduce((sum, kind) => sum + preview.counts[kind][part], 0);
  const doubtful = total('doubtful');
  const taken =
    undecided === 'provisional'
      ? preview.sheets
          .flatMap(({ rows }) => rows)
          .filter(({ state, mayBeProvisional }) => state === 'doubtful' && mayBeProvisional).length
      : 0;
  const coming = total('imported') + total('provisional') + taken;

  if (commit.running) {
    return (
      <div className={styles['commit']}>
        <ProgressWithCancel job={job} label={t(($) => $.ledger.importing)} />
      </div>
    );
  }
  return (
    <div className={styles['commit']}>
      {doubtful > 0 ? (
        <Radio.Group
          label={t(($) => $.ledger.withFact, { text: t(($) => $.ledger.undecided), fact: doubtful })}
          value={undecided}
          onChange={(value) => setUndecided(value as Undecided)}
        >
          <div className={styles['choices']}>
            <Radio value="provisional" label={t(($) => $.ledger.undecidedProvisional)} />
            <Radio value="leave-out" label={t(($) => $.ledger.undecidedLeaveOut)} />
          </div>
        </Radio.Group>
      ) : (
        <span className={styles['quiet']}>
          {coming === 0 ? t(($) => $.ledger.nothingToImport) : t(($) => $.ledger.noDoubts)}
        </span>
      )}
      <Button
        size="md"
        onClick={() => void commit.run({ id: preview.id, job: nextJob(), undecided })}
        disabled={coming === 0}
      >
        {coming === 0
          ? t(($) => $.ledger.nothingToImport)
          : t(($) => $.ledger.importCount, { count: coming })}
      </Button>
    </div>
  );
}
