import type { Point, Standing } from '../../shared/roster/generate-contract.ts';
import type { Generated } from '../../shared/roster/generate.ts';
import type { Roster, RosterModel } from '../../shared/roster/model.ts';
import { runWorker } from './run-worker.ts';

/** What the thread gets. `wish` holds one number that both sides see: 1 asks it to stop. */
export type SolverJob = {
  readonly model: RosterModel;
  readonly seed: number;
  readonly effort: number;
  readonly until?: number | undefined;
  readonly wish: SharedArrayBuffer;
};

/** A better roster, or a better bound for it. */
export type SolverNews = { readonly point: Point; readonly roster: Roster; readonly standing: Standing };
export type SolverAnswer = Generated & { readonly seconds: number };

/** The thread did not answer in time, or was ended: there is only what it had said before. */
export class SolverIsSilent extends Error {}

/** Most memory of its JavaScript heap; the engine of the linear programs has some 100 MB of its own. */
const MEGABYTES = 400;
const LONGEST = 60 * 60_000;
/** The solver looks at the wish every few milliseconds once it has a roster, unless a large linear program holds it up. */
const GRACE = 2_000;

export type Solving = {
  readonly answer: Promise<SolverAnswer>;
  /**
   * Asks for the best roster so far; the first one is waited for. A thread that has one and does not answer is ended: `answer`
   * then fails.
   */
  readonly stop: () => void;
  /** Ends the thread at once: `answer` then fails. */
  readonly end: () => void;
};

/**
 * Makes a roster in a thread of its own, with no hand on the records. Stopping is a number in shared memory and not a message,
 * since the solver computes without a pause and would not hear one.
 */
export function startSolving(job: Omit<SolverJob, 'wish'>, hear: (news: SolverNews) => void): Solving {
  const wish = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const stop = new AbortController();
  const end = () => stop.abort(new SolverIsSilent());
  let [isAsked, hasSpoken] = [false, false];
  const endSoon = () => {
    if (isAsked && hasSpoken) setTimeout(end, GRACE).unref();
  };
  const answer = runWorker<SolverAnswer>(
    'roster-solver',
    { ...job, wish },
    { milliseconds: LONGEST, megabytes: MEGABYTES },
    {
      signal: stop.signal,
      hear(said) {
        hear(said as SolverNews);
        if (hasSpoken) return;
        hasSpoken = true;
        endSoon();
      },
    },
  );
  return {
    answer,
    stop: () => {
      Atomics.store(new Int32Array(wish), 0, 1);
      isAsked = true;
      endSoon();
    },
    end,
  };
}
