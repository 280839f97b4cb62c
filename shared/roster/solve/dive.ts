import type { Random } from '../random.ts';
import { generateColumns, type Stop } from './column-generation.ts';
import type { Master } from './master.ts';
import type { Month } from './pricing.ts';
import type { Problem } from './problem.ts';

type Options = {
  readonly stop: Stop;
  readonly random: Random;
  /** 0: always the month with the largest part; more: the parts are shaken by so much before they are compared. */
  readonly shake: number;
  /** How many are fixed at a time when nobody's month is clear, as a part of those still open. */
  readonly step: number;
  /** Rounds of new months after each fixing. */
  readonly rounds: number;
  /** Ends the rounds as soon as they could save no more than this. */
  readonly near: number;
  /** Gives up as soon as the dive cannot end below this. */
  readonly below: number;
};

const CLEAR = 0.97;

/**
 * Turns parts of months into whole ones: takes the month with the largest part for good, lets the others answer with new months,
 * and so on until everybody has one. Null: stopped, or it would not end below `below`. The master is as free as before.
 */
export function dive(
  problem: Problem,
  master: Master,
  { stop, random, shake, step, rounds, near, below }: Options,
): ReadonlyMap<number, Month> | null {
  const taken = new Map<number, Month>();
  const open = new Set(problem.people.keys());
  const least = Math.max(1, Math.floor(open.size * step));
  master.solve();
  try {
    while (open.size > 0) {
      if (stop()) return null;
      const fixed = nextToFix(master, open, random, shake, least);
      for (const { choice, person } of fixed) {
        const month = master.choices[choice]?.month;
        if (!month) continue;
        master.fix(choice);
        taken.set(person, month);
        open.delete(person);
      }
      const { objective } = generateColumns(problem, master, {
        stop,
        rounds: open.size > 0 ? rounds : 0,
        open,
        smoothing: 0,
        near,
      });
      if (objective >= below - 1e-6) return null;
    }
    return taken;
  } finally {
    master.release();
  }
}

function nextToFix(
  master: Master,
  open: ReadonlySet<number>,
  random: Random,
  shake: number,
  least: number,
): { choice: number; person: number }[] {
  const parts = master.parts();
  const best = new Map<number, { choice: number; person: number; part: number; score: number }>();
  for (const [choice, { person }] of master.choices.entries()) {
    const part = parts[choice] ?? 0;
    if (part < 1e-6 || !open.has(person)) continue;
    const score = part * (1 + shake * (random() - 0.5));
    if (score > (best.get(person)?.score ?? 0)) best.set(person, { choice, person, part, score });
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score);
  const clear = ranked.filter(({ part }) => part >= CLEAR);
  return clear.length >= least ? clear : ranked.slice(0, least);
}
