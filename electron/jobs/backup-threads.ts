import type { ReadBackup, ReadingOrder } from '../core/backup-reading.ts';
import type { Progress, WritingOrder, Written } from '../core/backup-writing.ts';
import { runWorker } from './run-worker.ts';

/** A slow stick takes about a minute for 300 MB; a thread that needs hours hangs on a dying one. */
const LIMITS = { milliseconds: 2 * 60 * 60_000, megabytes: 128 };

type Watch = { readonly signal?: AbortSignal | undefined; readonly hear: (progress: Progress) => void };

const listening = ({ signal, hear }: Watch) => ({
  ...(signal && { signal }),
  hear: (said: unknown) => hear(said as Progress),
});

/** writeSets() in a thread of its own. */
export function writeInThread(order: WritingOrder, watch: Watch): Promise<Written> {
  return runWorker<Written>('backup-writer', order, LIMITS, listening(watch));
}

/** readBackup() in a thread of its own. */
export function readInThread(order: ReadingOrder, watch: Watch): Promise<ReadBackup> {
  return runWorker<ReadBackup>('backup-reader', { kind: 'read', ...order }, LIMITS, listening(watch));
}

/** isWhole() in a thread of its own. */
export function checkInThread(folder: string, name: string, watch: Watch): Promise<boolean> {
  return runWorker<boolean>('backup-reader', { kind: 'check', folder, name }, LIMITS, listening(watch));
}
