import type { Master, Prices } from './master.ts';
import type { Month } from './pricing.ts';
import { priceMonth, requirementsOf, type Problem } from './problem.ts';

/** What may end the work early: asked between steps. */
export type Stop = () => boolean;

export type Converged = {
  /** No month that could improve the linear program is left. */
  readonly done: boolean;
  readonly objective: number;
  /** Proven: no roster of these people with these others costs less (only when all people are free). */
  readonly bound: number;
  readonly prices: Prices;
};

type Options = {
  readonly stop: Stop;
  readonly rounds: number;
  /** People whose months are still open; the others were fixed in a dive. */
  readonly open?: ReadonlySet<number>;
  /** How much of the best known prices is mixed in (0 to 1): fewer rounds, since raw prices jump about. */
  readonly smoothing?: number;
  /** Ends as soon as the objective is so close to the bound. */
  readonly near?: number;
  readonly onRound?: (objective: number, bound: number) => void;
};

const EPSILON = 1e-6;

/**
 * Adds the months that pay at the prices of the linear program until none is left (Dantzig–Wolfe, exact pricing, prices smoothed as
 * by Wentges). Each round proves a bound: the prices' worth of the cover plus everybody's cheapest month (Lagrange).
 */
export function generateColumns(
  problem: Problem,
  master: Master,
  standing: Int32Array,
  options: Options,
): Converged {
  const { stop, rounds, open, smoothing = 0.5, near = 0 } = options;
  let prices = master.solve();
  let [bound, centre]: [number, Float64Array | null] = [
    -Infinity,
    smoothing > 0 ? new Float64Array(problem.requirements.length) : null,
  ];
  for (let round = 0; round < rounds; round++) {
    if (stop()) return { done: false, objective: prices.objective, bound, prices };
    let found = priceAll(problem, master, prices, mix(centre, prices.cover, smoothing), standing, options);
    if (found.bound > bound) [bound, centre] = [found.bound, found.cover];
    if (found.months.length === 0 && centre !== null && smoothing > 0) {
      // Nothing pays although the prices were mixed: try the true ones before giving up.
      found = priceAll(problem, master, prices, prices.cover, standing, options);
      if (found.bound > bound) [bound, centre] = [found.bound, found.cover];
    }
    options.onRound?.(prices.objective, bound);
    // At the true prices the objective is at most `gain` above what more rounds could reach.
    if (smoothing === 0 && found.gain <= near) {
      master.add(found.months);
      return { done: found.gain === 0, objective: prices.objective - found.gain, bound, prices };
    }
    if (found.months.length === 0 || master.add(found.months) === 0)
      return { done: true, objective: prices.objective, bound, prices };
    prices = master.solve();
    if (open === undefined && prices.objective - bound <= near)
      return { done: true, objective: prices.objective, bound, prices };
  }
  return { done: false, objective: prices.objective, bound, prices };
}

function mix(centre: Float64Array | null, prices: Float64Array, part: number): Float64Array {
  if (centre === null || part === 0) return prices;
  return prices.map((price, index) => part * (centre[index] ?? 0) + (1 - part) * price);
}

type Priced = {
  readonly months: { readonly person: number; readonly month: Month }[];
  readonly bound: number;
  readonly cover: Float64Array;
  /** What the months found could save at most, all of them together. */
  readonly gain: number;
};

/** Everybody's cheapest month at `cover`; those that pay at the true prices. */
function priceAll(
  problem: Problem,
  master: Master,
  prices: Prices,
  cover: Float64Array,
  standing: Int32Array,
  { open }: Options,
): Priced {
  const months: Priced['months'] = [];
  let [bound, gain] = [0, 0];
  for (const [index, requirement] of problem.requirements.entries()) {
    const price = Math.min(requirement.missing, Math.max(-requirement.surplus, cover[index] ?? 0));
    cover[index] = price;
    bound += price * (requirement.minimum - (standing[index] ?? 0));
  }
  for (const person of master.people) {
    if (open && !open.has(person)) continue;
    const own = problem.people[person];
    if (!own) continue;
    const best = priceMonth(problem, person, costsAt(problem, person, own.cells, cover));
    if (!best) continue;
    bound += best.value;
    const value = best.value + difference(problem, person, best.month, cover, prices.cover);
    const saved = (prices.person[person] ?? 0) - value;
    if (saved <= EPSILON) continue;
    gain += saved;
    months.push({ person, month: best.month });
  }
  return { months, bound, cover, gain };
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
