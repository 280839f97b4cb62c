import type { Database } from 'better-sqlite3';
import { FIRST_HASH, hashOfLine, type AuditFields, type AuditLine } from './audit.ts';

/**
 * A line of the log that cannot be as it was written. `content`: what stands there does not give the hash that it was sealed
 * with (`expected` the sealed hash, `found` what the content gives now). `link`: it fits itself but not the line before it
 * (`expected` that line's hash, `found` the hash it names). `missing`: the lines from `seq` to `through` are gone (`expected`
 * the hash of the last of them, as the line after it names it).
 */
export type LineFault = {
  readonly kind: 'content' | 'link' | 'missing';
  readonly seq: number;
  readonly through: number;
  readonly expected: string;
  readonly found: string;
  /** What stands there now; null where nothing does. */
  readonly line: AuditFields | null;
};

/** How far the chain was walked, and what was found on the way. */
export type ChainState = {
  /** Number and hash of the last line that was read. */
  readonly at: number;
  readonly hash: string;
  /** Lines 1 to here fit together without a fault. */
  readonly whole: number;
  readonly faults: readonly LineFault[];
  /** All that were found; `faults` keeps the first of them. */
  readonly faultCount: number;
};

/** So many faults are kept to be shown; a log that was cut to pieces is told by its first ones. */
const KEPT = 50;

export const chainStart: ChainState = { at: 0, hash: FIRST_HASH, whole: 0, faults: [], faultCount: 0 };

/** Reads up to `limit` lines after those read before and judges each; a fault does not end the walk. About 22 µs a line. */
export function walkChain(raw: Database, before: ChainState, limit: number): ChainState {
  let { at, hash, whole, faultCount } = before;
  const faults = [...before.faults];
  const lines = raw.prepare('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?');
  for (const line of lines.iterate(at, limit) as IterableIterator<AuditLine>) {
    for (const fault of faultsOf(line, at, hash)) {
      faultCount += 1;
      if (faults.length < KEPT) faults.push(fault);
    }
    [at, hash] = [line.seq, line.hash];
    if (faultCount === 0) whole = at;
  }
  return { at, hash, whole, faults, faultCount };
}

function faultsOf(line: AuditLine, before: number, hash: string): LineFault[] {
  const { seq, prev, at, actor, action, object, detail } = line;
  const shown = { at, actor, action, object, detail };
  const found: LineFault[] = [];
  if (seq !== before + 1)
    found.push({
      kind: 'missing',
      seq: before + 1,
      through: seq - 1,
      expected: prev,
      found: '',
      line: null,
    });
  const given = hashOfLine(seq, prev, line);
  if (given !== line.hash)
    found.push({ kind: 'content', seq, through: seq, expected: line.hash, found: given, line: shown });
  else if (seq === before + 1 && prev !== hash)
    found.push({ kind: 'link', seq, through: seq, expected: hash, found: prev, line: shown });
  return found;
}

/** The number of the first line that does not fit, or null when every line of the log does. */
export function firstBrokenLine(raw: Database): number | null {
  return walkChain(raw, chainStart, Number.MAX_SAFE_INTEGER).faults[0]?.seq ?? null;
}
