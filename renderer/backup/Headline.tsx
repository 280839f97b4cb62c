import { fill } from '../../shared/messages/fill.ts';
import { sentenceFor } from '../../shared/messages/sentence.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';
import { instantText } from './words-of.ts';

export type Standing = Awaited<ReturnType<typeof api.backup.standing>>;

/** When the last good backup was made, where it lies, and how it is known to be good; what went wrong since. */
export function Headline({ standing }: { readonly standing: Standing }) {
  const words = useWords().backup;
  const language = useLanguage();
  const { last, backupLate, days, trouble, copies } = standing;
  const state = backupLate ? (days === null ? words.lateNever : fill(words.late, { days })) : words.good;
  return (
    <>
      <div className={styles['headline']}>
        <StatusBadge tone={backupLate ? 'attention' : 'good'}>{state}</StatusBadge>
        <span className={styles['when']}>
          {last ? fill(words.line, { when: instantText(last.at, language), place: last.place }) : words.never}
        </span>
      </div>
      {last && (
        <p className={styles['quiet']}>
          {last.testedAt
            ? fill(words.checkedOn, { when: instantText(last.testedAt, language) })
            : words.checkedThen}
        </p>
      )}
      {trouble && (
        <p className={styles['trouble']} role="status">
          {fill(words.trouble, {
            when: instantText(trouble.at, language),
            sentence: sentenceFor({ code: trouble.code, data: trouble.data }, language),
          })}
        </p>
      )}
      {copies > 0 && <p className={styles['quiet']}>{fill(words.copies, { count: copies })}</p>}
    </>
  );
}
