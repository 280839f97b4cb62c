import { evaluate } from '../../shared/roster/evaluate.ts';
import type { Roster, RosterModel } from '../../shared/roster/model.ts';
import { cpuSeconds } from './clock.ts';
import type { Contender } from './contender.ts';

/** What one solver made of one model. Cost and hard come from `evaluate`, never from the solver. */
export type Trial = {
  readonly cost: number | null;
  readonly bound: number | null;
  /** Breaches of hard rules in the roster; null without a roster. */
  readonly hard: number | null;
  readonly firstRosterSeconds: number | null;
  /** Best lawful cost by ten processor seconds. */
  readonly costAt10: number | null;
  /** Processor seconds until a lawful roster was within 1 % of the final bound. */
  readonly secondsToOnePercent: number | null;
  readonly cpuSeconds: number;
  /** Greatest memory of the process, megabytes. */
  readonly peakMegabytes: number;
  /** What the solver says it costs, where `evaluate` says otherwise. */
  readonly claimed: number | null;
};

/** Runs one solver on one model in this process, whose whole processor time counts from its start. */
export async function runTrial(
  contender: Contender,
  model: RosterModel,
  { seconds, seed }: { readonly seconds: number; readonly seed: number },
): Promise<Trial | null> {
  const run = await contender.prepare();
  if (!run) return null;
  const began = cpuSeconds();
  const elapsed = () => cpuSeconds() - began;
  const reports: { readonly at: number; readonly roster: Roster }[] = [];
  const outcome = await run(model, {
    seed,
    seconds,
    elapsed,
    report: (roster, at = elapsed()) => reports.push({ at, roster }),
  });
  const used = outcome.seconds ?? elapsed();
  // Judged only now, so that judging costs no solver its time.
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const verdict = outcome.roster && evaluate(model, outcome.roster);
  const lawful = reports
    .map(({ at, roster }) => ({ at, ...evaluate(model, roster) }))
    .filter((report) => report.hard === 0);
  const soon = lawful.filter((report) => report.at <= 10).map((report) => report.cost);
  const good = (outcome.bound ?? Number.NEGATIVE_INFINITY) * 1.01;
  return {
    cost: verdict?.cost ?? null,
    bound: tidy(outcome.bound),
    hard: verdict?.hard ?? null,
    firstRosterSeconds: round(lawful[0]?.at),
    costAt10: soon.length > 0 ? Math.min(...soon) : null,
    secondsToOnePercent: round(lawful.find((report) => report.cost <= good)?.at),
    cpuSeconds: round(used) ?? 0,
    peakMegabytes: Math.round(peakMegabytes),
    claimed: differs(outcome.claimed, verdict?.cost) ? outcome.claimed : null,
  };
}

/** Without the noise of floating point, which solvers leave in the seventh place. */
function tidy(bound: number | null): number | null {
  return bound === null ? null : Math.round(bound * 10_000) / 10_000;
}

function round(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 100) / 100;
}

function differs(claimed: number | null, cost: number | undefined): boolean {
  return claimed !== null && (cost === undefined || Math.abs(claimed - cost) > 0.01);
}
