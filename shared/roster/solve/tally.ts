import type { CountEncoding, Measure } from '../rule.ts';

/** A count with what one unit outside its band costs; Infinity forbids it. */
export type WeighedCount = CountEncoding & { readonly weight: number };

/** All bands on one sum, ready to be carried along day by day in steps. */
export type Tally = {
  /** By day, worked the day before (0, 1) and symbol: steps added. */
  readonly add: Int32Array;
  /** By steps, from none to as many as there can be: what the sum costs in the end; Infinity: not lawful. */
  readonly costOfAny: Float64Array;
  /** By steps: for how many more of them the cost goes evenly up, down or nowhere; none where it becomes lawful or unlawful. */
  readonly even: Int32Array;
};

/** Sums that differ by what they cost only, whatever follows: the lowest stands for all, and the others pay the difference. */
export type Settled = {
  /** By sum: the one that stands for it; −1: nothing lawful can come of it. */
  readonly as: Int32Array;
  /** By sum: what it costs more than the one that stands for it (less than nothing where it saves). */
  readonly more: Float64Array;
};

/** `lead`: positions before the roster; `shifts`: those that this person may work. */
export function tallyOf(
  measure: Measure,
  bands: readonly WeighedCount[],
  { lead, days, symbols }: { readonly lead: number; readonly days: number; readonly symbols: number },
  shifts: readonly number[],
): Tally {
  const raw = addedBy(measure, lead, days, symbols, shifts);
  // A sum that nothing adds to still costs what it misses, or is not lawful at all.
  const step = raw.reduce(greatestCommonDivisor, 0) || 1;
  const add = Int32Array.from(raw, (value) => value / step);
  const cost = Float64Array.from({ length: mostOf(add, days, symbols) + 1 }, (_, steps) =>
    costOf(bands, steps * step),
  );
  return { add, costOfAny: cost, even: evenRuns(cost) };
}

function costOf(bands: readonly WeighedCount[], sum: number): number {
  let cost = 0;
  for (const { least, most, weight } of bands) {
    const outside = Math.max(0, sum - most) + Math.max(0, least - sum);
    if (outside > 0) cost += outside * weight;
  }
  return cost;
}

function evenRuns(cost: Float64Array): Int32Array {
  const runs = new Int32Array(cost.length);
  let before = NaN;
  for (let at = cost.length - 2; at >= 0; at--) {
    const [from, to] = [cost[at] ?? Infinity, cost[at + 1] ?? Infinity];
    const isUnlawful = from === Infinity && to === Infinity;
    const slope = isUnlawful ? Infinity : to - from;
    const isEdge = !isUnlawful && !Number.isFinite(slope);
    const goesOn = slope === before || Math.abs(slope - before) < 1e-9;
    runs[at] = isEdge ? 0 : goesOn ? (runs[at + 1] ?? 0) + 1 : 1;
    before = isEdge ? NaN : slope;
  }
  return runs;
}

/**
 * Which sums come to the same when at most `left` steps are still to come: a sum and the next one do when the cost goes evenly over
 * all that may follow, that is above all bands, far below them, inside of one, and everywhere once nothing more can come.
 */
export function settle({ costOfAny: cost, even }: Tally, left: number): Settled {
  const last = cost.length - 1;
  const as = new Int32Array(cost.length);
  const more = new Float64Array(cost.length);
  for (let sum = 0; sum <= last; sum++) {
    const joins = sum > 0 && (even[sum - 1] ?? 0) >= Math.min(left + 1, last - sum + 1);
    const stands = joins ? (as[sum - 1] ?? 0) : isHopeless(cost, sum, left) ? -1 : sum;
    as[sum] = stands;
    if (stands >= 0 && stands < sum) more[sum] = (cost[sum] ?? 0) - (cost[stands] ?? 0);
  }
  return { as, more };
}

function isHopeless(cost: Float64Array, sum: number, left: number): boolean {
  for (let end = sum; end <= sum + left && end < cost.length; end++) if (cost[end] !== Infinity) return false;
  return true;
}

function addedBy(
  measure: Measure,
  lead: number,
  days: number,
  symbols: number,
  shifts: readonly number[],
): number[] {
  const added: number[] = [];
  for (let day = 0; day < days; day++) {
    for (const worked of [false, true]) {
      for (let symbol = 0; symbol < symbols; symbol++) {
        const shift = symbol - 1;
        added.push(shift === -1 || shifts.includes(shift) ? measure.add(lead + day, worked, shift) : 0);
      }
    }
  }
  return added;
}

/** The most that all days together can add. */
function mostOf(add: Int32Array, days: number, symbols: number): number {
  let sum = 0;
  for (let day = 0; day < days; day++)
    sum += Math.max(...add.subarray(day * 2 * symbols, (day + 1) * 2 * symbols));
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
