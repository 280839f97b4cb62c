import type { ReactNode } from 'react';
import styles from './kit.module.css';

/** The line of buttons at the head of a side panel. */
export function PanelActs({ children }: { readonly children: ReactNode }) {
  return <div className={styles['panelActs']}>{children}</div>;
}
