import { NOT_LOCKED, REST, type CompiledModel, type CompiledPerson, type Row } from './compile.ts';

/** Where a rule comes from: an article of a law, or the house. The texts stand in shared/messages. */
export type RuleSource =
  | { readonly law: 'labour-law'; readonly articles: readonly number[] }
  | { readonly law: 'women-protection'; readonly articles: readonly number[] }
  | { readonly law: 'house' };

/** Called for each breach: first and last position in the row, and how much (unit by rule, see `unit`). */
export type Found = (first: number, last: number, amount: number) => void;

/**
 * One rule for one person. `hard`: no roster may break it. `weight`: cost of one unit. A hard rule is never broken
 * by more rest, so a row of nothing but rest is always lawful: the generator builds on this.
 */
export type PersonRule = {
  readonly key: PersonRuleKey;
  readonly source: RuleSource;
  readonly hard: boolean;
  readonly weight: number;
  readonly unit: 'days' | 'shifts' | 'minutes';
  readonly check: (house: CompiledModel, person: CompiledPerson, row: Row, found: Found) => void;
};

export const personRuleKeys = [
  'leave',
  'notEmployed',
  'shiftNotAllowed',
  'protectedNight',
  'protectedHours',
  'restBetween',
  'weeklyRest',
  'dailyExtension',
  'monthlyExtension',
  'locked',
  'overtime',
  'restAfterNight',
  'longRun',
  'singleRest',
  'singleShift',
  'fairShifts',
  'fairNights',
  'fairWeekends',
] as const;
export type PersonRuleKey = (typeof personRuleKeys)[number];

const labourLaw = (...articles: number[]): RuleSource => ({ law: 'labour-law', articles });
const womenProtection: RuleSource = { law: 'women-protection', articles: [6, 9] };
const house: RuleSource = { law: 'house' };

/** The rules of one person, hard ones first. With comprehensive hours approved, the extension limits only warn. */
export function personRules(limits: { readonly comprehensiveHours: boolean }): readonly PersonRule[] {
  const extensionIsHard = !limits.comprehensiveHours;
  return [
    { key: 'leave', source: house, hard: true, weight: 1000, unit: 'days', check: absent(1) },
    { key: 'notEmployed', source: house, hard: true, weight: 1000, unit: 'days', check: absent(2) },
    { key: 'shiftNotAllowed', source: house, hard: true, weight: 1000, unit: 'days', check: notAllowed },
    {
      key: 'protectedNight',
      source: womenProtection,
      hard: true,
      weight: 1000,
      unit: 'days',
      check: protectedNight,
    },
    { key: 'restBetween', source: house, hard: true, weight: 1000, unit: 'minutes', check: restTooShort },
    {
      key: 'weeklyRest',
      source: labourLaw(38),
      hard: true,
      weight: 1000,
      unit: 'days',
      check: runsOver('daysInARow'),
    },
    {
      key: 'dailyExtension',
      source: labourLaw(41),
      hard: extensionIsHard,
      weight: 1,
      unit: 'minutes',
      check: longDay,
    },
    {
      key: 'protectedHours',
      source: womenProtection,
      hard: true,
      weight: 1,
      unit: 'minutes',
      check: protectedHours,
    },
    {
      key: 'monthlyExtension',
      source: labourLaw(41),
      hard: extensionIsHard,
      weight: 1,
      unit: 'minutes',
      check: longMonth,
    },
    { key: 'locked', source: house, hard: false, weight: 60, unit: 'days', check: lockChanged },
    { key: 'overtime', source: labourLaw(44), hard: false, weight: 0.02, unit: 'minutes', check: overtime },
    { key: 'restAfterNight', source: house, hard: false, weight: 3, unit: 'days', check: oneRestAfterNight },
    { key: 'longRun', source: house, hard: false, weight: 4, unit: 'days', check: runsOver(5) },
    { key: 'singleRest', source: house, hard: false, weight: 1, unit: 'days', check: singleRest },
    { key: 'singleShift', source: house, hard: false, weight: 2, unit: 'days', check: singleShift },
    { key: 'fairShifts', source: house, hard: false, weight: 4, unit: 'shifts', check: fair('shifts') },
    { key: 'fairNights', source: house, hard: false, weight: 6, unit: 'shifts', check: fair('nights') },
    { key: 'fairWeekends', source: house, hard: false, weight: 2, unit: 'shifts', check: fair('weekends') },
  ];
}

type Check = PersonRule['check'];

function absent(why: 1 | 2): Check {
  return ({ lead, length }, person, row, found) => {
    for (let at = lead; at < length; at++)
      if (row[at] !== REST && person.absent[at] === why) found(at, at, 1);
  };
}

const notAllowed: Check = ({ lead, length }, person, row, found) => {
  for (let at = lead; at < length; at++) {
    const shift = row[at] ?? REST;
    if (shift !== REST && person.allowed[shift] === 0) found(at, at, 1);
  }
};

