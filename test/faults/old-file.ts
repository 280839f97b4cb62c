import type { Database } from 'better-sqlite3';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect } from '../../db/connect.ts';
import { markOf } from '../../db/mark.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { readKeyring, writeKeyring } from '../../electron/core/keyring-file.ts';
import { unsignedOf } from '../../electron/core/keyring-shape.ts';
import type { TestHouse } from '../support/house.ts';
import { tablesOf } from './content.ts';

type Column = { name: string };
const columnsOf = (raw: Database, table: string) =>
  (raw.pragma(`table_info("${table}")`) as Column[]).map(({ name }) => name);

/** Columns that stood in a table and moved out of it: what they held, from where it is now. */
const moved: Readonly<Record<string, string>> = {
  'package.content': '(SELECT content FROM package_content WHERE package_id = package.id)',
};

/**
 * Puts a file of an older program in the place of a house's own, with what that program could hold of the same rows. The house is
 * closed afterwards; its keyring stays.
 */
export function becomeOld({ house, raw: newer }: TestHouse, version: number): void {
  const steps = migrations.filter((step) => step.version <= version);
  const key = Uint8Array.from(house.open?.dataKey ?? []);
  const file = house.databaseFile;
  const draft = join(dirname(file), 'older.db');
  const raw = connect(draft, key);
  migrate(raw, steps);
  raw.pragma('foreign_keys = OFF');
  const there = tablesOf(newer);
  raw.transaction(() => {
    for (const table of tablesOf(raw).filter((name) => there.includes(name))) {
      const known = columnsOf(newer, table);
      const source = (name: string) => (known.includes(name) ? `"${name}"` : moved[`${table}.${name}`]);
      const columns = columnsOf(raw, table).filter((name) => source(name) !== undefined);
      const names = columns.map((name) => `"${name}"`).join(', ');
      const sources = columns.map(source).join(', ');
      raw.exec(`DELETE FROM "${table}"`);
      const add = raw.prepare(
        `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of newer.prepare(`SELECT ${sources} FROM "${table}"`).raw().all() as unknown[][])
        add.run(...row);
    }
  })();
  const orphans = raw.pragma('foreign_key_check') as unknown[];
  if (orphans.length > 0) throw new Error(`the old file has ${orphans.length} rows without their parent`);
  house.lock();
  rmSync(file);
  raw.prepare('VACUUM INTO ?').run(file);
  // The keyring knows the file by its salt; another one would be told in the log, in a change of its own before the sign-in's.
  writeKeyring(house.keyringFile, { ...unsignedOf(readKeyring(house.keyringFile)), mark: markOf(raw) }, key);
  raw.close();
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith('older.db')) rmSync(join(dirname(file), name));
}
