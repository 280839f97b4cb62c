import type { Kysely } from 'kysely';
import { rosterQueries } from '../../db/roster.ts';
import type { Schema } from '../../db/schema.ts';
import type { DutyTable } from '../../db/tables/rosters.ts';
import type { Selectable } from 'kysely';
import type { Day } from '../../shared/calendar/day.ts';
import { dutiesOfDay, isInHouse, type DutyFacts } from '../../shared/roster/duties-of-day.ts';
import type { DutyBasis } from '../../shared/roster/duty.ts';
import type { RosterView, ShiftDuties } from '../../shared/roster/contract.ts';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';

/** Gives the duties of every shift of the month; `unanswered` counts residents without anybody, over all shifts. */
export async function planDuties(
  db: Kysely<Schema>,
  view: RosterView,
  rosterId: string,
): Promise<{ duties: Selectable<DutyTable>[]; unanswered: number }> {
  const { days, shifts, people } = view.model;
  const facts = await dutyFacts(db, days[0] as Day, days.at(-1) as Day);
  const plans = days.flatMap((day, index) => {
    const cells = new Map(people.map(({ id }) => [id, view.cells[id]?.[index] ?? null]));
    return dutiesOfDay(day, shifts, cells, facts).map((plan) => ({ day, ...plan }));
  });
  return {
    duties: plans.flatMap(({ day, shift, assigned }) =>
      assigned.map(({ resident, caregiver, basis }) => ({
        roster_id: rosterId,
        day,
        shift_code: shift,
        resident_id: resident,
        caregiver_id: caregiver,
        basis,
      })),
    ),
    unanswered: plans.reduce((sum, plan) => sum + plan.unanswered.length, 0),
  };
}

/** The duty list of one day of a published roster, with names and beds. */
export async function dutyList(
  db: Kysely<Schema>,
  rosterId: string,
  day: Day,
  shifts: readonly HouseShift[],
): Promise<ShiftDuties[]> {
  const queries = rosterQueries(db);
  const residents = await queries.residentsBetween(day, day);
  const beds = new Map((await queries.staysBetween(day, day)).map((stay) => [stay.resident_id, stay.label]));
  const caregivers = await queries.caregiversBetween(day, day);
  const cells = (await queries.cells(rosterId)).filter((cell) => cell.day === day);
  const duties = await queries.dutiesOn(rosterId, day);
  const inHouse = residents.filter((row) =>
    isInHouse({ admittedOn: row.admitted_on, leftOn: row.left_on }, day),
  );
  const shown = (id: string) => {
    const resident = residents.find((row) => row.id === id);
    return resident ? [{ id, name: resident.name, bed: beds.get(id) ?? null }] : [];
  };

  return shifts.map((shift) => {
    const ofShift = duties.filter((duty) => duty.shift_code === shift.code);
    const answered = new Set(ofShift.map((duty) => duty.resident_id));
    const onDuty = cells.filter((cell) => cell.shift_code === shift.code);
    return {
      shift,
      caregivers: caregivers
        .filter(({ id }) => onDuty.some((cell) => cell.caregiver_id === id))
        .map(({ id, name }) => ({
          id,
          name,
          residents: ofShift
            .filter((duty) => duty.caregiver_id === id)
            .flatMap((duty) =>
              shown(duty.resident_id).map((one) => ({ ...one, basis: duty.basis as DutyBasis })),
            )
            .toSorted((a, b) => (a.bed ?? '').localeCompare(b.bed ?? '', 'en', { numeric: true })),
        })),
      unanswered: inHouse.filter(({ id }) => !answered.has(id)).flatMap(({ id }) => shown(id)),
    };
  });
}

async function dutyFacts(db: Kysely<Schema>, first: Day, last: Day): Promise<DutyFacts> {
  const queries = rosterQueries(db);
  return {
    residents: (await queries.residentsBetween(first, last)).map((row) => ({
      id: row.id,
      admittedOn: row.admitted_on,
      leftOn: row.left_on,
    })),
    stays: (await queries.staysBetween(first, last)).map((row) => ({
      resident: row.resident_id,
      room: row.room,
      zone: row.zone_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    })),
    pairings: (await queries.pairingsBetween(first, last)).map((row) => ({
      resident: row.resident_id,
      caregiver: row.caregiver_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    })),
  };
}
