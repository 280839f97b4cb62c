import type { AuditStanding } from '../../shared/audit/contract.ts';
import { fill } from '../../shared/messages/fill.ts';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import { useLanguage } from '../lib/language.ts';
import { useWords } from '../lib/words.ts';
import { whereText } from './anchor-words.ts';
import styles from './audit.module.css';
import { clockText } from './clock-text.ts';

/** Whether the log is whole, when that was looked at, and what it is proven by. */
export function StandingLine({ standing }: { readonly standing: AuditStanding }) {
  const words = useWords().audit;
  const language = useLanguage();
  const { checking, checkedAt, unreadable, whole, faultCount, lost, proven, code } = standing;
  const wrong = faultCount + lost.length;
  return (
    <div className={styles['standing']}>
      <div className={styles['line']}>
        {unreadable ? (
          <StatusBadge tone="danger">{fill(words.unreadable, { line: whole })}</StatusBadge>
        ) : wrong > 0 ? (
          <StatusBadge tone="danger">{fill(words.broken, { count: wrong })}</StatusBadge>
        ) : checkedAt === null ? (
          <StatusBadge tone="information">
            {fill(words.checking, { done: checking?.done ?? 0, total: checking?.total ?? 0 })}
          </StatusBadge>
        ) : (
          <StatusBadge tone="good">{fill(words.whole, { count: whole })}</StatusBadge>
        )}
        {checkedAt !== null && (
          <span className={styles['quiet']}>
            {fill(words.checkedAt, { time: clockText(checkedAt, language) })}
          </span>
        )}
        <span className={styles['quiet']}>
          {words.head} <span className={styles['code']}>{code}</span>
        </span>
      </div>
      <p className={styles['quiet']}>
        {proven
          ? fill(words.proven, {
              seq: proven.seq,
              where: `${whereText(proven, words)} ${clockText(proven.at, language)}`,
            })
          : wrong > 0
            ? words.unprovenBroken
            : words.unproven}
      </p>
    </div>
  );
}
