import { useSyncExternalStore } from 'react';
import { readChoice, writeChoice } from './choices.ts';

export type TypeSize = 'normal' | 'large';

const listeners = new Set<() => void>();

const current = (): TypeSize => (document.documentElement.dataset['type'] === 'large' ? 'large' : 'normal');

/** Sets the size that was chosen last on this PC. Every size of the theme is in rem, so all of the page follows. */
export function startTypeSize(): void {
  document.documentElement.dataset['type'] = readChoice('type-size') === 'large' ? 'large' : 'normal';
}

export function chooseTypeSize(size: TypeSize): void {
  document.documentElement.dataset['type'] = size;
  writeChoice('type-size', size);
  for (const listener of listeners) listener();
}

export function useTypeSize(): TypeSize {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}

/** Pixels of one rem now, for code that must count in pixels (virtual rows). */
export function useRem(): number {
  return useTypeSize() === 'large' ? 19.2 : 16;
}
