import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Switches } from '../frame/Switches.tsx';
import styles from './Doorway.module.css';

type Props = {
  readonly title: string;
  readonly intro?: ReactNode;
  /** The centre of this PC, once there is one. */
  readonly centre?: string | null;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** The pages before the house: set-up, sign-in, recovery. */
export function Doorway({ title, intro, centre, wide = false, children }: Props) {
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
          {centre && <p className={styles['centre']}>{centre}</p>}
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
