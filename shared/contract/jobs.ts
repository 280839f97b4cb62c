import { z } from 'zod';
import { signal } from './base.ts';

/** The id of a piece of long work, chosen by whoever asks for it. */
export const JobId = z.string().min(8).max(64);

export const jobs = {
  /** How far the work is; null when it is over or was never begun. */
  progress: signal('signed-in')
    .input(z.strictObject({ job: JobId }))
    .output(z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable()),

  /** Asks the work to stop at its next step; it then ends with CANCELLED and leaves nothing behind. */
  cancel: signal('signed-in')
    .input(z.strictObject({ job: JobId }))
    .output(z.strictObject({ stopping: z.boolean() })),
};
