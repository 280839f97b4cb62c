import { dutyQueries } from '../../db/duties.ts';
import { bedQueries } from '../../db/beds.ts';
import { rosterQueries } from '../../db/roster.ts';
import { may } from '../../shared/contract/permissions.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { coverRuleOn } from '../../shared/roster/defaults.ts';
import { isInHouse } from '../../shared/roster/duties-of-day.ts';
import type { ShiftDuties } from '../../shared/roster/duty-contract.ts';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';
import type { Work } from '../core/door.ts';
import { coverRules } from './roster-facts.ts';

const byBed = (a: { readonly bed: string | null }, b: { readonly bed: string | null }) =>
  (a.bed ?? '').localeCompare(b.bed ?? '', 'en', { numeric: true });

/** The duty list of one day of a published roster, with names, beds and zones. */
export async function dutyList(
  { db, who }: Work,
  rosterId: string,
  day: Day,
  shifts: readonly HouseShift[],
): Promise<{ zones: string[]; shifts: ShiftDuties[] }> {
  const queries = dutyQueries(db);
  const residents = new Map((await queries.residentsBetween(day, day)).map((row) => [row.id, row]));
  const stays = new Map((await queries.staysBetween(day, day)).map((stay) => [stay.resident_id, stay]));
  const caregivers = await queries.caregiversBetween(day, day);
  const cells = (await rosterQueries(db).cells(rosterId)).filter((cell) => cell.day === day);
  const duties = await queries.currentBetween(rosterId, day, day);
  const rules = await coverRules(db);
  // What somebody asks for in intimate care stands in her file, which not everybody who reads rosters may read.
  const mayReadFiles = may(who.role, 'residents.read');
  const shown = (id: string) => {
    const [resident, stay] = [residents.get(id), stays.get(id)];
    return resident ? [{ id, name: resident.name, bed: stay?.label ?? null, zone: stay?.zone ?? null }] : [];
  };
  const inHouse = [...residents.values()]
    .filter((row) => isInHouse({ admittedOn: row.admitted_on, leftOn: row.left_on }, day))
    .map(({ id }) => id);

  return {
    zones: (await bedQueries(db).zones()).map(({ name }) => name),
    shifts: shifts.map((shift) => {
      const ofShift = duties.filter((duty) => duty.shift_code === shift.code);
      const answered = new Set(ofShift.map((duty) => duty.resident_id));
      const onDuty = new Set(
        cells.filter((cell) => cell.shift_code === shift.code).map((cell) => cell.caregiver_id),
      );
      return {
        shift,
        caregivers: caregivers
          .filter(({ id }) => onDuty.has(id))
          .map(({ id, name }) => ({
            id,
            name,
            residents: ofShift
              .filter((duty) => duty.caregiver_id === id)
              .flatMap(({ resident_id, basis, kept, wish }) =>
                shown(resident_id).map((one) => ({
                  ...one,
                  basis,
                  kept: kept === 1,
                  wish: mayReadFiles ? wish : null,
                })),
              )
              .toSorted(byBed),
          })),
        // A shift that needs nobody need not answer for everybody either.
        unanswered: inHouse
          .filter((id) => !answered.has(id) && coverRuleOn(rules, shift.code, day)?.minimum !== 0)
          .flatMap(shown)
          .toSorted(byBed),
      };
    }),
  };
}
