import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

/** A file as version 110 left it, with a roster of a time when it was not kept how one was made. */
function anOlderFile() {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version <= 110),
  );
  raw.exec(`INSERT INTO roster (id, month, version, state, seed, made_at, made_by, published_at, published_by)
    VALUES ('r1', '2026-11', 1, 'draft', 7, '', '', NULL, NULL)`);
  return raw;
}

describe('bringing a file to version 120', () => {
  it('leaves rosters as they are, without a word on how the older ones were made', () => {
    const raw = anOlderFile();
    const before = raw.prepare('SELECT * FROM roster').all();
    migrate(raw, migrations);
    expect(raw.prepare('SELECT * FROM roster').all()).toEqual(before);
    expect(raw.prepare('SELECT count(*) FROM roster_making').pluck().get()).toBe(0);
  });

  it('keeps for good how a roster was made', () => {
    const raw = anOlderFile();
    migrate(raw, migrations);
    const insert = (ended: string, remarks: string) =>
      raw
        .prepare(
          `INSERT INTO roster_making (roster_id, effort, ended, cost, bound, remarks, recorded_at, recorded_by)
          VALUES ('r1', 500, ?, 61.5, NULL, ?, '', '')`,
        )
        .run(ended, remarks);
    expect(() => insert('perhaps', '[]')).toThrow(/CHECK/);
    expect(() => insert('stopped', 'no list')).toThrow(/CHECK/);
    insert('stopped', '[]');
    expect(() => raw.exec(`UPDATE roster_making SET cost = 0`)).toThrow(/does not change/);
    expect(() => raw.exec(`DELETE FROM roster_making`)).toThrow(/never deleted/);
  });
});

describe('bringing a file to version 140', () => {
  it('leaves how the older ones were made as it is, with no word on where they ended', () => {
    const raw = anOlderFile();
    migrate(
      raw,
      migrations.filter(({ version }) => version < 140),
    );
    raw.exec(`INSERT INTO roster_making VALUES ('r1', 500, 'stopped', 61.5, NULL, '[]', '', '')`);
    const before = raw.prepare('SELECT * FROM roster_making').get() as object;
    migrate(raw, migrations);
    expect(raw.prepare('SELECT * FROM roster_making').get()).toEqual({ ...before, spent: null });
  });
});
