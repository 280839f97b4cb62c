import { useTranslation } from 'react-i18next';
import { dayAt } from '../../shared/calendar/day.ts';
import { dayText } from '../../shared/messages/day-words.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { useLanguage } from '../lib/language.ts';
import { OverrideNotes } from './OverrideNotes.tsx';
import styles from './roster.module.css';

/** When and by whom the version on the screen was published, and the reasons that were given for its warnings. */
export function PublishedNote({ roster }: Pick<RosterView, 'roster'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!roster?.publishedAt) return null;
  return (
    <>
      <span className={styles['quiet']}>
        {t(($) => $.roster.publishedAt, {
          at: dayText(dayAt(Date.parse(roster.publishedAt)), language),
          by: roster.publishedBy ?? '',
        })}
      </span>
      <OverrideNotes rosterId={roster.id} />
    </>
  );
}
