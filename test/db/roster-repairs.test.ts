import Driver from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

const before = migrations.filter(({ version }) => version < 130);

/** A file as the version before left it: two caregivers, a sick leave, a published roster. */
function aFileOfBefore() {
  const raw = new Driver(':memory:');
  migrate(raw, before);
  raw.exec(`
    INSERT INTO caregiver (id, name, pinyin, initials, sex, national_id, birth_on, poor_household, started_on, recorded_at, recorded_by)
      VALUES ('c1', '护理一', 'huli1', 'hl1', 'female', '411799198001010001', '1980-01-01', 0, '2024-01-01', 'at', 'by'),
             ('c2', '护理二', 'huli2', 'hl2', 'female', '411799198001010028', '1980-01-01', 0, '2024-01-01', 'at', 'by');
    INSERT INTO shift_type VALUES ('D', '白班', 'Day', '08:00', '18:00', 480, 0, 4, 0, 'at', 'by', NULL);
    INSERT INTO roster VALUES ('r1', '2026-10', 1, 'published', 1, 'at', 'by', 'at', 'by');
    INSERT INTO roster_cell (roster_id, caregiver_id, day, shift_code, locked) VALUES ('r1', 'c1', '2026-10-09', 'D', 0);
  `);
  return raw;
}

describe('the step to version 130', () => {
  let raw: Driver.Database;
  beforeEach(() => {
    raw = aFileOfBefore();
    migrate(raw, migrations);
  });

  it('leaves rosters as they were, and knows of no repair yet', () => {
    expect(raw.prepare('SELECT caregiver_id, day, shift_code FROM roster_cell').all()).toEqual([
      { caregiver_id: 'c1', day: '2026-10-09', shift_code: 'D' },
    ]);
    expect(raw.prepare('SELECT count(*) FROM roster_repair').pluck().get()).toBe(0);
  });

  it('keeps a repair with its cells: it is neither changed nor deleted, and there is one a version', () => {
    const keep = raw.prepare(
      `INSERT INTO roster_repair VALUES (?, '2026-10', 'r1', 'c1', '2026-10-09', '2026-10-09', ?, '', 'at', 'by')`,
    );
    keep.run('p1', 'fewest');
    const cell = raw.prepare(
      `INSERT INTO roster_repair_cell VALUES ('p1', ?, 'c2', '2026-10-09', ?, 'D', 0, 'c1', NULL, 0, NULL, NULL, NULL)`,
    );
    cell.run(0, null);
    expect(() => cell.run(1, 'D')).toThrow(/CHECK/);
    expect(() => keep.run('p2', 'fewest')).toThrow(/UNIQUE/);
    expect(() => keep.run('p3', 'dearest')).toThrow(/CHECK/);
    for (const table of ['roster_repair', 'roster_repair_cell'])
      expect(() => raw.prepare(`DELETE FROM ${table}`).run()).toThrow(/never deleted/);
    expect(() => raw.prepare(`UPDATE roster_repair SET note = '改'`).run()).toThrow(/stays as it was agreed/);
    expect(() => raw.prepare('UPDATE roster_repair_cell SET takes_from = NULL').run()).toThrow(
      /stays as it was agreed/,
    );
  });
});
