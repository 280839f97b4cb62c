import { compile, toRoster, type Row } from '../../shared/roster/compile.ts';
import type { Roster, RosterModel } from '../../shared/roster/model.ts';
import { personRules } from '../../shared/roster/rules.ts';
import { firstRoster } from '../../shared/roster/solve/first-roster.ts';
import { peopleMonths } from '../../shared/roster/solve/people-months.ts';
import { problemOf } from '../../shared/roster/solve/problem.ts';
import { randomFrom } from '../../shared/roster/random.ts';

/** A lawful roster made at once: each takes her best month beside those before her, in an order from the seed. */
export function aLawfulRoster(model: RosterModel, seed: number): Roster {
  const random = randomFrom(seed);
  const order = model.people
    .map((person) => ({ person, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ person }) => person);
  const compiled = compile({ ...model, people: order });
  const { people } = peopleMonths(compiled, personRules(model));
  const months = firstRoster(problemOf(compiled, people));
  return toRoster(
    compiled,
    months.map((month): Row => {
      const row = new Int8Array(compiled.length).fill(-1);
      for (const [day, symbol] of month.entries()) row[compiled.lead + day] = symbol - 1;
      return row;
    }),
  );
}
