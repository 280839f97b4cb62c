import { useSyncExternalStore } from 'react';

export type SavedState =
  | { readonly stage: 'untouched' }
  | { readonly stage: 'saving' }
  | { readonly stage: 'saved'; readonly at: Date }
  | { readonly stage: 'refused' };

let state: SavedState = { stage: 'untouched' };
const listeners = new Set<() => void>();

/** Told by useCommand at each change, shown in the header: what was entered last is safe, under way, or not saved. */
export function tellSavedState(next: SavedState): void {
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
