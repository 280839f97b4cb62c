import { z } from 'zod';

const none = z.strictObject({});

/**
 * Every way a request can be refused, with the facts that its sentence needs. The sentences stand in
 * shared/messages/<language>/failures.ts; a code without a sentence does not compile.
 */
export const failures = {
  // The door
  NOT_SIGNED_IN: { data: none },
  NOT_ALLOWED: { data: z.strictObject({ needs: z.string() }) },
  BAD_INPUT: { data: z.strictObject({ fields: z.array(z.string()) }) },
  NOT_FOUND: { data: z.strictObject({ what: z.string() }) },
  UNEXPECTED: { data: z.strictObject({ reference: z.string() }) },
  CANCELLED: { data: none },
  // People and the file
  ALREADY_SET_UP: { data: none },
  NOT_SET_UP: { data: none },
  WRONG_PASSWORD: { data: none },
  WRONG_RECOVERY_CODE: { data: z.strictObject({ line: z.number().int() }) },
  TOO_MANY_TRIES: { data: z.strictObject({ seconds: z.number().int() }) },
  WEAK_PASSWORD: { data: z.strictObject({ least: z.number().int() }) },
  LOGIN_TAKEN: { data: z.strictObject({ login: z.string() }) },
  LAST_DIRECTOR: { data: none },
  CENTRE_OPEN_ELSEWHERE: { data: none },
  FILE_DAMAGED: { data: none },
  FILE_FOREIGN: { data: none },
  FILE_NEWER: { data: z.strictObject({ found: z.number(), known: z.number() }) },
  DISK_FULL: { data: none },
} as const;

export type FailureCode = keyof typeof failures;
export type FailureData = { [C in FailureCode]: z.output<(typeof failures)[C]['data']> };

/** The declared errors of one request: `.errors(refusals('BED_TAKEN'))`. */
export function refusals<const C extends FailureCode>(...codes: C[]): Pick<typeof failures, C> {
  return Object.fromEntries(codes.map((code) => [code, failures[code]])) as Pick<typeof failures, C>;
}
