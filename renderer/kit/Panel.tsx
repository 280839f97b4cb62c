import type { ReactNode } from 'react';
import styles from './kit.module.css';

/** A white sheet on the ground with an optional heading: the only box there is. */
export function Panel({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className={styles['panel']}>
      {title && <h2 className={styles['panelTitle']}>{title}</h2>}
      {children}
    </section>
  );
}
