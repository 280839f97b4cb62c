import type { Database } from 'better-sqlite3';
import { appendAudit } from '../../db/audit.ts';
import type { ReadKind } from '../../shared/contract/base.ts';

/** A page that stays open asks again and again: the same look by the same person within this time is one line. */
const FOLDED = 5 * 60_000;

/** Names of inputs that say whose record it was, the nearest first, and those that say of which time. */
const things = ['id', 'residentId', 'caregiverId', 'lineId', 'rosterId', 'run', 'of'] as const;
const times = ['month', 'year', 'day', 'round', 'from', 'to', 'until'] as const;

/** When which look was written down last, by who, what and whose; one memory a file, gone when it is closed. */
const looks = new WeakMap<Database, Map<string, number>>();

type Look = {
  readonly at: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly actor: string;
  readonly action: string;
  readonly reads: ReadKind;
  readonly input: unknown;
};

/**
 * Writes down that somebody looked at something sensitive: whose and of which time, never what was shown. A file that leaves the
 * house is a line each time. Throws when the line cannot be written: what nobody could be asked about is not shown.
 */
export function recordLook(raw: Database, { at, now, actor, action, reads, input }: Look): void {
  const [object, detail] = [firstOf(input, things), allOf(input, times)];
  const known = looks.get(raw) ?? new Map<string, number>();
  looks.set(raw, known);
  const key = JSON.stringify([actor, action, object, detail]);
  const last = known.get(key);
  if (reads !== 'copy' && last !== undefined && now >= last && now - last < FOLDED) return;
  raw.transaction(() => appendAudit(raw, { at, actor, action, object, detail })).immediate();
  for (const [earlier, when] of known) if (now - when >= FOLDED) known.delete(earlier);
  known.set(key, now);
}

function field(input: unknown, name: string): string | null {
  if (typeof input !== 'object' || input === null || !(name in input)) return null;
  const value: unknown = (input as Record<string, unknown>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

const allOf = (input: unknown, names: readonly string[]) =>
  names.flatMap((name) => field(input, name) ?? []).join(' ');
const firstOf = (input: unknown, names: readonly string[]) =>
  names.map((name) => field(input, name)).find((value) => value !== null) ?? '';
