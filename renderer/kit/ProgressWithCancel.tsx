import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../lib/api.ts';
import styles from './kit.module.css';

type Props = {
  /** The id that was given to the request; useJob() makes one. */
  readonly job: string;
  readonly label?: string;
};

/** Shows how far a long request is, and stops it when asked: it then ends with CANCELLED and leaves nothing behind. */
export function ProgressWithCancel({ job, label }: Props) {
  const { t } = useTranslation();
  const [stopping, setStopping] = useState(false);
  const progress = useQuery({
    queryKey: ['job', job],
    queryFn: () => api.jobs.progress({ job }),
    refetchInterval: 250,
    staleTime: 0,
  });
  const { done, total } = progress.data ?? { done: 0, total: 0 };
  const stop = () => {
    setStopping(true);
    // When the work is over before the wish arrives there is nothing to stop, and its own answer follows.
    void api.jobs.cancel({ job }).catch(() => setStopping(false));
  };
  return (
    <div className={styles['progress']}>
      <div className={styles['progressLabel']}>
        <span role="status">{label ?? t(($) => $.kit.running)}</span>
        {total > 0 && <span>{t(($) => $.kit.progress, { done, total })}</span>}
      </div>
      <Progress
        value={total > 0 ? (100 * done) / total : 100}
        animated={total === 0}
        striped={total === 0}
        aria-label={label ?? t(($) => $.kit.running)}
      />
      <Button variant="default" size="compact-sm" disabled={stopping} onClick={stop}>
        {stopping ? t(($) => $.kit.stopping) : t(($) => $.kit.stop)}
      </Button>
    </div>
  );
}
