import type { Database } from 'better-sqlite3';

/** Runs work that waits for promises as one transaction of its own: whole, or not at all when anything in it throws. */
export async function inOneTransaction<T>(raw: Database, work: () => Promise<T>): Promise<T> {
  raw.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    raw.exec('COMMIT');
    return result;
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK');
    throw error;
  }
}
