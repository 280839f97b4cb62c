import type { Kysely } from 'kysely';
import { attendanceQueries } from '../../db/attendance.ts';
import { leaveQueries } from '../../db/leave.ts';
import { rosterQueries } from '../../db/roster.ts';
import type { Schema } from '../../db/schema.ts';
import { shiftQueries } from '../../db/shifts.ts';
import {
  addDays,
  addMonths,
  daysOf,
  firstDay,
  lastDay,
  type Day,
  type Month,
} from '../../shared/calendar/day.ts';
import { coverOf, workdaysOf, type CoverRule } from '../../shared/roster/defaults.ts';
import { isInHouse } from '../../shared/roster/duties-of-day.ts';
import { isEmployedOn } from '../../shared/roster/employment.ts';
import type { LeaveKind } from '../../shared/roster/leave-contract.ts';
import {
  noHistory,
  noTerms,
  ordinaryLimits,
  type Absence,
  type Cell,
  type Lock,
  type Worked,
} from '../../shared/roster/model.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';
import { expiredCertificateMode, guardsBetween, hoursApproved } from './guard-facts.ts';
import { houseShift } from './house-shift.ts';
import { historyBefore } from './roster-fairness.ts';
import { wishesBetween } from './roster-wishes.ts';
import { partCoverBetween } from './zone-facts.ts';

/** How many days before the month are looked at for runs of work and for rest. */
const DAYS_BEFORE = 7;

export type RosterFacts = Pick<RosterView, 'people' | 'holidays'> & {
  readonly model: RosterView['model'];
  readonly residentsOn: (day: Day) => number;
};

/**
 * Everything that decides the roster of a month, as the records stand now. `used`: codes that must be known though retired.
 * `history: false` spares reading the year where only breaches and cover are asked, as after each key on the desk.
 */
export async function rosterFacts(
  db: Kysely<Schema>,
  month: Month,
  locks: readonly Lock[] = [],
  used: ReadonlySet<string> = new Set(),
  asked: { readonly history: boolean } = { history: true },
): Promise<RosterFacts> {
  const [first, last, days] = [firstDay(month), lastDay(month), daysOf(month)];
  const rosters = rosterQueries(db);
  const caregivers = await rosters.caregiversBetween(first, last);
  const leave = await leaveQueries(db).currentBetween(first, last);
  const protection = await leaveQueries(db).protectionBetween(first, last);
  const holidays = (await rosters.holidaysBetween(first, last)) as RosterView['holidays'];
  const kept = (await shiftQueries(db).all()).filter((row) => row.retired_on === null || used.has(row.code));
  const shifts = kept.map(houseShift);
  const inUse = kept.filter((row) => row.retired_on === null).map(houseShift);
  const residentsOn = await residentCounter(db, first, last);
  const before = await cellsBefore(db, first, shifts);
  const history = asked.history ? await historyBefore(db, first) : new Map<string, Worked>();
  const guards = await guardsBetween(db, days);

  const people = caregivers.map((caregiver) => ({
    caregiver,
    leave: leave
      .filter((row) => row.caregiver_id === caregiver.id)
      .flatMap((row) =>
        days
          .filter((day) => row.starts_on <= day && day <= row.ends_on)
          .map((day) => ({ day, kind: row.kind })),
      ),
  }));
  const away = new Set(
    people.flatMap(({ caregiver, leave: rows }) =>
      absencesOf(days, caregiver, rows).map(({ day }) => `${caregiver.id} ${day}`),
    ),
  );
  return {
    holidays,
    people: people.map(({ caregiver: { id, name }, leave: rows }) => ({ id, name, leave: rows })),
    residentsOn,
    model: {
      days,
      workdays: workdaysOf(month, holidays),
      shifts,
      people: people.map(({ caregiver, leave: rows }) => ({
        id: caregiver.id,
        absences: absencesOf(days, caregiver, rows),
        protectedOn: days.filter((day) =>
          protection.some(
            (row) =>
              row.caregiver_id === caregiver.id &&
              row.cancelled_at === null &&
              row.starts_on <= day &&
              day <= row.ends_on,
          ),
        ),
        shifts: null,
        before: before(caregiver.id),
        terms: { ...noTerms, mostOf: {} },
        history: history.get(caregiver.id) ?? noHistory,
        guards: guards.get(caregiver.id),
      })),
      cover: [
        ...coverOf(days, inUse, await coverRules(db), residentsOn).map((row) => ({ ...row, among: null })),
        ...(await partCoverBetween(db, days, new Set(inUse.map(({ code }) => code)))),
      ],
      locks: [...locks],
      limits: {
        ...ordinaryLimits,
        forbiddenSuccessions: [],
        comprehensiveHours: await hoursApproved(db, days),
        uncertifiedIsHard: (await expiredCertificateMode(db)) === 'hard',
      },
      holidays: holidays.filter(({ kind }) => kind === 'statutory').map(({ day }) => day),
      requests: await wishesBetween(db, days, (person, day) => !away.has(`${person} ${day}`)),
      published: null,
      weights: {},
    },
  };
}

function absencesOf(
  days: readonly Day[],
  { started_on, ended_on }: { readonly started_on: string; readonly ended_on: string | null },
  leave: readonly { readonly day: Day; readonly kind: LeaveKind }[],
): Absence[] {
  const employment = { startedOn: started_on as Day, endedOn: ended_on as Day | null };
  const onLeave = new Set(leave.map((row) => row.day));
  return days.flatMap((day): Absence[] => {
    if (!isEmployedOn(employment, day)) return [{ day, why: 'not-employed' }];
    return onLeave.has(day) ? [{ day, why: 'leave' }] : [];
  });
}

/** The cover rules that the director has set, in the order in which they were recorded for a day. */
export async function coverRules(db: Kysely<Schema>): Promise<CoverRule[]> {
  const rows = await shiftQueries(db).coverRules();
  return rows.map((row) => ({
    shift: row.shift_code,
    minimum: row.minimum,
    from: row.effective_from as Day,
  }));
}

/** How many residents are in house on a day; on the day of leaving one no longer counts. */
export async function residentCounter(
  db: Kysely<Schema>,
  first: Day,
  last: Day,
): Promise<(day: Day) => number> {
  const residents = await rosterQueries(db).residentsBetween(first, last);
  return (day) =>
    residents.filter((row) => isInHouse({ admittedOn: row.admitted_on, leftOn: row.left_on }, day)).length;
}

/** What each caregiver worked in the days before the month: attendance first, else the published roster. */
async function cellsBefore(
  db: Kysely<Schema>,
  first: Day,
  shifts: readonly HouseShift[],
): Promise<(caregiverId: string) => Cell[]> {
  const from = addDays(first, -DAYS_BEFORE);
  const [dayShift, nightShift] = [false, true].map(
    (night) => shifts.find((shift) => shift.night === night)?.code ?? null,
  );
  const known = new Map<string, Cell>();
  const lastMonth = addMonths(first.slice(0, 7) as Month, -1);
  for (const cell of await rosterQueries(db).cellsBefore(from, lastMonth)) {
    known.set(`${cell.caregiver_id} ${cell.day}`, cell.shift_code);
  }
  for (const row of await attendanceQueries(db).currentBetween(from, addDays(first, -1))) {
    const cell = row.mark === 'day' ? dayShift : row.mark === 'night' ? nightShift : null;
    known.set(`${row.caregiver_id} ${row.day}`, cell ?? null);
  }
  return (caregiverId) =>
    Array.from(
      { length: DAYS_BEFORE },
      (_, index) => known.get(`${caregiverId} ${addDays(from, index)}`) ?? null,
    );
}
