import { runWorker, type WorkerLimits } from './run-worker.ts';

/** What a thread says with `say()` so that its requester can show how far it is. */
export type Progress = { readonly done: number; readonly total: number };

/** How often the requester is told and may end the work, in milliseconds. */
const LOOK_EVERY = 50;

/**
 * Does work in a thread as runWorker() does, and tells `step` of Jobs.run() how far it is until the answer is there. When `step`
 * throws, because the work was cancelled, the thread is ended and that error goes on.
 */
export async function runWithSteps<T>(
  name: string,
  data: unknown,
  limits: WorkerLimits,
  step: (done: number, total: number) => Promise<void>,
): Promise<T> {
  const stop = new AbortController();
  let progress: Progress = { done: 0, total: 1 };
  const work = runWorker<T>(name, data, limits, {
    signal: stop.signal,
    hear: (said) => void (progress = said as Progress),
  }).then((value) => ({ value }));
  try {
    for (;;) {
      await step(progress.done, progress.total);
      const pause = Promise.withResolvers<null>();
      const timer = setTimeout(() => pause.resolve(null), LOOK_EVERY);
      const finished = await Promise.race([work, pause.promise]).finally(() => clearTimeout(timer));
      if (finished) return finished.value;
    }
  } catch (error) {
    stop.abort(error);
    await work.catch(() => undefined);
    throw error;
  }
}
