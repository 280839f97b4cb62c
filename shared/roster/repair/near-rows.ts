import { NOT_LOCKED, type CompiledModel, type CompiledPerson } from '../compile.ts';
import type { PersonRule } from '../rule.ts';
import { rowCosts, type Part, type RowCosts } from './row-costs.ts';

/**
 * The rows that one person could have instead of her own: every lawful row that differs from it in few cells of the free days.
 * The first is her own row as it stands. Symbols: 0 is rest, else the shift's place plus one; a cell is day × symbols + symbol.
 */
export type NearRows = {
  readonly person: number;
  readonly base: Int8Array;
  readonly count: number;
  readonly costs: Readonly<Record<Part, Float64Array>>;
  /** By row: where its changed cells begin in `cells`; one more at the end. */
  readonly first: Int32Array;
  readonly cells: Int32Array;
};

/** `free`: by day, 1 where she may change. `most`: in how many cells. */
export function nearRows(
  compiled: CompiledModel,
  person: CompiledPerson,
  base: Int8Array,
  rules: readonly PersonRule[],
  { free, most }: { readonly free: Uint8Array; readonly most: number },
): NearRows {
  const price = rowCosts(compiled, person, rules);
  const { symbols, costOfCell, automaton, sums } = price;
  const end = free.lastIndexOf(1) + 1;
  const begin = free.indexOf(1) < 0 ? end : free.indexOf(1);
  const rest = suffixes(price, base, end);
  const rows: { cells: number[]; taste: number; fair: number; pay: number }[] = [];
  const changed: number[] = [];
  const totals = new Float64Array(sums.length);

  const close = (state: number, taste: number) => {
    const after = rest(state);
    if (after.cost === Infinity) return;
    // Who only rests more helps nobody: such a row is for planning the month, not for mending it.
    if (changed.length > 0 && changed.every((cell) => cell % symbols === 0)) return;
    const found = { cells: changed.slice(), taste: taste + after.cost, fair: 0, pay: 0 };
    for (const [index, { bands }] of sums.entries()) {
      const sum = (totals[index] ?? 0) + (after.totals[index] ?? 0);
      for (const { least, most: highest, weight, part } of bands) {
        const over = sum > highest ? sum - highest : sum < least ? least - sum : 0;
        if (over === 0) continue;
        if (part === 'hard') return;
        found[part] += over * weight;
      }
    }
    rows.push(found);
  };
  const visit = (day: number, state: number, taste: number) => {
    if (day === end) return close(state, taste);
    const own = base[day] ?? 0;
    const mayChange = free[day] === 1 && changed.length < most;
    const offset = (day * 2 + (automaton.worked[state] ?? 0)) * symbols;
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (symbol !== own && !mayChange) continue;
      const next = automaton.next[state * symbols + symbol] ?? -1;
      const cost =
        (costOfCell[day * symbols + symbol] ?? 0) + (automaton.cost[state * symbols + symbol] ?? 0);
      if (next < 0 || cost === Infinity) continue;
      for (let index = 0; index < sums.length; index++)
        totals[index] = (totals[index] ?? 0) + (sums[index]?.add[offset + symbol] ?? 0);
      if (symbol !== own) changed.push(day * symbols + symbol);
      visit(day + 1, next, taste + cost);
      if (symbol !== own) changed.pop();
      for (let index = 0; index < sums.length; index++)
        totals[index] = (totals[index] ?? 0) - (sums[index]?.add[offset + symbol] ?? 0);
    }
  };
  const start = follow(price, base, { from: 0, until: begin, state: automaton.start }, totals);
  // Where her own cells break a rule before the first free day, nothing free can mend that.
  if (start.cost < Infinity) visit(begin, start.state, start.cost);
  return gather(person.index, base, rows);
}

/** Her own row first; where it breaks a rule as it stands, it stays possible, at no cost beside lawful ones. */
function gather(
  person: number,
  base: Int8Array,
  rows: readonly { cells: number[]; taste: number; fair: number; pay: number }[],
): NearRows {
  const own = rows.find(({ cells }) => cells.length === 0) ?? { cells: [], taste: 0, fair: 0, pay: 0 };
  const all = [own, ...rows.filter((row) => row !== own)];
  const first = new Int32Array(all.length + 1);
  for (const [index, { cells }] of all.entries()) first[index + 1] = (first[index] ?? 0) + cells.length;
  return {
    person,
    base,
    count: all.length,
    costs: {
      taste: Float64Array.from(all, (row) => row.taste),
      fair: Float64Array.from(all, (row) => row.fair),
      pay: Float64Array.from(all, (row) => row.pay),
    },
    first,
    cells: Int32Array.from(all.flatMap((row) => row.cells)),
  };
}

type Walked = { readonly state: number; readonly cost: number };

/** Follows her own cells from one day to another and adds to the sums what they add; the cost is ∞ where they break a rule. */
function follow(
  { symbols, costOfCell, automaton, sums }: RowCosts,
  base: Int8Array,
  { from, until, state: begin }: { readonly from: number; readonly until: number; readonly state: number },
  totals: Float64Array,
): Walked {
  let [state, cost] = [begin, 0];
  for (let day = from; day < until; day++) {
    const symbol = base[day] ?? 0;
    const next = automaton.next[state * symbols + symbol] ?? -1;
    cost += (costOfCell[day * symbols + symbol] ?? 0) + (automaton.cost[state * symbols + symbol] ?? 0);
    if (next < 0 || cost === Infinity) return { state, cost: Infinity };
    const offset = (day * 2 + (automaton.worked[state] ?? 0)) * symbols;
    for (const [index, { add }] of sums.entries())
      totals[index] = (totals[index] ?? 0) + (add[offset + symbol] ?? 0);
    state = next;
  }
  return { state, cost };
}

type Suffix = { readonly cost: number; readonly totals: Float64Array };

/** What her own cells come to from a day after the last free one, by the state in which it is reached. */
function suffixes(costs: RowCosts, base: Int8Array, from: number): (state: number) => Suffix {
  const known = new Map<number, Suffix>();
  return (state) => {
    const found = known.get(state);
    if (found) return found;
    const totals = new Float64Array(costs.sums.length);
    const { cost } = follow(costs, base, { from, until: base.length, state }, totals);
    known.set(state, { cost, totals });
    return { cost, totals };
  };
}

/** By day: 1 where somebody may change: on free days, unless her cell is locked, she is away, or it is one of `never`. */
export function freeCells(
  compiled: CompiledModel,
  person: CompiledPerson,
  isFree: (day: number) => boolean,
): Uint8Array {
  const days = compiled.length - compiled.lead;
  return Uint8Array.from({ length: days }, (_, day) => {
    const at = compiled.lead + day;
    const isHers = person.locked[at] === NOT_LOCKED && person.absent[at] === 0;
    return isHers && isFree(day) ? 1 : 0;
  });
}
