import { costsAt } from './column-generation.ts';
import type { Diagram } from './diagram.ts';
import { cheapest } from './pricing.ts';
import type { HouseProblem } from './problem.ts';

/** Arcs that a person's diagram keeps: enough for dives and neighbourhoods, and few enough to price in a fraction of a millisecond. */
const KEPT = 15_000;

/**
 * The same problem with the most promising months only: of each diagram the arcs through which a month comes close to the best
 * at these prices. Rosters found in it are rosters of the whole; only bounds must come from the whole.
 */
export function promisingPart(problem: HouseProblem, cover: Float64Array): HouseProblem {
  const people = problem.people.map((own, person) => ({
    ...own,
    promising: narrow(own.diagram, costsAt(problem, person, own.cells, cover)),
  }));
  return { ...problem, people };
}

function narrow(diagram: Diagram, costs: Float64Array): Diagram {
  const arcs = diagram.to.length;
  if (arcs <= KEPT) return diagram;
  const detours = detoursOf(diagram, costs);
  return keep(diagram, detours, smallest(detours.slice(), KEPT - 1));
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

/** The value that would stand at `place` if all were sorted (quickselect: sorting takes ten times as long). Leaves them in disorder. */
function smallest(values: Float64Array, place: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = values[(low + high) >> 1]!;
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < middle) left++;
      while (values[right]! > middle) right--;
      if (left > right) break;
      [values[left], values[right]] = [values[right]!, values[left]!];
      left++;
      right--;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place]!;
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
