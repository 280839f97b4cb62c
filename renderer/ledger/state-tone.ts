import type { RowState } from '../../shared/ledger/records.ts';
import type { Tone } from '../kit/StatusBadge.tsx';

const tones: Readonly<Record<RowState, Tone>> = {
  new: 'good',
  already: 'plain',
  doubtful: 'attention',
  provisional: 'information',
  'left-out': 'danger',
};

export function toneOf(state: RowState): Tone {
  return tones[state];
}
