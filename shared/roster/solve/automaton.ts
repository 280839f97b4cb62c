import type { PatternEncoding } from '../rule.ts';

/** A pattern with what one unit of its amount costs; Infinity forbids it. */
export type WeighedPattern = PatternEncoding & { readonly weight: number };

/** All patterns of a person run side by side as one: states by number, one column for rest and one for each shift. */
export type Automaton = {
  readonly states: number;
  readonly start: number;
  readonly symbols: number;
  /** By state and symbol: the next state, or −1 where a hard rule forbids it. */
  readonly next: Int32Array;
  readonly cost: Float64Array;
  /** By state: the day before was worked. */
  readonly worked: Uint8Array;
};

/**
 * Runs the patterns side by side from the days before the roster on, keeps the states that can be reached, and merges those
 * that behave alike. `before`: the days before as a row; `lead`: how many they are. `shifts`: those that may be worked at all.
 */
export function runTogether(
  patterns: readonly WeighedPattern[],
  symbols: number,
  shifts: readonly number[],
  before: Int8Array,
  lead: number,
): Automaton {
  const reached = reach(patterns, symbols, shifts, startOf(patterns, before, lead), before[lead - 1] !== -1);
  return merge(reached, symbols);
}

function startOf(patterns: readonly WeighedPattern[], before: Int8Array, lead: number): number[] {
  return patterns.map(({ start, from, next }) => {
    let state = start;
    for (let at = Math.max(0, from); at < lead; at++) state = next(state, before[at] ?? -1);
    return state;
  });
}

type Reached = { next: number[]; cost: number[]; worked: number[] };

function reach(
  patterns: readonly WeighedPattern[],
  symbols: number,
  shifts: readonly number[],
  start: readonly number[],
  startWorked: boolean,
): Reached {
  const known = new Map<string, number>([[`${startWorked} ${start.join(' ')}`, 0]]);
  const queue: (readonly number[])[] = [start];
  const found: Reached = { next: [], cost: [], worked: [startWorked ? 1 : 0] };
  for (let state = 0; state < queue.length; state++) {
    const now = queue[state] ?? start;
    for (let symbol = 0; symbol < symbols; symbol++) {
      const shift = symbol - 1;
      const cost = shift === -1 || shifts.includes(shift) ? costOf(patterns, now, shift) : Infinity;
      found.cost.push(cost);
      if (cost === Infinity) {
        found.next.push(-1);
        continue;
      }
      const then = patterns.map((pattern, index) => pattern.next(now[index] ?? 0, shift));
      const key = `${shift !== -1} ${then.join(' ')}`;
      let to = known.get(key);
      if (to === undefined) {
        to = queue.length;
        known.set(key, to);
        queue.push(then);
        found.worked.push(shift === -1 ? 0 : 1);
      }
      found.next.push(to);
    }
  }
  return found;
}

function costOf(patterns: readonly WeighedPattern[], states: readonly number[], shift: number): number {
  let cost = 0;
  for (const [index, { amount, weight }] of patterns.entries()) {
    const size = amount(states[index] ?? 0, shift);
    if (size > 0) cost += size * weight;
  }
  return cost;
}

/** Moore's partition refinement: states are one when they cost the same and lead to the same, for ever after. */
function merge({ next, cost, worked }: Reached, symbols: number): Automaton {
  const count = worked.length;
  let groups = Int32Array.from(worked);
  for (let size = 0; ;) {
    const signatures = new Map<string, number>();
    const refined = Int32Array.from({ length: count }, (_, state) => {
      const parts: (number | string)[] = [groups[state] ?? 0];
      for (let symbol = 0; symbol < symbols; symbol++) {
        const to = next[state * symbols + symbol] ?? -1;
        parts.push(to < 0 ? 'x' : `${groups[to]}:${cost[state * symbols + symbol]}`);
      }
      const key = parts.join(' ');
      const known = signatures.get(key);
      if (known !== undefined) return known;
      signatures.set(key, signatures.size);
      return signatures.size - 1;
    });
    groups = refined;
    if (signatures.size === size) break;
    size = signatures.size;
  }
  const states = Math.max(...groups) + 1;
  const merged = {
    states,
    start: groups[0] ?? 0,
    symbols,
    next: new Int32Array(states * symbols),
    cost: new Float64Array(states * symbols),
    worked: new Uint8Array(states),
  };
  for (let state = 0; state < count; state++) {
    const group = groups[state] ?? 0;
    merged.worked[group] = worked[state] ?? 0;
    for (let symbol = 0; symbol < symbols; symbol++) {
      const to = next[state * symbols + symbol] ?? -1;
      merged.next[group * symbols + symbol] = to < 0 ? -1 : (groups[to] ?? 0);
      merged.cost[group * symbols + symbol] = cost[state * symbols + symbol] ?? 0;
    }
  }
  return merged;
}
