import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHouse, refusalOf, type TestHouse } from '../support/house.ts';
import { aJob, bringIn, countRows, expected, fileOf, LEDGER_TABLES, LIUHE, previewOf } from './bring-in.ts';

describe('importing the ledger of Liuhe', () => {
  let house: TestHouse;
  let report: Awaited<ReturnType<typeof bringIn>>;
  const rows = <T>(sql: string, ...values: unknown[]) => house.raw.prepare(sql).all(...values) as T[];

  beforeAll(async () => {
    // One import for all sentences, so the folder outlives a single test.
    house = await aHouse({ folder: mkdtempSync(join(tmpdir(), 'nuantuo-')) });
    report = await bringIn(await house.as('director'));
  });

  afterAll(() => {
    house.house.lock();
    rmSync(house.folder, { recursive: true, force: true });
  });

  it('reads everybody and everything that stands in it', () => {
    const { residents, caregivers, devices, attendance, checkups } = report.counts;
    expect([residents.read, caregivers.read, devices.read, attendance.read, checkups.read]).toEqual([
      expected.residents,
      expected.caregivers,
      expected.devices,
      19,
      expected.checkups,
    ]);
    expect(report.month).toBe(expected.attendanceMonth);
    expect(residents).toMatchObject({ imported: expected.cleanResidents, provisional: 7, leftOut: 0 });
    expect(caregivers).toMatchObject({ imported: 19, leftOut: 0 });
    expect(report.paired).toBe(19);
    expect(devices).toMatchObject({ imported: 31 });
    expect(checkups).toMatchObject({ imported: 74, leftOut: 2 });
  });

  it('finds every planted fault with its row and its kind, and no other', () => {
    expect(report.faults.map(place).toSorted()).toEqual(expected.faults.map(place).toSorted());
    for (const { sheet, row, value } of expected.faults) {
      expect(report.faults.find((fault) => fault.sheet === sheet && fault.row === row)?.raw).toBe(
        String(value),
      );
    }
  });

  it('proposes a mend for each fault and applies none', () => {
    const proposals = report.faults.map(({ row, proposal }) => [row, proposal?.text]);
    expect(Object.fromEntries(proposals)).toEqual({
      19: '一级',
      25: '女',
      32: '2025-02-28',
      34: '411799198801152957',
      37: '411799198403015324',
      41: '207-1',
      42: '36.6',
      64: '王建国',
    });
    expect(report.faults.find(({ kind }) => kind === 'duplicate-id')?.proposal?.text).toBe(
      '411799195311252433',
    );
    expect(
      rows('SELECT 1 FROM resident WHERE national_id IN (?, ?)', '411799198801152957', '411799198403015324'),
    ).toEqual([]);
  });

  it('registers people as they stand in the ledger', () => {
    for (const person of expected.sample) {
      const [row] = rows<Record<string, unknown>>(
        `SELECT resident.*, bed.label, stay.starts_on FROM resident JOIN stay ON stay.resident_id = resident.id
         JOIN bed ON bed.id = stay.bed_id WHERE national_id = ?`,
        person.id,
      );
      expect(row).toMatchObject({
        name: person.name,
        certificate_no: person.cert,
        disability_level: person.level,
        admitted_on: person.admitted,
        starts_on: person.admitted,
        label: `${person.room}-${person.bed}`,
        standing: 'registered',
      });
    }
    expect(rows('SELECT name, initials FROM resident WHERE name = ?', '罗荣')).toEqual([
      { name: '罗荣', initials: 'lr' },
    ]);
  });

  it('takes residents in doubt in provisionally, with the doubtful fact left empty and kept as it was written', () => {
    const doubts = rows<Record<string, unknown>>(
      `SELECT resident.name, standing, field, kind, raw, proposal, source, sex, national_id, disability_level, admitted_on
       FROM resident JOIN resident_doubt ON resident_doubt.resident_id = resident.id ORDER BY resident.rowid`,
    );
    expect(doubts).toHaveLength(7);
    expect(doubts.every(({ standing }) => standing === 'provisional')).toBe(true);
    expect(doubts.find(({ kind }) => kind === 'cert-level-mismatch')).toMatchObject({
      name: '杨红军',
      field: 'disabilityLevel',
      raw: '二级',
      proposal: '1',
      disability_level: null,
      source: '入住人员 第19行 残疾等级',
    });
    expect(doubts.find(({ kind }) => kind === 'sex-id-mismatch')).toMatchObject({
      sex: null,
      proposal: 'female',
    });
    expect(doubts.find(({ kind }) => kind === 'bed-taken-twice')).toMatchObject({
      field: 'bed',
      proposal: '207-1',
    });
    expect(rows('SELECT count(*) AS beds FROM stay')).toEqual([{ beds: 37 }]);
  });

  it('pairs every caregiver with the residents that her row names', () => {
    const pairs = rows<{ caregiver: string; residents: string }>(
      `SELECT caregiver.name AS caregiver, group_concat(resident.name, '、' ORDER BY pairing.rowid) AS residents FROM pairing
       JOIN caregiver ON caregiver.id = caregiver_id JOIN resident ON resident.id = resident_id GROUP BY caregiver.id`,
    );
    expect(pairs).toHaveLength(19);
    expect(pairs).toContainEqual({ caregiver: '朱二妮', residents: '罗荣、彭荣' });
    expect(pairs).toContainEqual({ caregiver: '刘春生', residents: '曹金枝、徐素珍' });
    expect(
      rows(
        'SELECT base_wage_fen, insurance FROM pay_term JOIN caregiver ON caregiver.id = caregiver_id WHERE name = ?',
        '吴秀英',
      ),
    ).toEqual([{ base_wage_fen: 220_000, insurance: 'off' }]);
  });

  it('takes the attendance of October over by the legend of the sheet', () => {
    for (const { name, ...marks } of expected.attendance) {
      const found = rows<{ mark: string; days: number }>(
        `SELECT mark, count(*) AS days FROM attendance JOIN caregiver ON caregiver.id = caregiver_id
         WHERE name = ? AND day LIKE '2026-10-%' GROUP BY mark`,
        name,
      );
      const of = (mark: string) => found.find((one) => one.mark === mark)?.days ?? 0;
      expect({ day: of('day'), night: of('night'), sick: of('sick'), personal: of('personal') }).toEqual(
        marks,
      );
    }
    expect(rows('SELECT count(*) AS days, count(DISTINCT caregiver_id) AS people FROM attendance')).toEqual([
      { days: 19 * 31, people: 19 },
    ]);
  });

  it('keeps checkups as whole numbers on their day', () => {
    expect(
      rows(
        `SELECT day, temperature, systolic, diastolic, weight FROM checkup JOIN resident ON resident.id = resident_id
         WHERE name = '韩素珍' ORDER BY day`,
      ),
    ).toEqual([
      { day: '2026-10-08', temperature: 370, systolic: 115, diastolic: 68, weight: 450 },
      { day: '2026-10-22', temperature: 366, systolic: 158, diastolic: 90, weight: 477 },
    ]);
  });

  it('names every way in which a cell was read beyond its letter', () => {
    expect(mendAt(report.mends, '入住人员', 11, '身份证号码')).toMatchObject({
      kind: 'full-width',
      read: '411799199712070356',
    });
    expect(mendAt(report.mends, '入住人员', 13, '姓名')).toMatchObject({ kind: 'spaces', read: '罗荣' });
    expect(mendAt(report.mends, '入住人员', 6, '入住时间')).toMatchObject({
      kind: 'date-serial',
      read: '2022-03-06',
    });
    expect(mendAt(report.mends, '入住人员', 26, '身份证号码')).toMatchObject({ kind: 'lower-case' });
    expect(mendAt(report.mends, '入住人员', 8, '房间床位')).toMatchObject({
      kind: 'bed-style',
      read: '102-2',
    });
    expect(mendAt(report.mends, '体检', 8, '体温')).toMatchObject({ kind: 'point', read: '36.6' });
    expect(mendAt(report.mends, '体检', 12, '血压')).toMatchObject({ read: '106/72' });
    expect(mendAt(report.mends, '护理员', 4, '月基本工资（元）')).toMatchObject({
      kind: 'unit',
      read: '2000',
    });
  });

  it('leaves one audit line, and the history shows the import', async () => {
    expect(rows(`SELECT count(*) AS lines FROM audit WHERE action = 'ledger.commit'`)).toEqual([
      { lines: 1 },
    ]);
    const [only] = await (await house.as('director')).ledger.imports({});
    expect(only).toMatchObject({ id: report.importId, fileName: 'liuhe.xls', by: '王主任' });
  });

  it('adds nothing the second time and says so', async () => {
    const director = await house.as('director');
    const before = countRows(house.raw, LEDGER_TABLES);
    const again = await bringIn(director);
    expect(again.importId).toBeNull();
    expect(again.counts.residents).toMatchObject({ read: 38, imported: 0, provisional: 0, already: 38 });
    expect(again.counts.checkups).toMatchObject({ imported: 0, already: 74, leftOut: 2 });
    expect(again.counts.attendance.already).toBe(19);
    expect(countRows(house.raw, LEDGER_TABLES)).toEqual(before);
  });
});

