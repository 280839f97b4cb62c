import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Switches } from '../frame/Switches.tsx';
import styles from './Doorway.module.css';

type Props = {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** The pages before the house: set-up, sign-in, recovery. */
export function Doorway({ title, intro, wide = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles['doorway']}>
      <aside className={styles['brand']}>
        <div>
          <div className={styles['mark']} aria-hidden>
            {t(($) => $.frame.mark)}
          </div>
          <p className={styles['name']}>{t(($) => $.frame.product)}</p>
          <p className={styles['motto']}>{t(($) => $.frame.motto)}</p>
        </div>
        <p className={styles['promise']}>{t(($) => $.frame.promise)}</p>
      </aside>
      <div className={styles['side']}>
        <div className={styles['switches']}>
          <Switches />
        </div>
        <main className={styles['place']}>
          <div className={styles['card']} data-wide={wide}>
            <h1 className={styles['title']}>{title}</h1>
            {intro && <p className={styles['intro']}>{intro}</p>}
            {children}
          </div>
        </main>
      </div>
    </div>
  );
}
