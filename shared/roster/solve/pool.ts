import { keyOf, type Choice } from './master.ts';
import type { Month } from './pricing.ts';
import { requirementsOf, type Problem } from './problem.ts';

/** Months that were worth something once, the most promising ones of each person first. */
export type Pool = {
  readonly addAll: (choices: readonly Choice[]) => void;
  readonly best: (person: number) => readonly Month[];
  /** Ranks the months by what they would cost at these prices of the cover. */
  readonly rank: (cover: Float64Array) => void;
};

type Entry = { readonly month: Month; readonly cost: number; rank: number };

/** Keeps up to `most` months a person for use, and twice as many in all. */
export function openPool(problem: Problem, most: number): Pool {
  const entries: Entry[][] = problem.people.map(() => []);
  const known = new Set<string>();
  let prices: Float64Array | null = null;

  const rankOf = (person: number, month: Month, cost: number): number => {
    if (!prices) return cost;
    let rank = cost;
    for (const index of requirementsOf(problem, person, month)) rank -= prices[index] ?? 0;
    return rank;
  };
  const trim = (person: number) => {
    const list = entries[person];
    if (!list || list.length <= most * 2) return;
    list.sort((a, b) => a.rank - b.rank);
    for (const { month } of list.splice(most)) known.delete(keyOf(person, month));
  };
  return {
    addAll(choices) {
      for (const { person, month, cost } of choices) {
        const key = keyOf(person, month);
        if (known.has(key)) continue;
        known.add(key);
        entries[person]?.push({ month, cost, rank: rankOf(person, month, cost) });
        trim(person);
      }
    },
    best: (person) =>
      (entries[person] ?? [])
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, most)
        .map(({ month }) => month),
    rank(cover) {
      prices = cover.slice();
      for (const [person, list] of entries.entries())
        for (const entry of list) entry.rank = rankOf(person, entry.month, entry.cost);
    },
  };
}
