import { Worker } from 'node:worker_threads';

export type WorkerLimits = {
  /** After so long the work is given up. */
  readonly milliseconds: number;
  /** Most memory of its JavaScript heap. */
  readonly megabytes: number;
};

/** The work took longer than it may. */
export class WorkerIsTooSlow extends Error {}
/** The work wanted more memory than it may have. */
export class WorkerIsTooBig extends Error {}

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/**
 * Does one piece of work in a thread of its own: the window stays quick, and work on a hostile file can be ended. The job file
 * stands beside this one and answers with `answer()` of worker-answer.ts. `signal` ends it early; `hear` gets what the job says
 * with `say()` before it answers.
 */
export async function runWorker<T>(
  name: string,
  data: unknown,
  { milliseconds, megabytes }: WorkerLimits,
  { signal, hear }: { readonly signal?: AbortSignal; readonly hear?: (said: unknown) => void } = {},
): Promise<T> {
  // From source this is a .ts file, in the bundle a .js file; the job is beside it either way.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./${name}.${extension}`, import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer<T>>((resolve, reject) => {
      timer = setTimeout(() => reject(new WorkerIsTooSlow(name)), milliseconds);
      const giveUp = () => reject(signal?.reason as Error);
      if (signal?.aborted) giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      worker.on('message', (message: Answer<T> | { readonly said: unknown }) => {
        if ('said' in message) hear?.(message.said);
        else resolve(message);
      });
      worker.once('error', (error: Error & { code?: string }) =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkerIsTooBig(name, { cause: error }) : error,
        ),
      );
      worker.once('exit', (code) => reject(new Error(`${name} ended with ${code} and no answer`)));
    });
    if (answer.ok) return answer.value;
    throw answer.error;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
