import type { Kysely } from 'kysely';
import { fairnessQueries } from '../../db/fairness.ts';
import { rosterQueries } from '../../db/roster.ts';
import type { Schema } from '../../db/schema.ts';
import { shiftQueries } from '../../db/shifts.ts';
import {
  addDays,
  addMonths,
  isWeekend,
  month as asMonth,
  monthOf,
  type Day,
  type Month,
} from '../../shared/calendar/day.ts';
import { fairnessOf, workedOf, yearOf } from '../../shared/roster/fairness.ts';
import type { monthSources } from '../../shared/roster/fairness-contract.ts';
import type { Worked } from '../../shared/roster/model.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { recordedDays, type CaregiverDays } from './fairness-records.ts';
import { houseShift } from './house-shift.ts';

export const fairness = {
  year: door.roster.fairness.year.handler(async ({ input: { year }, context: { db } }) => {
    const { months, first, last } = spanOf(year);
    const holidays = await statutoryHolidays(db, first, last);
    const people = await recordedDays(db, first, last, await allShifts(db));
    const closed = new Set(await fairnessQueries(db).closedMonths(months[0] ?? '', months.at(-1) ?? ''));
    const ledger = fairnessOf(months, people, new Set(holidays.keys()));
    return {
      year,
      months: ledger.map(({ month, whole }) => ({ month, whole, source: sourceOf(month, closed, people) })),
      people: people
        .filter(({ days }) => days.length > 0)
        .map(({ id, name, startedOn, endedOn, days }) => ({
          id,
          name,
          startedOn,
          endedOn,
          days: days.filter(({ available }) => available).length,
          year: yearOf(ledger, id),
          months: ledger.map((month) => month.people.get(id) ?? yearOf([], id)),
        })),
    };
  }),

  days: door.roster.fairness.days.handler(async ({ input, context: { db, today } }) => {
    const { first, last } = spanOf(input.year);
    const holidays = await statutoryHolidays(db, first, last);
    const shifts = await allShifts(db);
    const [person] = await recordedDays(db, first, last, shifts, input.caregiverId);
    if (!person) refuse('NOT_FOUND', { what: 'caregiver' });
    const byCode = new Map(shifts.map(({ code, name, nameEn }) => [code, { code, name, nameEn }]));
    return person.days.map(({ work, shift, ...one }) => ({
      ...one,
      shift: byCode.get(shift ?? '') ?? null,
      minutes: work?.minutes ?? 0,
      weekend: isWeekend(one.day),
      holiday: holidays.get(one.day) ?? null,
      planned: one.source === 'roster' && one.day > today,
    }));
  }),
};

/** What each caregiver worked from January to the day before a month; in January nothing. */
export async function historyBefore(db: Kysely<Schema>, first: Day): Promise<ReadonlyMap<string, Worked>> {
  const january = `${first.slice(0, 4)}-01-01` as Day;
  if (first === january) return new Map();
  const last = addDays(first, -1);
  const holidays = new Set((await statutoryHolidays(db, january, last)).keys());
  const people = await recordedDays(db, january, last, await allShifts(db));
  return new Map(people.map(({ id, days }) => [id, workedOf(days, holidays)]));
}

async function allShifts(db: Kysely<Schema>) {
  return (await shiftQueries(db).all()).map(houseShift);
}

async function statutoryHolidays(db: Kysely<Schema>, first: Day, last: Day): Promise<Map<Day, string>> {
  const rows = await rosterQueries(db).holidaysBetween(first, last);
  return new Map(rows.filter(({ kind }) => kind === 'statutory').map(({ day, name }) => [day as Day, name]));
}

function spanOf(year: number): { months: Month[]; first: Day; last: Day } {
  const january = asMonth(`${year}-01`);
  const months = Array.from({ length: 12 }, (_, index) => addMonths(january, index));
  return { months, first: `${year}-01-01` as Day, last: `${year}-12-31` as Day };
}

function sourceOf(
  month: Month,
  closed: ReadonlySet<string>,
  people: readonly CaregiverDays[],
): (typeof monthSources)[number] {
  if (closed.has(month)) return 'closed';
  const days = people.flatMap((person) => person.days.filter(({ day }) => monthOf(day) === month));
  if (days.some(({ source }) => source === 'attendance')) return 'recorded';
  return days.length > 0 ? 'published' : 'none';
}
