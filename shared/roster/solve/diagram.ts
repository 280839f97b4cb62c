import type { Automaton } from './automaton.ts';
import { openKeyTable } from './key-table.ts';
import type { Tally } from './tally.ts';

/**
 * All lawful months of a person as a decision diagram: a path from the root to the end is a month, an arc is what she does on
 * a day, and what the sequence costs stands at its arcs. Nodes from which the same can follow at the same cost are one.
 * Nodes are numbered from the end (0) to the root (the last), so one pass in order knows every node's successors.
 */
export type Diagram = {
  readonly days: number;
  readonly symbols: number;
  readonly nodes: number;
  /** By node: its first arc; one more at the end. */
  readonly first: Int32Array;
  readonly to: Int32Array;
  /** By arc: `day × symbols + symbol`, the place of the cell in a table of costs. */
  readonly cell: Int32Array;
  readonly cost: Float64Array;
  /** No arc costs anything by itself. */
  readonly free: boolean;
};

/** More nodes than this would not fit an old machine's memory. */
const MOST_NODES = 2_000_000;

export class DiagramTooLarge extends Error {}

type Layer = {
  readonly first: number[];
  readonly to: number[];
  readonly symbol: number[];
  readonly cost: number[];
};

/** Unrolls the automaton and the tallies over the days. Null: no month is lawful. Throws DiagramTooLarge. */
export function unroll(automaton: Automaton, tallies: readonly Tally[], days: number): Diagram | null {
  return reduce(expand(automaton, tallies, days), days, automaton.symbols);
}

function expand(automaton: Automaton, tallies: readonly Tally[], days: number): Layer[] {
  const { symbols, next, cost: prices, worked } = automaton;
  const count = tallies.length;
  let nodes: number[] = [automaton.start, ...tallies.map(() => 0)];
  const width = count + 1;
  const left = tallies.map((tally) => mostLeft(automaton, tally, days));
  const layers: Layer[] = [];
  const known = openKeyTable();
  let made = 0;
  for (let day = 0; day < days; day++) {
    const layer: Layer = { first: [], to: [], symbol: [], cost: [] };
    known.clear();
    const following: number[] = [];
    const isLast = day === days - 1;
    const sums = tallies.map(() => 0);
    for (let node = 0; node * width < nodes.length; node++) {
      layer.first.push(layer.to.length);
      const state = nodes[node * width] ?? 0;
      const offset = (day * 2 + (worked[state] ?? 0)) * symbols;
      for (let symbol = 0; symbol < symbols; symbol++) {
        const then = next[state * symbols + symbol] ?? -1;
        if (then < 0) continue;
        let cost = prices[state * symbols + symbol] ?? 0;
        let key = isLast ? 0 : then;
        for (let index = 0; index < count; index++) {
          const tally = tallies[index];
          if (!tally) continue;
          let sum = (nodes[node * width + 1 + index] ?? 0) + (tally.add[offset + symbol] ?? 0);
          const low = Math.max(0, tally.bottom - (left[index]?.[(day + 1) * automaton.states + then] ?? 0));
          if (sum > tally.high) {
            cost += (sum - tally.high) * tally.above;
            sum = tally.high;
          } else if (sum < low) {
            cost += (low - sum) * tally.below;
            sum = low;
          }
          if (isLast) cost += tally.cost(sum);
          else key = key * (tally.high + 1) + sum;
          sums[index] = sum;
        }
        if (cost === Infinity) continue;
        const before = known.size();
        const to = known.number(key);
        if (to === before) {
          following.push(then);
          for (let index = 0; index < count; index++) following.push(sums[index] ?? 0);
        }
        layer.to.push(to);
        layer.symbol.push(symbol);
        layer.cost.push(cost);
      }
    }
    layer.first.push(layer.to.length);
    layers.push(layer);
    made += known.size();
    if (made > MOST_NODES) throw new DiagramTooLarge();
    nodes = following;
  }
  return layers;
}

/** By day and state: the most that a tally can still gain; less than nothing where no lawful end is reached. */
function mostLeft({ states, symbols, next, worked }: Automaton, { add }: Tally, days: number): Float64Array {
  const left = new Float64Array((days + 1) * states);
  for (let day = days - 1; day >= 0; day--) {
    for (let state = 0; state < states; state++) {
      let most = -Infinity;
      const offset = (day * 2 + (worked[state] ?? 0)) * symbols;
      for (let symbol = 0; symbol < symbols; symbol++) {
        const then = next[state * symbols + symbol] ?? -1;
        if (then < 0) continue;
        most = Math.max(most, (add[offset + symbol] ?? 0) + (left[(day + 1) * states + then] ?? 0));
      }
      left[day * states + state] = most;
    }
  }
  return left;
}

/** Room for so many nodes, at most half of it taken. */
function openTable(nodes: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, nodes) * 2)));
}

/** Merges, from the last day back, nodes with the same arcs, and drops those from which no lawful end is reached. */
function reduce(layers: readonly Layer[], days: number, symbols: number): Diagram | null {
  const first = [0, 0];
  const to: number[] = [];
  const cell: number[] = [];
  const cost: number[] = [];
  let merged = Int32Array.of(0);
  for (let day = days - 1; day >= 0; day--) {
    const layer = layers[day];
    if (!layer) continue;
    const table = openTable(layer.first.length);
    const mine = new Int32Array(layer.first.length - 1).fill(-1);
    for (let node = 0; node < mine.length; node++) {
      const start = to.length;
      let hash = 17;
      for (let arc = layer.first[node] ?? 0; arc < (layer.first[node + 1] ?? 0); arc++) {
        const target = merged[layer.to[arc] ?? 0] ?? -1;
        if (target < 0) continue;
        const [symbol, price] = [layer.symbol[arc] ?? 0, layer.cost[arc] ?? 0];
        to.push(target);
        cell.push(day * symbols + symbol);
        cost.push(price);
        hash = (Math.imul(hash, 31) + target) | 0;
        hash = (Math.imul(hash, 31) + symbol + Math.round(price * 64) * 64) | 0;
      }
      if (to.length === start) continue;
      let place = (hash ^ (hash >>> 15)) & (table.length - 1);
      while (table[place] !== 0 && !isSame(table[place] ?? 0, start))
        place = (place + 1) & (table.length - 1);
      if (table[place] !== 0) {
        to.length = cell.length = cost.length = start;
        mine[node] = table[place] ?? 0;
        continue;
      }
      // The end, node 0, is never looked for: 0 stands for an empty place.
      table[place] = first.length - 1;
      mine[node] = first.length - 1;
      first.push(to.length);
    }
    merged = mine;
  }
  if ((merged[0] ?? -1) < 0) return null;
  return {
    days,
    symbols,
    nodes: first.length - 1,
    first: Int32Array.from(first),
    to: Int32Array.from(to),
    cell: Int32Array.from(cell),
    cost: Float64Array.from(cost),
    free: cost.every((price) => price === 0),
  };

  function isSame(other: number, start: number): boolean {
    const [from, end] = [first[other] ?? 0, first[other + 1] ?? 0];
    if (end - from !== to.length - start) return false;
    for (let index = 0; index < end - from; index++) {
      if (to[from + index] !== to[start + index] || cell[from + index] !== cell[start + index]) return false;
      if (Math.abs((cost[from + index] ?? 0) - (cost[start + index] ?? 0)) > 1e-9) return false;
    }
    return true;
  }
}
