import { isWeekend, type Day } from '../calendar/day.ts';
import type { Person, RosterModel, Worked } from './model.ts';

/** Where one person's sum should lie, as whole shifts: minutes, nights, weekend days, statutory holidays. */
export type FairShare = {
  readonly minutes: Band;
  readonly nights: Band;
  readonly weekends: Band;
  readonly holidays: Band;
};
export type Band = { readonly least: number; readonly most: number };

const nothing: Band = { least: 0, most: 0 };
export const noShare: FairShare = { minutes: nothing, nights: nothing, weekends: nothing, holidays: nothing };

/** At most this part of a month's share is given or taken to make up for earlier months: nobody pays a year back at once. */
const MOST_MADE_UP = 0.5;

/**
 * Splits what the cover asks by the days that each person is available, and makes up for earlier months of the year: over the
 * year each should have done her part of all work, by the days on which she could have worked.
 */
export function fairShares(model: RosterModel, available: readonly (readonly Day[])[]): FairShare[] {
  const asked = askedOf(model);
  const holidays = new Set<string>(model.holidays);
  const days = available.map((list) => list.length);
  const nightDays = model.people.map((person, index) =>
    person.protectedOn.length > 0 || !mayWorkNights(model, person) ? 0 : (days[index] ?? 0),
  );
  const weekendDays = available.map((list) => list.filter(isWeekend).length);
  const holidayDays = available.map((list) => list.filter((day) => holidays.has(day)).length);
  const step = Math.min(...model.shifts.map((shift) => shift.minutes));
  const longest = Math.max(...model.shifts.map((shift) => shift.minutes));

  const minutes = targets(model, asked.minutes, days, days, 'minutes');
  const nights = targets(model, asked.nights, nightDays, days, 'nights');
  const weekends = targets(model, asked.weekends, weekendDays, days, 'weekends');
  const rests = targets(model, asked.holidays, holidayDays, days, 'holidays');
  return model.people.map((_, index) => ({
    minutes: band(minutes[index] ?? 0, (days[index] ?? 0) * longest, step),
    nights: band(nights[index] ?? 0, nightDays[index] ?? 0),
    weekends: band(weekends[index] ?? 0, weekendDays[index] ?? 0),
    holidays: band(rests[index] ?? 0, holidayDays[index] ?? 0),
  }));
}

/** What the cover asks of everybody together; where only zones or skills ask, the largest of them counts. */
function askedOf(model: RosterModel): Omit<Worked, 'days'> {
  const most = new Map<string, { readonly day: Day; readonly shift: string; readonly minimum: number }>();
  for (const row of model.cover) {
    const known = most.get(`${row.day} ${row.shift}`);
    if (!known || known.minimum < row.minimum) most.set(`${row.day} ${row.shift}`, row);
  }
  const holidays = new Set<string>(model.holidays);
  const kinds = new Map(model.shifts.map((shift) => [shift.code, shift]));
  let [minutes, nights, weekends, rests] = [0, 0, 0, 0];
  for (const { day, shift, minimum } of most.values()) {
    const kind = kinds.get(shift);
    if (!kind) continue;
    minutes += minimum * kind.minutes;
    if (kind.night) nights += minimum;
    if (isWeekend(day)) weekends += minimum;
    if (holidays.has(day)) rests += minimum;
  }
  return { minutes, nights, weekends, holidays: rests };
}

function mayWorkNights(model: RosterModel, person: Person): boolean {
  return model.shifts.some((shift) => shift.night && (person.shifts?.includes(shift.code) ?? true));
}

/** What each should do this month of one kind of work. `counting`: days of this month that count for it, of all her `days`. */
function targets(
  { people }: RosterModel,
  asked: number,
  counting: readonly number[],
  days: readonly number[],
  what: keyof Omit<Worked, 'days'>,
): number[] {
  // Who has no days for it this month (protected, on leave) neither owes nor is owed anything now.
  const counted = people.flatMap((person, index) =>
    (counting[index] ?? 0) > 0 ? [{ history: person.history, days: days[index] ?? 0 }] : [],
  );
  const month = sum(counting);
  const year = asked + sum(counted.map(({ history }) => history[what]));
  const yearDays = sum(counted.map((person) => person.days + person.history.days));
  return people.map(({ history }, index) => {
    if ((counting[index] ?? 0) === 0) return 0;
    const share = (asked * (counting[index] ?? 0)) / month;
    const made = (year * ((days[index] ?? 0) + history.days)) / yearDays - history[what] - share;
    // Without a year behind them the month is shared by its own days alone.
    if (yearDays === sum(counted.map((person) => person.days))) return share;
    return share + Math.max(-share * MOST_MADE_UP, Math.min(share * MOST_MADE_UP, made));
  });
}

function band(target: number, most: number, step = 1): Band {
  // A hair of rounding must not make a whole share a share and a bit.
  const share = Math.min(most, Math.max(0, target)) / step;
  return { least: Math.floor(share + 1e-9) * step, most: Math.ceil(share - 1e-9) * step };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
