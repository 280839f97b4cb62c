import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { fen } from '../../shared/money/money.ts';
import type { ItemKind } from '../../shared/payroll/items.ts';
import { payLine, type PayLine } from '../../shared/payroll/line.ts';
import { aMonth } from './a-month.ts';

const item = (line: PayLine, kind: ItemKind) => line.items.find((each) => each.kind === kind);
const amount = (line: PayLine, kind: ItemKind) => item(line, kind)?.amount;

describe('social insurance', () => {
  const on = { insurance: 'on', insuranceReason: '', insuranceBase: fen(4_000) } as const;

  it('takes 8 %, 2 %, 0.3 % and the housing fund from the base', () => {
    const line = payLine(aMonth({ term: on }));
    expect(
      ['pension', 'medical', 'unemployment', 'housing'].map((kind) => amount(line, kind as ItemKind)),
    ).toEqual([32_000, 8_000, 1_200, 20_000]);
    expect(line.insurance).toBe(61_200);
    expect(line.schemes.map((scheme) => scheme.employer)).toEqual([64_000, null, 2_800, 20_000]);
  });

  it('is off with the reason that the clerk gave', () => {
    const line = payLine(aMonth({ term: { insurance: 'off', insuranceReason: '已参加城乡居民保险' } }));
    expect(line.insurance).toBe(0);
    expect(line.schemes).toHaveLength(4);
    expect(line.schemes.every((scheme) => !scheme.on && scheme.reason === '已参加城乡居民保险')).toBe(true);
  });

  it('lets one scheme be off with its own reason', () => {
    const line = payLine(aMonth({ term: { ...on, schemesOff: { housing: '未开户' } } }));
    expect(amount(line, 'housing')).toBeUndefined();
    expect(line.schemes.at(-1)).toMatchObject({ on: false, cause: 'scheme', reason: '未开户' });
  });

  it('has no pension and no unemployment for somebody over the retirement age', () => {
    const line = payLine(aMonth({ term: { ...on, engagement: 'over-age' } }));
    expect([amount(line, 'pension'), amount(line, 'unemployment'), amount(line, 'medical')]).toEqual([
      undefined,
      undefined,
      8_000,
    ]);
  });

  it('keeps the base between 60 % and 300 % of the average wage once that is known', () => {
    const parameters = { 'insurance.average-wage': fen(6_000) };
    const pension = (base: number) =>
      amount(
        payLine(aMonth({ term: { ...on, insuranceBase: fen(base) }, parameters, wage: 9_000 })),
        'pension',
      );
    expect([pension(2_000), pension(5_000), pension(50_000)]).toEqual([28_800, 40_000, 144_000]);
  });

  it('never takes more than the month paid, and says what is missing', () => {
    const line = payLine(
      aMonth({ term: on, marks: '×'.repeat(31), parameters: { 'leave.holiday-is-paid': false } }),
    );
    expect(line.net).toBe(0);
    expect(line.warnings).toContainEqual(
      expect.objectContaining({ code: 'insurance-limited', amount: 61_200 }),
    );
  });
});

describe('what a person should look at', () => {
  it('names a woman over the retirement age who stands as an employee', () => {
    const person = { ...aMonth().person, birthOn: day('1967-02-17') };
    expect(payLine(aMonth({ person })).warnings).toEqual([
      expect.objectContaining({ code: 'retirement-age', number: 59 }),
    ]);
  });

  it('names a missing bank card and telephone number', () => {
    const person = { ...aMonth().person, hasBankCard: false, hasPhone: false };
    expect(payLine(aMonth({ person })).warnings.map((each) => each.code)).toEqual([
      'no-bank-card',
      'no-phone',
    ]);
  });
});
