import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';

/** One word for all that the tables hold: two databases with the same word hold the same rows in the same order. */
export function contentOf(raw: Database, except: readonly string[] = []): string {
  const hash = createHash('sha256');
  for (const table of tablesOf(raw)) {
    if (except.includes(table)) continue;
    hash.update(`\n${table}\n`);
    const rows = raw.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][];
    hash.update(JSON.stringify(rows.map((row) => (row.some(isBytes) ? row.map(told) : row))));
  }
  return hash.digest('hex').slice(0, 16);
}

const isBytes = (value: unknown) => value instanceof Uint8Array;
/** Bytes as text of their own, which JSON would spell out number by number. */
const told = (value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;

export function tablesOf(raw: Database): string[] {
  return raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[];
}
