import { describe, expect, it } from 'vitest';
import { aHouse } from '../support/house.ts';
import { aJob, bringIn, previewOf } from './bring-in.ts';
import { anId, caregivers, residents } from './people-made-up.ts';
import { workbookOfQingshiqiao } from './workbook-of-qingshiqiao.ts';

describe('a workbook kept by another clerk', () => {
  it('is understood by its headings, whatever their words, order and lines', async () => {
    const house = await aHouse();
    const preview = await previewOf(await house.as('director'), await workbookOfQingshiqiao());

    expect(preview.month).toBe('2026-09');
    expect(preview.sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['九月巡诊', 'checkups'],
      ['考勤9月', 'attendance'],
      ['员工', 'caregivers'],
      ['在院人员', 'residents'],
      ['器具登记', 'devices'],
    ]);
    expect(preview.ignored).toEqual([
      { name: '填表须知', why: 'not-recognised' },
      { name: '模板', why: 'hidden' },
    ]);
    expect(preview.sheets.flatMap(({ unused }) => unused)).toEqual([]);
    expect(
      preview.faults.map(({ sheet, row, column, kind }) => [sheet, row, column, kind].join(' ')),
    ).toEqual([
      '九月巡诊 4 受检人 ambiguous-resident',
      '九月巡诊 10 高压 vital-out-of-range',
      '考勤9月 6 日期/5日 unreadable',
      '考勤9月 9 人员 unknown-caregiver',
      '在院人员 10 公民身份号码 id-length',
      '在院人员 13 公民身份号码 id-digits-lost',
    ]);
  });

  it('brings in what is certain, and what is mended', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const { id, faults } = await previewOf(director, await workbookOfQingshiqiao());
    const proposed = faults.flatMap(({ sheet, row, field, proposal }) =>
      proposal ? [{ what: 'cell', sheet, row, field, text: proposal.text } as const] : [],
    );
    const first = anId('1971-03-05', 122);
    await director.ledger.mend({
      id,
      changes: [
        ...proposed,
        { what: 'cell', sheet: '九月巡诊', row: 4, field: 'name', text: first },
        { what: 'cell', sheet: '考勤9月', row: 6, field: 'day-5', text: '休' },
      ],
    });
    const report = await director.ledger.commit({ id, job: aJob(), undecided: 'leave-out' });

    expect(report.counts.residents).toMatchObject({ read: 10, imported: 10, leftOut: 0 });
    expect(report.counts.caregivers).toMatchObject({ read: 5, imported: 5 });
    expect(report.counts.attendance).toMatchObject({ read: 6, imported: 5, leftOut: 1 });
    expect(report.counts.checkups).toMatchObject({ read: 10, imported: 9, leftOut: 1 });
    expect(report.paired).toBe(5);
    expect(report.hiddenRows).toEqual([{ sheet: '员工', row: 5 }]);

    const all = <T>(sql: string) => house.raw.prepare(sql).all() as T[];
    expect(
      all(
        'SELECT national_id, admitted_on, label FROM resident JOIN stay ON resident_id = resident.id JOIN bed ON bed.id = bed_id ORDER BY label',
      ),
    ).toEqual(
      residents.map((one) => ({
        national_id: anId(one.birth, one.sequence),
        admitted_on: one.admitted,
        label: `${one.room}-${one.bed}`,
      })),
    );
    expect(
      all(
        'SELECT name, base_wage_fen FROM caregiver JOIN pay_term ON caregiver_id = caregiver.id ORDER BY caregiver.rowid',
      ),
    ).toEqual(caregivers.map(({ name, wage }) => ({ name, base_wage_fen: wage * 100 })));
    // 斤 halves: the first resident weighs 100 斤 = 50.0 kg.
    expect(
      all(
        `SELECT checkup.day, weight, systolic, diastolic FROM checkup JOIN resident ON resident.id = resident_id WHERE national_id = '${first}'`,
      ),
    ).toEqual([{ day: '2026-09-15', weight: 500, systolic: 118, diastolic: 72 }]);
    expect(all(`SELECT DISTINCT substr(day, 1, 7) AS month FROM attendance`)).toEqual([{ month: '2026-09' }]);
  });

  it('lets nobody in a name that two people carry stand for one of them', async () => {
    const house = await aHouse();
    const report = await bringIn(await house.as('director'), await workbookOfQingshiqiao());
    expect(report.faults.find(({ kind }) => kind === 'ambiguous-resident')).toMatchObject({
      proposal: null,
      state: 'left-out',
    });
    const pairs = house.raw
      .prepare(
        `SELECT caregiver.name AS caregiver, resident.birth_on FROM pairing JOIN caregiver ON caregiver.id = caregiver_id
         JOIN resident ON resident.id = resident_id WHERE resident.name = '田秋月' ORDER BY caregiver.rowid`,
      )
      .all();
    expect(pairs).toEqual([
      { caregiver: '牛爱华', birth_on: '1971-03-05' },
      { caregiver: '向春兰', birth_on: '1990-12-12' },
    ]);
  });
});
