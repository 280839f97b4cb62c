import { inOwnProcess } from './in-own-process.ts';
import type { Trial } from './trial.ts';
import type { ContenderName, Source } from './work.ts';

/** One line of a table: a model, and what each solver made of it (null: not run, or not to be had). */
export type Result = {
  readonly name: string;
  readonly size: string;
  readonly best: number | null;
  readonly trials: Readonly<Partial<Record<ContenderName, Trial | null>>>;
};

export type Entry = {
  readonly name: string;
  readonly size: string;
  readonly best: number | null;
  readonly source: Source;
};

/** Runs solvers on models one after another, so that none takes time from another. */
export async function runSeries(
  entries: readonly Entry[],
  contenders: readonly ContenderName[],
  { seconds, seed }: { readonly seconds: number; readonly seed: number },
): Promise<{ readonly results: readonly Result[]; readonly failures: readonly string[] }> {
  const results: Result[] = [];
  const failures: string[] = [];
  const gone = new Set<ContenderName>();
  for (const { source, ...entry } of entries) {
    const trials: Partial<Record<ContenderName, Trial | null>> = {};
    for (const contender of contenders) {
      if (gone.has(contender)) continue;
      console.error(`${entry.name}: ${contender} …`);
      try {
        const trial = await inOwnProcess({ contender, source, seconds, seed });
        trials[contender] = trial;
        if (!trial) gone.add(contender);
        else if (trial.claimed !== null) {
          failures.push(`${entry.name}: ${contender} says ${trial.claimed}, evaluate says ${trial.cost}`);
        }
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        failures.push(`${entry.name}: ${contender} failed: ${why}`);
      }
    }
    results.push({ ...entry, trials });
  }
  return { results, failures };
}
