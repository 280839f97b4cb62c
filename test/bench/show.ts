import type { Result } from './series.ts';
import { tableOf, type Column } from './table.ts';
import type { Trial } from './trial.ts';
import type { ContenderName } from './work.ts';

const titles: Readonly<Record<ContenderName, string>> = { nuantuo: 'ours', highs: 'highs', cpSat: 'cp-sat' };

/** The table of a series: our own solver in full, the peers with what is compared. */
export function showSeries(results: readonly Result[], contenders: readonly ContenderName[]): string {
  const known = results.some((result) => result.best !== null);
  const columns: Column<Result>[] = [
    { head: 'instance', cell: (result) => result.name },
    { head: 'size', cell: (result) => result.size },
    { head: 'cost', cell: (result) => ours(result)?.cost ?? null },
    { head: 'bound', cell: (result) => ours(result)?.bound ?? null, digits: 1 },
    { head: 'gap %', cell: (result) => aboveBound(ours(result)), digits: 2 },
    { head: 'hard', cell: (result) => ours(result)?.hard ?? null },
    { head: 'first s', cell: (result) => ours(result)?.firstRosterSeconds ?? null, digits: 2 },
    { head: 'at 10 s', cell: (result) => ours(result)?.costAt10 ?? null },
    { head: 'to 1 % s', cell: (result) => ours(result)?.secondsToOnePercent ?? null, digits: 1 },
    { head: 'cpu s', cell: (result) => ours(result)?.cpuSeconds ?? null, digits: 1 },
    { head: 'MB', cell: (result) => ours(result)?.peakMegabytes ?? null },
  ];
  const best: Column<Result>[] = [
    { head: 'best known', cell: (result) => result.best },
    { head: 'above %', cell: (result) => above(ours(result)?.cost, result.best), digits: 2 },
    { head: '10 s above %', cell: (result) => above(ours(result)?.costAt10, result.best), digits: 2 },
  ];
  const peers = contenders
    .filter((name) => name !== 'nuantuo')
    .flatMap((name): Column<Result>[] => [
      { head: titles[name], cell: ({ trials }) => trials[name]?.cost ?? null },
      { head: `${titles[name]} bound`, cell: ({ trials }) => trials[name]?.bound ?? null, digits: 1 },
      { head: `${titles[name]} 10 s`, cell: ({ trials }) => trials[name]?.costAt10 ?? null },
      { head: `${titles[name]} cpu s`, cell: ({ trials }) => trials[name]?.cpuSeconds ?? null, digits: 1 },
    ]);
  return tableOf([...columns, ...(known ? best : []), ...peers], results);
}

function ours({ trials }: Result): Trial | null {
  return trials.nuantuo ?? null;
}

/** Per cent above; null when either is not known. */
export function above(cost: number | null | undefined, base: number | null | undefined): number | null {
  if (cost === null || cost === undefined || base === null || base === undefined) return null;
  return base === 0 ? (cost === 0 ? 0 : null) : ((cost - base) / base) * 100;
}

export function aboveBound(trial: Trial | null): number | null {
  // The cost is whole cents at the finest: a bound a hair above it by rounding is the cost.
  const gap = above(trial?.cost, trial?.bound);
  return gap === null ? null : Math.max(0, gap);
}

/** One line of JSON for each result, our solver's figures at its top. */
export function toJson({ name, trials }: Result): string {
  const { nuantuo, ...peers } = trials;
  const named = Object.keys(peers).length > 0 ? { peers } : {};
  return JSON.stringify({ instance: name, ...pick(nuantuo ?? null), ...named });
}

function pick(trial: Trial | null) {
  return {
    cost: trial?.cost ?? null,
    bound: trial?.bound ?? null,
    hard: trial?.hard ?? null,
    firstRosterSeconds: trial?.firstRosterSeconds ?? null,
    costAt10: trial?.costAt10 ?? null,
    cpuSeconds: trial?.cpuSeconds ?? null,
    secondsToOnePercent: trial?.secondsToOnePercent ?? null,
    peakMegabytes: trial?.peakMegabytes ?? null,
  };
}
