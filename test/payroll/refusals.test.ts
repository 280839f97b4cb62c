import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { refusalOf } from '../support/house.ts';
import { aStaffedHouse, closeMonth } from './a-centre.ts';

const october = month('2026-10');

describe('what payroll refuses', () => {
  it('a month whose attendance is not closed', async () => {
    const house = await aStaffedHouse({ closed: false });
    const refusal = await refusalOf((await house.as('clerk')).payroll.prepare({ month: october }));
    expect(refusal.sentence).toBe('2026年10月的考勤还没有结账，请先结账再核算工资。');
  });

  it('a year whose holidays are not recorded', async () => {
    const house = await aStaffedHouse({ today: '2032-02-02' });
    closeMonth(house, '2032-01');
    const refusal = await refusalOf((await house.as('clerk')).payroll.prepare({ month: month('2032-01') }));
    expect(refusal).toMatchObject({ code: 'HOLIDAYS_UNKNOWN', data: { year: 2032 } });
  });

  it('people without terms of pay, and says who', async () => {
    const house = await aStaffedHouse({ terms: false });
    const clerk = await house.as('clerk');
    const refusal = await refusalOf(clerk.payroll.prepare({ month: october }));
    expect(refusal.sentence).toContain('吴巧云、冯明、黄香');
    expect((await clerk.payroll.month({ month: october })).withoutTerm).toHaveLength(3);
  });

  it('a month for which a parameter had no value yet, and names it', async () => {
    const house = await aStaffedHouse({ today: '2026-11-02' });
    house.raw.prepare(`UPDATE parameter SET superseded_at = 'x' WHERE key = 'hours.pay-days-month'`).run();
    const refusal = await refusalOf((await house.as('clerk')).payroll.prepare({ month: october }));
    expect(refusal.sentence).toBe('2026年10月31日还没有这些参数：月计薪天数；请主任先在「政策参数」补上。');
  });

  it('a month nobody worked in', async () => {
    const house = await aStaffedHouse();
    closeMonth(house, '2020-10');
    house.raw.prepare(`UPDATE holiday SET day = replace(day, '2025', '2020')`).run();
    const refusal = await refusalOf((await house.as('clerk')).payroll.prepare({ month: month('2020-10') }));
    expect(refusal.code).toBe('NO_CAREGIVERS');
  });
});

describe('who may do what', () => {
  it('the clerk prepares and the director approves; neither does the other’s part', async () => {
    const house = await aStaffedHouse();
    const [clerk, director] = [await house.as('clerk'), await house.as('director')];
    expect((await refusalOf(director.payroll.prepare({ month: october }))).code).toBe('NOT_ALLOWED');
    const { id } = await clerk.payroll.prepare({ month: october });
    for (const attempt of [clerk.payroll.review({ id }), clerk.payroll.lock({ id })]) {
      expect((await refusalOf(attempt)).code).toBe('NOT_ALLOWED');
    }
  });

  it('nobody locks what nobody has reviewed', async () => {
    const house = await aStaffedHouse();
    const { id } = await (await house.as('clerk')).payroll.prepare({ month: october });
    const refusal = await refusalOf((await house.as('director')).payroll.lock({ id }));
    expect(refusal.sentence).toBe('这份工资表还是草稿，请先审核。');
  });

  it('the nurse sees nothing of pay and no bank card', async () => {
    const house = await aStaffedHouse();
    const nurse = await house.as('nurse');
    for (const attempt of [
      nurse.payroll.month({ month: october }),
      nurse.payroll.terms({ month: october }),
      nurse.payroll.sheet({ month: october }),
    ]) {
      expect((await refusalOf(attempt)).code).toBe('NOT_ALLOWED');
    }
  });
});
