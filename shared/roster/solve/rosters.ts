import { toRoster, REST, type CompiledModel, type Row } from '../compile.ts';
import type { Roster } from '../model.ts';
import { rosterCost, type HouseProblem, type Months } from './problem.ts';

export function rosterOf(compiled: CompiledModel, months: Months): Roster {
  return toRoster(
    compiled,
    months.map((month): Row => {
      const row = new Int8Array(compiled.length).fill(REST);
      for (let day = 0; day < month.length; day++) row[compiled.lead + day] = (month[day] ?? 0) - 1;
      return row;
    }),
  );
}

/** A roster from outside as months; null when it is not lawful. */
export function monthsOfRoster(
  compiled: CompiledModel,
  problem: HouseProblem,
  roster: Roster,
): Months | null {
  const codes = new Map(compiled.shifts.map((shift, index) => [shift.code, index + 1]));
  const months = problem.people.map(({ person }) =>
    Int8Array.from(
      { length: problem.days },
      (_, day) => codes.get(roster[person.person.id]?.[day] ?? '') ?? 0,
    ),
  );
  return rosterCost(problem, months) < Infinity ? months : null;
}
