import type { Day } from '../calendar/day.ts';
import type { Refusal } from '../contract/refusal.ts';

/** A resident in a bed. Half-open: `endsOn` is the first day the bed is free again; null while the stay lasts. */
export type Stay = {
  readonly bedId: string;
  readonly bed: string;
  readonly residentId: string;
  readonly resident: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
};

export type BedWish = { readonly bedId: string; readonly residentId: string; readonly startsOn: Day };

/** Whether the stay reaches into the time from a day on; an open stay always does. */
export function lastsPast(stay: { readonly endsOn: string | null }, from: Day): boolean {
  return stay.endsOn === null || stay.endsOn > from;
}

/**
 * Says why a bed must not be given from a day on, or nothing when it can be: two people never hold one bed, one person
 * never holds two. A stay that begins later counts too, since the wish has no end.
 */
export function reasonToRefuseStay(
  wish: BedWish,
  stays: readonly Stay[],
): Refusal<'BED_TAKEN' | 'RESIDENT_HAS_BED'> | undefined {
  const inTheWay = stays.filter((stay) => lastsPast(stay, wish.startsOn));
  const inBed = inTheWay.find((stay) => stay.bedId === wish.bedId && stay.residentId !== wish.residentId);
  if (inBed) return { code: 'BED_TAKEN', data: { bed: inBed.bed, occupant: inBed.resident } };
  const elsewhere = inTheWay.find((stay) => stay.residentId === wish.residentId);
  if (elsewhere)
    return { code: 'RESIDENT_HAS_BED', data: { resident: elsewhere.resident, bed: elsewhere.bed } };
  return undefined;
}
