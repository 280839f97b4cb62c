import type { Refusal } from '../contract/refusal.ts';
import type { StepKind } from './kinds.ts';

type Step = { readonly kind: StepKind };

/** Whether a complaint is being handled or closed, by its steps in the order in which they were written. */
export function stateOf(steps: readonly Step[]): 'open' | 'closed' {
  return steps.findLast(({ kind }) => kind === 'close' || kind === 'reopen')?.kind === 'close'
    ? 'closed'
    : 'open';
}

/**
 * Why a step cannot be written, or null. A closed complaint takes nothing but being opened again, and none is closed before its
 * result stands there; a result of before it was opened again is not the result of what came up since.
 */
export function reasonToRefuseStep(
  kind: StepKind,
  steps: readonly Step[],
): Refusal<'COMPLAINT_CLOSED' | 'COMPLAINT_NOT_CLOSED' | 'COMPLAINT_NO_RESULT'> | null {
  const closed = stateOf(steps) === 'closed';
  if (closed && kind !== 'reopen') return { code: 'COMPLAINT_CLOSED', data: {} };
  if (!closed && kind === 'reopen') return { code: 'COMPLAINT_NOT_CLOSED', data: {} };
  const sinceReopened = steps.slice(steps.findLastIndex((step) => step.kind === 'reopen') + 1);
  if (kind === 'close' && !sinceReopened.some((step) => step.kind === 'result'))
    return { code: 'COMPLAINT_NO_RESULT', data: {} };
  return null;
}
