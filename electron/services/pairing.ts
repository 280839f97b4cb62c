import { caregiverQueries } from '../../db/caregivers.ts';
import { pairingQueries } from '../../db/pairing.ts';
import { peopleQueries } from '../../db/people.ts';
import { residentQueries } from '../../db/residents.ts';
import { establishment } from '../../shared/pairing/establishment.ts';
import { isKin } from '../../shared/pairing/kinship.ts';
import { reasonToRefusePairing, USUAL_MOST } from '../../shared/pairing/limits.ts';
import type { PairingBoard } from '../../shared/pairing/contract.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { inHouse } from './beds.ts';
import { caregiverOf } from './caregivers.ts';
import { requireDayBetween } from './days.ts';

const MOST_SETTING = 'pairing-most';

export const pairing = {
  board: door.pairing.board.handler(async ({ context }) => boardOf(context)),

  pair: door.pairing.pair.handler(async ({ input: { caregiverId, residentId, startsOn }, context }) => {
    const caregiver = await caregiverOf(context, caregiverId);
    const resident = await inHouse(context, residentId);
    if (caregiver.ended_on !== null)
      refuse('CAREGIVER_ENDED', { caregiver: caregiver.name, on: caregiver.ended_on });
    requireDayBetween(startsOn, context.today, resident.admitted_on, caregiver.started_on);
    const queries = pairingQueries(context.db);
    const wish = { caregiverId, caregiver: caregiver.name, residentId, startsOn };
    const known = await queries.touching(caregiverId, residentId);
    const refusal = reasonToRefusePairing(wish, known, await mostResidents(context));
    if (refusal) refuse(refusal.code, refusal.data);

    const id = context.newId();
    await queries.insert({
      id,
      caregiver_id: caregiverId,
      resident_id: residentId,
      starts_on: startsOn,
      ends_on: null,
      recorded_at: context.at,
      recorded_by: context.who.id,
    });
    context.note(resident.id, `with ${caregiver.id}`);
    return { pairingId: id };
  }),

  unpair: door.pairing.unpair.handler(async ({ input: { pairingId, on, reason }, context }) => {
    const queries = pairingQueries(context.db);
    const found = await queries.currentById(pairingId);
    if (!found) refuse('NOT_FOUND', { what: 'pairing' });
    requireDayBetween(on, context.today, found.starts_on);
    await queries.end(pairingId, { on, reason, at: context.at, by: context.who.id });
    context.note(pairingId);
    return {};
  }),

  setMost: door.pairing.setMost.handler(async ({ input: { most }, context: { db, at, who, note } }) => {
    await peopleQueries(db).setSetting(MOST_SETTING, String(most), at, who.id);
    note(MOST_SETTING, String(most));
    return {};
  }),
};

/** How many residents one caregiver may answer for in this centre. */
export async function mostResidents({ db }: Pick<Work, 'db'>): Promise<number> {
  return Number((await peopleQueries(db).setting(MOST_SETTING)) ?? USUAL_MOST);
}

async function boardOf(context: Work): Promise<PairingBoard> {
  const { db } = context;
  const residents = await residentQueries(db).list({ presence: 'in-house' });
  const caregivers = await caregiverQueries(db).list('at-work');
  const current = await pairingQueries(db).current();
  const byCaregiver = Map.groupBy(current, ({ caregiver_id }) => caregiver_id);
  const byResident = new Map(residents.map((row) => [row.id, row]));
  const facts = (row: (typeof residents)[number]) => ({
    id: row.id,
    name: row.name,
    pinyin: row.pinyin,
    initials: row.initials,
    bed: row.bed,
    careLevel: row.care_level,
    standing: row.standing,
  });

  return {
    most: await mostResidents(context),
    caregivers: caregivers.map(({ id, name, pinyin, initials, kinship }) => ({
      id,
      name,
      pinyin,
      initials,
      kinship,
      residents: (byCaregiver.get(id) ?? []).flatMap((held) => {
        const resident = byResident.get(held.resident_id);
        if (!resident) return [];
        const kin = isKin(kinship, resident.name);
        return [{ ...facts(resident), pairingId: held.id, since: held.starts_on, kin }];
      }),
    })),
    unpaired: residents.filter(({ caregiver_id }) => caregiver_id === null).map(facts),
    establishment: establishment(caregivers.length, residents.length),
  };
}
