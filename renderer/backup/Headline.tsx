import { COPIES_KEPT, copyKinds } from '../../shared/backup/old-copies.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { sentenceFor } from '../../shared/messages/sentence.ts';
import type { Words } from '../../shared/messages/words.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { api } from '../lib/api.ts';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import styles from './backup.module.css';
import { instantText, sizeText } from './words-of.ts';

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
      {copies.length > 0 && <p className={styles['quiet']}>{copiesLine(copies, words)}</p>}
    </>
  );
}

/** How many old copies lie on this PC, how much room they take, and when they go. */
function copiesLine(
  copies: Standing['copies'],
  { copies: line, copiesOf }: Words<Messages>['backup'],
): string {
  const parts = copyKinds.flatMap((kind) => {
    const count = copies.filter((copy) => copy.kind === kind).length;
    return count > 0 ? [fill(copiesOf[kind], { count })] : [];
  });
  const bytes = copies.reduce((sum, copy) => sum + copy.bytes, 0);
  const { newest, days } = COPIES_KEPT;
  return fill(line, { parts: parts.join(copiesOf.and), size: sizeText(bytes), newest, days });
}
