import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../kit/StatusBadge.tsx';
import type { Doubt } from './doubt.ts';
import styles from './ledger.module.css';
import { toneOf } from './state-tone.ts';

type Decision = 'leave-out' | 'provisional';
type Props = {
  readonly doubt: Doubt;
  readonly placeId: string;
  readonly mayBeProvisional: boolean;
  readonly onDecide: (decision: Decision | null) => void;
};

/** What becomes of the row while the cell is in doubt: left out, or a resident taken in with papers to be verified. */
export function DoubtDecision({ doubt: { effect, state }, placeId, mayBeProvisional, onDecide }: Props) {
  const { t } = useTranslation();
  const act = (decision: Decision | null, label: string, variant: 'default' | 'subtle') => (
    <Button size="compact-md" variant={variant} onClick={() => onDecide(decision)} aria-describedby={placeId}>
      {label}
    </Button>
  );
  if (state === 'doubtful' && effect === 'row') {
    return (
      <div className={styles['decide']}>
        {mayBeProvisional &&
          act(
            'provisional',
            t(($) => $.ledger.takeProvisional),
            'default',
          )}
        {act(
          'leave-out',
          t(($) => $.ledger.leaveOut),
          'default',
        )}
      </div>
    );
  }
  const isDecided = state === 'left-out' || state === 'provisional';
  return (
    <div className={styles['decide']}>
      {(isDecided || state === 'already') && (
        <StatusBadge tone={toneOf(state)}>{t(($) => $.ledger.states[state])}</StatusBadge>
      )}
      {isDecided &&
        act(
          null,
          t(($) => $.ledger.restore),
          'subtle',
        )}
    </div>
  );
}
