import type { Diagram } from './diagram.ts';

/** A month of one person: a symbol a day (0 rest, else shift + 1). */
export type Month = Int8Array<ArrayBufferLike>;

/**
 * The cheapest month of a diagram when each cell costs what `costs` says (by day and symbol; Infinity forbids it) on top of
 * what the sequence costs. `values` is scratch space; afterwards it holds, by node, the cheapest way to the end.
 */
export function cheapest(diagram: Diagram, costs: Float64Array, values: Float64Array): number {
  const { first, to, cell, cost, nodes, free } = diagram;
  values[0] = 0;
  let arc = first[1] ?? 0;
  for (let node = 1; node < nodes; node++) {
    const end = first[node + 1]!;
    let best = Infinity;
    if (free) {
      for (; arc < end; arc++) {
        const value = costs[cell[arc]!]! + values[to[arc]!]!;
        if (value < best) best = value;
      }
    } else {
      for (; arc < end; arc++) {
        const value = cost[arc]! + costs[cell[arc]!]! + values[to[arc]!]!;
        if (value < best) best = value;
      }
    }
    values[node] = best;
  }
  return values[nodes - 1] ?? Infinity;
}

/** The month that `cheapest` found; `values` as it left them. */
export function traceCheapest(diagram: Diagram, costs: Float64Array, values: Float64Array): Month {
  const { first, to, cell, cost, nodes, days, symbols } = diagram;
  const month = new Int8Array(days);
  let node = nodes - 1;
  for (let day = 0; day < days; day++) {
    let [best, taken] = [Infinity, -1];
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      const value = cost[arc]! + costs[cell[arc]!]! + values[to[arc]!]!;
      if (value < best) [best, taken] = [value, arc];
    }
    month[day] = cell[taken]! - day * symbols;
    node = to[taken]!;
  }
  return month;
}

/** What the sequence of a month costs by itself; Infinity when it is not lawful. */
export function sequenceCost(diagram: Diagram, month: Month): number {
  const { first, to, cell, cost, nodes, days, symbols } = diagram;
  let node = nodes - 1;
  let sum = 0;
  for (let day = 0; day < days; day++) {
    let taken = -1;
    for (let arc = first[node]!; arc < first[node + 1]!; arc++)
      if (cell[arc] === day * symbols + month[day]!) taken = arc;
    if (taken < 0) return Infinity;
    sum += cost[taken]!;
    node = to[taken]!;
  }
  return sum;
}
