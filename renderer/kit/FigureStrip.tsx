import type { ReactNode } from 'react';
import styles from './kit.module.css';

export type Figure = {
  readonly label: string;
  readonly value: ReactNode;
  readonly mark?: ReactNode;
  readonly hint?: string;
};

/** The few numbers that a page is about, in one strip; `hint` says in a sentence where the last one comes from. */
export function FigureStrip({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className={styles['figures']}>
      {figures.map(({ label, value, mark, hint }) => (
        <div key={label} className={styles['figure']}>
          <dt>
            {label} {mark}
          </dt>
          <dd>
            {value}
            {hint && <small>{hint}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
