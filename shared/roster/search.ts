import { NOT_LOCKED, REST, type CompiledModel, type Row } from './compile.ts';
import { countCover, coverCost, rowCost } from './evaluate.ts';
import { pick, type Random } from './random.ts';
import type { PersonRule } from './rule.ts';

/** A roster under improvement: every row lawful at every moment, costs kept up to date. */
export type Search = {
  readonly compiled: CompiledModel;
  readonly rules: readonly PersonRule[];
  readonly rows: Row[];
  readonly rowCosts: number[];
  readonly counts: Map<CompiledModel['cover'][number], number>;
  cost: number;
};

/** A few milliseconds of work. */
const MOVES_BETWEEN_LOOKS = 256;

type Change = { readonly person: number; readonly at: number; readonly shift: number };

export function startSearch(compiled: CompiledModel, rows: Row[], rules: readonly PersonRule[]): Search {
  const rowCosts = compiled.people.map((person) => costOf({ compiled, rows, rules }, person.index));
  const counts = new Map(compiled.cover.map((cover) => [cover, countCover(rows, cover)]));
  const cover = compiled.cover.reduce(
    (sum, row) => sum + coverCost(row, (counts.get(row) ?? 0) - row.minimum),
    0,
  );
  return {
    compiled,
    rules,
    rows,
    rowCosts,
    counts,
    cost: rowCosts.reduce((sum, cost) => sum + cost, 0) + cover,
  };
}

/** Simulated annealing over small lawful changes; leaves the best roster that it met. */
export function improve(search: Search, random: Random, moves: number, stopped: () => boolean): void {
  if (search.compiled.people.length === 0 || search.compiled.shifts.length === 0) return;
  const [hot, cold] = [3, 0.2];
  let best = search.cost;
  let bestRows = search.rows.map((row) => row.slice());
  for (let move = 0; move < moves; move++) {
    if (move % MOVES_BETWEEN_LOOKS === 0 && stopped()) break;
    const heat = hot * (cold / hot) ** (move / moves);
    const changes = propose(search, random);
    const before = search.cost;
    const undo = apply(search, changes);
    if (!undo) continue;
    const worse = search.cost - before;
    if (worse > 0 && random() >= Math.exp(-worse / heat)) {
      undo();
    } else if (search.cost < best - 1e-6) {
      best = search.cost;
      bestRows = search.rows.map((row) => row.slice());
    }
  }
  restore(search, bestRows);
}

/** Gives every open slot to somebody who may still take it, cheapest first, until nobody may. */
export function fillGaps(search: Search): void {
  const { compiled } = search;
  for (let filled = true; filled;) {
    filled = false;
    for (const cover of compiled.cover) {
      if ((search.counts.get(cover) ?? 0) >= cover.minimum) continue;
      filled = fillSlot(search, cover) || filled;
    }
  }
}

function fillSlot(search: Search, cover: CompiledModel['cover'][number]): boolean {
  let cheapest: { person: number; cost: number } | null = null;
  for (const person of search.compiled.people) {
    if (cover.among !== null && cover.among[person.index] !== 1) continue;
    if (search.rows[person.index]?.[cover.at] !== REST || person.locked[cover.at] !== NOT_LOCKED) continue;
    const undo = apply(search, [{ person: person.index, at: cover.at, shift: cover.shift }]);
    if (!undo) continue;
    if (cheapest === null || search.cost < cheapest.cost)
      cheapest = { person: person.index, cost: search.cost };
    undo();
  }
  if (cheapest === null) return false;
  apply(search, [{ person: cheapest.person, at: cover.at, shift: cover.shift }]);
  return true;
}

function propose(search: Search, random: Random): Change[] {
  const { compiled } = search;
  const person = pick(random, compiled.people.length);
  const at = compiled.lead + pick(random, compiled.length - compiled.lead);
  const kind = random();
  if (kind < 0.3) return [{ person, at, shift: pick(random, compiled.shifts.length + 1) - 1 }];
  if (kind < 0.5)
    return moveShift(search, person, at, compiled.lead + pick(random, compiled.length - compiled.lead));
  if (kind < 0.6 && compiled.cover.length > 0) {
    const cover = compiled.cover[pick(random, compiled.cover.length)];
    return cover ? [{ person, at: cover.at, shift: cover.shift }] : [];
  }
  return exchange(search, person, pick(random, compiled.people.length), at, 1 + pick(random, 6));
}

