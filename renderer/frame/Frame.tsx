import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AppRoute } from '../routes/route.ts';
import { AuditAlarm } from '../audit/AuditAlarm.tsx';
import { ClockBand } from './ClockBand.tsx';
import { DemoBand } from './DemoBand.tsx';
import styles from './Frame.module.css';
import { Header } from './Header.tsx';
import { JournalBand } from './JournalBand.tsx';
import { SideBar } from './SideBar.tsx';

export function Frame({
  routes,
  children,
}: {
  readonly routes: readonly AppRoute[];
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const content = useRef<HTMLElement>(null);
  useEffect(() => {
    // Braces: newer browsers answer a scroll with a promise, which React would take for a way to undo it.
    content.current?.scrollTo({ top: 0 });
  }, [location]);
  return (
    <div className={styles['frame']}>
      <button type="button" className={styles['skip']} onClick={() => content.current?.focus()}>
        {t(($) => $.frame.skipToContent)}
      </button>
      <Header routes={routes} />
      <DemoBand />
      <ClockBand />
      <JournalBand />
      <AuditAlarm />
      <div className={styles['body']}>
        <SideBar routes={routes} />
        <main ref={content} tabIndex={-1} className={styles['content']}>
          {children}
        </main>
      </div>
    </div>
  );
}
