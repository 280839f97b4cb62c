import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { Complaint } from './complaint.ts';

/**
 * Runs work while nobody else may change a file of the county: two operators at once would otherwise both find a number free,
 * or one would lose what the other enrolled. A lock that a killed program left behind is taken over when its process is gone.
 * Throws Complaint when somebody else is at it.
 */
export async function withLocked<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  if (!take(lock) && !takeOver(lock)) throw new Complaint('ledgerBusy', { file });
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    const handle = openSync(lock, 'wx', 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Under a lock of its own: of two programs that find the same abandoned lock, the second must not remove the first one's new one. */
function takeOver(lock: string): boolean {
  const guard = `${lock}.takeover`;
  if (!isAbandoned(lock) || !take(guard)) return false;
  try {
    if (!isAbandoned(lock)) return false;
    rmSync(lock, { force: true });
    return take(lock);
  } finally {
    rmSync(guard, { force: true });
  }
}

function isAbandoned(lock: string): boolean {
  const owner = ownerOf(lock);
  if (owner === null || owner === process.pid) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function ownerOf(lock: string): number | null {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    return Number.isInteger(owner) && owner > 0 ? owner : null;
  } catch {
    return null; // gone in this moment: its owner has finished
  }
}
