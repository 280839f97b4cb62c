import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

/** A file as version 80 left it: a caregiver with leave, and a published roster with one cell. */
function anOlderFile() {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version <= 80),
  );
  raw.exec(`
    INSERT INTO caregiver (id, name, pinyin, initials, sex, national_id, birth_on, poor_household, started_on, recorded_at, recorded_by)
      VALUES ('c1', '谢', 'xie', 'x', 'female', '411799198001010001', '1980-01-01', 0, '2024-01-01', '', ''),
             ('c2', '吴', 'wu', 'w', 'female', '411799198001010002', '1980-01-01', 0, '2024-01-01', '', '');
    INSERT INTO shift_type (code, name, name_en, starts_at, ends_at, minutes, night, max_residents, position, recorded_at, recorded_by)
      VALUES ('D', '白班', 'Day', '08:00', '18:00', 480, 0, 4, 0, '', '');
    INSERT INTO leave (id, caregiver_id, kind, starts_on, ends_on, recorded_at, recorded_by)
      VALUES ('l1', 'c1', 'sick', '2026-11-03', '2026-11-05', '', '');
    INSERT INTO roster (id, month, version, state, seed, made_at, made_by, published_at, published_by)
      VALUES ('r1', '2026-11', 1, 'draft', 1, '', '', '', '');
    INSERT INTO roster_cell VALUES ('r1', 'c1', '2026-11-01', 'D', 1);
    UPDATE roster SET state = 'published';
  `);
  return raw;
}

const older = ['leave', 'roster', 'roster_cell', 'caregiver', 'shift_type'];
const contents = (raw: ReturnType<typeof anOlderFile>) =>
  Object.fromEntries(older.map((table) => [table, raw.prepare(`SELECT * FROM ${table}`).all()]));

describe('bringing a file to version 90', () => {
  it('leaves leave and rosters as they are, and begins without requests, swaps and rotations', () => {
    const raw = anOlderFile();
    const before = contents(raw);
    migrate(raw, migrations);
    expect(contents(raw)).toEqual(before);
    for (const table of [
      'roster_request',
      'roster_request_decision',
      'roster_swap',
      'roster_origin',
      'roster_dropped',
      'rotation_pattern',
      'rotation_assignment',
    ])
      expect(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  });

  it('keeps a request and its decisions for good, and lets nobody store half a request', () => {
    const raw = anOlderFile();
    migrate(raw, migrations);
    raw.exec(`
      INSERT INTO roster_request VALUES ('q1', 'c1', 'rest', NULL, NULL, '2026-11-07', '2026-11-08', 'ordinary', '', '', '');
      INSERT INTO roster_request_decision VALUES ('d1', 'q1', 1, 'declined', '人手不够', NULL, '', '');
    `);
    expect(() => raw.exec(`UPDATE roster_request SET weight = 'important'`)).toThrow(/decision/);
    expect(() => raw.exec(`DELETE FROM roster_request`)).toThrow(/never deleted/);
    expect(() => raw.exec(`UPDATE roster_request_decision SET state = 'approved'`)).toThrow(/another/);
    expect(() => raw.exec(`DELETE FROM roster_request_decision`)).toThrow(/never deleted/);
    const put = (values: string) => () => raw.exec(`INSERT INTO roster_request VALUES (${values})`);
    const rest = `'2026-11-07', '2026-11-08', 'ordinary', '', '', ''`;
    expect(put(`'q2', 'c1', 'shift', NULL, NULL, ${rest}`)).toThrow(/CHECK/);
    expect(put(`'q2', 'c1', 'rest', 'D', NULL, ${rest}`)).toThrow(/CHECK/);
    expect(put(`'q2', 'c1', 'leave', NULL, NULL, ${rest}`)).toThrow(/CHECK/);
    expect(() =>
      raw.exec(`INSERT INTO roster_request_decision VALUES ('d2', 'q1', 2, 'withdrawn', '', NULL, '', '')`),
    ).toThrow(/CHECK/);
  });

  it('lets a caregiver follow one rotation at a time, and two patterns share no name', () => {
    const raw = anOlderFile();
    migrate(raw, migrations);
    raw.exec(`
      INSERT INTO rotation_pattern VALUES ('p1', '三白一夜', 'DDDN--', '', '', NULL, NULL);
      INSERT INTO rotation_assignment VALUES ('a1', 'c1', 'p1', 0, '2026-11-01', '', '', NULL, NULL);
    `);
    expect(() =>
      raw.exec(`INSERT INTO rotation_pattern VALUES ('p2', '三白一夜', 'DD--', '', '', NULL, NULL)`),
    ).toThrow(/UNIQUE/);
    const again = `INSERT INTO rotation_assignment VALUES ('a2', 'c1', 'p1', 2, '2026-12-01', '', '', NULL, NULL)`;
    expect(() => raw.exec(again)).toThrow(/UNIQUE/);
    raw.exec(`UPDATE rotation_assignment SET ended_at = '2026-11-20', ended_by = ''`);
    raw.exec(again);
  });
});
