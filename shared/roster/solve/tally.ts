import type { CountEncoding, Measure } from '../rule.ts';

/** A count with what one unit outside its band costs; Infinity forbids it. */
export type WeighedCount = CountEncoding & { readonly weight: number };

/**
 * All bands on one sum, ready to be carried along day by day in steps. Above `high`, and below what can still become `bottom`,
 * every further step costs the same whatever follows: it is paid at once and the sum stays at the edge.
 */
export type Tally = {
  /** By day, worked the day before (0, 1) and symbol: steps added. */
  readonly add: Int32Array;
  readonly bottom: number;
  readonly high: number;
  /** Cost of a step beyond the edge; Infinity: not lawful. */
  readonly below: number;
  readonly above: number;
  /** What a sum between low and high costs in the end. */
  readonly cost: (steps: number) => number;
  /** By steps, from none to as many as there can be: what the sum costs in the end; Infinity: not lawful. */
  readonly costOfAny: Float64Array;
};

const FAR = 1 << 28;

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
  const add = raw.map((value) => value / step);

  const { hard, soft } = split(bands);
  const hardMost = Math.min(FAR, ...hard.map((band) => Math.floor(band.most / step)));
  const hardLeast = Math.max(0, ...hard.map((band) => Math.ceil(band.least / step)));
  const edges = soft.flatMap(({ least, most }) => [
    ...(least > 0 ? [least / step] : []),
    ...(Number.isFinite(most) ? [most / step] : []),
  ]);
  const everything = mostOf(add, days, symbols);
  const high = Math.min(everything, hardMost < FAR ? hardMost : Math.ceil(Math.max(hardLeast, ...edges, 0)));
  const bottom = hardLeast > 0 ? hardLeast : Math.floor(Math.min(hardMost, everything, ...edges));
  const weightOf = (side: 'least' | 'most') =>
    soft.reduce(
      (sum, band) =>
        sum +
        (side === 'most' ? (Number.isFinite(band.most) ? band.weight : 0) : band.least > 0 ? band.weight : 0),
      0,
    );
  const cost = (steps: number) =>
    soft.reduce(
      (sum, { least, most, weight }) =>
        sum + weight * (Math.max(0, steps * step - most) + Math.max(0, least - steps * step)),
      0,
    );
  return {
    add: Int32Array.from(add),
    bottom,
    high,
    below: hardLeast > 0 ? Infinity : weightOf('least') * step,
    above: hardMost < FAR ? Infinity : weightOf('most') * step,
    cost,
    costOfAny: Float64Array.from({ length: everything + 1 }, (_, steps) =>
      steps < hardLeast || steps > hardMost ? Infinity : cost(steps),
    ),
  };
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
function mostOf(add: readonly number[], days: number, symbols: number): number {
  let sum = 0;
  for (let day = 0; day < days; day++)
    sum += Math.max(...add.slice(day * 2 * symbols, (day + 1) * 2 * symbols));
  return sum;
}

function split(bands: readonly WeighedCount[]) {
  return {
    hard: bands.filter((band) => band.weight === Infinity),
    soft: bands.filter((band) => band.weight !== Infinity),
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}
