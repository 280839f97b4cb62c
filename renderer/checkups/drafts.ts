import { useMemo, useSyncExternalStore } from 'react';
import type { Day } from '../../shared/calendar/day.ts';
import { emptyDraft, type RowDraft, type SheetColumn } from '../../shared/health/sheet-draft.ts';
import type { Edit } from '../kit/entry.ts';

/** Whose unsaved rows these are, and of which round. */
export type RoundOf = { readonly account: string; readonly day: Day; readonly round: number };
export type RoundDraft = ReadonlyMap<string, RowDraft>;

/**
 * Unsaved rows live in the memory of the window and nowhere else: values of residents are never written unencrypted. So they
 * outlast a visit to another page and a locked screen, for the same account, but not the program.
 */
const kept = new Map<string, { readonly of: RoundOf; readonly rows: RoundDraft }>();
const listeners = new Set<() => void>();
let version = 0;

const keyOf = ({ account, day, round }: RoundOf) => `${account} ${day} ${round}`;
const none: RoundDraft = new Map();

function keep(of: RoundOf, rows: RoundDraft): void {
  if (rows.size === 0) kept.delete(keyOf(of));
  else kept.set(keyOf(of), { of, rows });
  version += 1;
  for (const listener of listeners) listener();
}

/** The unsaved rows of a round as they are now, by resident. */
export function draftOf(of: RoundOf): RoundDraft {
  return kept.get(keyOf(of))?.rows ?? none;
}

/** Puts typed texts into their rows; a row without any text is no draft any more. */
export function typeInto(of: RoundOf, edits: readonly Edit[]): void {
  const rows = new Map(draftOf(of));
  for (const { row, column, text } of edits) {
    const before = rows.get(row) ?? emptyDraft;
    const texts = { ...before.texts, [column]: text };
    if (Object.values(texts).some((typed) => typed !== '')) rows.set(row, { ...before, texts });
    else rows.delete(row);
  }
  keep(of, rows);
}

/** Remembers that somebody has looked at an unusual text and found it right. */
export function confirmText(of: RoundOf, row: string, column: SheetColumn, text: string): void {
  const before = draftOf(of).get(row);
  if (!before) return;
  keep(of, new Map(draftOf(of)).set(row, { ...before, confirmed: { ...before.confirmed, [column]: text } }));
}

export function dropRows(of: RoundOf, rows: Iterable<string>): void {
  const left = new Map(draftOf(of));
  for (const row of rows) left.delete(row);
  keep(of, left);
}

function useVersion(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => version,
  );
}

export function useRoundDraft(of: RoundOf): RoundDraft {
  useVersion();
  return draftOf(of);
}

/** The other rounds that this account has begun and not saved. */
export function useOtherDrafts(of: RoundOf): readonly { readonly of: RoundOf; readonly count: number }[] {
  const now = useVersion();
  const { account } = of;
  const key = keyOf(of);
  return useMemo(
    () =>
      [...kept.entries()]
        .filter(([other, draft]) => now >= 0 && other !== key && draft.of.account === account)
        .map(([, draft]) => ({ of: draft.of, count: draft.rows.size })),
    [now, key, account],
  );
}
