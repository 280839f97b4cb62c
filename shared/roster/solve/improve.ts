import type { Random } from '../random.ts';
import type { Stop } from './column-generation.ts';
import type { LinearProgramming } from './linear-programming.ts';
import { renew, somePeople } from './neighbourhood.ts';
import type { Pool } from './pool.ts';
import type { Months, Problem } from './problem.ts';

type Search = {
  readonly stop: Stop;
  readonly random: Random;
  readonly pool: Pool;
  /** A fresh roster from the linear program of everybody; null: none that is better. */
  readonly plunge: (shake: number) => Months | null;
  /** Keeps a roster when it is better. */
  readonly take: (months: Months) => void;
  readonly current: () => { readonly months: Months; readonly cost: number };
};

const SMALLEST = 6;

/** Rosters a few people anew, then more of them, and now and then everybody, until it is stopped. */
export function improve(problem: Problem, linear: LinearProgramming, search: Search): void {
  const { stop, random, pool, plunge, take, current } = search;
  const count = problem.people.length;
  let size = Math.min(count, SMALLEST);
  let idle = 0;
  while (!stop() && count > 0) {
    const before = current().cost;
    const better = renew(problem, linear, current().months, {
      stop,
      random,
      people: somePeople(random, count, size, []),
      pool,
    });
    if (better) take(better);
    if (current().cost < before) {
      idle = 0;
      continue;
    }
    if (++idle < Math.max(SMALLEST, count / 2)) continue;
    idle = 0;
    if (size < count) size++;
    else {
      const fresh = plunge(0.5);
      if (fresh) take(fresh);
    }
  }
}
