import { createHash } from 'node:crypto';

/** Ids that are the same in every run with the same seed, in the form of UUIDs. */
export function seededIds(seed: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`${seed}|${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** A clock that stands still until it is set: every step of a run has its own instant. */
export function standingClock(start: string): { now: () => number; set: (instant: string) => void } {
  let instant = Date.parse(start);
  return { now: () => instant, set: (next) => void (instant = Date.parse(next)) };
}
