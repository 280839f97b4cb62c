import type { Month } from './pricing.ts';
import type { Tally } from './tally.ts';

/**
 * Sums that a diagram leaves out since it would be too large with them: what they cost is added to each month that is looked at. None of
 * them forbids anything, so the diagram's own costs stay a bound.
 */
export type Apart = {
  readonly tallies: readonly Tally[];
  /** The day before the first one was worked. */
  readonly worked: boolean;
};

export const NOTHING_APART: Apart = { tallies: [], worked: false };

/** What the sums that are counted apart cost in a month. */
export function costApart({ tallies, worked }: Apart, month: Month, symbols: number): number {
  let cost = 0;
  for (const { add, costOfAny } of tallies) {
    let [sum, before] = [0, worked ? 1 : 0];
    for (let day = 0; day < month.length; day++) {
      const symbol = month[day]!;
      sum += add[(day * 2 + before) * symbols + symbol]!;
      before = symbol === 0 ? 0 : 1;
    }
    cost += costOfAny[sum]!;
  }
  return cost;
}
