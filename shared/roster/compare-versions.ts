import type { Day } from '../calendar/day.ts';
import type { Cell, Roster, ShiftType } from './model.ts';
import { rosterTotals, type RosterTotals } from './totals.ts';

/** One cell that two versions of a roster fill differently. */
export type CellChange = {
  readonly person: string;
  readonly day: Day;
  readonly was: Cell;
  readonly is: Cell;
};

/** What a person's month has more or less of in the later version. */
export type PersonChange = {
  readonly person: string;
  readonly cells: number;
  readonly totals: RosterTotals;
};

export type Comparison = {
  /** By person in the model's order, then by day. */
  readonly changes: readonly CellChange[];
  /** Those who have changes. */
  readonly people: readonly PersonChange[];
};

type Facts = {
  readonly days: readonly Day[];
  readonly shifts: readonly ShiftType[];
  readonly people: readonly { readonly id: string }[];
};

/** Two versions of a month, cell by cell. Who stands in one of them only rests in the other. */
export function compareVersions(model: Facts, before: Roster, after: Roster): Comparison {
  const changes = model.people.flatMap(({ id }) =>
    model.days.flatMap((day, column): CellChange[] => {
      const [was, is] = [before[id]?.[column] ?? null, after[id]?.[column] ?? null];
      return was === is ? [] : [{ person: id, day, was, is }];
    }),
  );
  const byPerson = Map.groupBy(changes, ({ person }) => person);
  const people = [...byPerson].map(([person, own]): PersonChange => {
    const [old, now] = [rosterTotals(model, before[person] ?? []), rosterTotals(model, after[person] ?? [])];
    return {
      person,
      cells: own.length,
      totals: {
        shifts: now.shifts - old.shifts,
        nights: now.nights - old.nights,
        weekends: now.weekends - old.weekends,
        minutes: now.minutes - old.minutes,
      },
    };
  });
  return { changes, people };
}
