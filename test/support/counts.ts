import { expect, onTestFailed } from 'vitest';

/** How much more a deep run does where a test names no deep size of its own. */
const DEEPER = 20;

/** True in `npm run test:deep`, which sets NUANTUO_DEEP=1: the same tests with the larger counts. */
export const deep = process.env.NUANTUO_DEEP === '1';

/** `npm run test:mutation` runs the tests thousands of times, each with a hundredth of its cases. */
const share = Number(process.env.NUANTUO_COUNT_SHARE ?? '1');

/**
 * How many cases a randomised test tries: `ci` in an ordinary run, `deepSize` (by default twenty times as many) with
 * NUANTUO_DEEP=1. Every test that draws its cases by chance takes its count from here, so that both sizes are said in one line.
 * @param name what is counted, in a few words with hyphens: `csv-mutations`
 */
export function count(name: string, ci: number, deepSize: number = ci * DEEPER): number {
  if (!Number.isSafeInteger(ci) || ci < 1 || !Number.isSafeInteger(deepSize) || deepSize < ci) {
    throw new Error(`${name}: ${ci} and ${deepSize} are not a CI size and a deep size`);
  }
  return Math.max(1, Math.round((deep ? deepSize : ci) * share));
}

/**
 * The seed of a randomised test, the same in every run, and another one for each name. NUANTUO_SEED=12345 sets it for all
 * names: a deep run at night may pass a new one each time. A test that fails prints its name and seed, so it can be run again.
 */
export function seed(name: string): number {
  const given = process.env.NUANTUO_SEED;
  const value = given === undefined ? hashed(name) : Number(given);
  if (!Number.isInteger(value)) throw new Error(`NUANTUO_SEED=${given} is not a whole number`);
  if (expect.getState().currentTestName !== undefined) {
    onTestFailed(() => {
      process.stderr.write(`${name}: run again with NUANTUO_SEED=${value}${deep ? ' NUANTUO_DEEP=1' : ''}\n`);
    });
  }
  return value;
}

/**
 * Chance for tests that draw without fast-check: numbers in [0, 1), the same sequence for a seed on every machine (mulberry32).
 * `chance(seed('csv-mutations'))` begins it.
 */
export function chance(from: number): () => number {
  let state = from | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a of the name, a positive 31-bit number. */
function hashed(name: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  return value & 0x7fffffff;
}
