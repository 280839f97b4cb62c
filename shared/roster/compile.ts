import { addDays, isWeekend, type Day } from '../calendar/day.ts';
import { fairShares, noShare, type FairShare } from './fair-share.ts';
import type { Cell, CoverPart, Limits, Person, Roster, RosterModel, ShiftType } from './model.ts';

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
  readonly shifts: readonly ShiftType[];
  readonly minutes: readonly number[];
  readonly night: Uint8Array;
  /** `mayFollow[a * shifts + b]`: b on the day after a leaves enough rest. */
  readonly mayFollow: Uint8Array;
  readonly weekend: Uint8Array;
  readonly holiday: Uint8Array;
  readonly people: readonly CompiledPerson[];
  /** The cover rows that a cell (position, shift) counts for. */
  readonly cover: readonly CompiledCover[];
  readonly coverAt: readonly (readonly CompiledCover[])[];
};

export const NOT_LOCKED = -2;
const LEAD = 7;

/** Turns the model into tables. Cover, locks and absences on days or shifts that do not exist are left out. */
export function compile(model: RosterModel): CompiledModel {
  const length = LEAD + model.days.length;
  const at = new Map(model.days.map((day, index) => [day, LEAD + index]));
  const shiftOf = new Map(model.shifts.map((shift, index) => [shift.code, index]));
  const cover = model.cover.flatMap((row): CompiledCover[] => {
    const [position, shift] = [at.get(row.day), shiftOf.get(row.shift)];
    if (position === undefined || shift === undefined) return [];
    const among =
      row.among && Uint8Array.from(model.people, (person) => (row.among?.includes(person.id) ? 1 : 0));
    const { minimum, missing, surplus } = row;
    return [{ at: position, shift, minimum, among, missing, surplus, part: row.part ?? null }];
  });
  const coverAt: CompiledCover[][] = Array.from({ length: length * model.shifts.length }, () => []);
  for (const row of cover) coverAt[row.at * model.shifts.length + row.shift]?.push(row);

  return {
    model,
    limits: model.limits,
    lead: LEAD,
    length,
    shifts: model.shifts,
    minutes: model.shifts.map((shift) => shift.minutes),
    night: Uint8Array.from(model.shifts, (shift) => (shift.night ? 1 : 0)),
    mayFollow: successions(model.shifts, model.limits),
    weekend: weekendMarks(model.days, length),
    holiday: markDays(length, model.holidays, at),
    people: compilePeople(model, length, at, shiftOf),
    cover,
    coverAt,
  };
}

