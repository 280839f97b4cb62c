/** How full the house is. `wanted`: the beds that the spare rule asks for; `missing`: how many are lacking to it. */
export type Occupancy = {
  readonly beds: number;
  readonly occupied: number;
  readonly free: number;
  readonly wanted: number;
  readonly missing: number;
};

/**
 * Counts beds in use and holds them against the spare rule: at least ten per cent more places than are needed now
 * (S004: 在现有实际需求的基础上再增加10%以上的规模). Need is who lives in the house, with a bed or still without one.
 */
export function occupancy(beds: number, occupied: number, residents: number): Occupancy {
  const wanted = Math.ceil((residents * 110) / 100);
  return { beds, occupied, free: beds - occupied, wanted, missing: Math.max(0, wanted - beds) };
}
