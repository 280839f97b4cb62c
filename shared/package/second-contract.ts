import { z } from 'zod';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { FileContent } from '../contract/file.ts';

export const secondSignature = {
  /** Whether packages carry a second signature, SM2 with SM3, and with which key (trust.md 4.7). Off unless it was switched on. */
  secondSignature: query('package.read')
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        /** The SM2 public key in hex and when it was made; null while the setting is off. */
        key: z.strictObject({ publicKey: z.string(), createdAt: z.string() }).nullable(),
      }),
    ),

  /**
   * Switches the second signature on or off and answers the file that tells the county. Said again it writes the file again: on
   * the way to the county one may be lost.
   */
  setSecondSignature: command('package.build')
    .input(z.strictObject({ on: z.boolean() }))
    .output(FileContent)
    .errors(refusals('NOTHING_CHANGED')),
};
