import type { Day } from '../calendar/day.ts';

/** A kind of shift. Times are `HH:MM`; a shift that ends at or before its start ends on the next day. */
export type ShiftType = {
  readonly code: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Paid minutes; the time between start and end may be longer (meals, sleep on call). */
  readonly minutes: number;
  readonly night: boolean;
};

/** Why somebody cannot work on a day, whatever the shift. */
export type Absence = { readonly day: Day; readonly why: 'leave' | 'not-employed' };

export type Person = {
  readonly id: string;
  readonly absences: readonly Absence[];
  /** Days on which the law forbids nights and overtime to her (女职工劳动保护特别规定 6, 9). */
  readonly protectedOn: readonly Day[];
  /** Codes that she may work; null: every shift. */
  readonly shifts: readonly string[] | null;
  /** What she worked on the days just before the first day, oldest first; null is rest. */
  readonly before: readonly Cell[];
};

/** How many people one shift needs on one day, out of everybody (null) or out of some (a zone, a skill, a sex). */
export type Cover = {
  readonly day: Day;
  readonly shift: string;
  readonly minimum: number;
  readonly among: readonly string[] | null;
};

/** A cell that the director has fixed. */
export type Lock = { readonly person: string; readonly day: Day; readonly shift: Cell };

/** What the house and the law ask. Minutes, unless the name says otherwise. */
export type Limits = {
  /** Most working days in a row; 6 leaves one rest day in any seven (劳动法 38). */
  readonly daysInARow: number;
  /** Least time between the end of a shift and the start of the next (house rule). */
  readonly restBetweenShifts: number;
  /** Ordinary working time of a day (劳动法 36). */
  readonly ordinaryDay: number;
  /** Most extension on one day and in one month (劳动法 41). */
  readonly extensionInADay: number;
  readonly extensionInAMonth: number;
  /** Comprehensive hours (综合计算工时) were approved by the labour department: extensions warn instead of forbid. */
  readonly comprehensiveHours: boolean;
};

/** Everything that decides a roster: plain data, so that it can be sent to a worker. */
export type RosterModel = {
  /** The days of the roster in order, without a gap. */
  readonly days: readonly Day[];
  /** Those of them that are ordinary working days: neither weekend nor holiday, shifted workdays included. */
  readonly workdays: readonly Day[];
  readonly shifts: readonly ShiftType[];
  readonly people: readonly Person[];
  readonly cover: readonly Cover[];
  readonly locks: readonly Lock[];
  readonly limits: Limits;
};

/** A shift code, or null for rest. */
export type Cell = string | null;

/** What each person does on each day of the model, in the model's order of days. */
export type Roster = { readonly [person: string]: readonly Cell[] };

/** The labour law's figures, and eleven hours between shifts as the house rule. */
export const ordinaryLimits: Limits = {
  daysInARow: 6,
  restBetweenShifts: 11 * 60,
  ordinaryDay: 8 * 60,
  extensionInADay: 3 * 60,
  extensionInAMonth: 36 * 60,
  comprehensiveHours: false,
};