/** The same person's shifts on two days change places. */
function moveShift({ rows }: Search, person: number, a: number, b: number): Change[] {
  const row = rows[person];
  if (!row || row[a] === row[b]) return [];
  return [
    { person, at: a, shift: row[b] ?? REST },
    { person, at: b, shift: row[a] ?? REST },
  ];
}

/** Two people exchange a stretch of days: cover stays as it is. */
function exchange(
  { rows, compiled }: Search,
  one: number,
  other: number,
  from: number,
  days: number,
): Change[] {
  const [a, b] = [rows[one], rows[other]];
  if (!a || !b || one === other) return [];
  const changes: Change[] = [];
  for (let at = from; at < Math.min(from + days, compiled.length); at++) {
    if (a[at] === b[at]) continue;
    changes.push({ person: one, at, shift: b[at] ?? REST }, { person: other, at, shift: a[at] ?? REST });
  }
  return changes;
}

/** Makes the changes when they are lawful and touch no lock, and returns how to take them back; else null. */
function apply(search: Search, changes: readonly Change[]): (() => void) | null {
  const { compiled, rows, rowCosts } = search;
  if (changes.length === 0 || changes.some((change) => !isFree(search, change))) return null;
  const before = changes.map(({ person, at }) => ({ person, at, shift: rows[person]?.[at] ?? REST }));
  for (const { person, at, shift } of changes) rows[person]?.fill(shift, at, at + 1);
  const touched = [...new Set(changes.map((change) => change.person))];
  const oldCosts = touched.map((person) => rowCosts[person] ?? 0);
  const newCosts: number[] = [];
  for (const person of touched) {
    const cost = costOf(search, person);
    if (cost === Number.POSITIVE_INFINITY) {
      for (const { person: who, at, shift } of before) rows[who]?.fill(shift, at, at + 1);
      return null;
    }
    newCosts.push(cost);
  }
  const oldCost = search.cost;
  for (const [index, person] of touched.entries()) {
    rowCosts[person] = newCosts[index] ?? 0;
    search.cost += (newCosts[index] ?? 0) - (oldCosts[index] ?? 0);
  }
  for (const [index, { person, at, shift }] of changes.entries()) {
    search.cost += count(search, person, at, before[index]?.shift ?? REST, -1);
    search.cost += count(search, person, at, shift, 1);
  }
  return () => {
    for (const [index, { person, at, shift }] of changes.entries()) {
      count(search, person, at, shift, -1);
      count(search, person, at, before[index]?.shift ?? REST, 1);
    }
    for (const { person, at, shift } of before) rows[person]?.fill(shift, at, at + 1);
    for (const [index, person] of touched.entries()) rowCosts[person] = oldCosts[index] ?? 0;
    search.cost = oldCost;
  };

  function isFree({ compiled: house, rows: now }: Search, { person, at, shift }: Change): boolean {
    return (
      house.people[person]?.locked[at] === NOT_LOCKED && now[person]?.[at] !== shift && at >= compiled.lead
    );
  }
}

/** Counts one person more or less on a shift; returns the change of cost. */
function count({ compiled, counts }: Search, person: number, at: number, shift: number, by: 1 | -1): number {
  if (shift === REST) return 0;
  let change = 0;
  for (const cover of compiled.coverAt[at * compiled.shifts.length + shift] ?? []) {
    if (cover.among !== null && cover.among[person] !== 1) continue;
    const now = counts.get(cover) ?? 0;
    counts.set(cover, now + by);
    change += coverCost(cover, now + by - cover.minimum) - coverCost(cover, now - cover.minimum);
  }
  return change;
}

function restore(search: Search, rows: readonly Row[]): void {
  for (const [person, row] of rows.entries()) search.rows[person]?.set(row);
  Object.assign(search, startSearch(search.compiled, search.rows, search.rules));
}

function costOf(
  { compiled, rows, rules }: Pick<Search, 'compiled' | 'rows' | 'rules'>,
  index: number,
): number {
  const [person, row] = [compiled.people[index], rows[index]];
  return person && row ? rowCost(compiled, person, row, rules) : 0;
}
