import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreIsForeign, StoreIsOpenElsewhere } from '../../db/connect.ts';
import { DatabaseIsNewer, versionOf, type Migration } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { openStore } from '../../db/open.ts';

const key = new Uint8Array(32).fill(7);
const later: Migration = {
  version: 9000,
  name: 'later',
  up: `ALTER TABLE resident ADD COLUMN nickname TEXT; INSERT INTO setting VALUES ('nickname', '新区', '', '');`,
};

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'centre.db');
}

describe('opening the file', () => {
  it('keeps every commit through a power cut, enforces parents, spills nothing to disk', () => {
    const store = openStore({ file: aFile(), key, create: true });
    const pragma = (name: string) => store.raw.pragma(name, { simple: true });
    expect([
      pragma('journal_mode'),
      pragma('synchronous'),
      pragma('foreign_keys'),
      pragma('temp_store'),
      pragma('trusted_schema'),
    ]).toEqual(['wal', 2, 1, 2, 0]);
    store.close();
  });

  it('tells a second opener that the centre is already open', () => {
    const file = aFile();
    const store = openStore({ file, key, create: true });
    expect(() => openStore({ file, key })).toThrow(StoreIsOpenElsewhere);
    store.close();
    openStore({ file, key }).close();
  });

  it('refuses another key, and a file that is not there, without making one', () => {
    const file = aFile();
    openStore({ file, key, create: true }).close();
    expect(() => openStore({ file, key: new Uint8Array(32) })).toThrow(StoreIsForeign);
    expect(() => openStore({ file: `${file}.gone`, key })).toThrow(StoreIsForeign);
    expect(existsSync(`${file}.gone`)).toBe(false);
  });

  it('copies an older file before it brings it forward, and the copy opens as it was', () => {
    const file = aFile();
    openStore({ file, key, create: true }).close();

    const store = openStore({ file, key, steps: [...migrations, later] });
    expect(store.raw.prepare('SELECT value FROM setting').all()).toEqual([{ value: '新区' }]);
    store.close();

    const version = migrations.at(-1)?.version;
    const copy = openStore({ file: `${file}.v${version}.bak`, key });
    expect(versionOf(copy.raw)).toBe(version);
    expect(copy.raw.prepare('SELECT count(*) AS n FROM setting').get()).toEqual({ n: 0 });
    copy.close();
  });

  it('leaves a step that fails as if it never ran', () => {
    const file = aFile();
    openStore({ file, key, create: true }).close();
    const broken: Migration = {
      version: 9000,
      name: 'broken',
      up: `CREATE TABLE half (x TEXT) STRICT; INSERT INTO nowhere VALUES (1);`,
    };

    expect(() => openStore({ file, key, steps: [...migrations, broken] })).toThrow(/nowhere/);

    const store = openStore({ file, key });
    expect(store.raw.prepare(`SELECT name FROM sqlite_schema WHERE name = 'half'`).all()).toEqual([]);
    store.close();
  });

  it('refuses a file of a newer program and reads nothing of it', () => {
    const file = aFile();
    openStore({ file, key, create: true, steps: [...migrations, later] }).close();
    expect(() => openStore({ file, key })).toThrow(DatabaseIsNewer);
  });

  it('writes no word of a resident in the clear', () => {
    const file = aFile();
    const store = openStore({ file, key, create: true });
    store.raw.prepare(`INSERT INTO setting VALUES ('room', '王国庆的房间', '', '')`).run();
    const wal = readFileSync(`${file}-wal`);
    store.close();
    for (const bytes of [wal, readFileSync(file)]) expect(bytes.includes('王国庆')).toBe(false);
  });
});
