import { isEmployedOn, type Employment } from '../roster/employment.ts';
import type { Day } from '../calendar/day.ts';

export type MissingDay = { readonly caregiverId: string; readonly day: Day };

/** Days of the month on which somebody was employed and nothing is recorded: the month cannot be closed before. */
export function missingDays(
  days: readonly Day[],
  people: readonly (Employment & { readonly id: string; readonly has: (day: Day) => boolean })[],
): MissingDay[] {
  return people.flatMap((person) =>
    days
      .filter((day) => isEmployedOn(person, day) && !person.has(day))
      .map((day) => ({ caregiverId: person.id, day })),
  );
}
