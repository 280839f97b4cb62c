import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

it('the step to version 210 leaves the signing keys as they were, and has room for one SM2 key in use', () => {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version < 210),
  );
  raw.exec(`INSERT INTO signing_key (id, public_key, private_key, fingerprint, created_at, created_by, begun_at)
    VALUES ('k1', 'ssh-ed25519 A', x'01', 'SHA256:a', 'at', 'by', 'at')`);
  const before = raw.prepare('SELECT * FROM signing_key').all();

  migrate(raw, migrations);

  expect(raw.prepare('SELECT * FROM signing_key').all()).toEqual(before);
  expect(raw.prepare('SELECT count(*) FROM second_key').pluck().get()).toBe(0);
  const keep = raw.prepare(`INSERT INTO second_key VALUES (?, ?, ?, 'at', 'by', ?)`);
  const [key, bytes] = [(digit: string) => `04${digit.repeat(128)}`, Buffer.alloc(32, 1)];
  expect(() => keep.run('s1', '04', bytes, null)).toThrow(/CHECK/);
  expect(() => keep.run('s1', key('a'), Buffer.alloc(31), null)).toThrow(/CHECK/);
  keep.run('s1', key('a'), bytes, null);
  expect(() => keep.run('s2', key('b'), bytes, null)).toThrow(/UNIQUE/);
  raw.exec(`UPDATE second_key SET ended_at = 'then'`);
  keep.run('s2', key('b'), bytes, null);
  raw.close();
});
