import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

it('the step to version 200 leaves accounts as they were, and knows of no PIN yet', () => {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version < 200),
  );
  raw.exec(`INSERT INTO account VALUES ('a1', 'nurse', '李护士', 'nurse', 'at', 'by', NULL, NULL, NULL)`);
  const before = raw.prepare('SELECT * FROM account').all();

  migrate(raw, migrations);

  expect(raw.prepare('SELECT * FROM account').all()).toEqual(before);
  expect(raw.prepare('SELECT count(*) FROM account_pin').pluck().get()).toBe(0);
  const keep = raw.prepare(`INSERT INTO account_pin VALUES (?, ?, ?, 16384, 8, 1, ?, 'at')`);
  const [salt, hash] = ['0'.repeat(32), '0'.repeat(64)];
  expect(() => keep.run('a1', salt, hash, 6)).toThrow(/CHECK/);
  expect(() => keep.run('a1', '', hash, 0)).toThrow(/CHECK/);
  raw.pragma('foreign_keys = ON');
  expect(() => keep.run('a9', salt, hash, 0)).toThrow(/FOREIGN KEY/);
  keep.run('a1', salt, hash, 0);
  raw.close();
});
