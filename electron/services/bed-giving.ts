import { bedQueries, type BedRow } from '../../db/beds.ts';
import type { ResidentRow } from '../../db/residents.ts';
import { reasonToRefuseStay } from '../../shared/beds/stays.ts';
import { bedWarnings, type BedWarning } from '../../shared/beds/warnings.ts';
import type { Day } from '../../shared/calendar/day.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';

export type GivenBed = { stayId: string; bed: string; warnings: BedWarning[] };

/**
 * Begins a stay, or refuses: retired bed, bed in use, resident with a bed. Tells what the director should know of the room.
 * The days must have been checked before.
 */
export async function giveBed(
  work: Work,
  resident: ResidentRow,
  bed: BedRow,
  startsOn: Day,
): Promise<GivenBed> {
  const beds = bedQueries(work.db);
  if (bed.retired_on !== null) refuse('BED_RETIRED', { bed: bed.label });
  const wish = { bedId: bed.id, residentId: resident.id, startsOn };
  const refusal = reasonToRefuseStay(wish, await beds.staysOf(bed.id, resident.id));
  if (refusal) refuse(refusal.code, refusal.data);

  const zone = bed.zone_id === null ? null : ((await beds.zoneById(bed.zone_id)) ?? null);
  const warnings = bedWarnings(resident, bed.room, await beds.currentRoommates(bed.room), zone);
  const stayId = work.newId();
  await beds.insertStay({
    id: stayId,
    resident_id: resident.id,
    bed_id: bed.id,
    starts_on: startsOn,
    ends_on: null,
    recorded_at: work.at,
    recorded_by: work.who.id,
  });
  return { stayId, bed: bed.label, warnings };
}
