import Driver from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate, versionOf } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

/** Table → columns, as the interfaces of db/schema.ts say. */
function typedTables(): Record<string, string[]> {
  const folder = new URL('../../db/tables/', import.meta.url);
  const files = [
    new URL('../schema.ts', folder),
    ...readdirSync(folder).map((name) => new URL(name, folder)),
  ];
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const interfaces = new Map(
    [...text.matchAll(/export interface (\w+) \{([\s\S]*?)\n\}/g)].map((match) => [
      match[1] ?? '',
      [...(match[2] ?? '').matchAll(/^ {2}(\w+):/gm)].map((column) => column[1] ?? ''),
    ]),
  );
  const schema = /export interface Schema \{([\s\S]*?)\n\}/.exec(text)?.[1] ?? '';
  return Object.fromEntries(
    [...schema.matchAll(/^ {2}(\w+): (\w+);/gm)].map((match) => [
      match[1],
      interfaces.get(match[2] ?? '') ?? [],
    ]),
  );
}

describe('the tables', () => {
  it('are in the types exactly as the migrations leave them', () => {
    const raw = new Driver(':memory:');
    migrate(raw, migrations);
    const tables = raw
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .all() as { name: string }[];
    const real = Object.fromEntries(
      tables.map(({ name }) => [
        name,
        (raw.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name),
      ]),
    );
    expect(typedTables()).toEqual(real);
  });

  it('are all STRICT', () => {
    const raw = new Driver(':memory:');
    migrate(raw, migrations);
    const lax = (
      raw.pragma('table_list') as { name: string; type: string; strict: number; schema: string }[]
    ).filter(
      (table) =>
        table.schema === 'main' &&
        table.type === 'table' &&
        !table.name.startsWith('sqlite_') &&
        table.strict !== 1,
    );
    expect(lax).toEqual([]);
  });

  it('come in steps whose versions rise', () => {
    const versions = migrations.map((step) => step.version);
    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
    const raw = new Driver(':memory:');
    migrate(raw, migrations);
    expect(versionOf(raw)).toBe(versions.at(-1));
  });
});
