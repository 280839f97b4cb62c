import { oc } from '@orpc/contract';
import { refusals } from './failures.ts';
import type { Needs } from './permissions.ts';

/**
 * What of a person's life an answer shows, so that reading it leaves a line too: a personal file with numbers in full, health,
 * wages and bank cards, the log itself; `copy`: a file that leaves the house.
 */
export const readKinds = ['file', 'health', 'pay', 'log', 'copy'] as const;
export type ReadKind = (typeof readKinds)[number];

/**
 * What the door must know of a request. `changes`: it runs in one transaction and leaves one audit line.
 * `waits: false`: it asks about running work and never touches the database, so it does not queue behind it.
 * `reads`: what it shows is sensitive, and who looked is written down.
 */
export type Meta = {
  readonly needs: Needs;
  readonly changes: boolean;
  readonly waits?: boolean;
  readonly reads?: ReadKind;
  /** `false`: a change that leaves no line in the log. */
  readonly line?: false;
};

const request = oc
  .$meta<Meta>({ needs: 'signed-in', changes: true })
  .errors(refusals('NOT_SIGNED_IN', 'NOT_ALLOWED', 'BAD_INPUT', 'UNEXPECTED', 'DISK_FULL', 'DISK_FAILING'));

/** Reads only: safe to repeat. */
export function query(needs: Needs) {
  return request.meta({ needs, changes: false });
}

/**
 * Reads what somebody may be asked about later: the door writes who looked at whose record, and folds what follows within
 * minutes (electron/core/reading.ts). A test demands it of every query whose answer holds a number, a card, a vital or a file.
 */
export function sensitive(needs: Needs, reads: ReadKind) {
  return request.meta({ needs, changes: false, reads });
}

/** Changes the centre's record: whole or not at all, with one audit line. */
export function command(needs: Needs) {
  return request.meta({ needs, changes: true });
}

/**
 * Changes the centre's record without a line in the log. Only for a letter that is sealed to the county: the director reads the
 * log, and any line, even one without a name, would tell that somebody wrote and, by what stands before and after it, who
 * (shared/complaints/letter.ts says what takes the place of the line). A test knows each such request by its name.
 */
export function silent(needs: Needs) {
  return request.meta({ needs, changes: true, line: false });
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
