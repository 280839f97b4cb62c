import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './kit.module.css';

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Names and values side by side; what is not known is a dash. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles['facts']}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles['fact']}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? t(($) => $.kit.none) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
