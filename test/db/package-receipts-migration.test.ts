import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

/** This step and those before it: what later steps make of packages is told in tests of their own. */
const steps = migrations.filter(({ version }) => version <= 180);
const HASH = 'a'.repeat(64);

/** A file of a time before receipts, with one package, its keys, and triggers that keep it. */
function anOlderFile() {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version < 180),
  );
  raw.exec(`
    INSERT INTO package VALUES ('p1', 1, 1, '2026-10', 'full', '${HASH}', '${'0'.repeat(64)}', '${HASH}', '{}', 'a.tyx', 3,
      x'010203', '2026-11-02T01:00:00.000Z', 'x');
    INSERT INTO signing_key VALUES ('k1', 'ssh-ed25519 A', x'00', 'SHA256:A', '2026-11-01', 'x', NULL);
    INSERT INTO signing_key VALUES ('k0', 'ssh-ed25519 B', x'00', 'SHA256:B', '2026-10-01', 'x', '2026-11-01');
    INSERT INTO county_key VALUES ('c1', 'age1x', '2026-11-01', 'x', NULL);
  `);
  return raw;
}

describe('bringing a file to version 180', () => {
  it('keeps every package and key as it is; a key that was used began when it was made', () => {
    const raw = anOlderFile();
    const [before, keys] = ['package', 'signing_key'].map((table) =>
      raw.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
    ) as [unknown[], { created_at: string }[]];
    migrate(raw, steps);
    expect(raw.prepare('SELECT * FROM package').all()).toEqual(before);
    expect(raw.prepare('SELECT * FROM signing_key ORDER BY id').all()).toEqual(
      keys.map((key) => ({ ...key, begun_at: key.created_at })),
    );
    expect(raw.prepare('SELECT * FROM county_key').get()).toMatchObject({ next_recipient: null, number: 0 });
  });

  it('lets a month be built again in the place of a returned one, never the same statement twice, and changes nothing built', () => {
    const raw = anOlderFile();
    migrate(raw, steps);
    const again = (id: string, hash: string) =>
      raw.exec(`INSERT INTO package SELECT '${id}', epoch, seq, period, kind, '${hash}', prev_hash, data_hash, manifest, file_name,
        size, content, built_at, built_by FROM package WHERE id = 'p1'`);
    again('p2', 'b'.repeat(64));
    expect(() => again('p3', HASH)).toThrow(/UNIQUE/);
    expect(() => raw.exec(`UPDATE package SET seq = 9`)).toThrow(/stays as it is/);
    expect(() => raw.exec(`DELETE FROM package`)).toThrow(/is kept/);
  });

  it('keeps receipts and tokens for good, and takes no receipt that says neither yes nor why not', () => {
    const raw = anOlderFile();
    migrate(raw, steps);
    const receipt = (id: string, verdict: string, code: string | null) =>
      raw
        .prepare(`INSERT INTO package_receipt VALUES (?, 1, 1, ?, ?, ?, '{}', 2, ?, '2026-11-05', ?, '', '')`)
        .run(id, HASH, verdict, code, HASH, Buffer.from(id));
    receipt('r1', 'accepted', null);
    expect(() => receipt('r2', 'accepted', 'GAP')).toThrow(/CHECK/);
    expect(() => receipt('r2', 'refused', null)).toThrow(/CHECK/);
    expect(() => raw.exec(`UPDATE package_receipt SET seq = 2`)).toThrow(/stays as it is/);
    expect(() => raw.exec(`DELETE FROM package_receipt`)).toThrow(/is kept/);
    raw.exec(
      `INSERT INTO package_resync VALUES ('t', 2, 1, 1, '${HASH}', '甲、乙', '2026-11-05', x'00', '', '')`,
    );
    expect(() => raw.exec(`DELETE FROM package_resync`)).toThrow(/is kept/);
  });

  it('has at most one signing key in use and one that waits', () => {
    const raw = anOlderFile();
    migrate(raw, steps);
    const key = (id: string, begun: string | null) =>
      raw.prepare(`INSERT INTO signing_key VALUES (?, ?, x'00', ?, '', '', NULL, ?)`).run(id, id, id, begun);
    expect(() => key('k2', '2026-11-02')).toThrow(/UNIQUE/);
    key('k2', null);
    expect(() => key('k3', null)).toThrow(/UNIQUE/);
  });
});