/** One person's cells as a row, with the days before at its head. A code that is not a shift counts as rest. */
export function toRow(compiled: CompiledModel, person: CompiledPerson, cells: readonly Cell[]): Row {
  const row = new Int8Array(compiled.length).fill(REST);
  const codes = new Map(compiled.shifts.map((shift, index) => [shift.code, index]));
  const before = person.person.before.slice(-compiled.lead);
  for (const [index, cell] of before.entries()) {
    row[compiled.lead - before.length + index] = cell === null ? REST : (codes.get(cell) ?? REST);
  }
  for (let day = 0; day < compiled.model.days.length; day++) {
    const cell = cells[day] ?? null;
    row[compiled.lead + day] = cell === null ? REST : (codes.get(cell) ?? REST);
  }
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

function compilePeople(
  model: RosterModel,
  length: number,
  at: ReadonlyMap<string, number>,
  shiftOf: ReadonlyMap<string, number>,
): CompiledPerson[] {
  const { limits } = model;
  const workdays = new Set(model.workdays);
  const available = model.people.map((person) => {
    const away = new Set(person.absences.map((absence) => absence.day));
    return model.days.filter((day) => !away.has(day));
  });
  const shares = fairShares(model, available);

  return model.people.map((person, index) => {
    const absent = new Uint8Array(length);
    for (const absence of person.absences) {
      const position = at.get(absence.day);
      if (position !== undefined) absent[position] = absence.why === 'leave' ? 1 : 2;
    }
    const locked = new Int8Array(length).fill(NOT_LOCKED);
    for (const lock of model.locks) {
      const [position, shift] = [at.get(lock.day), lock.shift === null ? REST : shiftOf.get(lock.shift)];
      if (lock.person === person.id && position !== undefined && shift !== undefined)
        locked[position] = shift;
    }
    const days = available[index] ?? [];
    const published = model.published?.roster[person.id];
    return {
      index,
      person,
      absent,
      protectedOn: markDays(length, person.protectedOn, at),
      uncertified: markDays(length, person.guards?.uncertifiedOn ?? [], at),
      elsewhere: markDays(length, person.guards?.elsewhereOn ?? [], at),
      secondPost: markDays(length, person.guards?.secondPostOn ?? [], at),
      allowed: Uint8Array.from(model.shifts, (shift) =>
        person.shifts === null || person.shifts.includes(shift.code) ? 1 : 0,
      ),
      locked,
      knownFrom: LEAD - Math.min(LEAD, person.before.length),
      ordinaryMinutes: days.filter((day) => workdays.has(day)).length * limits.ordinaryDay,
      guarded: person.protectedOn.some((day) => at.has(day)),
      wishes: wishesOf(model, person.id, length, at, shiftOf),
      published: published ? publishedCells(published, length, shiftOf) : null,
      changeCost: model.published?.cell ?? 0,
      changePersonCost: model.published?.person ?? 0,
      fair: shares[index] ?? noShare,
    };
  });
}

function wishesOf(
  model: RosterModel,
  person: string,
  length: number,
  at: ReadonlyMap<string, number>,
  shiftOf: ReadonlyMap<string, number>,
): Float64Array {
  const symbols = model.shifts.length + 1;
  const wishes = new Float64Array(length * symbols);
  for (const wish of model.requests) {
    const [position, shift] = [at.get(wish.day), wish.shift === null ? REST : shiftOf.get(wish.shift)];
    if (wish.person !== person || position === undefined || shift === undefined) continue;
    for (let symbol = 0; symbol < symbols; symbol++) {
      const isIt = symbol === shift + 1;
      const place = position * symbols + symbol;
      if (isIt !== wish.wanted) wishes[place] = (wishes[place] ?? 0) + wish.weight;
    }
  }
  return wishes;
}

function publishedCells(
  cells: readonly Cell[],
  length: number,
  shiftOf: ReadonlyMap<string, number>,
): Int8Array {
  const row = new Int8Array(length).fill(REST);
  for (const [day, cell] of cells.entries()) {
    if (LEAD + day < length) row[LEAD + day] = cell === null ? REST : (shiftOf.get(cell) ?? REST);
  }
  return row;
}

function successions(
  shifts: readonly ShiftType[],
  { restBetweenShifts, forbiddenSuccessions }: Limits,
): Uint8Array {
  const table = new Uint8Array(shifts.length * shifts.length);
  for (const [a, before] of shifts.entries()) {
    for (const [b, after] of shifts.entries()) {
      table[a * shifts.length + b] = restBetween(before, after) >= restBetweenShifts ? 1 : 0;
    }
  }
  const indexOf = (code: string) => shifts.findIndex((shift) => shift.code === code);
  for (const { before, after } of forbiddenSuccessions) {
    const [a, b] = [indexOf(before), indexOf(after)];
    if (a >= 0 && b >= 0) table[a * shifts.length + b] = 0;
  }
  return table;
}

/** Minutes from start to end, breaks included. */
export function presenceMinutes({ startsAt, endsAt }: Pick<ShiftType, 'startsAt' | 'endsAt'>): number {
  const [start, end] = [clock(startsAt), clock(endsAt)];
  return end <= start ? end + 24 * 60 - start : end - start;
}

/** Minutes between the end of a shift and the start of a shift on the next day. */
export function restBetween(before: ShiftType, after: ShiftType): number {
  const [start, end] = [clock(before.startsAt), clock(before.endsAt)];
  const overnight = end <= start;
  return clock(after.startsAt) + (overnight ? 0 : 24 * 60) - end;
}

function clock(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Saturdays and Sundays, those of the days before the roster included. */
function weekendMarks(days: readonly Day[], length: number): Uint8Array {
  const first = days[0];
  return Uint8Array.from({ length }, (_, at) =>
    first !== undefined && isWeekend(addDays(first, at - LEAD)) ? 1 : 0,
  );
}

function markDays(length: number, days: readonly string[], at: ReadonlyMap<string, number>): Uint8Array {
  const marks = new Uint8Array(length);
  for (const day of days) {
    const position = at.get(day);
    if (position !== undefined) marks[position] = 1;
  }
  return marks;
}
