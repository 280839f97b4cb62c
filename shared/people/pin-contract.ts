import { z } from 'zod';
import { command, query } from '../contract/base.ts';
import { refusals } from '../contract/failures.ts';
import { roles } from '../contract/permissions.ts';
import { PIN_PATTERN } from './pin.ts';

const Pin = z.string().regex(PIN_PATTERN);
const who = { id: z.string(), login: z.string(), name: z.string(), role: z.enum(roles) };

/** Taking turns at the window of an open centre by PIN. A PIN opens no file: once the centre is closed, the password is needed. */
export const pins = {
  /** Everybody with an account, and how their PIN stands. */
  list: query('signed-in')
    .input(z.strictObject({}))
    .output(z.array(z.strictObject({ ...who, pin: z.enum(['none', 'set', 'closed']) }))),

  /** Sets one's own PIN; the password proves that it is one's own. */
  set: command('signed-in')
    .input(z.strictObject({ password: z.string().min(1).max(200), pin: Pin }))
    .output(z.strictObject({}))
    .errors(refusals('WRONG_PASSWORD', 'TOO_MANY_TRIES', 'PIN_TOO_SIMPLE', 'KEYRING_DAMAGED')),

  drop: command('signed-in').input(z.strictObject({})).output(z.strictObject({})),

  /**
   * Ends the session at this window and begins another's. Not a command: a wrong try must be kept though it is refused, and
   * a refused command is rolled back. It writes its own audit line.
   */
  take: query('signed-in')
    .input(z.strictObject({ login: z.string().trim().min(1).max(40), pin: Pin }))
    .output(z.strictObject(who))
    .errors(refusals('PIN_WRONG', 'PIN_CLOSED', 'PIN_NONE')),
};
