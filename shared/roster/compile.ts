import { fairShares, noShare, type FairShare } from './fair-share.ts';
import type { Cell, CoverPart, Limits, Person, Roster, RosterModel, ShiftType } from './model.ts';
import {
  cellsAsRow,
  lockedCells,
  markAbsences,
  markDays,
  markWeekends,
  placesOf,
  wishesOf,
  type Places,
} from './person-tables.ts';
import { successions } from './shift-times.ts';

/** Rest in a row; any other number is the position of the shift in `shifts`. */
export const REST = -1;

/** One person's shifts as numbers: first `lead` days before the roster, then its days. */
export type Row = Int8Array;

export type CompiledPerson = {
  readonly index: number;
  readonly person: Person;
  /** By position in the row: may not work at all (0 may, 1 leave, 2 not employed). */
  readonly absent: Uint8Array;
  readonly protectedOn: Uint8Array;
  /** By position in the row: days of her guards. */
  readonly uncertified: Uint8Array;
  readonly elsewhere: Uint8Array;
  readonly secondPost: Uint8Array;
  /** By shift: 1 when she may work it. */
  readonly allowed: Uint8Array;
  /** By position in the row: what is locked, or NOT_LOCKED. */
  readonly locked: Int8Array;
  /** The first position of which it is known what she did; before it anything may have been. */
  readonly knownFrom: number;
  /** Ordinary minutes of the month on the days she is available. */
  readonly ordinaryMinutes: number;
  /** Some day of the roster is protected (late pregnancy, nursing). */
  readonly guarded: boolean;
  /** By position and shift (rest first): what the wishes weigh that this would not grant. */
  readonly wishes: Float64Array;
  /** By position: the cell that people know; and what a change of it costs. */
  readonly published: Int8Array | null;
  readonly changeCost: number;
  readonly changePersonCost: number;
  readonly fair: FairShare;
};

export type CompiledCover = {
  readonly at: number;
  readonly shift: number;
  readonly minimum: number;
  readonly among: Uint8Array | null;
  readonly missing: number;
  readonly surplus: number;
  readonly part: CoverPart | null;
};

/** The model as numbers and tables, so that one row can be judged in microseconds. */
export type CompiledModel = {
  readonly model: RosterModel;
  readonly limits: Limits;
  /** How many days before the roster stand at the head of each row. */
  readonly lead: number;
  readonly length: number;
  /** Where its days and cells stand in a row. */
  readonly places: Places;
  readonly shifts: readonly ShiftType[];
  readonly minutes: readonly number[];
  readonly night: Uint8Array;
  /** `mayFollow[a * shifts + b]`: b on the day after a leaves enough rest. */
  readonly mayFollow: Uint8Array;
  readonly weekend: Uint8Array;
  readonly holiday: Uint8Array;
  readonly people: readonly CompiledPerson[];
  readonly cover: readonly CompiledCover[];
};

export const NOT_LOCKED = -2;
const LEAD = 7;

/** Turns the model into tables. Cover, locks and absences on days or shifts that do not exist are left out. */
export function compile(model: RosterModel): CompiledModel {
  const places = placesOf(model.days, model.shifts, LEAD, REST);
  return {
    model,
    limits: model.limits,
    lead: LEAD,
    length: places.length,
    places,
    shifts: model.shifts,
    minutes: model.shifts.map((shift) => shift.minutes),
    night: Uint8Array.from(model.shifts, (shift) => (shift.night ? 1 : 0)),
    mayFollow: successions(model.shifts, model.limits),
    weekend: markWeekends(places, model.days[0]),
    holiday: markDays(places, model.holidays),
    people: compilePeople(model, places),
    cover: compileCover(model, places),
  };
}

function compileCover({ cover, people }: RosterModel, { at, cellOf }: Places): CompiledCover[] {
  return cover.flatMap((row): CompiledCover[] => {
    const [position, shift] = [at.get(row.day), cellOf.get(row.shift)];
    if (position === undefined || shift === undefined) return [];
    const among = row.among && Uint8Array.from(people, ({ id }) => (row.among?.includes(id) ? 1 : 0));
    const { minimum, missing, surplus } = row;
    return [{ at: position, shift, minimum, among, missing, surplus, part: row.part ?? null }];
  });
}

/** One person's cells as a row, with the days before at its head. A code that is not a shift counts as rest. */
export function toRow(
  { places, lead }: CompiledModel,
  { person }: CompiledPerson,
  cells: readonly Cell[],
): Row {
  const row = cellsAsRow(places, cells, REST);
  const before = person.before.slice(-lead);
  for (const [index, cell] of before.entries())
    row[lead - before.length + index] = places.cellOf.get(cell) ?? REST;
  return row;
}

export function toRows(compiled: CompiledModel, roster: Roster): Row[] {
  return compiled.people.map((person) => toRow(compiled, person, roster[person.person.id] ?? []));
}

export function toRoster(compiled: CompiledModel, rows: readonly Row[]): Roster {
  return Object.fromEntries(
    compiled.people.map((person) => [
      person.person.id,
      Array.from(
        rows[person.index]?.subarray(compiled.lead) ?? [],
        (shift) => compiled.shifts[shift]?.code ?? null,
      ),
    ]),
  );
}

function compilePeople(model: RosterModel, places: Places): CompiledPerson[] {
  const workdays = new Set(model.workdays);
  const available = model.people.map((person) => {
    const away = new Set(person.absences.map((absence) => absence.day));
    return model.days.filter((day) => !away.has(day));
  });
  const shares = fairShares(model, available);

  return model.people.map((person, index) => {
    const isHers = (row: { readonly person: string }) => row.person === person.id;
    const days = available[index] ?? [];
    const published = model.published?.roster[person.id];
    return {
      index,
      person,
      absent: markAbsences(places, person.absences),
      protectedOn: markDays(places, person.protectedOn),
      uncertified: markDays(places, person.guards?.uncertifiedOn ?? []),
      elsewhere: markDays(places, person.guards?.elsewhereOn ?? []),
      secondPost: markDays(places, person.guards?.secondPostOn ?? []),
      allowed: Uint8Array.from(model.shifts, (shift) =>
        person.shifts === null || person.shifts.includes(shift.code) ? 1 : 0,
      ),
      locked: lockedCells(places, model.locks.filter(isHers), NOT_LOCKED),
      knownFrom: LEAD - Math.min(LEAD, person.before.length),
      ordinaryMinutes: days.filter((day) => workdays.has(day)).length * model.limits.ordinaryDay,
      guarded: person.protectedOn.some((day) => places.at.has(day)),
      wishes: wishesOf(places, model.requests.filter(isHers)),
      published: published ? cellsAsRow(places, published, REST) : null,
      changeCost: model.published?.cell ?? 0,
      changePersonCost: model.published?.person ?? 0,
      fair: shares[index] ?? noShare,
    };
  });
}
