import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './kit.module.css';

type Props = {
  readonly title: string;
  /** What to do next, in one sentence. */
  readonly hint?: string;
  readonly icon?: Icon;
  readonly action?: ReactNode;
};

/** Stands where there is nothing to show yet, and says what to do next. */
export function EmptyState({ title, hint, icon: Mark, action }: Props) {
  return (
    <section className={styles['empty']}>
      {Mark && <Mark size="2.5rem" stroke={1.3} aria-hidden />}
      <h2 className={styles['emptyTitle']}>{title}</h2>
      {hint && <p className={styles['emptyHint']}>{hint}</p>}
      {action}
    </section>
  );
}
