import type { FaultKind, MendKind, Proposal } from './kinds.ts';

/** What a reader made of a cell. Exactly one of three: blank (null, no fault), a value (perhaps mended), or a fault. */
export type Reading<T> = {
  readonly value: T | null;
  /** The value as the preview and the report write it; `` when there is none. */
  readonly shown: string;
  readonly mend: MendKind | null;
  readonly fault: { readonly kind: FaultKind; readonly proposal: Proposal | null } | null;
};

export const BLANK_READING: Reading<never> = { value: null, shown: '', mend: null, fault: null };

export function read<T>(value: T, shown: string, mend: MendKind | null = null): Reading<T> {
  return { value, shown, mend, fault: null };
}

export function doubt(kind: FaultKind, proposal: Proposal | null = null): Reading<never> {
  return { value: null, shown: '', mend: null, fault: { kind, proposal } };
}

/** Which harmless change turned the text of the cell into what was read; null when it stood there exactly so. */
export function spellingMend(raw: string, shown: string): MendKind | null {
  if (raw === shown) return null;
  if (
    raw.replaceAll(/[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '') ===
    shown.replaceAll(/\s/g, '')
  )
    return 'spaces';
  if (
    /[！-～\u3000]/.test(raw) &&
    raw.normalize('NFKC').replaceAll(/\s/g, '') === shown.replaceAll(/\s/g, '')
  )
    return 'full-width';
  if (raw.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase() === shown.toUpperCase()) return 'lower-case';
  return 'word';
}
