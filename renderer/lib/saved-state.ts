import { useSyncExternalStore } from 'react';

export type SavedState =
  | { readonly stage: 'untouched' }
  | { readonly stage: 'saving' }
  | { readonly stage: 'saved'; readonly at: Date }
  | { readonly stage: 'refused' };

/** Milliseconds within which nobody wants to know that something is under way: most is safe before. */
const SOON = 150;

let state: SavedState = { stage: 'untouched' };
let patience: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Told by useCommand at each change, shown in the header: what was entered last is safe, under way, or not saved. */
export function tellSavedState(next: SavedState): void {
  clearTimeout(patience);
  if (next.stage === 'saving') patience = setTimeout(show, SOON, next);
  else show(next);
}

function show(next: SavedState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function useSavedState(): SavedState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
