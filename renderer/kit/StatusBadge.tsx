import type { ReactNode } from 'react';
import styles from './kit.module.css';

export type Tone = 'plain' | 'good' | 'attention' | 'danger' | 'information';

/** A state in a word. The mark before it differs in form as well as colour: round, tilted, square. */
export function StatusBadge({
  tone = 'plain',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles['status']} data-tone={tone}>
      {children}
    </span>
  );
}
