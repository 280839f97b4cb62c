import type { Status } from '../../shared/policy/parameters.ts';
import type { Tone } from '../kit/StatusBadge.tsx';

/** What nobody has confirmed calls for attention; the rest does not. */
export const statusTones: Readonly<Record<Status, Tone>> = {
  confirmed: 'good',
  secondary: 'information',
  unconfirmed: 'attention',
  local: 'plain',
};
