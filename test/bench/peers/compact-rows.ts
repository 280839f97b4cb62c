import { weekday, type Day } from '../../../shared/calendar/day.ts';
import { restBetween } from '../../../shared/roster/shift-times.ts';
import type { Person, RosterModel, ShiftType } from '../../../shared/roster/model.ts';
import type { Build, Term } from './compact-milp.ts';

/** By day, the variable of each shift that she may work. */
export type Cells = readonly ReadonlyMap<string, number>[];

/** Adds one person's variables, and the rows that hold her to her rules. */
export function addPerson(build: Build, model: RosterModel, person: Person): Cells {
  const away = new Set<Day>(person.absences.map((absence) => absence.day));
  const able = model.shifts.filter((shift) => person.shifts?.includes(shift.code) ?? true);
  const cells: Cells = model.days.map((date) =>
    away.has(date) ? new Map() : new Map(able.map((shift) => [shift.code, build.variable(1)])),
  );
  for (const at of cells.keys()) build.row(worked(cells, at, 1, 1), 0, 1);
  addSuccessions(build, model, able, cells);
  addCounts(build, person, able, cells);
  addRuns(build, person, cells);
  addWeekends(build, model, person, cells);
  return cells;
}

/** How often she works on `count` days from `from` on, times a factor. */
function worked(cells: Cells, from: number, count: number, factor: number): Term[] {
  return cells.slice(from, from + count).flatMap((cell) => terms([...cell.values()], factor));
}

function terms(variables: readonly number[], factor: number): Term[] {
  return variables.map((variable) => [variable, factor]);
}

function addSuccessions(
  build: Build,
  { limits }: RosterModel,
  able: readonly ShiftType[],
  cells: Cells,
): void {
  const forbidden = new Set(limits.forbiddenSuccessions.map(({ before, after }) => `${before} ${after}`));
  for (const before of able) {
    const never = able.filter(
      (after) =>
        forbidden.has(`${before.code} ${after.code}`) ||
        restBetween(before, after) < limits.restBetweenShifts,
    );
    for (const [at, cell] of cells.entries()) {
      const first = cell.get(before.code);
      const next = never.flatMap((after) => cells[at + 1]?.get(after.code) ?? []);
      if (first !== undefined && next.length > 0) build.row(terms([first, ...next], 1), 0, 1);
    }
  }
}

/** Most of a shift, least and most minutes. */
function addCounts(build: Build, person: Person, able: readonly ShiftType[], cells: Cells): void {
  const { mostOf, leastMinutes, mostMinutes } = person.terms;
  const every = (shift: ShiftType) => cells.flatMap((cell) => cell.get(shift.code) ?? []);
  for (const shift of able) {
    const most = mostOf[shift.code];
    if (most !== undefined) build.row(terms(every(shift), 1), 0, most);
  }
  if (leastMinutes === null && mostMinutes === null) return;
  const minutes = able.flatMap((shift) => terms(every(shift), shift.minutes));
  build.row(minutes, leastMinutes ?? 0, mostMinutes ?? Number.POSITIVE_INFINITY);
}

/** Runs that touch the first or last day may go on outside, so rows begin and end one day inside. */
function addRuns(build: Build, person: Person, cells: Cells): void {
  const { mostDaysInARow, leastDaysInARow, leastRestInARow } = person.terms;
  const last = cells.length - 1;
  const most = mostDaysInARow ?? cells.length;
  for (let at = 0; at + most <= last; at++) build.row(worked(cells, at, most + 1, 1), 0, most);

  const between = (at: number, run: number, inside: number): Term[] => [
    ...worked(cells, at, 1, -inside),
    ...worked(cells, at + 1, run, inside),
    ...worked(cells, at + run + 1, 1, -inside),
  ];
  for (let run = 1; run < (leastDaysInARow ?? 1); run++) {
    for (let at = 0; at + run < last; at++) {
      build.row(between(at, run, -1), 1 - run, Number.POSITIVE_INFINITY);
    }
  }
  for (let run = 1; run < (leastRestInARow ?? 1); run++) {
    for (let at = 0; at + run < last; at++) build.row(between(at, run, 1), -1, Number.POSITIVE_INFINITY);
  }
}

function addWeekends(build: Build, { days }: RosterModel, person: Person, cells: Cells): void {
  if (person.terms.mostWeekends === null) return;
  const [first] = days;
  const lead = first === undefined ? 0 : weekday(first) - 1;
  const weekends = new Map<number, number>();
  for (const [at, date] of days.entries()) {
    if (weekday(date) < 6) continue;
    const week = Math.floor((lead + at) / 7);
    const weekend = weekends.get(week) ?? build.variable(1);
    weekends.set(week, weekend);
    build.row([...worked(cells, at, 1, 1), [weekend, -1]], Number.NEGATIVE_INFINITY, 0);
  }
  build.row(terms([...weekends.values()], 1), 0, person.terms.mostWeekends);
}
