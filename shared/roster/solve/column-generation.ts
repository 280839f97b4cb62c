import type { Master, Prices } from './master.ts';
import type { Month } from './pricing.ts';
import { priceMonth, requirementsOf, type Problem } from './problem.ts';

/** What may end the work early: asked between steps. */
export type Stop = () => boolean;

export type Converged = {
  /** No month that could improve the linear program is left. */
  readonly done: boolean;
  readonly objective: number;
  /** Proven: no roster costs less (only when all people are free). */
  readonly bound: number;
  readonly prices: Prices;
  /** The prices that prove the bound. */
  readonly centre: Float64Array | null;
};

type Options = {
  readonly stop: Stop;
  readonly rounds: number;
  /** People whose months are still open; the others were fixed in a dive. */
  readonly open?: ReadonlySet<number>;
  /** How much of the best known prices is mixed in (0 to 1): fewer rounds, since raw prices jump about. */
  readonly smoothing?: number;
  /** Goes on from where it was left. */
  readonly from?: Converged | null;
  /** Ends as soon as it is proven that no roster costs less than this. */
  readonly enough?: number;
  /** Ends as soon as the objective is so close to the bound. */
  readonly near?: number;
  readonly onRound?: (objective: number, bound: number) => void;
};

const EPSILON = 1e-6;

/**
 * Adds the months that pay at the prices of the linear program until none is left (Dantzig–Wolfe, exact pricing, prices smoothed as
 * by Wentges). Each round proves a bound: the prices' worth of the cover plus everybody's cheapest month (Lagrange).
 */
export function generateColumns(problem: Problem, master: Master, options: Options): Converged {
  const { stop, rounds, open, from, smoothing = 0.5, near = 0, enough = Infinity } = options;
  let prices = master.solve();
  let bound = from?.bound ?? -Infinity;
  let centre = from?.centre ?? (smoothing > 0 ? new Float64Array(problem.requirements.length) : null);
  const end = (done: boolean, objective = prices.objective): Converged => ({
    done,
    objective,
    bound,
    prices,
    centre,
  });
  const priceAt = (cover: Float64Array) => {
    const found = cheapestMonths(problem, cover, open);
    if (found.bound > bound) [bound, centre] = [found.bound, cover];
    return thatPay(problem, found.months, cover, prices);
  };
  for (let round = 0; round < rounds; round++) {
    if (stop()) return end(false);
    let found = priceAt(mix(centre, prices.cover, smoothing));
    // Nothing pays although the prices were mixed: the true ones are tried before giving up.
    if (found.months.length === 0 && smoothing > 0) found = priceAt(prices.cover);
    options.onRound?.(prices.objective, bound);
    if (bound > enough) return end(true);
    // At the true prices the objective is at most `gain` above what more rounds could reach.
    if (smoothing === 0 && found.gain <= near) {
      master.add(found.months);
      return end(found.gain === 0, prices.objective - found.gain);
    }
    if (found.months.length === 0 || master.add(found.months) === 0) return end(true);
    prices = master.solve();
    if (open === undefined && prices.objective - bound <= near) return end(true);
  }
  return end(false);
}

function mix(centre: Float64Array | null, prices: Float64Array, part: number): Float64Array {
  if (centre === null || part === 0) return prices;
  return prices.map((price, index) => part * (centre[index] ?? 0) + (1 - part) * price);
}

/** A month that is somebody's cheapest at some prices of the cover, and what it costs at them. */
export type Cheapest = { readonly person: number; readonly month: Month; readonly value: number };

/**
 * Everybody's cheapest month at these prices of the cover (kept within what missing and surplus cost), and the bound that they prove. With
 * some people only in `open`, the bound is theirs and that of the cover.
 */
export function cheapestMonths(
  problem: Problem,
  cover: Float64Array,
  open?: ReadonlySet<number>,
): { readonly months: readonly Cheapest[]; readonly bound: number } {
  const months: Cheapest[] = [];
  let bound = 0;
  for (const [index, { missing, surplus, minimum }] of problem.requirements.entries()) {
    const price = Math.min(missing, Math.max(-surplus, cover[index] ?? 0));
    cover[index] = price;
    bound += price * minimum;
  }
  for (const [person, own] of problem.people.entries()) {
    if (open && !open.has(person)) continue;
    const best = priceMonth(problem, person, costsAt(problem, person, own.cells, cover));
    if (!best) continue;
    bound += best.bound;
    months.push({ person, month: best.month, value: best.value });
  }
  return { months, bound };
}

/** Those of the months that pay at the true prices, and what they could save at most, all of them together. */
function thatPay(problem: Problem, months: readonly Cheapest[], cover: Float64Array, prices: Prices) {
  let gain = 0;
  const paying = months.filter(({ person, month, value }) => {
    const truly = value + difference(problem, person, month, cover, prices.cover);
    const saved = (prices.person[person] ?? 0) - truly;
    if (saved <= EPSILON) return false;
    gain += saved;
    return true;
  });
  return { months: paying, gain };
}

/** Her cells' own costs less what they are worth to the cover. */
export function costsAt(
  problem: Problem,
  person: number,
  cells: Float64Array,
  cover: Float64Array,
): Float64Array {
  const costs = cells.slice();
  for (const [index, { cell, among }] of problem.requirements.entries()) {
    if (among !== null && among[person] !== 1) continue;
    costs[cell] = (costs[cell] ?? 0) - (cover[index] ?? 0);
  }
  return costs;
}

/** What a month's value changes by when the prices of the cover are others. */
function difference(
  problem: Problem,
  person: number,
  month: Month,
  from: Float64Array,
  to: Float64Array,
): number {
  if (from === to) return 0;
  let sum = 0;
  for (const index of requirementsOf(problem, person, month)) sum += (from[index] ?? 0) - (to[index] ?? 0);
  return sum;
}
