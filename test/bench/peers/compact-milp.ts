import { compile, REST, toRow } from '../../../shared/roster/compile.ts';
import type { Cell, Roster, RosterModel } from '../../../shared/roster/model.ts';
import { personRules } from '../../../shared/roster/rules.ts';
import { addPerson, type Cells } from './compact-rows.ts';

/** Minimise `offset` + cost · x over whole x within bounds, each row between its own. Every number is whole. */
export type Milp = {
  readonly offset: number;
  readonly variables: readonly { readonly lower: number; readonly upper: number; readonly cost: number }[];
  readonly rows: readonly MilpRow[];
  /** The roster that a solution means. */
  readonly rosterOf: (values: ArrayLike<number>) => Roster;
};
export type MilpRow = {
  readonly terms: readonly Term[];
  readonly least: number;
  readonly most: number;
};
export type Term = readonly [variable: number, coefficient: number];

/**
 * The model as one integer program with a variable for each person, day and shift (roster.md, section 2): what general
 * solvers are given. It holds for models without the house's own rules, as the public instances are; throws RangeError
 * for others.
 */
export function compactMilp(model: RosterModel): Milp {
  refuseUnknown(model);
  const build = new Build();
  const cells = model.people.map((person) => addPerson(build, model, person));
  addRequests(build, model, cells);
  addCover(build, model, cells);
  return {
    offset: build.offset,
    variables: build.variables,
    rows: build.rows,
    rosterOf: (values) =>
      Object.fromEntries(
        model.people.map((person, index) => [
          person.id,
          model.days.map((_, at): Cell => {
            const worked = [...(cells[index]?.[at] ?? [])].find(
              ([, variable]) => (values[variable] ?? 0) > 0.5,
            );
            return worked?.[0] ?? null;
          }),
        ]),
      ),
  };
}

/** The program as it grows. */
export class Build {
  offset = 0;
  readonly variables: { lower: number; upper: number; cost: number }[] = [];
  readonly rows: MilpRow[] = [];

  variable(upper: number, cost = 0): number {
    this.variables.push({ lower: 0, upper, cost });
    return this.variables.length - 1;
  }

  row(terms: readonly Term[], least: number, most: number): void {
    if (terms.length > 0 || least > 0 || most < 0) this.rows.push({ terms, least, most });
  }
}

/** Nothing may bind that has no row: the limits of the house, days before, protection, and soft rules beside requests. */
function refuseUnknown(model: RosterModel): void {
  const { limits, days } = model;
  const compiled = compile(model);
  const bound =
    limits.daysInARow < days.length ||
    limits.nightsInARow !== null ||
    limits.minutesInAWeek !== null ||
    model.locks.length > 0 ||
    model.published !== null ||
    model.people.some((person) => person.before.length > 0 || person.protectedOn.length > 0) ||
    model.shifts.some((shift) => shift.minutes > limits.ordinaryDay);
  // A row of all kinds of runs: a soft rule with a price would find something in it.
  const works = [1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1];
  const soft = personRules(model)
    .filter((rule) => !rule.hard && rule.key !== 'request')
    .find((rule) =>
      compiled.people.some((person) => {
        const row = toRow(compiled, person, []).fill(0, compiled.lead);
        for (let at = compiled.lead; at < row.length; at++) row[at] = works[at % works.length] ? 0 : REST;
        let found = false;
        rule.check(compiled, person, row, () => (found = true));
        return found;
      }),
    );
  if (bound || soft) {
    throw new RangeError(`the compact model does not know ${soft?.key ?? 'the limits of the house'}`);
  }
}

function addRequests(build: Build, model: RosterModel, cells: readonly Cells[]): void {
  const at = new Map(model.days.map((date, index) => [date, index]));
  const people = new Map(model.people.map((person, index) => [person.id, index]));
  for (const request of model.requests) {
    const cell = cells[people.get(request.person) ?? -1]?.[at.get(request.day) ?? -1];
    if (!cell) continue;
    if (request.shift === null) throw new RangeError('the compact model does not know wishes for rest');
    const variable = build.variables[cell.get(request.shift) ?? -1];
    if (request.wanted) build.offset += request.weight;
    if (variable) variable.cost += request.wanted ? -request.weight : request.weight;
  }
}

function addCover(build: Build, model: RosterModel, cells: readonly Cells[]): void {
  const at = new Map(model.days.map((date, index) => [date, index]));
  for (const row of model.cover) {
    const there = cells.flatMap((of, person): Term[] => {
      const counts = row.among === null || row.among.includes(model.people[person]?.id ?? '');
      const variable = of[at.get(row.day) ?? -1]?.get(row.shift);
      return counts && variable !== undefined ? [[variable, 1]] : [];
    });
    const under = build.variable(row.minimum, row.missing);
    const over = build.variable(Math.max(0, there.length - row.minimum), row.surplus);
    build.row([...there, [under, 1], [over, -1]], row.minimum, row.minimum);
  }
}
