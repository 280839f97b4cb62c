import type { Month } from './pricing.ts';
import { addMonth, bestResponse, type Months, type Problem } from './problem.ts';
import { isSame } from './person-months.ts';

/** Everybody in turn takes her cheapest month beside those before her: a lawful roster in milliseconds. */
export function firstRoster(problem: Problem): Months {
  const counts = new Int32Array(problem.requirements.length);
  return problem.people.map((_, person): Month => {
    const month = bestResponse(problem, counts, person) ?? new Int8Array(problem.days);
    addMonth(problem, counts, person, month, 1);
    return month;
  });
}

/** Each in turn changes to her cheapest month beside all others', until nobody gains by it. */
export function settle(problem: Problem, counts: Int32Array, months: Months, turns: number): Months {
  const settled = [...months];
  for (let turn = 0; turn < turns; turn++) {
    let changed = false;
    for (const [person, month] of settled.entries()) {
      addMonth(problem, counts, person, month, -1);
      const better = bestResponse(problem, counts, person, month) ?? month;
      if (!isSame(better, month)) {
        settled[person] = better;
        changed = true;
      }
      addMonth(problem, counts, person, better, 1);
    }
    if (!changed) break;
  }
  return settled;
}
