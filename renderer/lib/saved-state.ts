import { useSyncExternalStore } from 'react';

export type SavedState =
  | { readonly stage: 'untouched' }
  | { readonly stage: 'saving' }
  | { readonly stage: 'saved'; readonly at: Date }
  | { readonly stage: 'refused' };

/** What the header shows: after a refusal, of which the page speaks itself, when it was last that something was saved. */
type Shown = Exclude<SavedState, { stage: 'refused' }>;

/** Milliseconds within which nobody wants to know that something is under way: most is safe before. */
const SOON = 150;

let state: Shown = { stage: 'untouched' };
/** The state that a refusal leads back to. */
let safe: Shown = state;
let patience: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Told by useCommand at each change, shown in the header: what was entered last is safe, or under way. */
export function tellSavedState(next: SavedState): void {
  clearTimeout(patience);
  if (next.stage === 'saving') patience = setTimeout(show, SOON, next);
  else show(next.stage === 'refused' ? safe : next);
}

function show(next: Shown): void {
  if (next.stage !== 'saving') safe = next;
  state = next;
  for (const listener of listeners) listener();
}

export function useSavedState(): Shown {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
