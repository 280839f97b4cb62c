/**
 * Gives each row one column so that the sum of costs and prices is the least possible: `costs[row][column]`, and
 * `price(column, load)` for the next row of a column that holds `load` rows already (it must not fall as the load rises; infinity
 * where the column is full). At least one column must take every row. Costs and all sums of them must be exact integers.
 *
 * Rows come in one by one (successive shortest paths, which keeps the rows so far cheapest), on a graph of the columns only: from
 * one column to another it costs what the row that loses least by it loses. A shift has many residents and few caregivers, so that
 * this graph is small. Of equally cheap answers the first in the order of rows and columns is given, always the same one.
 */
export function cheapestAssignment(
  costs: readonly (readonly number[])[],
  price: (column: number, load: number) => number,
): number[] {
  const columns = costs[0]?.length ?? 0;
  const given: number[] = [];
  const loads = Array.from({ length: columns }, () => 0);
  const moves = Array.from({ length: columns }, () => noMoves(columns));
  for (const [row, cost] of costs.entries()) {
    const { reach, from } = shortestPaths(cost, moves);
    let column = cheapest(reach.map((so, to) => so + price(to, loads[to] ?? 0)));
    loads[column] = (loads[column] ?? 0) + 1;
    const touched = [column];
    for (let before = from[column] ?? NEW; before !== NEW; before = from[before] ?? NEW) {
      given[moves[before]?.row[column] ?? row] = column;
      column = before;
      touched.push(column);
    }
    given[row] = column;
    for (const changed of touched) moves[changed] = movesFrom(changed, costs, given);
  }
  return given;
}

/** Where a path begins: with the row that is coming in. */
const NEW = -1;

/** For each other column: what the cheapest move of a row to it costs, and which row moves. */
type Moves = { readonly cost: number[]; readonly row: number[] };

function noMoves(columns: number): Moves {
  return {
    cost: Array.from({ length: columns }, () => Number.POSITIVE_INFINITY),
    row: Array.from({ length: columns }, () => NEW),
  };
}

function movesFrom(column: number, costs: readonly (readonly number[])[], given: readonly number[]): Moves {
  const moves = noMoves(costs[0]?.length ?? 0);
  for (const [row, at] of given.entries()) {
    const cost = costs[row];
    if (at !== column || !cost) continue;
    const here = cost[column] ?? 0;
    for (const [to, there] of cost.entries()) {
      if (there - here >= (moves.cost[to] ?? 0)) continue;
      moves.cost[to] = there - here;
      moves.row[to] = row;
    }
  }
  return moves;
}

/** Bellman-Ford over the columns. No round trip among them gains anything, since the rows before were placed cheapest. */
function shortestPaths(
  cost: readonly number[],
  moves: readonly Moves[],
): { reach: number[]; from: number[] } {
  const reach = [...cost];
  const from = reach.map(() => NEW);
  for (let changed = true; changed;) {
    changed = false;
    for (const [column, { cost: steps }] of moves.entries()) {
      const so = reach[column] ?? 0;
      for (const [to, step] of steps.entries()) {
        if (so + step >= (reach[to] ?? 0)) continue;
        reach[to] = so + step;
        from[to] = column;
        changed = true;
      }
    }
  }
  return { reach, from };
}

function cheapest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value < (values[best] ?? 0) ? index : best), 0);
}
