import { addDays, day, isWeekend, type Day } from '../../shared/calendar/day.ts';
import {
  COST_MISSING,
  COST_SURPLUS,
  noTerms,
  ordinaryLimits,
  type Absence,
  type Cell,
  type Cover,
  type Person,
  type Request,
  type RosterModel,
  type ShiftType,
  type Worked,
} from '../../shared/roster/model.ts';
import { pick, randomFrom, type Random } from '../../shared/roster/random.ts';

export type OwnHouseSize = { readonly people: number; readonly days: number };

/** Early, day, late and night; each paid eight hours. */
const shifts: readonly ShiftType[] = [
  { code: 'A', startsAt: '06:30', endsAt: '14:30', minutes: 480, night: false },
  { code: 'D', startsAt: '08:00', endsAt: '18:00', minutes: 480, night: false },
  { code: 'P', startsAt: '14:00', endsAt: '22:00', minutes: 480, night: false },
  { code: 'N', startsAt: '22:00', endsAt: '07:00', minutes: 480, night: true },
];
const shareOf: Readonly<Record<string, number>> = { A: 0.26, D: 0.38, P: 0.22, N: 0.14 };

const FIRST_DAY = day('2026-10-01');
/** The National Day week of 2026 as this house keeps it, and the Saturday that is worked for it. */
const statutory = new Set([day('2026-10-01'), day('2026-10-02'), day('2026-10-03')]);
const weekOff = new Set(Array.from({ length: 7 }, (_, index) => addDays(FIRST_DAY, index)));
const workedForIt = day('2026-10-10');

/**
 * A house of our own shape from a seed: a month (or as many days as asked) from 1 October 2026 with four shifts, the
 * labour law's limits and the house's own weights; leave, requests, histories of unequal months, some who work no
 * nights, one in twenty protected, one who begins in the middle, and nights and days that need somebody trained.
 */
export function ownHouse(seed: number, { people: count, days: length }: OwnHouseSize): RosterModel {
  const random = randomFrom(seed * 2_246_822_519 + count * 997 + length);
  const days = Array.from({ length }, (_, index) => addDays(FIRST_DAY, index));
  const workdays = days.filter((date) => (isWeekend(date) ? date === workedForIt : !weekOff.has(date)));
  const people = Array.from({ length: count }, (_, index) => drawPerson(random, index, days));
  return {
    days,
    workdays,
    shifts,
    people,
    cover: drawCover(random, people, days, workdays),
    locks: [],
    limits: ordinaryLimits,
    holidays: days.filter((date) => statutory.has(date)),
    requests: people.flatMap((person) => drawRequests(random, person, days)),
    published: null,
    weights: {},
  };
}

function drawPerson(random: Random, index: number, days: readonly Day[]): Person {
  const isProtected = index % 20 === 7;
  const noNights = !isProtected && random() < 0.1;
  return {
    id: `p${String(index + 1).padStart(2, '0')}`,
    absences: index % 20 === 13 ? beginsLater(days) : drawLeave(random, days),
    protectedOn: isProtected ? days : [],
    shifts: noNights ? ['A', 'D', 'P'] : null,
    before: drawBefore(random, isProtected || noNights),
    terms: noTerms,
    history: drawHistory(random, isProtected || noNights),
  };
}

function beginsLater(days: readonly Day[]): Absence[] {
  return days.slice(0, Math.floor(days.length / 3)).map((date) => ({ day: date, why: 'not-employed' }));
}

/** One to four days of leave in a row for about one in three people each month. */
function drawLeave(random: Random, days: readonly Day[]): Absence[] {
  const leave: Absence[] = [];
  for (let month = 0; month < days.length; month += 31) {
    if (random() > 0.35) continue;
    const from = month + pick(random, 31);
    const taken = days.slice(from, from + 1 + pick(random, 4));
    leave.push(...taken.map((date) => ({ day: date, why: 'leave' }) as const));
  }
  return leave;
}

/** The last week before: two to five shifts of one kind in a row somewhere, the rest free. */
function drawBefore(random: Random, noNights: boolean): Cell[] {
  const code = shifts[pick(random, noNights ? 3 : 4)]?.code ?? null;
  const from = pick(random, 5);
  const to = Math.min(7, from + 2 + pick(random, 4));
  return Array.from({ length: 7 }, (_, index) => (index >= from && index < to ? code : null));
}

/** Nine months so far this year, a little more or less of everything than her share. */
function drawHistory(random: Random, noNights: boolean): Worked {
  const days = 240 + pick(random, 34);
  const some = (mean: number, spread: number) => Math.round(mean + (random() - 0.5) * 2 * spread);
  return {
    days,
    minutes: some(days * 315, 4800),
    nights: noNights ? 0 : some(days * 0.06, 5),
    weekends: some(days * 0.16, 6),
    holidays: some(5, 2),
  };
}

/** Asks for nearly as many shifts as the people have ordinary hours, fewer at weekends, and for trained people by day and night. */
function drawCover(
  random: Random,
  people: readonly Person[],
  days: readonly Day[],
  workdays: readonly Day[],
): Cover[] {
  const away = people.reduce((sum, person) => sum + person.absences.length, 0);
  const ordinary = people.length * workdays.length * (1 - away / people.length / days.length);
  const perDay = (ordinary * 0.97) / days.length;
  const trained = people.filter(() => random() < 0.4).map((person) => person.id);
  const cost = { missing: COST_MISSING, surplus: COST_SURPLUS };
  return days.flatMap((date): Cover[] => {
    const asked = perDay * (isWeekend(date) ? 0.88 : 1.05);
    const rows = shifts.map((shift): Cover => {
      const minimum = Math.max(1, Math.round(asked * (shareOf[shift.code] ?? 0)));
      return { day: date, shift: shift.code, minimum, among: null, ...cost };
    });
    const skilled = ['D', 'N'].map((shift): Cover => ({
      day: date,
      shift,
      minimum: 1,
      among: trained,
      missing: 40,
      surplus: 0,
    }));
    return [...rows, ...skilled];
  });
}

/** None to three wishes a month: a rest day, a shift, or to be spared one. */
function drawRequests(random: Random, person: Person, days: readonly Day[]): Request[] {
  const away = new Set(person.absences.map((absence) => absence.day));
  const wishes = pick(random, 4) * Math.ceil(days.length / 31);
  const asked = new Set<Day>();
  return Array.from({ length: wishes }, () => {
    const date = days[pick(random, days.length)];
    const weight = 4 + pick(random, 7);
    const kind = random();
    const shift = kind < 0.5 ? null : (shifts[pick(random, 3)]?.code ?? null);
    if (date === undefined || away.has(date) || asked.has(date)) return null;
    asked.add(date);
    return { person: person.id, day: date, shift, wanted: kind < 0.8, weight };
  }).filter((request) => request !== null);
}
