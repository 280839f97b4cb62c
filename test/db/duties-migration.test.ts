import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

/** A file as the version before left it: a roster that was published and one that never was, with duties. */
function aFileOfBefore() {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version < 110),
  );
  raw.exec(`
    INSERT INTO caregiver (id, name, pinyin, initials, sex, national_id, birth_on, poor_household, started_on, recorded_at, recorded_by)
      VALUES ('c1', '护理一', 'huli1', 'hl1', 'female', '411799198001010001', '1980-01-01', 0, '2024-01-01', 'at', 'by');
    INSERT INTO resident (id, name, pinyin, initials, standing, recorded_at, recorded_by)
      VALUES ('r1', '住户一', 'zhuhu1', 'zh1', 'provisional', 'at', 'by'), ('r2', '住户二', 'zhuhu2', 'zh2', 'provisional', 'at', 'by');
    INSERT INTO shift_type (code, name, name_en, starts_at, ends_at, minutes, night, max_residents, position, recorded_at, recorded_by)
      VALUES ('D', '白班', 'Day', '08:00', '18:00', 480, 0, 4, 0, 'at', 'by');
    INSERT INTO roster (id, month, version, state, seed, made_at, made_by, published_at, published_by) VALUES
      ('v1', '2026-10', 1, 'superseded', 1, '2026-09-28', 'maker', '2026-09-29', 'director'),
      ('v2', '2026-10', 2, 'superseded', 1, '2026-09-30', 'maker', NULL, NULL);
    INSERT INTO duty VALUES
      ('v1', '2026-10-01', 'D', 'r1', 'c1', 'own'),
      ('v1', '2026-10-01', 'D', 'r2', 'c1', 'shared'),
      ('v2', '2026-10-02', 'D', 'r2', 'c1', 'near');
  `);
  return raw;
}

describe('the step to version 110', () => {
  it('keeps every duty, as planned when its roster was published and by whom', () => {
    const raw = aFileOfBefore();
    migrate(raw, migrations);
    const rows = raw.prepare('SELECT * FROM duty ORDER BY roster_id, resident_id').all();
    const rest = { caregiver_id: 'c1', shift_code: 'D', kept: 0, wish: null, superseded_at: null };
    const [first, second] = [
      { roster_id: 'v1', day: '2026-10-01', planned_at: '2026-09-29', planned_by: 'director', ...rest },
      { roster_id: 'v2', day: '2026-10-02', planned_at: '2026-09-30', planned_by: 'maker', ...rest },
    ];
    expect(rows).toEqual([
      { ...first, resident_id: 'r1', basis: 'own' },
      { ...first, resident_id: 'r2', basis: 'shared' },
      { ...second, resident_id: 'r2', basis: 'near' },
    ]);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('lets duties be given anew while the old stay, one that counts at a time, none deleted', () => {
    const raw = aFileOfBefore();
    migrate(raw, migrations);
    const again = `INSERT INTO duty VALUES ('v1', '2026-10-01', 'D', 'r1', 'c1', 'near', 1, 'met', '2026-10-01', 'director', NULL)`;
    expect(() => raw.exec(again)).toThrow(/UNIQUE/);
    raw.exec(`UPDATE duty SET superseded_at = '2026-10-01' WHERE roster_id = 'v1' AND resident_id = 'r1'`);
    raw.exec(again);
    expect(() => raw.exec('DELETE FROM duty')).toThrow(/never deleted/);
    expect(() => raw.exec(`UPDATE duty SET wish = 'perhaps'`)).toThrow(/CHECK/);
  });

  it('takes one wish of a resident that counts', () => {
    const raw = aFileOfBefore();
    migrate(raw, migrations);
    const wish = (id: string, value: string) =>
      raw.exec(
        `INSERT INTO care_wish VALUES ('${id}', 'r1', '${value}', 'resident', '2026-10-01', '', 'at', 'by', NULL)`,
      );
    wish('w1', 'same-sex');
    expect(() => wish('w2', 'any')).toThrow(/UNIQUE/);
    raw.exec(`UPDATE care_wish SET superseded_at = 'at'`);
    wish('w2', 'any');
    expect(() => wish('w3', 'sometimes')).toThrow(/CHECK/);
  });
});
