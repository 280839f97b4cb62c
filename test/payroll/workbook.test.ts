import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { refusalOf } from '../support/house.ts';
import { aLockedMonth, aStaffedHouse } from './a-centre.ts';

const october = month('2026-10');

async function open(base64: string) {
  const book = new ExcelJS.Workbook();
  // exceljs declares its own Buffer; the bytes are the same.
  await book.xlsx.load(Buffer.from(base64, 'base64') as unknown as ExcelJS.Buffer);
  const page = book.worksheets[0];
  if (!page) throw new Error('the workbook has no sheet');
  return { book, page };
}

describe('the pay sheet in Excel', () => {
  it('holds the columns that the law asks for, text as text, and totals that add up', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const [caregiverId = ''] = house.ids;
    await clerk.payroll.setBankCard({ caregiverId, bankCard: '6217637442233096891', reason: '首次登记' });
    house.raw.prepare(`UPDATE caregiver SET name = '=1+1' WHERE id = ?`).run(house.ids[1]);
    const id = await aLockedMonth(house);
    const { name, base64 } = await clerk.payroll.workbook({ month: october });
    expect(name).toBe('2026年10月护理员工资发放表.xlsx');
    const { page } = await open(base64);
    const heads = page.getRow(4).values as string[];
    for (const head of [
      '姓名',
      '身份证号',
      '联系方式',
      '天数',
      '基本工资',
      '应发合计',
      '个税',
      '实发',
      '银行卡号',
      '本人签字',
    ]) {
      expect(heads).toContain(head);
    }
    expect(page.getCell(2, 1).text).toContain('支付周期：2026年10月1日至2026年10月31日');
    expect(page.getCell(2, 1).text).toContain('支付日期：2026年11月10日');
    const [first, second, total] = [5, 6, 8].map((row) => page.getRow(row));
    expect(first?.getCell(3).value).toBe('411799197004087369');
    expect(first?.getCell(heads.indexOf('银行卡号')).value).toBe('6217637442233096891');
    expect(second?.getCell(2).type).toBe(ExcelJS.ValueType.String);
    expect(second?.getCell(2).value).toBe("'=1+1");
    const { totals } = await clerk.payroll.run({ id });
    const net = total?.getCell(heads.indexOf('实发')).value;
    expect(net).toMatchObject({
      formula: expect.stringMatching(/^SUM\([A-Z]+5:[A-Z]+7\)$/u),
      result: totals.net / 100,
    });
  });

  it('says on itself that a draft is not to be paid', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    await clerk.payroll.prepare({ month: october });
    const { page } = await open((await clerk.payroll.workbook({ month: october })).base64);
    expect(page.getCell(2, 1).text).toContain('草稿，未经审核，不得发放');
  });

  it('is refused for a month without a run', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    for (const attempt of [
      clerk.payroll.workbook({ month: october }),
      clerk.payroll.sheet({ month: october }),
    ]) {
      expect((await refusalOf(attempt)).sentence).toBe('2026年10月还没有工资表，请财务先核算。');
    }
  });
});

describe('the pay sheet for paper', () => {
  it('carries unit, period, pay day, every person in full and the net in capitals', async () => {
    const house = await aStaffedHouse();
    await aLockedMonth(house);
    const sheet = await (await house.as('director')).payroll.sheet({ month: october });
    expect(sheet).toMatchObject({
      from: '2026-10-01',
      until: '2026-10-31',
      head: { payOn: '2026-11-10', state: 'locked' },
    });
    expect(sheet.rows).toHaveLength(3);
    expect(sheet.rows[0]).toMatchObject({
      nationalId: '411799197004087369',
      phone: '15070388572',
      days: 21,
      nights: 5,
      holidayDays: 3,
    });
    expect(sheet.totals.net).toBe(3 * 292_759);
    expect(sheet.capitals).toBe('捌仟柒佰捌拾贰元柒角柒分');
  });
});
