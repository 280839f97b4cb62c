import type { Column, LinearProgramming, Row } from './linear-programming.ts';
import type { Months, Problem } from './problem.ts';

/** A problem with more arcs or cells than this is not small: branch and cut would not come to an end. */
const [MOST_ARCS, MOST_CELLS] = [3_000, 400];
const LIMITS = { seconds: 20, nodes: 20_000 } as const;
/** About what it takes, counted as arcs that are priced. */
const EFFORT = 5e8;

/**
 * Solves a small problem to the end by branch and cut: a flow through each person's diagram, and whole cells. Where the linear
 * program of whole months proves little (few people, one shift), this proves the best. Null: not small, or nothing was found.
 */
export function finish(
  problem: Problem,
  linear: LinearProgramming,
): { readonly months: Months; readonly bound: number } | null {
  const arcs = problem.people.reduce((sum, { diagram }) => sum + diagram.to.length, 0);
  const cells = problem.people.length * problem.days * problem.symbols;
  const isPriced = problem.people.some(
    ({ published, apart }) => published !== null || apart.tallies.length > 0,
  );
  if (arcs > MOST_ARCS || cells > MOST_CELLS || isPriced) return null;
  const { rows, columns, chosen } = flowProgram(problem);
  const program = linear.create(rows);
  try {
    program.addColumns(columns);
    program.addColumns(chosen.map(({ column }) => column));
    problem.effort.spent += EFFORT;
    const found = program.solveWhole(columns.length, null, LIMITS);
    if (!found) return null;
    const months = problem.people.map(() => new Int8Array(problem.days));
    for (const [index, { person, cell }] of chosen.entries()) {
      if ((found.primal[columns.length + index] ?? 0) > 0.5)
        months[person]?.fill(
          cell % problem.symbols,
          Math.floor(cell / problem.symbols),
          Math.floor(cell / problem.symbols) + 1,
        );
    }
    return { months, bound: found.bound };
  } finally {
    program.dispose();
  }
}

type Chosen = { readonly person: number; readonly cell: number; readonly column: Column };

function flowProgram(problem: Problem): { rows: Row[]; columns: Column[]; chosen: Chosen[] } {
  const rows: Row[] = problem.requirements.map(({ minimum }) => ({ lower: minimum, upper: minimum }));
  const columns: Column[] = problem.requirements.flatMap(({ missing, surplus }, row) => [
    { cost: missing, lower: 0, upper: Infinity, rows: [row], values: [1] },
    { cost: surplus, lower: 0, upper: Infinity, rows: [row], values: [-1] },
  ]);
  const chosen: Chosen[] = [];
  for (const [person, { diagram, cells }] of problem.people.entries()) {
    const { first, to, cell, cost, nodes } = diagram;
    const base = rows.length;
    for (let node = 0; node < nodes; node++) {
      // One unit goes from the root to the end.
      const balance = node === 0 ? -1 : node === nodes - 1 ? 1 : 0;
      rows.push({ lower: balance, upper: balance });
    }
    const rowOfCell = new Map<number, number>();
    for (let node = 1; node < nodes; node++) {
      for (let arc = first[node]!; arc < first[node + 1]!; arc++) {
        const place = cell[arc]!;
        if (cells[place] === Infinity) continue;
        const row = rowOfCell.get(place) ?? rows.push({ lower: 0, upper: 0 }) - 1;
        rowOfCell.set(place, row);
        columns.push({
          cost: cost[arc]!,
          lower: 0,
          upper: 1,
          rows: [base + node, base + to[arc]!, row],
          values: [1, -1, 1],
        });
      }
    }
    for (const [place, row] of rowOfCell) {
      const counts = place % problem.symbols === 0 ? [] : problem.countsFor(person, place);
      const values = [-1, ...counts.map(() => 1)];
      const column = { cost: cells[place]!, lower: 0, upper: 1, rows: [row, ...counts], values };
      chosen.push({ person, cell: place, column });
    }
  }
  return { rows, columns, chosen };
}
