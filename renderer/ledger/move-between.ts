import type { KeyboardEvent } from 'react';

/** Arrow up and down go to the field of the doubt above or below, as in a sheet. */
export function moveBetweenDoubts(event: KeyboardEvent<HTMLInputElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const fields = event.currentTarget
    .closest('[role=list]')
    ?.querySelectorAll<HTMLInputElement>('input[data-mend]');
  const all = [...(fields ?? [])];
  all[all.indexOf(event.currentTarget) + step]?.focus();
  event.preventDefault();
}
