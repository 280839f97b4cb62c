import {
  compile,
  NOT_LOCKED,
  REST,
  toRow,
  type CompiledModel,
  type CompiledPerson,
  type Row,
} from '../../shared/roster/compile.ts';
import { coverCost, rowCost } from '../../shared/roster/evaluate.ts';
import type { RosterModel } from '../../shared/roster/model.ts';
import type { PersonRule } from '../../shared/roster/rule.ts';
import { personRules } from '../../shared/roster/rules.ts';

/**
 * The least cost of any roster that keeps every person's hard rules and, day by day, each lock that still leaves her a
 * lawful row; found by trying every row of every person: for a few people and days only. Infinity when somebody has no
 * lawful row.
 */
export function bestOfAll(model: RosterModel): number {
  const compiled = compile(model);
  const rules = personRules(model);
  // By how many count for each cover row, the least that the people so far can cost.
  let soFar = new Map<string, { readonly counts: readonly number[]; readonly cost: number }>();
  soFar.set('', { counts: compiled.cover.map(() => 0), cost: 0 });
  for (const person of compiled.people) {
    const rows = new Map<string, { readonly counts: readonly number[]; readonly cost: number }>();
    for (const row of lockedRows(compiled, person, rules)) {
      const cost = rowCost(compiled, person, row, rules);
      const counts = compiled.cover.map((cover) =>
        row[cover.at] === cover.shift && cover.among?.[person.index] !== 0 ? 1 : 0,
      );
      keepCheaper(rows, counts, cost);
    }
    const next: typeof soFar = new Map();
    for (const before of soFar.values()) {
      for (const row of rows.values()) {
        const counts = before.counts.map((count, index) => count + (row.counts[index] ?? 0));
        keepCheaper(next, counts, before.cost + row.cost);
      }
    }
    soFar = next;
  }
  const costs = [...soFar.values()].map(({ counts, cost }) =>
    compiled.cover.reduce(
      (sum, cover, index) => sum + coverCost(cover, (counts[index] ?? 0) - cover.minimum),
      cost,
    ),
  );
  return Math.round(Math.min(Number.POSITIVE_INFINITY, ...costs) * 100) / 100;
}

/** Her lawful rows with each lock kept that the locks before it allow. */
function lockedRows(compiled: CompiledModel, person: CompiledPerson, rules: readonly PersonRule[]): Row[] {
  let rows: Row[] = [];
  for (const row of everyRow(compiled, toRow(compiled, person, []))) {
    if (rowCost(compiled, person, row, rules) < Number.POSITIVE_INFINITY) rows.push(row.slice());
  }
  for (const [at, lock] of person.locked.entries()) {
    const kept = lock === NOT_LOCKED ? rows : rows.filter((row) => row[at] === lock);
    if (kept.length > 0) rows = kept;
  }
  return rows;
}

function keepCheaper(
  map: Map<string, { readonly counts: readonly number[]; readonly cost: number }>,
  counts: readonly number[],
  cost: number,
): void {
  const key = counts.join();
  if (cost < (map.get(key)?.cost ?? Number.POSITIVE_INFINITY)) map.set(key, { counts, cost });
}

/** Every way to fill the days of the roster; the same array each time, so read it before the next. */
function* everyRow(compiled: CompiledModel, row: Row): Generator<Row> {
  row.fill(REST, compiled.lead);
  for (;;) {
    yield row;
    let at = compiled.length - 1;
    while (at >= compiled.lead && row[at] === compiled.shifts.length - 1) row[at--] = REST;
    if (at < compiled.lead) return;
    row[at] = (row[at] ?? REST) + 1;
  }
}
