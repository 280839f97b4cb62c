import type { Store } from '../../db/open.ts';
import { shiftQueries } from '../../db/shifts.ts';
import { startingShiftTypes } from '../../shared/roster/defaults.ts';

/** The shift types that a new centre starts with; the director may change them. Runs inside the set-up's transaction. */
export async function seedShifts(
  { db }: Pick<Store, 'db'>,
  { at, by }: { at: string; by: string },
): Promise<void> {
  const queries = shiftQueries(db);
  for (const [position, shift] of startingShiftTypes.entries()) {
    await queries.insert({
      code: shift.code,
      name: shift.name,
      name_en: shift.nameEn,
      starts_at: shift.startsAt,
      ends_at: shift.endsAt,
      minutes: shift.minutes,
      night: shift.night ? 1 : 0,
      max_residents: shift.maxResidents,
      position,
      recorded_at: at,
      recorded_by: by,
      retired_on: null,
    });
  }
}
