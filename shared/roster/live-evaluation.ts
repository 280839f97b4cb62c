import { compile, NOT_LOCKED, REST, toRows, type CompiledModel, type Row } from './compile.ts';
import { countCover, evaluateRows, type Evaluation, type Violation } from './evaluate.ts';
import type { Cell, CoverPart, Roster, RosterModel } from './model.ts';

/** A cell of the roster by position: which person of the model, and which of its days. */
export type CellPlace = { readonly person: number; readonly day: number };
export type CellChange = CellPlace & { readonly shift: Cell };

/** How one cover row stands: how many are there, how many are needed, and what `evaluate` says of it. */
export type CoverState = {
  readonly day: number;
  readonly shift: string;
  readonly minimum: number;
  /** Ids of those who count; null: everybody. */
  readonly among: readonly string[] | null;
  /** Who they are in words: zone, sex, skill. */
  readonly part: CoverPart | null;
  readonly there: number;
  readonly violations: readonly Violation[];
};

/**
 * A roster that is being edited, with its judgement kept up to date. A change judges again only the rows it touches and the
 * cover of its days, by `evaluateRows` itself on that part of the house: the result is that of `evaluate`, and what was not
 * touched keeps its identity, so that a screen knows what to draw again.
 */
export type LiveEvaluation = {
  readonly compiled: CompiledModel;
  readonly rows: readonly Row[];
  /** By person: what is wrong with the row. */
  readonly people: readonly (readonly Violation[])[];
  readonly cover: readonly CoverState[];
  readonly hard: number;
};

export function beginEvaluation(model: RosterModel, roster: Roster): LiveEvaluation {
  const compiled = compile(model);
  const rows = toRows(compiled, roster);
  const people = compiled.people.map((_, index) => judgePerson(compiled, rows, index));
  return {
    compiled,
    rows,
    people,
    cover: compiled.cover.map((_, index) => judgeCover(compiled, rows, index)),
    hard: hardOf(people),
  };
}

/** The same roster with other shifts in some cells. A lock holds its cell as it stands: it moves along. */
export function changeCells(live: LiveEvaluation, changes: readonly CellChange[]): LiveEvaluation {
  const { lead, shifts } = live.compiled;
  const rows = [...live.rows];
  const [touched, days] = [new Set<number>(), new Set<number>()];
  for (const { person, day, shift } of changes) {
    const before = rows[person];
    if (!before) continue;
    const row = touched.has(person) ? before : before.slice();
    row[lead + day] = shift === null ? REST : shifts.findIndex(({ code }) => code === shift);
    rows[person] = row;
    touched.add(person);
    days.add(lead + day);
  }
  const moved = changes.filter((place) => isLocked(live, place));
  const compiled = moved.length > 0 ? withLocks(live.compiled, rows, moved, true) : live.compiled;
  const people = live.people.map((found, index) =>
    touched.has(index) ? judgePerson(compiled, rows, index) : found,
  );
  const cover = live.cover.map((state, index) =>
    days.has(compiled.cover[index]?.at ?? -1) ? judgeCover(compiled, rows, index) : state,
  );
  return { compiled, rows, people, cover, hard: hardOf(people) };
}

/** Locks cells as they stand, or frees them. */
export function changeLocks(
  live: LiveEvaluation,
  places: readonly CellPlace[],
  locked: boolean,
): LiveEvaluation {
  const compiled = withLocks(live.compiled, live.rows, places, locked);
  const touched = new Set(places.map(({ person }) => person));
  const people = live.people.map((found, index) =>
    touched.has(index) ? judgePerson(compiled, live.rows, index) : found,
  );
  return { ...live, compiled, people, hard: hardOf(people) };
}

export function isLocked({ compiled }: LiveEvaluation, { person, day }: CellPlace): boolean {
  return (compiled.people[person]?.locked[compiled.lead + day] ?? NOT_LOCKED) !== NOT_LOCKED;
}

/** What stands in a cell; null is rest. */
export function shiftAt({ compiled, rows }: LiveEvaluation, { person, day }: CellPlace): Cell {
  return compiled.shifts[rows[person]?.[compiled.lead + day] ?? REST]?.code ?? null;
}

/** The whole judgement, as `evaluate` gives it but for the cost. */
export function evaluationOf({ people, cover, hard }: LiveEvaluation): Omit<Evaluation, 'cost'> {
  return { hard, violations: [...people.flat(), ...cover.flatMap(({ violations }) => violations)] };
}

function judgePerson(compiled: CompiledModel, rows: readonly Row[], index: number): readonly Violation[] {
  return evaluateRows({ ...compiled, people: compiled.people.slice(index, index + 1), cover: [] }, rows)
    .violations;
}

function judgeCover(compiled: CompiledModel, rows: readonly Row[], index: number): CoverState {
  const cover = compiled.cover.slice(index, index + 1);
  const [row] = cover;
  if (!row) throw new RangeError('no such cover row');
  const among = row.among && compiled.people.filter(({ index: at }) => row.among?.[at] === 1);
  return {
    day: row.at - compiled.lead,
    shift: compiled.shifts[row.shift]?.code ?? '',
    minimum: row.minimum,
    among: among && among.map(({ person }) => person.id),
    part: row.part,
    there: countCover(rows, row),
    violations: evaluateRows({ ...compiled, people: [], cover }, rows).violations,
  };
}

function withLocks(
  compiled: CompiledModel,
  rows: readonly Row[],
  places: readonly CellPlace[],
  locked: boolean,
): CompiledModel {
  const people = [...compiled.people];
  for (const { person: index, day } of places) {
    const person = people[index];
    if (!person) continue;
    const locks = person.locked.slice();
    locks[compiled.lead + day] = locked ? (rows[index]?.[compiled.lead + day] ?? REST) : NOT_LOCKED;
    people[index] = { ...person, locked: locks };
  }
  return { ...compiled, people };
}

function hardOf(people: LiveEvaluation['people']): number {
  return people.reduce((sum, found) => sum + found.filter(({ hard }) => hard).length, 0);
}
