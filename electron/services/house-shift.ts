import type { ShiftTypeRow } from '../../db/shifts.ts';
import type { HouseShift } from '../../shared/roster/shift-contract.ts';

/** A shift type as it is kept, as it is spoken of. */
export function houseShift(row: ShiftTypeRow): HouseShift {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    minutes: row.minutes,
    night: row.night === 1,
    maxResidents: row.max_residents,
  };
}
