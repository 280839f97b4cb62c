import type { LeaveKind } from '../roster/leave-contract.ts';
import type { Mark } from './marks.ts';

const markOfLeave: Readonly<Record<LeaveKind, Mark>> = {
  personal: 'personal',
  sick: 'sick',
  annual: 'annual',
  rest: 'rest',
  maternity: 'other-leave',
  other: 'other-leave',
};

/** The mark that a day begins with: leave counts before the roster, and a cell without a shift is rest. */
export function markFromRoster(
  cell: string | null,
  leave: LeaveKind | null,
  isNight: (code: string) => boolean,
): Mark {
  if (leave !== null) return markOfLeave[leave];
  if (cell === null) return 'rest';
  return isNight(cell) ? 'night' : 'day';
}
