import type { Database } from 'better-sqlite3';

/** One forward step of the file. It is plain SQL, frozen in time: it must mean the same in ten years. */
export type Migration = { readonly version: number; readonly name: string; readonly up: string };

/** The file was written by a newer Nuantuo: nothing in it is read. */
export class DatabaseIsNewer extends Error {
  readonly found: number;
  readonly known: number;

  constructor(found: number, known: number) {
    super(`the database is at version ${found}, this program knows ${known}`);
    this.found = found;
    this.known = known;
  }
}

export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/** The steps still to take; throws DatabaseIsNewer when the file is ahead of the program. */
export function pendingMigrations(db: Database, migrations: readonly Migration[]): readonly Migration[] {
  const current = versionOf(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) throw new DatabaseIsNewer(current, newest);
  return migrations.filter((step) => step.version > current);
}

/** Brings the file forward one version at a time; each step lands whole or not at all. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  // With foreign keys on, rebuilding a table would delete its children; the pragma has no effect inside a transaction.
  db.pragma('foreign_keys = OFF');
  try {
    for (const { version, name, up } of pendingMigrations(db, migrations)) {
      db.transaction(() => {
        db.exec(up);
        const orphans = db.pragma('foreign_key_check') as unknown[];
        if (orphans.length > 0) throw new Error(`${name} leaves ${orphans.length} rows without their parent`);
        db.pragma(`user_version = ${version}`);
      }).exclusive();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