const protectedNight: Check = ({ lead, length, night }, person, row, found) => {
  for (let at = lead; at < length; at++) {
    const shift = row[at] ?? REST;
    if (shift !== REST && night[shift] === 1 && person.protectedOn[at] === 1) found(at, at, 1);
  }
};

const restTooShort: Check = ({ lead, length, shifts, mayFollow, limits }, _person, row, found) => {
  for (let at = lead; at < length; at++) {
    const [before, after] = [row[at - 1] ?? REST, row[at] ?? REST];
    if (before !== REST && after !== REST && mayFollow[before * shifts.length + after] === 0) {
      found(at - 1, at, limits.restBetweenShifts);
    }
  }
};

/** Working days in a row beyond the limit, the days before the roster counted. */
function runsOver(most: number | 'daysInARow'): Check {
  return ({ lead, length, limits }, _person, row, found) => {
    const limit = most === 'daysInARow' ? limits.daysInARow : most;
    let run = 0;
    for (let at = 0; at <= length; at++) {
      if (at < length && row[at] !== REST) {
        run++;
      } else {
        // Days before the roster cannot be mended any more: only what was added to such a run counts.
        const added = Math.min(run - limit, at - lead);
        if (added > 0) found(Math.max(at - run, 0), at - 1, added);
        run = 0;
      }
    }
  };
}

const longDay: Check = ({ lead, length, minutes, limits }, _person, row, found) => {
  for (let at = lead; at < length; at++) {
    const over = minutesAt(minutes, row[at]) - limits.ordinaryDay - limits.extensionInADay;
    if (over > 0) found(at, at, over);
  }
};

const protectedHours: Check = ({ lead, length, minutes, limits }, person, row, found) => {
  let guarded = false;
  for (let at = lead; at < length; at++) {
    if (person.protectedOn[at] === 0) continue;
    guarded = true;
    const over = minutesAt(minutes, row[at]) - limits.ordinaryDay;
    if (over > 0) found(at, at, over);
  }
  if (!guarded) return;
  const over = total(minutes, row, lead, length) - person.ordinaryMinutes;
  if (over > 0) found(lead, length - 1, over);
};

const longMonth: Check = ({ lead, length, minutes, limits }, person, row, found) => {
  const over = total(minutes, row, lead, length) - person.ordinaryMinutes - limits.extensionInAMonth;
  if (over > 0) found(lead, length - 1, over);
};

const overtime: Check = ({ lead, length, minutes }, person, row, found) => {
  const over = total(minutes, row, lead, length) - person.ordinaryMinutes;
  if (over > 0) found(lead, length - 1, over);
};

const lockChanged: Check = ({ lead, length }, person, row, found) => {
  for (let at = lead; at < length; at++) {
    if (person.locked[at] !== NOT_LOCKED && person.locked[at] !== row[at]) found(at, at, 1);
  }
};

/** A night is followed by two days of rest: the first is slept through. */
const oneRestAfterNight: Check = ({ lead, length, night }, _person, row, found) => {
  for (let at = Math.max(lead, 2); at < length; at++) {
    const shift = row[at - 2] ?? REST;
    if (shift !== REST && night[shift] === 1 && row[at - 1] === REST && row[at] !== REST)
      found(at - 1, at, 1);
  }
};

/** A single day of rest after day shifts; after a night `restAfterNight` speaks of it. */
const singleRest: Check = ({ lead, length, night }, _person, row, found) => {
  for (let at = lead; at < length - 1; at++) {
    const before = row[at - 1] ?? REST;
    if (row[at] === REST && before !== REST && night[before] === 0 && row[at + 1] !== REST) found(at, at, 1);
  }
};

const singleShift: Check = ({ lead, length }, _person, row, found) => {
  for (let at = lead; at < length - 1; at++) {
    if (row[at] !== REST && row[at - 1] === REST && row[at + 1] === REST) found(at, at, 1);
  }
};

/** Shifts, nights or weekend days outside the person's share of the month. */
function fair(what: 'shifts' | 'nights' | 'weekends'): Check {
  return ({ lead, length, night, weekend }, person, row, found) => {
    let count = 0;
    for (let at = lead; at < length; at++) {
      const shift = row[at] ?? REST;
      if (shift === REST) continue;
      if (what === 'shifts') count++;
      else if (what === 'nights') count += night[shift] ?? 0;
      else count += weekend[at] ?? 0;
    }
    const { least, most } = person.fair[what];
    if (count > most) found(lead, length - 1, count - most);
    else if (count < least) found(lead, length - 1, count - least);
  };
}

function total(minutes: readonly number[], row: Row, lead: number, length: number): number {
  let sum = 0;
  for (let at = lead; at < length; at++) sum += minutesAt(minutes, row[at]);
  return sum;
}

function minutesAt(minutes: readonly number[], shift: number | undefined): number {
  return shift === undefined || shift === REST ? 0 : (minutes[shift] ?? 0);
}
