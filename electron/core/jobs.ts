import { refuse } from './refuse.ts';

/** One piece of long work: its requester chose the id, so that it can ask for progress while its request is still running. */
export type Job = {
  readonly id: string;
  readonly owner: string;
  done: number;
  total: number;
  cancelled: boolean;
};

/** The long work that runs now. Nothing of it survives a restart, and need not: work that was not committed never happened. */
export class Jobs {
  readonly #running = new Map<string, Job>();

  /** Runs work under an id; `step` reports progress, lets other requests breathe, and ends the work when it was cancelled. */
  async run<T>(
    id: string,
    owner: string,
    work: (step: (done: number, total: number) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    const job: Job = { id, owner, done: 0, total: 0, cancelled: false };
    this.#running.set(id, job);
    try {
      return await work(async (done, total) => {
        Object.assign(job, { done, total });
        await new Promise((resolve) => setImmediate(resolve));
        if (job.cancelled) refuse('CANCELLED', {});
      });
    } finally {
      this.#running.delete(id);
    }
  }

  progress(id: string, owner: string): { done: number; total: number } | null {
    const job = this.#running.get(id);
    return job?.owner === owner ? { done: job.done, total: job.total } : null;
  }

  cancel(id: string, owner: string): boolean {
    const job = this.#running.get(id);
    if (job?.owner !== owner) return false;
    job.cancelled = true;
    return true;
  }
}
