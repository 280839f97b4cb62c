import type { AnsweredResident, ShiftDuties } from './duty-contract.ts';

/** A caregiver with her residents in one zone, and how many she has in which others. */
export type ZoneRow = {
  readonly caregiver: { readonly id: string; readonly name: string };
  readonly residents: readonly AnsweredResident[];
  readonly elsewhere: readonly { readonly zone: string | null; readonly count: number }[];
};

/** One zone of a shift; null: beds in no zone, and residents without a bed. */
export type ZoneRows = {
  readonly zone: string | null;
  readonly count: number;
  readonly rows: readonly ZoneRow[];
};

/** The duties of a shift zone by zone, in the order of the house, caregivers in the order of their first bed. */
export function byZone(
  { caregivers }: Pick<ShiftDuties, 'caregivers'>,
  zones: readonly string[],
): ZoneRows[] {
  return [...zones, null].flatMap((zone) => {
    const rows = caregivers.flatMap(({ id, name, residents }): ZoneRow[] => {
      const here = residents.filter((one) => one.zone === zone);
      if (here.length === 0) return [];
      const others = Map.groupBy(
        residents.filter((one) => one.zone !== zone),
        (one) => one.zone,
      );
      const elsewhere = [...others].map(([other, { length }]) => ({ zone: other, count: length }));
      return [{ caregiver: { id, name }, residents: here, elsewhere }];
    });
    const count = rows.reduce((sum, { residents }) => sum + residents.length, 0);
    const sorted = rows.toSorted((a, b) => firstBed(a).localeCompare(firstBed(b), 'en', { numeric: true }));
    return count === 0 ? [] : [{ zone, count, rows: sorted }];
  });
}

function firstBed({ residents }: ZoneRow): string {
  return residents[0]?.bed ?? '';
}
