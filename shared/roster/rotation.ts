import { daysBetween, type Day } from '../calendar/day.ts';
import { layShifts, type Laid, type Laying } from './lay-shifts.ts';
import type { Cell, RosterModel } from './model.ts';

/** A rhythm of the house, two to twenty-eight days long. */
export const PATTERN_LEAST = 2;
export const PATTERN_MOST = 28;

/** Who follows a pattern: on `startsOn` she is at place `offset` of it, counted from 0. */
export type Rotation = {
  readonly person: string;
  readonly cells: readonly Cell[];
  readonly offset: number;
  readonly startsOn: Day;
};

/** How rest is written in a pattern, whatever sheet it was copied from (a circle is a night in many houses). */
const restLetters = new Set(['-', '–', '—', '.', '/', '_', 'X', '休', '△']);

/**
 * Reads a pattern as it is typed: `DDDN--`, `D D D N 休 休`. Spaces and commas part nothing. Gives null when a letter is neither
 * a shift of the house nor rest, or the length is not from 2 to 28, or nothing but rest is left.
 */
export function readPattern(text: string, codes: ReadonlySet<string>): Cell[] | null {
  const letters = [...text.toUpperCase()].filter((letter) => !/[\s,，、|]/.test(letter));
  if (letters.length < PATTERN_LEAST || letters.length > PATTERN_MOST) return null;
  const cells: Cell[] = [];
  for (const letter of letters) {
    if (codes.has(letter)) cells.push(letter);
    else if (restLetters.has(letter)) cells.push(null);
    else return null;
  }
  return cells.some((cell) => cell !== null) ? cells : null;
}

/** As it is stored and shown: letters, `-` for rest. */
export function patternText(cells: readonly Cell[]): string {
  return cells.map((cell) => cell ?? '-').join('');
}

/** The cells of a stored pattern. */
export function patternCells(text: string): Cell[] {
  return [...text].map((letter) => (letter === '-' ? null : letter));
}

/** What the pattern has for a day; rest before it begins. */
export function rotationOn({ cells, offset, startsOn }: Omit<Rotation, 'person'>, day: Day): Cell {
  const step = daysBetween(startsOn, day);
  return step < 0 || cells.length === 0 ? null : (cells[(step + offset) % cells.length] ?? null);
}

/** Lays everybody's pattern over the month; what is not lawful is dropped with its rule, as when a month is copied. */
export function layRotations(model: RosterModel, rotations: readonly Rotation[]): Laying {
  const laid = rotations.flatMap((rotation) =>
    model.days.flatMap((day): Laid[] => {
      const shift = rotationOn(rotation, day);
      return shift === null ? [] : [{ person: rotation.person, day, shift }];
    }),
  );
  return layShifts(model, laid);
}

/** Places in the pattern that spread people evenly over it: four people on six days begin at 0, 1, 3 and 4. */
export function spreadOffsets(people: number, length: number): number[] {
  return Array.from({ length: people }, (_, index) =>
    people >= length ? index % length : Math.floor((index * length) / people),
  );
}
