import { parentPort } from 'node:worker_threads';

/** Sends what the work of this thread gave, or how it failed, back to runWorker(). */
export async function answer<T>(work: () => T | Promise<T>): Promise<void> {
  try {
    parentPort?.postMessage({ ok: true, value: await work() }, []);
  } catch (error) {
    parentPort?.postMessage({ ok: false, error }, []);
  }
}

/** Tells runWorker() how far the work of this thread is. */
export function say(what: unknown): void {
  parentPort?.postMessage({ said: what }, []);
}
