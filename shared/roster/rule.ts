import type { CompiledModel, CompiledPerson, Row } from './compile.ts';

/** Where a rule comes from: an article of a law, or the house. The texts stand in shared/messages. */
export type RuleSource =
  | { readonly law: 'labour-law'; readonly articles: readonly number[] }
  | { readonly law: 'women-protection'; readonly articles: readonly number[] }
  | { readonly law: 'house' };

export const labourLaw = (...articles: number[]): RuleSource => ({ law: 'labour-law', articles });
export const womenProtection: RuleSource = { law: 'women-protection', articles: [6, 9] };
export const house: RuleSource = { law: 'house' };

/** Called for each breach: first and last position in the row, and how much (unit by rule, see `unit`). */
export type Found = (first: number, last: number, amount: number) => void;

/**
 * One rule for one person, said twice: `check` finds the breaches in a finished row, `encode` lets the solver build only rows
 * that keep it. Both count the same amounts; a test holds them together. `hard`: no roster may break it. `weight`: cost of one
 * unit, unless the model's `weights` say otherwise.
 */
export type PersonRule = {
  readonly key: PersonRuleKey;
  readonly source: RuleSource;
  readonly hard: boolean;
  readonly weight: number;
  readonly unit: 'days' | 'shifts' | 'minutes' | 'weight';
  readonly check: (house: CompiledModel, person: CompiledPerson, row: Row, found: Found) => void;
  /** Nothing to say about this person: an empty list. */
  readonly encode: (house: CompiledModel, person: CompiledPerson) => readonly Encoding[];
};

export type Encoding = CellsEncoding | PatternEncoding | CountEncoding | SameEncoding;

/** Each cell by itself: the amount that a shift (or REST) at a position comes to. */
export type CellsEncoding = {
  readonly kind: 'cells';
  readonly amount: (at: number, shift: number) => number;
};

/**
 * A memory of the days before, the same on every day: states are whole numbers from `start` on, `amount` is what a shift (or
 * REST) in a state comes to. The days before the roster are replayed from the position `from`; what they amount to is past.
 */
export type PatternEncoding = {
  readonly kind: 'pattern';
  /** Equal ids mean equal behaviour, so that people with the same terms share one diagram. */
  readonly id: string;
  readonly start: number;
  readonly from: number;
  readonly next: (state: number, shift: number) => number;
  readonly amount: (state: number, shift: number) => number;
};

/** A sum over the roster that lies best between `least` and `most`; the amount is the distance to them. */
export type CountEncoding = {
  readonly kind: 'count';
  readonly measure: Measure;
  readonly least: number;
  readonly most: number;
};

/** The amount is due as soon as the row differs anywhere from `row` (positions as in Row). */
export type SameEncoding = { readonly kind: 'same'; readonly row: Int8Array; readonly amount: number };

/** What can be summed: an id, and what a shift (or REST) at a position adds, knowing whether the day before was worked. */
export type Measure = {
  readonly id: string;
  readonly add: (at: number, worked: boolean, shift: number) => number;
};

export const personRuleKeys = [
  'leave',
  'notEmployed',
  'shiftNotAllowed',
  'protectedNight',
  'protectedHours',
  'workElsewhere',
  'expiredCertificate',
  'doublePost',
  'restBetween',
  'weeklyRest',
  'dailyExtension',
  'monthlyExtension',
  'nightsInARow',
  'minutesInAWeek',
  'mostOfShift',
  'leastMinutes',
  'mostMinutes',
  'mostDaysInARow',
  'leastDaysInARow',
  'leastRestInARow',
  'mostWeekends',
  'locked',
  'changedCell',
  'changedPerson',
  'request',
  'overtime',
  'restAfterNight',
  'longRun',
  'singleRest',
  'singleShift',
  'fairHours',
  'fairNights',
  'fairWeekends',
  'fairHolidays',
] as const;
export type PersonRuleKey = (typeof personRuleKeys)[number];
