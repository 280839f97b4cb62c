import { z } from 'zod';
import { signal } from './base.ts';

/** The id of a piece of long work, chosen by whoever asks for it. */
export const JobId = z.string().min(8).max(64);

export const jobs = {
  /** How far the work is; null when it is over or was never begun. Restoring on an empty PC has nobody signed in yet: who asks is known by the connection. */
  progress: signal('anyone')
    .input(z.strictObject({ job: JobId }))
    .output(z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable()),

  /** Asks the work to stop at its next step; it then ends with CANCELLED and leaves nothing behind. */
  cancel: signal('anyone')
    .input(z.strictObject({ job: JobId }))
    .output(z.strictObject({ stopping: z.boolean() })),
};
