import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HouseOptions } from './house.ts';
import { redacted } from './redact.ts';

const LARGEST = 2 * 1024 * 1024;

/**
 * Writes unexpected faults with their reference to faults.log in the centre's folder, without what they may carry of a record; the
 * file before it is kept once as faults.1.log.
 */
export function faultLog(folder: string, now: () => number = Date.now): NonNullable<HouseOptions['log']> {
  const file = join(folder, 'faults.log');
  return ({ reference, request, error }) => {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const entry = `${new Date(now()).toISOString()} ${reference} ${request}\n${redacted(cause)}\n\n`;
    try {
      if (existsSync(file) && statSync(file).size > LARGEST) renameSync(file, join(folder, 'faults.1.log'));
      appendFileSync(file, entry, { mode: 0o600 });
    } catch (failed) {
      // A disk that is full or failing must not take the answer to the user along: the request still gets its sentence.
      console.error(entry, failed);
    }
  };
}
