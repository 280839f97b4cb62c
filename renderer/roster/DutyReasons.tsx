import { Tooltip } from '@mantine/core';
import type { AnsweredResident } from '../../shared/roster/duty-contract.ts';
import { useWords } from '../lib/words.ts';
import styles from './duties.module.css';

type Why = 'own' | 'near' | 'shared' | 'kept' | 'met' | 'unmet';

/** Why a caregiver answers for a resident, the weightiest first. */
export function reasonsOf({ basis, kept, wish }: Pick<AnsweredResident, 'basis' | 'kept' | 'wish'>): Why[] {
  const reasons: Why[] = [];
  if (basis === 'own') reasons.push('own');
  if (wish !== null) reasons.push(wish);
  if (kept && basis !== 'own') reasons.push('kept');
  if (basis === 'near') reasons.push('near');
  if (basis === 'shared' && !kept) reasons.push('shared');
  return reasons;
}

/** The reasons as words, each explained in a sentence on hover and for who listens. */
export function DutyReasons({ resident }: { readonly resident: AnsweredResident }) {
  const words = useWords().rosterPapers.why;
  return (
    <span className={styles['why']}>
      {reasonsOf(resident).map((why) => (
        <Tooltip key={why} label={words.hints[why]}>
          <small className={styles['reason']} data-why={why}>
            {words[why]}
          </small>
        </Tooltip>
      ))}
    </span>
  );
}
