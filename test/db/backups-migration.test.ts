import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

const zeros = '0'.repeat(64);

/** A file as version 160 left it: backups were copies that somebody made by hand, and nothing was known of them. */
function anOlderFile() {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version <= 160),
  );
  raw.exec(`INSERT INTO setting VALUES ('idle-minutes', '10', '', '')`);
  return raw;
}

describe('bringing a file to version 170', () => {
  it('leaves what is there as it is, and knows of no backup', () => {
    const raw = anOlderFile();
    const before = raw.prepare('SELECT * FROM setting').all();
    migrate(raw, migrations);
    expect(raw.prepare('SELECT * FROM setting').all()).toEqual(before);
    for (const table of ['backup_place', 'backup', 'backup_check', 'backup_drill'])
      expect(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  });

  it('keeps for good what was written where, looked at and tried out', () => {
    const raw = anOlderFile();
    migrate(raw, migrations);
    raw.pragma('foreign_keys = ON');
    const backup = (place: string, reason: string) =>
      raw
        .prepare(`INSERT INTO backup VALUES ('n1', ?, ?, 9, '${zeros}', 1, '${zeros}', '', '')`)
        .run(place, reason);
    expect(() => backup('nowhere', 'daily')).toThrow(/FOREIGN KEY/);
    raw.exec(`INSERT INTO backup_place VALUES ('p1', 'KINGSTON', 'E:', '', '', NULL, NULL)`);
    expect(() => backup('p1', 'sometimes')).toThrow(/CHECK/);
    backup('p1', 'daily');
    raw.exec(`INSERT INTO backup_check VALUES ('c1', 'p1', 'n1', 'whole', '{}', '', '')`);
    raw.exec(`INSERT INTO backup_drill VALUES ('d1', 'n1', '', 'KINGSTON', 3, 4, NULL, '', '')`);
    expect(() => raw.exec(`UPDATE backup SET size = 1`)).toThrow(/does not change/);
    expect(() => raw.exec(`DELETE FROM backup`)).toThrow(/never deleted/);
    expect(() => raw.exec(`UPDATE backup_check SET outcome = 'damaged'`)).toThrow(/does not change/);
    expect(() => raw.exec(`DELETE FROM backup_drill`)).toThrow(/never deleted/);
  });
});
