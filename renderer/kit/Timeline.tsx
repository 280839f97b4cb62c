import type { ReactNode } from 'react';
import styles from './kit.module.css';

export type TimelineEvent = {
  readonly key: string;
  /** Already in the reader's language: dayText(day, language). */
  readonly when: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly tone?: 'plain' | 'attention' | 'danger';
};

/** What happened, newest first. */
export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  return (
    <ol className={styles['timeline']}>
      {events.map(({ key, when, title, detail, tone = 'plain' }) => (
        <li key={key} className={styles['event']} data-tone={tone}>
          <span className={styles['eventWhen']}>{when}</span>
          <div>
            <div>{title}</div>
            {detail && <div className={styles['eventDetail']}>{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
