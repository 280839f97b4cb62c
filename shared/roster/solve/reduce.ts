import type { Diagram } from './diagram.ts';
import type { Expanded } from './expand.ts';

/** Merges, from the last day back, nodes with the same arcs, and drops those from which no lawful end is reached. Null: none does. */
export function reduce({ layers, first, to, symbol, cost }: Expanded, symbols: number): Diagram | null {
  const days = layers.length - 1;
  const end = layers[days]!;
  const reduced = {
    first: new Int32Array(end + 2),
    to: new Int32Array(first[end]!),
    cell: new Int32Array(first[end]!),
    cost: new Float64Array(first[end]!),
  };
  // By node: its number in the reduced diagram, where the end is 0; −1: dropped.
  const number = new Int32Array(end + 1).fill(-1);
  number[end] = 0;
  let [nodes, arcs, free] = [1, 0, true];
  for (let day = days - 1; day >= 0; day--) {
    const [from, until] = [layers[day]!, layers[day + 1]!];
    const table = openTable(until - from);
    for (let node = from; node < until; node++) {
      const start = arcs;
      let hash = 17;
      for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
        const target = number[to[arc]!]!;
        if (target < 0) continue;
        const price = cost[arc]!;
        reduced.to[arcs] = target;
        reduced.cell[arcs] = day * symbols + symbol[arc]!;
        reduced.cost[arcs] = price;
        arcs++;
        hash = (Math.imul(hash, 31) + target) | 0;
        hash = (Math.imul(hash, 31) + symbol[arc]! + Math.round(price * 64) * 64) | 0;
      }
      if (arcs === start) continue;
      let place = (hash ^ (hash >>> 15)) & (table.length - 1);
      while (table[place] !== 0 && !isSame(table[place]!, start, arcs))
        place = (place + 1) & (table.length - 1);
      // The end, node 0, is never looked for: 0 stands for an empty place.
      if (table[place] !== 0) {
        arcs = start;
        number[node] = table[place]!;
        continue;
      }
      table[place] = nodes;
      number[node] = nodes;
      nodes++;
      reduced.first[nodes] = arcs;
      for (let arc = start; free && arc < arcs; arc++) free = reduced.cost[arc] === 0;
    }
  }
  if (number[0]! < 0) return null;
  return {
    days,
    symbols,
    nodes,
    first: reduced.first.slice(0, nodes + 1),
    to: reduced.to.slice(0, arcs),
    cell: reduced.cell.slice(0, arcs),
    cost: reduced.cost.slice(0, arcs),
    free,
  };

  function isSame(other: number, start: number, stop: number): boolean {
    const [from, until] = [reduced.first[other]!, reduced.first[other + 1]!];
    if (until - from !== stop - start) return false;
    for (let index = 0; index < until - from; index++) {
      if (reduced.to[from + index] !== reduced.to[start + index]) return false;
      if (reduced.cell[from + index] !== reduced.cell[start + index]) return false;
      if (Math.abs(reduced.cost[from + index]! - reduced.cost[start + index]!) > 1e-9) return false;
    }
    return true;
  }
}

/** Room for so many nodes, at most half of it taken. */
function openTable(nodes: number): Int32Array {
  return new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, nodes) * 2)));
}
