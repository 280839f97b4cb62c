import type { PersonRuleKey } from './rule.ts';

/**
 * Rules that ask for work or for long rests: together they can be too much (minimum hours above the maximum, leave all month). All
 * other hard rules are kept by a month of rest, so these are the ones that give way, in this order.
 */
export const givingWay = [
  'leastMinutes',
  'leastDaysInARow',
  'leastRestInARow',
] as const satisfies PersonRuleKey[];

/** What one unit of a hard rule costs that gave way: more than anything that is soft, so that it is kept as far as can be. */
export const GIVEN_WAY = { days: 500, shifts: 500, minutes: 2, weight: 1 } as const;
