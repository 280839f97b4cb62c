import Driver from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreIsDamaged, StoreIsForeign, tellKey } from '../../db/connect.ts';
import { openForeign } from '../../db/foreign.ts';
import { DatabaseIsNewer } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { openStore } from '../../db/open.ts';

const key = new Uint8Array(32).fill(7);

function aCopy(change?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-foreign-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [live, copy] = [join(folder, 'centre.db'), join(folder, 'copy.db')];
  const store = openStore({ file: live, key, create: true });
  store.raw.prepare('VACUUM INTO ?').run(copy);
  store.close();
  if (change) {
    const raw = new Driver(copy);
    tellKey(raw, key);
    raw.exec(change);
    raw.close();
  }
  return copy;
}

describe('a file from outside', () => {
  it('is read when it is ours, whole and as its version writes it', () => {
    const copy = aCopy(`INSERT INTO setting VALUES ('room', '朝阳的房间', '', '')`);
    const before = readFileSync(copy);

    const store = openForeign({ file: copy, key });

    expect(store.version).toBe(migrations.at(-1)?.version);
    expect(store.raw.prepare('SELECT value FROM setting').all()).toEqual([{ value: '朝阳的房间' }]);
    expect(() => store.raw.exec(`DELETE FROM setting`)).toThrow(/readonly/);
    store.close();
    expect(readFileSync(copy).equals(before)).toBe(true);
  });

  it('is read at every version that ever was', () => {
    for (const { version } of migrations) {
      const folder = mkdtempSync(join(tmpdir(), 'nuantuo-foreign-'));
      const file = join(folder, 'old.db');
      const steps = migrations.filter((step) => step.version <= version);
      openStore({ file, key, create: true, steps }).close();
      const store = openForeign({ file, key });
      expect(store.version).toBe(version);
      store.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('leaves no journal beside a copied live file', () => {
    const copy = aCopy();
    const live = copy.replace('copy.db', 'centre.db');
    openForeign({ file: live, key }).close();
    expect(existsSync(`${live}-wal`) || existsSync(`${live}-shm`)).toBe(false);
  });

  const slipped = {
    'a trigger': `CREATE TRIGGER slip AFTER INSERT ON setting BEGIN DELETE FROM audit; END`,
    'a view in place of a table': `ALTER TABLE setting RENAME TO s; CREATE VIEW setting AS SELECT * FROM s`,
    'a table more': 'CREATE TABLE extra (x)',
    'a table less': 'DROP TABLE setting',
    'a check taken away': `DROP TABLE setting; CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT, changed_at TEXT, changed_by TEXT)`,
    'the lock of the audit log taken away': 'DROP TRIGGER audit_is_never_changed',
    'an index on an expression': 'CREATE INDEX slip ON setting (lower(value))',
    'a version that never was': 'PRAGMA user_version = 15',
    'version 0': 'PRAGMA user_version = 0',
  };
  for (const [what, change] of Object.entries(slipped))
    it(`is refused with ${what}`, () => {
      const copy = aCopy(change);
      expect(() => openForeign({ file: copy, key })).toThrow(StoreIsForeign);
    });

  it('is refused when it is of a newer program', () => {
    const copy = aCopy('PRAGMA user_version = 9000');
    expect(() => openForeign({ file: copy, key })).toThrow(DatabaseIsNewer);
  });

  it('is refused with another key, without a key, empty, gone, or as plain SQLite', () => {
    const copy = aCopy();
    expect(() => openForeign({ file: copy, key: new Uint8Array(32) })).toThrow(StoreIsForeign);
    expect(() => openForeign({ file: `${copy}.gone`, key })).toThrow(StoreIsForeign);
    const empty = `${copy}.empty`;
    writeFileSync(empty, '');
    expect(() => openForeign({ file: empty, key })).toThrow(StoreIsForeign);
    const plain = `${copy}.plain`;
    const raw = new Driver(plain);
    raw.exec('CREATE TABLE t (x)');
    raw.close();
    expect(() => openForeign({ file: plain, key })).toThrow(StoreIsForeign);
  });

  it('is refused with a journal beside it, which would change what is read', () => {
    const copy = aCopy();
    for (const end of ['-wal', '-journal']) {
      copyFileSync(copy, `${copy}${end}`);
      expect(() => openForeign({ file: copy, key })).toThrow(/journal/);
      rmSync(`${copy}${end}`);
    }
    openForeign({ file: copy, key }).close();
  });

  it('is refused when one bit of any page is turned', () => {
    const copy = aCopy();
    const whole = readFileSync(copy);
    for (let page = 0; page < whole.length / 4096; page += 7) {
      const turned = Buffer.from(whole);
      const at = page * 4096 + 100 + page;
      turned[at] = (turned[at] ?? 0) ^ 4;
      writeFileSync(copy, turned);
      expect(() => openForeign({ file: copy, key }), `page ${page}`).toThrow(
        page === 0 ? StoreIsForeign : StoreIsDamaged,
      );
    }
  });
});
