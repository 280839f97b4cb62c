/** One way through a network: at most `most` units, each at `cost`. Costs may be negative where no loop is. */
export type Arc = {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly cost: number;
};

/**
 * Sends as much as possible from node 0 to the last node as cheaply as possible (successive shortest paths with
 * Bellman-Ford: exact, and fast for the few hundred arcs of one shift). Returns what flows on each arc.
 */
export function cheapestFlow(nodes: number, arcs: readonly Arc[]): number[] {
  const flow = arcs.map(() => 0);
  for (let path = cheapestPath(nodes, arcs, flow); path; path = cheapestPath(nodes, arcs, flow)) {
    for (const step of path) flow[step.arc] = (flow[step.arc] ?? 0) + step.way;
  }
  return flow;
}

/** An arc taken forward (+1), or taken back (−1). */
type Step = { readonly arc: number; readonly way: 1 | -1 };

function cheapestPath(nodes: number, arcs: readonly Arc[], flow: readonly number[]): Step[] | null {
  const cost = Array.from({ length: nodes }, () => Number.POSITIVE_INFINITY);
  const reached: (Step | null)[] = Array.from({ length: nodes }, () => null);
  cost[0] = 0;
  const relax = (from: number, to: number, price: number, step: Step): boolean => {
    const through = (cost[from] ?? Number.POSITIVE_INFINITY) + price;
    if (through >= (cost[to] ?? Number.POSITIVE_INFINITY)) return false;
    cost[to] = through;
    reached[to] = step;
    return true;
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const [index, { from, to, most, cost: price }] of arcs.entries()) {
      const used = flow[index] ?? 0;
      if (used < most) changed = relax(from, to, price, { arc: index, way: 1 }) || changed;
      if (used > 0) changed = relax(to, from, -price, { arc: index, way: -1 }) || changed;
    }
  }
  return reached[nodes - 1] ? trace(nodes, arcs, reached) : null;
}

function trace(nodes: number, arcs: readonly Arc[], reached: readonly (Step | null)[]): Step[] {
  const path: Step[] = [];
  for (let step = reached[nodes - 1]; step;) {
    path.push(step);
    const arc = arcs[step.arc];
    const before: number = arc ? (step.way === 1 ? arc.from : arc.to) : 0;
    step = before === 0 ? null : reached[before];
  }
  return path;
}
