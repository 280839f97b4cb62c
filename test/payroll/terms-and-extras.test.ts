import { describe, expect, it } from 'vitest';
import { day, month } from '../../shared/calendar/day.ts';
import { fen } from '../../shared/money/money.ts';
import { refusalOf } from '../support/house.ts';
import { aLockedMonth, aStaffedHouse, aTerm, closeMonth } from './a-centre.ts';

const october = month('2026-10');
const november = month('2026-11');

describe('terms of pay', () => {
  it('count from their month on; the row corrected for the same day is kept', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const [caregiverId = ''] = house.ids;
    await clerk.payroll.setTerm({
      caregiverId,
      term: aTerm({ effectiveFrom: day('2026-11-01'), baseWage: fen(2_300) }),
    });
    await clerk.payroll.setTerm({
      caregiverId,
      term: aTerm({ effectiveFrom: day('2026-11-01'), baseWage: fen(2_400) }),
    });
    const wage = async (on: typeof october) =>
      (await clerk.payroll.terms({ month: on })).find((line) => line.caregiverId === caregiverId)?.term
        ?.baseWage;
    expect([await wage(october), await wage(november)]).toEqual([fen(2_000), fen(2_400)]);
    expect(
      house.raw.prepare(`SELECT count(*) AS n FROM pay_term WHERE caregiver_id = ?`).get(caregiverId),
    ).toEqual({ n: 3 });
  });

  it('never leave insurance off without a reason', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const refusal = await refusalOf(
      clerk.payroll.setTerm({ caregiverId: house.ids[0] ?? '', term: aTerm({ insuranceReason: ' ' }) }),
    );
    expect(refusal).toMatchObject({ code: 'BAD_INPUT', data: { fields: ['term.insuranceReason'] } });
    expect(refusal.sentence).toContain('不参保原因');
  });

  it('keep the bank card with clerk and director, and the number before a change', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const [caregiverId = ''] = house.ids;
    await clerk.payroll.setBankCard({ caregiverId, bankCard: '6217 6374 4223 3096 891', reason: '首次登记' });
    expect((await clerk.payroll.terms({ month: october }))[0]?.bankCard).toBe('6217637442233096891');
    expect(
      (await refusalOf(clerk.payroll.setBankCard({ caregiverId, bankCard: '12ab', reason: '错' }))).code,
    ).toBe('BAD_INPUT');
    const nurse = await house.as('nurse');
    expect(JSON.stringify(await nurse.caregivers.open({ id: caregiverId }))).not.toContain(
      '6217637442233096891',
    );
  });
});

describe('what attendance cannot know', () => {
  it('comes into the month with its evidence and leaves it when cancelled', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const [caregiverId = ''] = house.ids;
    const { id: overtime } = await clerk.payroll.addExtra({
      month: october,
      caregiverId,
      extra: { kind: 'overtime-150', day: day('2026-10-08'), minutes: 120, note: '加班单 12 号' },
    });
    await clerk.payroll.addExtra({
      month: october,
      caregiverId,
      extra: { kind: 'damage', amount: fen(1_000), note: '损坏轮椅，本人签字' },
    });
    const { id } = await clerk.payroll.prepare({ month: october });
    const [line] = (await clerk.payroll.run({ id })).lines;
    expect(line?.amounts).toMatchObject({ overtime: 3_448, kept: 20_000 });
    expect(line?.warnings).toContainEqual(
      expect.objectContaining({ code: 'damage-limited', amount: 80_000 }),
    );
    const slip = await clerk.payroll.line({ id: line?.id ?? '' });
    expect(slip.items.find((item) => item.kind === 'overtime-150')?.basis.notes).toEqual(['加班单 12 号']);
    await clerk.payroll.cancelExtra({ id: overtime });
    expect(await clerk.payroll.extras({ month: october })).toHaveLength(1);
  });

  it('must fall into the month and into the employment', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const add = (on: string, inMonth = october) =>
      clerk.payroll.addExtra({
        month: inMonth,
        caregiverId: house.ids[0] ?? '',
        extra: { kind: 'overtime-200', day: day(on), minutes: 60, note: '加班单' },
      });
    expect((await refusalOf(add('2026-11-01'))).sentence).toBe('2026年11月1日不在2026年10月，请改正日期。');
    expect((await refusalOf(add('2020-05-05', month('2020-05')))).code).toBe('NOT_EMPLOYED_ON');
  });

  it('does not come into a locked month', async () => {
    const house = await aStaffedHouse();
    await aLockedMonth(house);
    const clerk = await house.as('clerk');
    const refusal = await refusalOf(
      clerk.payroll.addExtra({
        month: october,
        caregiverId: house.ids[0] ?? '',
        extra: { kind: 'bonus', amount: fen(50), note: '节日' },
      }),
    );
    expect(refusal.code).toBe('PAY_MONTH_LOCKED');
  });
});

