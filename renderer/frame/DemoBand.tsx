import { useTranslation } from 'react-i18next';
import { useSession } from '../lib/session.ts';
import styles from './Frame.module.css';

/** Stands on every page of the demo centre, so that nobody takes made-up people for real ones. */
export function DemoBand() {
  const { t } = useTranslation();
  if (!useSession().centre.demo) return null;
  return (
    <div className={styles['band']} role="note">
      <strong>{t(($) => $.frame.demo)}</strong> · {t(($) => $.frame.demoHint)}
    </div>
  );
}