function place({
  sheet,
  row,
  column,
  kind,
}: {
  sheet: string;
  row: number;
  column: string;
  kind: string;
}): string {
  return [sheet, row, column, kind].join(' ');
}

function mendAt<T extends { sheet: string; row: number; column: string }>(
  mends: readonly T[],
  sheet: string,
  row: number,
  column: string,
): T | undefined {
  return mends.find((one) => one.sheet === sheet && one.row === row && one.column === column);
}

describe('a preview', () => {
  it('changes nothing, and is gone with the session', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const { id } = await previewOf(director, fileOf(LIUHE));
    expect(countRows(house.raw, ['resident', 'bed', 'ledger_import'])).toEqual({
      resident: 0,
      bed: 0,
      ledger_import: 0,
    });
    await director.people.signOut({});
    await director.people.signIn({ login: 'director', password: 'liuhe-2026' });
    expect((await refusalOf(director.ledger.preview({ id }))).code).toBe('NOT_FOUND');
  });

  it('takes a mend in place and registers the mended row', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const { id } = await previewOf(director, fileOf(LIUHE));
    const mended = await director.ledger.mend({
      id,
      changes: [
        { what: 'cell', sheet: '入住人员', row: 34, field: 'nationalId', text: '411799198801152957' },
        { what: 'cell', sheet: '体检', row: 64, field: 'name', text: '王建国' },
        { what: 'row', sheet: '入住人员', row: 37, decision: 'leave-out' },
      ],
    });
    expect(mended.counts.residents).toMatchObject({ imported: 32, leftOut: 1, doubtful: 5 });
    // 曹金枝 is left out, so what hangs on her is in doubt: her two checkups, her device, her pairing.
    const depending = mended.faults.filter(({ kind }) => kind === 'depends-on-left-out-row');
    expect(depending.map(({ sheet, effect }) => `${sheet} ${effect}`).toSorted()).toEqual([
      '体检 row',
      '体检 row',
      '护理员 cell',
      '辅具 row',
    ]);
    const report = await director.ledger.commit({ id, job: aJob(), undecided: 'leave-out' });
    expect(report.counts.residents).toMatchObject({ imported: 32, provisional: 0, leftOut: 6 });
    expect(report.ownMends).toContainEqual({
      sheet: '入住人员',
      row: 34,
      column: '身份证号码',
      field: 'nationalId',
      before: '411799198801152955',
      after: '411799198801152957',
    });
    // The same file again: the mended row is known by what stands in the file.
    const again = await bringIn(director);
    expect(again.counts.residents).toMatchObject({ already: 32, provisional: 6 });
  });

  it('is refused when the house changed under it', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const { id } = await previewOf(director, fileOf(LIUHE));
    house.raw.exec(`INSERT INTO device (id, code, name, quantity, source, condition, recorded_at, recorded_by)
      VALUES ('d', 'LH-24-001', '轮椅', 1, 'other', 'good', '', '')`);
    const refusal = await refusalOf(director.ledger.commit({ id, job: aJob(), undecided: 'provisional' }));
    expect(refusal.code).toBe('LEDGER_CHANGED');
    expect(countRows(house.raw, ['resident', 'ledger_import'])).toEqual({ resident: 0, ledger_import: 0 });
  });

  it('ends an import that is cancelled without leaving a trace', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const { id } = await previewOf(director, fileOf(LIUHE));
    const job = aJob();
    const importing = refusalOf(director.ledger.commit({ id, job, undecided: 'provisional' }));
    let seen = null as { done: number; total: number } | null;
    while (!seen || seen.done < 20) {
      await new Promise((resolve) => setImmediate(resolve));
      seen = (await director.jobs.progress({ job })) ?? seen;
    }
    expect(await director.jobs.cancel({ job })).toEqual({ stopping: true });
    expect((await importing).code).toBe('CANCELLED');
    expect(countRows(house.raw, LEDGER_TABLES)).toEqual(
      Object.fromEntries(LEDGER_TABLES.map((table) => [table, 0])),
    );
    expect((await bringIn(director)).counts.residents.imported).toBe(31);
  });
});
