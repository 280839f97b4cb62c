/** A source of numbers in [0, 1) that gives the same numbers for the same seed (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to `below` − 1. */
export function pick(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** Numbers below `count`: those given and more at random until they are `size`, in order. */
export function pickMore(random: Random, given: readonly number[], size: number, count: number): number[] {
  const chosen = new Set(given);
  while (chosen.size < Math.min(size, count)) chosen.add(pick(random, count));
  return [...chosen].toSorted((a, b) => a - b);
}
