import type { Random } from '../random.ts';
import { anneal } from './annealing.ts';
import type { Stop } from './column-generation.ts';
import { openFewPeople } from './few-people.ts';
import type { LinearProgramming } from './linear-programming.ts';
import type { HouseProblem, Months } from './problem.ts';
import { openRegrets } from './regrets.ts';
import { openSomeDays } from './some-days.ts';
import type { WholeRoster } from './whole-roster.ts';

type Search = {
  readonly problem: HouseProblem;
  readonly whole: WholeRoster;
  readonly stop: Stop;
  readonly random: Random;
  /** Keeps a roster when it is better. */
  readonly take: (months: Months) => void;
  readonly current: () => { readonly months: Months; readonly cost: number };
  /** Better rosters are looked for near the best one first, not by making the whole roster anew. */
  readonly staysNear: boolean;
};

/** One way of looking for a better roster. */
type Way = {
  readonly look: () => Months | null;
  spent: number;
  luck: number;
  /** It is likely to help, or has helped once: it gets twice as much as the others even when luck has left it. */
  isUseful: boolean;
};

/** Moves for each person when a good roster is stirred up, and the heat as a part of the first annealing's. */
const [MOVES, HEAT] = [10_000, 0.2];
/** So many times in a row some days are tried in vain before the stirred roster is left as it is. */
const PATIENCE = 10;
/** As if each way had been tried in vain for so much effort already: the likely one is not left at its first failure. */
const BEGUN = 60e6;
/** The part of the effort that goes into the bound until the linear program is solved. */
const PROVING = 0.3;
/** How much of it goes there each time. */
const PROOF = 40e6;
/** How much a success counts, and after how much effort in vain half of it is forgotten. */
const [LUCK, HALF_LIFE] = [4, 200e6];

/**
 * Looks for better rosters in four ways until it is stopped: the roster is stirred up and settled again; a few people, or some days of
 * many people, are made anew by the linear program; or everybody is. Which of them helps depends on how tight the rules are, so the
 * way that helped gets more of the effort.
 */
export function improve(linear: LinearProgramming, search: Search): void {
  const { problem, whole, stop, random, take, current, staysNear } = search;
  const count = problem.people.length;
  if (count === 0) return;
  const regretsOf = openRegrets(problem, whole.cover);
  const fewPeople = openFewPeople(linear, { ...whole, stop, random }, regretsOf);
  const someDays = openSomeDays(linear, { ...search, cover: whole.cover }, regretsOf);
  const stirred = (before: Months) => {
    let months = anneal(problem, before, { stop, random, moves: MOVES * count, heat: HEAT });
    for (let vain = 0; vain < PATIENCE && !stop(); vain++) {
      const better = someDays(months);
      if (better) [months, vain] = [better, -1];
    }
    return months;
  };
  const fresh = () => {
    const patience = problem.effort.spent * 1.2;
    return whole.plunge(0.5, current().cost, () => stop() || problem.effort.spent > patience);
  };
  const likely = staysNear ? [someDays, stirred] : [fresh];
  const ways: Way[] = [someDays, stirred, fewPeople, fresh].map((look) => ({
    look: () => look(current().months),
    spent: BEGUN,
    luck: likely.includes(look) ? LUCK : 0,
    isUseful: likely.includes(look),
  }));

  let proving = 0;
  while (!stop()) {
    if (!whole.isSolved() && proving <= PROVING * problem.effort.spent) {
      const before = problem.effort.spent;
      whole.goOn(PROOF);
      proving += problem.effort.spent - before;
      continue;
    }
    const way = ways.reduce((one, other) => (weigh(other) < weigh(one) ? other : one));
    const [effort, cost] = [problem.effort.spent, current().cost];
    const found = way.look();
    if (found) take(found);
    // A way that does nothing at all must not be asked for ever.
    const spent = problem.effort.spent - effort + 1;
    way.luck = way.luck * 0.5 ** (spent / HALF_LIFE) + (current().cost < cost ? LUCK : 0);
    way.isUseful ||= current().cost < cost;
    way.spent += spent;
  }
}

function weigh({ spent, luck, isUseful }: Way): number {
  return spent / (1 + Math.max(luck, isUseful ? 1 : 0));
}
