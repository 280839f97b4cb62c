import Driver from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

const before = migrations.filter(({ version }) => version < 100);

/** A file as the version before left it: a cover rule, a protection, a published roster. */
function aFileOfBefore() {
  const raw = new Driver(':memory:');
  migrate(raw, before);
  raw.exec(`
    INSERT INTO caregiver (id, name, pinyin, initials, sex, national_id, birth_on, poor_household, started_on, recorded_at, recorded_by)
      VALUES ('c1', '护理一', 'huli1', 'hl1', 'female', '411799198001010001', '1980-01-01', 0, '2024-01-01', 'at', 'by');
    INSERT INTO shift_type VALUES ('D', '白班', 'Day', '08:00', '18:00', 480, 0, 4, 0, 'at', 'by', NULL);
    INSERT INTO cover_rule VALUES ('k1', 'D', NULL, 9, '2026-01-01', 'at', 'by');
    INSERT INTO protection (id, caregiver_id, kind, starts_on, ends_on, recorded_at, recorded_by)
      VALUES ('p1', 'c1', 'nursing', '2026-01-01', '2026-06-30', 'at', 'by');
    INSERT INTO roster VALUES ('r1', '2026-10', 1, 'published', 1, 'at', 'by', 'at', 'by');
  `);
  return raw;
}

const setting = (raw: Driver.Database, value: string) =>
  raw
    .prepare(`INSERT INTO setting VALUES ('comprehensive-hours', ?, '2026-03-31T20:00:00.000Z', 'director')`)
    .run(value);

describe('the step to version 100', () => {
  let raw: Driver.Database;
  beforeEach(() => {
    raw = aFileOfBefore();
  });

  it('keeps an approval of comprehensive hours, as one whose posts are still to be named', () => {
    setting(raw, JSON.stringify({ number: '平人社〔2026〕8号', until: '2026-12-31' }));
    migrate(raw, migrations);
    expect(raw.prepare('SELECT * FROM hours_approval').all()).toEqual([
      {
        id: 'from-setting',
        number: '平人社〔2026〕8号',
        scope: '',
        starts_on: '2026-04-01',
        ends_on: '2026-12-31',
        recorded_at: '2026-03-31T20:00:00.000Z',
        recorded_by: 'director',
        ended_at: null,
        ended_by: null,
        ended_reason: null,
      },
    ]);
  });

  it('makes none where there was none, and takes one that had already run out when it was entered', () => {
    setting(raw, 'null');
    migrate(raw, migrations);
    expect(raw.prepare('SELECT count(*) FROM hours_approval').pluck().get()).toBe(0);

    const other = aFileOfBefore();
    setting(other, JSON.stringify({ number: '8', until: '2025-12-31' }));
    migrate(other, migrations);
    expect(other.prepare('SELECT starts_on, ends_on FROM hours_approval').get()).toEqual({
      starts_on: '2025-12-31',
      ends_on: '2025-12-31',
    });
  });

  it('leaves cover rules for the whole house and protections as they were', () => {
    migrate(raw, migrations);
    expect(raw.prepare('SELECT zone_id, minimum, sex, skill FROM cover_rule').all()).toEqual([
      { zone_id: null, minimum: 9, sex: null, skill: null },
    ]);
    expect(raw.prepare('SELECT kind, ends_on, basis_on FROM protection').all()).toEqual([
      { kind: 'nursing', ends_on: '2026-06-30', basis_on: null },
    ]);
  });

  it('keeps a reason that was given: it is neither changed nor deleted, and there is one a rule', () => {
    migrate(raw, migrations);
    const give = raw.prepare(
      `INSERT INTO roster_override VALUES (?, 'r1', 'expiredCertificate', ?, 'at', 'by')`,
    );
    give.run('o1', '已预约体检');
    raw
      .prepare(`INSERT INTO roster_override_case VALUES ('o1', 0, 'c1', '2026-10-01', '2026-10-03', 3)`)
      .run();
    expect(() => give.run('o2', '又一个')).toThrow(/UNIQUE/);
    expect(() => give.run('o3', '')).toThrow(/CHECK/);
    for (const table of ['roster_override', 'roster_override_case']) {
      expect(() => raw.prepare(`DELETE FROM ${table}`).run()).toThrow(/never deleted/);
    }
    expect(() => raw.prepare(`UPDATE roster_override SET reason = '改'`).run()).toThrow(/stays as it is/);
    expect(() => raw.prepare('UPDATE roster_override_case SET amount = 0').run()).toThrow(/stays as it is/);
  });
});
