import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

/** A file as version 220 left it, and then as it is now. */
function brought() {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version < 230),
  );
  raw.exec(`INSERT INTO setting VALUES ('idle-minutes', '10', '', '')`);
  const before = raw.prepare('SELECT * FROM setting').all();
  migrate(raw, migrations);
  raw.pragma('foreign_keys = ON');
  return { raw, before };
}

const COMPLAINT = `INSERT INTO complaint VALUES (NULL, 'k1', '2026-10-30', '', '201', NULL, '', 'caregiver', 'c1', '冯明',
  'violence', 'anonymous', '', '打了手背', '换人', 'a1', 'at', 'a2')`;
const step = (id: string, kind: string, of = 'k1') =>
  `INSERT INTO complaint_step VALUES (NULL, '${id}', '${of}', '${kind}', '2026-10-30', '写下', '王主任', 'at', 'a1')`;
const letter = (place: number, number: string) =>
  `INSERT INTO complaint_letter VALUES (${place}, '${number}', '2026-11-01', x'01')`;

it('the step to version 230 leaves what is there as it was, and knows of no complaint', () => {
  const { raw, before } = brought();
  expect(raw.prepare('SELECT * FROM setting').all()).toEqual(before);
  for (const table of ['complaint', 'complaint_step', 'complaint_letter'])
    expect(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});

it('what was recorded of a complaint is neither changed, deleted nor written over, from whatever side', () => {
  const { raw } = brought();
  raw.exec(COMPLAINT);
  raw.exec(step('s1', 'measure'));
  raw.exec(letter(1, '012345678901'));
  for (const table of ['complaint', 'complaint_step', 'complaint_letter']) {
    const column = (raw.pragma(`table_info(${table})`) as { name: string }[])[0]?.name;
    expect(() => raw.exec(`UPDATE ${table} SET ${column} = 7`)).toThrow(/does not change/);
    expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow(/never deleted/);
    const row = `SELECT * FROM ${table}`;
    expect(() => raw.exec(`INSERT OR REPLACE INTO ${table} ${row}`)).toThrow(/not replaced|next place/);
  }
  expect(() => raw.exec(COMPLAINT.replace('INSERT', 'INSERT OR REPLACE'))).toThrow(/not replaced/);
  expect(raw.prepare('SELECT said FROM complaint').pluck().get()).toBe('打了手背');
});

it('no complaint is closed without a result, not even past the program; letters stand in a row without a gap', () => {
  const { raw } = brought();
  raw.exec(COMPLAINT);
  raw.exec(COMPLAINT.replace(`'k1'`, `'k2'`));
  expect(() => raw.exec(step('s1', 'close'))).toThrow(/without a result/);
  raw.exec(step('s1', 'result', 'k2'));
  expect(() => raw.exec(step('s2', 'close'))).toThrow(/without a result/);
  raw.exec(step('s2', 'result'));
  raw.exec(step('s3', 'close'));
  raw.exec(step('s4', 'reopen'));
  expect(() => raw.exec(step('s5', 'close'))).toThrow(/without a result/);
  expect(() => raw.exec(step('s5', 'gossip'))).toThrow(/CHECK/);
  expect(() => raw.exec(step('s5', 'measure', 'k9'))).toThrow(/FOREIGN KEY/);

  expect(() => raw.exec(letter(2, '012345678901'))).toThrow(/next place/);
  expect(() => raw.exec(letter(1, '12345'))).toThrow(/CHECK/);
  raw.exec(letter(1, '012345678901'));
  expect(() => raw.exec(letter(2, '012345678901'))).toThrow(/not replaced|UNIQUE/);
  raw.exec(letter(2, '112345678901'));
});

it('who tells without a name has none in the row, and whom it concerns is said or not known', () => {
  const { raw } = brought();
  expect(() => raw.exec(COMPLAINT.replace(`'anonymous', ''`, `'anonymous', '孙春生'`))).toThrow(/CHECK/);
  expect(() => raw.exec(COMPLAINT.replace(`'caregiver', 'c1', '冯明'`, `'caregiver', NULL, '冯明'`))).toThrow(
    /CHECK/,
  );
  expect(() => raw.exec(COMPLAINT.replace(`'caregiver', 'c1', '冯明'`, `'unknown', NULL, '冯明'`))).toThrow(
    /CHECK/,
  );
  raw.exec(COMPLAINT.replace(`'caregiver', 'c1', '冯明'`, `'unknown', NULL, ''`));
});
