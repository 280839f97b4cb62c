import type { Day } from '../calendar/day.ts';
import type { Refusal } from '../contract/refusal.ts';

/** How many residents one caregiver answers for unless the centre sets another number (S003: 一名护理员照料两名残疾人). */
export const USUAL_MOST = 2;

/** A caregiver answers for a resident (责任包干). Half-open: `endsOn` is the first day it no longer holds. */
export type Pairing = {
  readonly caregiverId: string;
  readonly caregiver: string;
  readonly residentId: string;
  readonly resident: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
};

export type PairingWish = {
  readonly caregiverId: string;
  readonly caregiver: string;
  readonly residentId: string;
  readonly startsOn: Day;
};

/** Says why a pairing must be refused from a day on, or nothing: one caregiver a resident, and no more than `most` residents a caregiver. */
export function reasonToRefusePairing(
  wish: PairingWish,
  pairings: readonly Pairing[],
  most: number,
): Refusal<'RESIDENT_PAIRED' | 'CAREGIVER_FULL'> | undefined {
  const lasting = pairings.filter(({ endsOn }) => endsOn === null || endsOn > wish.startsOn);
  const other = lasting.find((pairing) => pairing.residentId === wish.residentId);
  if (other)
    return { code: 'RESIDENT_PAIRED', data: { resident: other.resident, caregiver: other.caregiver } };

  const hers = lasting.filter((pairing) => pairing.caregiverId === wish.caregiverId);
  const residents = fullestDay(hers, wish.startsOn).map((pairing) => pairing.resident);
  if (residents.length < most) return undefined;
  return { code: 'CAREGIVER_FULL', data: { caregiver: wish.caregiver, most, residents } };
}

/** The pairings of the day, from a day on, on which most of them hold. Numbers only rise on a first day. */
function fullestDay(pairings: readonly Pairing[], from: Day): Pairing[] {
  const firstDays = [from, ...pairings.map(({ startsOn }) => startsOn).filter((day) => day > from)];
  const holding = firstDays.map((day) =>
    pairings.filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day)),
  );
  return holding.reduce((most, here) => (here.length > most.length ? here : most), []);
}
