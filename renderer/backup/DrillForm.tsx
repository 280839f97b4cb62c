import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Inside } from '../../shared/backup/contract.ts';
import { ProgressWithCancel } from '../kit/ProgressWithCancel.tsx';
import { RefusalNotice } from '../kit/RefusalNotice.tsx';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { api } from '../lib/api.ts';
import { useCommand } from '../lib/command.ts';
import { useJob } from '../lib/job.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';
import { InsideFacts } from './InsideFacts.tsx';
import { PaperCode } from './PaperCode.tsx';

type Props = { readonly backup: string; readonly back: () => void };

/** The paper code typed in, the backup opened for real, its numbers shown, nothing of it left. */
export function DrillForm({ backup, back }: Props) {
  const words = useWords().backup;
  const [code, setCode] = useState('');
  const [inside, setInside] = useState<Inside | null>(null);
  const [job, nextJob] = useJob();
  const drill = useCommand(api.backup.drill, { notify: false, done: setInside });
  if (inside)
    return (
      <div className={styles['form']} role="status">
        <StatusBadge tone="good">{words.drillDone}</StatusBadge>
        <span>{words.drillSeen}</span>
        <InsideFacts inside={inside} />
        <div>
          <Button variant="default" onClick={back}>
            {words.back}
          </Button>
        </div>
      </div>
    );
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void drill.run({ backup, code, job: nextJob() });
      }}
    >
      <p className={styles['quiet']}>{words.drillWhy}</p>
      <PaperCode value={code} change={setCode} />
      <RefusalNotice refusal={drill.refusal} />
      {drill.running ? (
        <ProgressWithCancel job={job} label={words.drilling} />
      ) : (
        <div className={styles['acts']}>
          <Button type="submit" disabled={code.trim() === ''}>
            {words.drillRun}
          </Button>
          <Button variant="default" onClick={back}>
            {words.back}
          </Button>
        </div>
      )}
    </form>
  );
}
