import { bedQueries } from '../../db/beds.ts';
import { deviceQueries } from '../../db/devices.ts';
import { pairingQueries } from '../../db/pairing.ts';
import { residentQueries, type ResidentRow } from '../../db/residents.ts';
import type { Day } from '../../shared/calendar/day.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { recordCorrections } from './corrections.ts';
import { requireDayBetween } from './days.ts';

/** Ends everything that holds for a resident on one day and with one reason: bed, caregiver, devices, the time in the house. */
export async function dischargeResident(work: Work, resident: ResidentRow, on: Day, reason: string) {
  if (resident.left_on !== null) refuse('RESIDENT_LEFT', { resident: resident.name, on: resident.left_on });
  const [beds, pairings, devices] = [bedQueries(work.db), pairingQueries(work.db), deviceQueries(work.db)];
  const stay = await beds.currentStayOf(resident.id);
  const pairing = await pairings.currentOfResident(resident.id);
  const holdings = (await devices.historyOfResident(resident.id)).filter(({ ends_on }) => ends_on === null);
  const begun = holdings.map(({ starts_on }) => starts_on);
  requireDayBetween(on, work.today, resident.admitted_on, stay?.starts_on, pairing?.starts_on, ...begun);

  const end = { on, reason, at: work.at, by: work.who.id };
  if (stay) await beds.endStay(stay.id, end);
  if (pairing) await pairings.end(pairing.id, end);
  for (const holding of holdings) await devices.endHolding(holding.id, end);
  await residentQueries(work.db).update(resident.id, { left_on: on, left_reason: reason });
  await recordCorrections(
    work,
    'resident',
    resident.id,
    [{ field: 'leftOn', before: null, after: on }],
    reason,
  );
  work.note(resident.id, `left on ${on}`);
  return {
    id: resident.id,
    bed: stay?.label ?? null,
    caregiver: pairing?.caregiver ?? null,
    devices: holdings.map(({ code, device }) => `${code} ${device}`),
  };
}

/** Takes back somebody who had left. The time before stays in the stays, the pairings and the corrections. */
export async function readmitResident(
  work: Work,
  resident: ResidentRow,
  on: Day,
  reason: string,
): Promise<void> {
  if (resident.left_on === null) refuse('RESIDENT_IN_HOUSE', { resident: resident.name });
  requireDayBetween(on, work.today, resident.left_on);
  await residentQueries(work.db).update(resident.id, { admitted_on: on, left_on: null, left_reason: null });
  const changes = [
    { field: 'leftOn', before: resident.left_on, after: null },
    { field: 'admittedOn', before: resident.admitted_on, after: on },
  ];
  await recordCorrections(work, 'resident', resident.id, changes, reason);
  work.note(resident.id, `returned on ${on}`);
}