describe('the year to date', () => {
  it('adds the opening balance and the locked months; November follows October', async () => {
    const house = await aStaffedHouse({ today: '2026-12-02' });
    const clerk = await house.as('clerk');
    const [caregiverId = ''] = house.ids;
    await clerk.payroll.setTerm({
      caregiverId,
      term: aTerm({ effectiveFrom: day('2026-10-01'), baseWage: fen(30_000), specialDeduction: fen(2_000) }),
    });
    await clerk.payroll.setTerm({
      caregiverId: house.ids[1] ?? '',
      term: aTerm({ effectiveFrom: day('2026-10-01'), baseWage: fen(6_000) }),
    });
    await clerk.payroll.setOpening({
      caregiverId,
      year: 2026,
      opening: {
        throughMonth: month('2026-09'),
        months: 9,
        income: fen(270_000),
        insurance: fen(40_500),
        special: fen(18_000),
        withheld: fen(16_380),
      },
    });
    house.mark('2026-10', 0, '△'.repeat(31));
    house.mark('2026-11', 0, '△'.repeat(30));
    house.mark('2026-11', 1, '√'.repeat(30));
    house.mark('2026-11', 2, '√'.repeat(30));
    const lockedOctober = await aLockedMonth(house);
    const taxOf = async (id: string) => (await clerk.payroll.run({ id })).lines[0]?.amounts.tax;
    // To October: 300,000 − 50,000 − 40,500 − 20,000 = 189,500 → 20 % − 16,920 = 20,980 less 16,380 withheld.
    expect(await taxOf(lockedOctober)).toBe(fen(4_600));
    closeMonth(house, '2026-11');
    const { id } = await clerk.payroll.prepare({ month: november });
    // To November: 330,000 − 55,000 − 40,500 − 22,000 = 212,500 → 25,580 less 20,980.
    expect(await taxOf(id)).toBe(fen(4_600));
    expect((await clerk.payroll.run({ id })).lines[0]?.warnings.map((each) => each.code)).not.toContain(
      'year-to-date-gap',
    );
    expect((await clerk.payroll.run({ id })).lines[1]?.warnings).toContainEqual(
      expect.objectContaining({ code: 'year-to-date-gap', number: 9 }),
    );
  });

  it('refuses months that do not fit the year', async () => {
    const house = await aStaffedHouse();
    const clerk = await house.as('clerk');
    const opening = {
      throughMonth: month('2026-03'),
      months: 4,
      income: 0,
      insurance: 0,
      special: 0,
      withheld: 0,
    };
    const set = (year: number) =>
      clerk.payroll.setOpening({ caregiverId: house.ids[0] ?? '', year, opening });
    expect((await refusalOf(set(2026))).code).toBe('MONTH_OUTSIDE_YEAR');
    expect((await refusalOf(set(2025))).code).toBe('MONTH_OUTSIDE_YEAR');
  });

  it('asks that an earlier month be locked before a later one is computed', async () => {
    const house = await aStaffedHouse({ today: '2026-12-02' });
    const clerk = await house.as('clerk');
    await clerk.payroll.prepare({ month: october });
    closeMonth(house, '2026-11');
    expect(await refusalOf(clerk.payroll.prepare({ month: november }))).toMatchObject({
      code: 'EARLIER_PAY_OPEN',
      data: { month: '2026-10' },
    });
  });
});
