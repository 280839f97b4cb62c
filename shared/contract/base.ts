import { oc } from '@orpc/contract';
import { refusals } from './failures.ts';
import type { Needs } from './permissions.ts';

/**
 * What the door must know of a request. `changes`: it runs in one transaction and leaves one audit line.
 * `waits: false`: it asks about running work and never touches the database, so it does not queue behind it.
 */
export type Meta = { readonly needs: Needs; readonly changes: boolean; readonly waits?: boolean };

const request = oc
  .$meta<Meta>({ needs: 'signed-in', changes: true })
  .errors(refusals('NOT_SIGNED_IN', 'NOT_ALLOWED', 'BAD_INPUT', 'UNEXPECTED', 'DISK_FULL'));

/** Reads only: safe to repeat. */
export function query(needs: Needs) {
  return request.meta({ needs, changes: false });
}

/** Changes the centre's record: whole or not at all, with one audit line. */
export function command(needs: Needs) {
  return request.meta({ needs, changes: true });
}

/** Asks about work that is running (progress, cancel): answers at once, touches no data. */
export function signal(needs: Needs) {
  return request.meta({ needs, changes: false, waits: false });
}

/**
 * A way into the closed centre (set up, sign in, recover): it opens or makes the file itself and writes its own audit line,
 * so the door neither asks for a session nor opens a transaction.
 */
export function entrance() {
  return request.meta({ needs: 'anyone', changes: false, waits: true });
}
