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
  readonly terms: Terms;
  /** What she worked earlier in the year: her fair share of this month makes up for it. */
  readonly history: Worked;
  /** Days on which a guard of the house speaks against her work; without them, none does. */
  readonly guards?: Guards | undefined;
};

/** Days that are told apart in the records of one person. */
export type Guards = {
  /** Her recorded health certificate has run out. */
  readonly uncertifiedOn: readonly Day[];
  /** She is on duty at another place. */
  readonly elsewhereOn: readonly Day[];
  /** She holds another public-welfare post, or stands in the books twice. */
  readonly secondPostOn: readonly Day[];
};

/** What is agreed with one person; null: nothing beyond the house's limits. Minutes, unless the name says otherwise. */
export type Terms = {
  /** Most shifts of a kind in the roster; a code that is not named has no such limit. */
  readonly mostOf: Readonly<Record<string, number>>;
  readonly leastMinutes: number | null;
  readonly mostMinutes: number | null;
  readonly mostDaysInARow: number | null;
  /** A run of working days is at least so long; runs that touch the first or last day may go on outside. */
  readonly leastDaysInARow: number | null;
  /** A run of rest days is at least so long, with the same exemption. */
  readonly leastRestInARow: number | null;
  /** Most weekends with work on Saturday, Sunday or both. */
  readonly mostWeekends: number | null;
};

/** Work that was done; `days`: days on which she could have worked. */
export type Worked = {
  readonly days: number;
  readonly minutes: number;
  readonly nights: number;
  /** Weekend days, as in the totals of the month. */
  readonly weekends: number;
  /** Statutory holidays. */
  readonly holidays: number;
};

/** A wish: to have (`wanted`) or not to have a shift on a day; null is rest. Costs `weight` when it is not granted. */
export type Request = {
  readonly person: string;
  readonly day: Day;
  readonly shift: Cell;
  readonly wanted: boolean;
  readonly weight: number;
};

/** A roster that people already know: each cell that differs costs `cell`, and each person with such a cell costs `person`. */
export type Published = {
  readonly roster: Roster;
  readonly cell: number;
  readonly person: number;
};

/** How many people one shift needs on one day, out of everybody (null) or out of some (a zone, a skill, a sex). */
export type Cover = {
  readonly day: Day;
  readonly shift: string;
  readonly minimum: number;
  readonly among: readonly string[] | null;
  /** Cost of each person missing, and of each one more than needed. */
  readonly missing: number;
  readonly surplus: number;
  /** Who `among` is, in words for the screen; absent or null for everybody. */
  readonly part?: CoverPart | null | undefined;
};

/** The part of the people that a cover row asks for; what is null is not asked. Zone and skill by name. */
export type CoverPart = {
  readonly zone: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly skill: string | null;
};

/** A cell that the director has fixed. */
export type Lock = { readonly person: string; readonly day: Day; readonly shift: Cell };

/** What the house and the law ask. Minutes, unless the name says otherwise. */
export type Limits = {
  /** Most working days in a row; 6 leaves one rest day in any seven (劳动法 38). */
  readonly daysInARow: number;
  /** Most night shifts in a row; null: as many as the other rules allow. */
  readonly nightsInARow: number | null;
  /** Most minutes in any seven days; null: no such limit. */
  readonly minutesInAWeek: number | null;
  /** Least time between the end of a shift and the start of the next (house rule). */
  readonly restBetweenShifts: number;
  /** Shifts that may not stand on two days in a row, besides those that leave too little rest. */
  readonly forbiddenSuccessions: readonly { readonly before: string; readonly after: string }[];
  /** Ordinary working time of a day (劳动法 36). */
  readonly ordinaryDay: number;
  /** Most extension on one day and in one month (劳动法 41). */
  readonly extensionInADay: number;
  readonly extensionInAMonth: number;
  /** Comprehensive hours (综合计算工时) were approved by the labour department: extensions warn instead of forbid. */
  readonly comprehensiveHours: boolean;
  /** A day after the end of the health certificate is forbidden; absent or false: it warns. */
  readonly uncertifiedIsHard?: boolean | undefined;
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
  /** Those of the days that are statutory holidays (three times the pay, and shared fairly). */
  readonly holidays: readonly Day[];
  readonly requests: readonly Request[];
  readonly published: Published | null;
  /** What one unit of a soft rule costs where it differs from the rule's own weight; 0 turns it off. */
  readonly weights: Readonly<Record<string, number>>;
};

/** A shift code, or null for rest. */
export type Cell = string | null;

/** What each person does on each day of the model, in the model's order of days. */
export type Roster = { readonly [person: string]: readonly Cell[] };

/** The labour law's figures, and eleven hours between shifts as the house rule. */
export const ordinaryLimits: Limits = {
  daysInARow: 6,
  nightsInARow: null,
  minutesInAWeek: null,
  restBetweenShifts: 11 * 60,
  forbiddenSuccessions: [],
  ordinaryDay: 8 * 60,
  extensionInADay: 3 * 60,
  extensionInAMonth: 36 * 60,
  comprehensiveHours: false,
};

export const noTerms: Terms = {
  mostOf: {},
  leastMinutes: null,
  mostMinutes: null,
  mostDaysInARow: null,
  leastDaysInARow: null,
  leastRestInARow: null,
  mostWeekends: null,
};

export const noHistory: Worked = { days: 0, minutes: 0, nights: 0, weekends: 0, holidays: 0 };

/** What one person missing and one too many cost in the house, unless a cover row says otherwise. */
export const COST_MISSING = 100;
export const COST_SURPLUS = 8;
