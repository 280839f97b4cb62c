import { addDays, isWeekend, type Day } from '../calendar/day.ts';
import type { Absence, Cell, Lock, Request, ShiftType } from './model.ts';

/** Where days and cells stand in the rows of a model. */
export type Places = {
  /** Days before the roster at the head of each row; and all days of a row. */
  readonly lead: number;
  readonly length: number;
  readonly at: ReadonlyMap<Day, number>;
  /** The number of a cell: rest too. */
  readonly cellOf: ReadonlyMap<Cell, number>;
};

export function placesOf(
  days: readonly Day[],
  shifts: readonly ShiftType[],
  lead: number,
  rest: number,
): Places {
  return {
    lead,
    length: lead + days.length,
    at: new Map(days.map((day, index) => [day, lead + index])),
    cellOf: new Map<Cell, number>([[null, rest], ...shifts.map(({ code }, index) => [code, index] as const)]),
  };
}

/** 1 on the days named; days outside of the roster are passed over. */
export function markDays({ length, at }: Places, days: readonly Day[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const day of days) {
    const position = at.get(day);
    if (position !== undefined) marks[position] = 1;
  }
  return marks;
}

/** Saturdays and Sundays, those of the days before the roster included. */
export function markWeekends({ lead, length }: Places, first: Day | undefined): Uint8Array {
  return Uint8Array.from({ length }, (_, at) =>
    first !== undefined && isWeekend(addDays(first, at - lead)) ? 1 : 0,
  );
}

/** 1 on leave, 2 while not employed. */
export function markAbsences({ length, at }: Places, absences: readonly Absence[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const { day, why } of absences) {
    const position = at.get(day);
    if (position !== undefined) marks[position] = why === 'leave' ? 1 : 2;
  }
  return marks;
}

/** The cells that are locked; of two locks on one day the later one holds. */
export function lockedCells(
  { length, at, cellOf }: Places,
  locks: readonly Lock[],
  notLocked: number,
): Int8Array {
  const locked = new Int8Array(length).fill(notLocked);
  for (const { day, shift } of locks) {
    const [position, cell] = [at.get(day), cellOf.get(shift)];
    if (position !== undefined && cell !== undefined) locked[position] = cell;
  }
  return locked;
}

/** By position and symbol (rest first): what the wishes weigh that this would not grant. */
export function wishesOf({ length, at, cellOf }: Places, requests: readonly Request[]): Float64Array {
  const symbols = cellOf.size;
  const wishes = new Float64Array(length * symbols);
  for (const { day, shift, wanted, weight } of requests) {
    const [position, cell] = [at.get(day), cellOf.get(shift)];
    if (position === undefined || cell === undefined) continue;
    for (let symbol = 0; symbol < symbols; symbol++) {
      const place = position * symbols + symbol;
      if ((symbol === cell + 1) !== wanted) wishes[place] = (wishes[place] ?? 0) + weight;
    }
  }
  return wishes;
}

/** Cells as a row, from the first day of the roster on; what is no shift, or not said, is rest. */
export function cellsAsRow(
  { lead, length, cellOf }: Places,
  cells: readonly Cell[],
  rest: number,
): Int8Array {
  const row = new Int8Array(length).fill(rest);
  for (const [day, cell] of cells.slice(0, length - lead).entries())
    row[lead + day] = cellOf.get(cell) ?? rest;
  return row;
}
