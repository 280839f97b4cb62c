import { costsAt } from './column-generation.ts';
import type { Diagram } from './diagram.ts';
import { cheapest } from './pricing.ts';
import type { Problem } from './problem.ts';

/** Arcs that a person's diagram keeps: enough for dives and neighbourhoods, and few enough to price in a fraction of a millisecond. */
const KEPT = 15_000;

/**
 * The same problem with the most promising months only: of each diagram the arcs through which a month comes close to the best
 * at these prices. Rosters found in it are rosters of the whole; only bounds must come from the whole.
 */
export function promisingPart(problem: Problem, cover: Float64Array): Problem {
  const people = problem.people.map((own, person) => ({
    ...own,
    diagram: narrow(own.diagram, costsAt(problem, person, own.cells, cover)),
  }));
  const largest = Math.max(1, ...people.map(({ diagram }) => diagram.nodes));
  return { ...problem, people, values: new Float64Array(largest) };
}

function narrow(diagram: Diagram, costs: Float64Array): Diagram {
  const arcs = diagram.to.length;
  if (arcs <= KEPT) return diagram;
  const detours = detoursOf(diagram, costs);
  const limit = detours.toSorted()[KEPT - 1] ?? Infinity;
  return keep(diagram, detours, limit);
}

/** By arc: how much more the cheapest month through it costs than the cheapest of all. */
function detoursOf(diagram: Diagram, costs: Float64Array): Float64Array {
  const { first, to, cell, cost, nodes } = diagram;
  const ahead = new Float64Array(nodes);
  const best = cheapest(diagram, costs, ahead);
  const behind = new Float64Array(nodes).fill(Infinity);
  behind[nodes - 1] = 0;
  const detours = new Float64Array(to.length);
  for (let node = nodes - 1; node > 0; node--) {
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      const so = behind[node]! + cost[arc]! + costs[cell[arc]!]!;
      const target = to[arc]!;
      if (so < behind[target]!) behind[target] = so;
      detours[arc] = so + ahead[target]! - best;
    }
  }
  // What is forbidden anyway (∞ − ∞ is no number) is never kept.
  return detours.map((detour) => (Number.isNaN(detour) ? Infinity : detour));
}

function keep(diagram: Diagram, detours: Float64Array, limit: number): Diagram {
  const { first, to, cell, cost, nodes } = diagram;
  const number = new Int32Array(nodes).fill(-1);
  number[0] = 0;
  const kept: { first: number[]; to: number[]; cell: number[]; cost: number[] } = {
    first: [0, 0],
    to: [],
    cell: [],
    cost: [],
  };
  for (let node = 1; node < nodes; node++) {
    const start = kept.to.length;
    for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
      if (detours[arc]! > limit) continue;
      kept.to.push(number[to[arc]!]!);
      kept.cell.push(cell[arc]!);
      kept.cost.push(cost[arc]!);
    }
    if (kept.to.length === start) continue;
    number[node] = kept.first.length - 1;
    kept.first.push(kept.to.length);
  }
  return {
    ...diagram,
    nodes: kept.first.length - 1,
    first: Int32Array.from(kept.first),
    to: Int32Array.from(kept.to),
    cell: Int32Array.from(kept.cell),
    cost: Float64Array.from(kept.cost),
  };
}
