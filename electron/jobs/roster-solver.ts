import { workerData } from 'node:worker_threads';
import { evaluate } from '../../shared/roster/evaluate.ts';
import { generate } from '../../shared/roster/generate.ts';
import { standingOf } from '../../shared/roster/standing.ts';
import { loadLinearProgramming } from './linear-program.ts';
import type { SolverJob, SolverNews } from './solve-roster.ts';
import { answer, say } from './worker-answer.ts';

/** Least milliseconds between two pieces of news: judging and sending a roster takes a few. */
const PAUSE = 100;

const { model, seed, effort, until, wish } = workerData as SolverJob;
const stop = new Int32Array(wish);
const began = performance.now();
let told = -Infinity;

await answer(async () => {
  const linear = await loadLinearProgramming();
  const made = generate(model, {
    seed,
    linear,
    effort,
    until,
    stopped: () => Atomics.load(stop, 0) === 1,
    report: ({ roster, cost, bound }) => {
      const now = performance.now();
      if (now - told < PAUSE) return;
      told = now;
      say({
        point: { seconds: (now - began) / 1000, cost, bound: Number.isFinite(bound) ? bound : null },
        roster,
        standing: standingOf(evaluate(model, roster)),
      } satisfies SolverNews);
    },
  });
  return { ...made, seconds: (performance.now() - began) / 1000 };
});
