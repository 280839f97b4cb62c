/**
 * Gives each row one column so that the sum of costs and prices is the least possible: `costs[row][column]`, and
 * `price(column, load)` for the next row of a column that holds `load` rows already (it must not fall as the load rises; infinity
 * where the column is full). At least one column must take every row. Costs and all sums of them must be exact integers.
 *
 * Rows come in one by one (successive shortest paths, which keeps the rows so far cheapest), on a graph of the columns only: from
 * one column to another it costs what the row that loses least by it loses. A shift has many residents and few caregivers, so that
 * this graph is small. Of equally cheap answers always the same one is given.
 */
export function cheapestAssignment(
  costs: readonly (readonly number[])[],
  price: (column: number, load: number) => number,
): number[] {
  const columns = costs[0]?.map((): Column => ({ rows: new Set(), moves: null })) ?? [];
  const given: number[] = [];
  for (const [row, cost] of costs.entries()) {
    const { reach, from } = shortestPaths(cost, columns);
    let at = cheapest(reach.map((so, to) => so + price(to, columns[to]?.rows.size ?? 0)));
    const path = [at];
    for (let before = from[at] ?? NEW; before !== NEW; before = from[at] ?? NEW) {
      const moved = columns[before]?.moves?.row[at] ?? row;
      columns[before]?.rows.delete(moved);
      columns[at]?.rows.add(moved);
      given[moved] = at;
      at = before;
      path.push(at);
    }
    columns[at]?.rows.add(row);
    given[row] = at;
    for (const changed of path) {
      const column = columns[changed];
      if (column) column.moves = movesFrom(changed, column.rows, costs);
    }
  }
  return given;
}

/** Where a path begins: with the row that is coming in. */
const NEW = -1;

/** The rows of a column, and for each other column what the cheapest move of one of them to it costs, and of which. */
type Column = { readonly rows: Set<number>; moves: Moves | null };
type Moves = { readonly cost: Float64Array; readonly row: Int32Array };

function movesFrom(
  column: number,
  rows: ReadonlySet<number>,
  costs: readonly (readonly number[])[],
): Moves | null {
  const width = costs[0]?.length ?? 0;
  if (rows.size === 0) return null;
  const moves = { cost: new Float64Array(width).fill(Infinity), row: new Int32Array(width).fill(NEW) };
  for (const row of rows) {
    const cost = costs[row] ?? [];
    const here = cost[column] ?? 0;
    for (let to = 0; to < width; to++) {
      const step = (cost[to] ?? 0) - here;
      if (step >= (moves.cost[to] ?? 0)) continue;
      moves.cost[to] = step;
      moves.row[to] = row;
    }
  }
  return moves;
}

/** Bellman-Ford over the columns. No round trip among them gains anything, since the rows before were placed cheapest. */
function shortestPaths(
  cost: readonly number[],
  columns: readonly Column[],
): { reach: number[]; from: number[] } {
  const reach = [...cost];
  const from = reach.map(() => NEW);
  let changed = new Set(columns.keys());
  while (changed.size > 0) {
    const next = new Set<number>();
    for (const column of changed) {
      const steps = columns[column]?.moves?.cost;
      if (!steps) continue;
      const so = reach[column] ?? 0;
      for (let to = 0; to < steps.length; to++) {
        const through = so + (steps[to] ?? 0);
        if (through >= (reach[to] ?? 0)) continue;
        reach[to] = through;
        from[to] = column;
        next.add(to);
      }
    }
    changed = next;
  }
  return { reach, from };
}

function cheapest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value < (values[best] ?? 0) ? index : best), 0);
}
