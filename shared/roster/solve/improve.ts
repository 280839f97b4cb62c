import type { Random } from '../random.ts';
import { anneal } from './annealing.ts';
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
  readonly plunge: (shake: number, stop: Stop) => Months | null;
  /** Keeps a roster when it is better. */
  readonly take: (months: Months) => void;
  readonly current: () => { readonly months: Months; readonly cost: number };
  /** The rules leave room: small changes are mostly lawful. */
  readonly hasRoom: boolean;
};

/** One way of looking for a better roster. */
type Way = { readonly look: () => Months | null; spent: number; luck: number };

const SMALLEST = 6;
/** Moves for each person when the annealing goes on from a good roster, and its heat as a part of the first one. */
const [MOVES, HEAT] = [40_000, 0.8];
/** How much a success counts, and how fast it is forgotten. */
const [LUCK, FORGET] = [4, 0.7];

/**
 * Looks for better rosters in three ways until it is stopped: anew for a few people (by the linear program), anew for everybody,
 * and by annealing again. Which of them helps depends on how tight the rules are, so the way that helped gets more of the effort.
 */
export function improve(problem: Problem, linear: LinearProgramming, search: Search): void {
  const { stop, random, pool, plunge, take, current, hasRoom } = search;
  const count = problem.people.length;
  if (count === 0) return;
  let size = Math.min(count, SMALLEST);
  let idle = 0;

  const few: Way['look'] = () => {
    const people = somePeople(random, count, size);
    const found = renew(problem, linear, current().months, { stop, random, people, pool });
    idle = found ? 0 : idle + 1;
    if (idle >= Math.max(SMALLEST, count / 2)) {
      idle = 0;
      size = Math.min(count, size + 1);
    }
    return found;
  };
  const again: Way['look'] = () =>
    anneal(problem, current().months, { stop, random, moves: MOVES * count, heat: HEAT });
  const fresh: Way['look'] = () => {
    const patience = problem.effort.spent * 1.2;
    return plunge(0.5, () => stop() || problem.effort.spent > patience);
  };
  const ways: Way[] = [again, few, fresh].map((look) => ({
    look,
    spent: 0,
    luck: look === (hasRoom ? again : fresh) ? LUCK : 0,
  }));

  while (!stop()) {
    const way = ways.reduce((one, other) => (weigh(other) < weigh(one) ? other : one));
    const [effort, cost] = [problem.effort.spent, current().cost];
    const found = way.look();
    if (found) take(found);
    way.luck = way.luck * FORGET + (current().cost < cost ? LUCK : 0);
    // A way that does nothing at all must not be asked for ever.
    way.spent += problem.effort.spent - effort + 1;
  }
}

function weigh({ spent, luck }: Way): number {
  return spent / (1 + luck);
}
