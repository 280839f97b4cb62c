import type { Result } from './series.ts';
import { above, aboveBound } from './show.ts';
import type { Trial } from './trial.ts';
import type { ContenderName } from './work.ts';

type Bar = { readonly says: string; readonly holds: (result: Result, trial: Trial) => boolean | null };

const within = (gap: number | null, percent: number) => (gap === null ? null : gap <= percent);

/** The bars of the published instances, for sixty seconds of one thread. */
export const instanceBars: readonly Bar[] = [
  { says: 'hard rules 0', holds: (_, trial) => trial.hard === 0 },
  { says: 'a roster within 3 s', holds: (_, trial) => (trial.firstRosterSeconds ?? 99) <= 3 },
  {
    says: 'within 0.3 % of best known',
    holds: (result, trial) =>
      result.best === null ? null : (within(above(trial.cost, result.best), 0.3) ?? false),
  },
  {
    says: 'within 1.5 % of best known at 10 s',
    holds: (result, trial) =>
      result.best === null ? null : (within(above(trial.costAt10, result.best), 1.5) ?? false),
  },
  { says: 'proven bound within 0.5 %', holds: (_, trial) => within(aboveBound(trial), 0.5) ?? false },
];

/** The bars of our own shape. */
export const ownBars: readonly Bar[] = [
  { says: 'hard rules 0', holds: (_, trial) => trial.hard === 0 },
  {
    says: 'within 1 % of the bound at 10 s',
    holds: (_, trial) => within(above(trial.costAt10, trial.bound), 1) ?? false,
  },
  { says: 'under 600 MB', holds: (_, trial) => trial.peakMegabytes < 600 },
];

export const sizeBars: readonly Bar[] = [
  { says: 'hard rules 0', holds: (_, trial) => trial.hard === 0 },
  { says: 'under 600 MB', holds: (_, trial) => trial.peakMegabytes < 600 },
];

/** For each bar on how many lines it holds, and on which it does not. */
export function showBars(bars: readonly Bar[], results: readonly Result[]): string {
  return bars
    .flatMap(({ says, holds }) => {
      const judged = results.map((result) => ({
        name: result.name,
        held: result.trials.nuantuo ? holds(result, result.trials.nuantuo) : false,
      }));
      const counted = judged.filter(({ held }) => held !== null);
      if (counted.length === 0) return [];
      const failed = counted.filter(({ held }) => held === false).map(({ name }) => name);
      const list = failed.length > 0 ? `, not on ${failed.join(', ')}` : '';
      return [`${says}: ${counted.length - failed.length} of ${counted.length}${list}`];
    })
    .join('\n');
}

/** Whether we are ahead of a peer or equal to it, line by line. */
export function showPeer(peer: ContenderName, results: readonly Result[]): string {
  const pairs = results.filter((result) => result.trials[peer]);
  const behind = pairs.filter(({ trials }) => lawfulCost(trials.nuantuo) > lawfulCost(trials[peer]));
  const list = behind.length > 0 ? `, behind on ${behind.map(({ name }) => name).join(', ')}` : '';
  return `ahead of ${peer} or equal: ${pairs.length - behind.length} of ${pairs.length}${list}`;
}

function lawfulCost(trial: Trial | null | undefined): number {
  return trial?.hard === 0 ? (trial.cost ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}
