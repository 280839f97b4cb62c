import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { fen } from '../../shared/money/money.ts';
import { payLine, reversedLine, type PayLine } from '../../shared/payroll/line.ts';
import type { Extra } from '../../shared/payroll/extras.ts';
import type { ItemKind } from '../../shared/payroll/items.ts';
import { aMonth } from './a-month.ts';

const item = (line: PayLine, kind: ItemKind) => line.items.find((each) => each.kind === kind);
const amount = (line: PayLine, kind: ItemKind) => item(line, kind)?.amount;

const sick = (wage: number, share: number) =>
  amount(
    payLine(
      aMonth({
        wage,
        marks: '△△△△病' + '△'.repeat(26),
        parameters: { 'sick.share': share, 'minimum-wage.tier': '3' },
      }),
    ),
    'sick-leave',
  );

describe('the wage of a month', () => {
  it('is the monthly wage, an allowance for each night and 300 % for each statutory holiday worked', () => {
    const line = payLine(aMonth());
    expect(line).toMatchObject({ days: 21, nights: 5, gross: 200_000 + 5 * 2_000 + 82_759, net: line.gross });
    expect(item(line, 'holiday')).toMatchObject({
      amount: 82_759,
      basis: { days: ['2026-10-01', '2026-10-02', '2026-10-03'] },
    });
    expect(item(line, 'night')?.basis.days).toEqual([
      '2026-10-04',
      '2026-10-10',
      '2026-10-16',
      '2026-10-22',
      '2026-10-28',
    ]);
  });

  it('pays nothing extra on the other days of the long holiday and on shifted working days', () => {
    expect(item(payLine(aMonth({ marks: '△△△√√√√△△√' + '△'.repeat(21) })), 'holiday')).toBeUndefined();
  });

  it('counts a night on a statutory holiday as both, a night and a holiday', () => {
    const line = payLine(aMonth({ marks: '○' + '△'.repeat(30) }));
    expect([amount(line, 'night'), amount(line, 'holiday')]).toEqual([2_000, 27_586]);
  });

  it('adds only 200 % when the parameter says that the monthly wage holds the first 100 %', () => {
    const line = payLine(aMonth({ parameters: { 'overtime.holiday-on-top': false } }));
    expect(amount(line, 'holiday')).toBe(55_172);
  });

  it('takes a day of 21.75 for personal leave and for absence', () => {
    const line = payLine(aMonth({ marks: '△△△△事×' + '△'.repeat(25) }));
    expect([amount(line, 'personal-leave'), amount(line, 'absence')]).toEqual([-9_195, -9_195]);
    expect(item(line, 'personal-leave')?.basis.days).toEqual(['2026-10-05']);
  });

  it('does not take a statutory holiday away for leave on it, and says so', () => {
    const line = payLine(aMonth({ marks: '△事△△事' + '△'.repeat(26) }));
    expect(amount(line, 'personal-leave')).toBe(-9_195);
    expect(item(line, 'personal-leave')?.basis.terms).toContainEqual({
      name: 'days-not-deducted',
      value: 1,
      unit: 'days',
    });
  });

  it('pays sick days at the share of the centre, never under 80 % of the minimum wage, never over the wage', () => {
    // 2,000 ÷ 21.75 = 91.95 a day; the floor is 1,800 × 80 % ÷ 21.75 = 66.21.
    expect(sick(2_000, 0.8)).toBe(-1_839);
    expect(sick(2_000, 0.5)).toBe(-2_575);
    expect(sick(1_400, 0.5)).toBe(0);
  });

  it('goes by calendar days when the employment began or ended in the month', () => {
    const person = { ...aMonth().person, startedOn: day('2026-10-22') };
    const line = payLine(aMonth({ person, rest: true }));
    expect(item(line, 'base')).toMatchObject({ amount: 64_516, basis: { rule: 'base-part' } });
    expect(line.warnings).toEqual([]);
  });

  it('is never less than nothing, even for a month of absence', () => {
    const line = payLine(aMonth({ marks: '×'.repeat(31), parameters: { 'leave.holiday-is-paid': false } }));
    expect([line.gross, line.net]).toEqual([0, 0]);
  });

  it('points at days without a mark', () => {
    const line = payLine(aMonth({ marks: '△'.repeat(29) }));
    expect(line.warnings).toContainEqual(
      expect.objectContaining({ code: 'unmarked-days', days: ['2026-10-30', '2026-10-31'] }),
    );
  });
});

const extra = (kind: Extra['kind'], change: Partial<Extra> = {}): Extra => ({
  id: kind,
  kind,
  day: null,
  minutes: null,
  amount: null,
  note: '凭单',
  ...change,
});

describe('overtime by the hour', () => {
  it('is 137.93 for eight hours at 150 %, 183.91 at 200 % and 275.86 for a holiday, on 2,000 a month', () => {
    const line = payLine(
      aMonth({
        marks: '√' + '△'.repeat(30),
        extras: [
          extra('overtime-150', { day: day('2026-10-08'), minutes: 480 }),
          extra('overtime-200', { day: day('2026-10-18'), minutes: 480 }),
        ],
      }),
    );
    expect([amount(line, 'overtime-150'), amount(line, 'overtime-200'), amount(line, 'holiday')]).toEqual([
      13_793, 18_391, 27_586,
    ]);
    expect(line.warnings).toContainEqual(expect.objectContaining({ code: 'extension-day', number: 8 }));
  });

  it('warns above 36 hours a month', () => {
    const extras = Array.from({ length: 13 }, (_, index) =>
      extra('overtime-150', { id: `${index}`, day: day(`2026-10-${index + 10}`), minutes: 180 }),
    );
    expect(payLine(aMonth({ extras })).warnings).toEqual([
      expect.objectContaining({ code: 'extension-month', number: 39 }),
    ]);
  });

  it('is not due under a service agreement', () => {
    const line = payLine(
      aMonth({
        term: { engagement: 'service' },
        extras: [extra('overtime-150', { day: day('2026-10-08'), minutes: 60 })],
      }),
    );
    expect([item(line, 'overtime-150'), item(line, 'holiday')]).toEqual([undefined, undefined]);
  });
});

describe('the minimum wage', () => {
  it('is compared without overtime, holiday pay and night allowance, and the wage is topped up to it', () => {
    const line = payLine(aMonth({ wage: 1_900, parameters: { 'minimum-wage.tier': '2' } }));
    expect(amount(line, 'minimum-top-up')).toBe(10_000);
    expect(line.warnings).toContainEqual(expect.objectContaining({ code: 'below-minimum', amount: 10_000 }));
  });

  it('only warns when the centre does not top up', () => {
    const line = payLine(
      aMonth({ wage: 1_900, parameters: { 'minimum-wage.tier': '2', 'minimum-wage.top-up': false } }),
    );
    expect(item(line, 'minimum-top-up')).toBeUndefined();
    expect(line.warnings).toContainEqual(expect.objectContaining({ code: 'below-minimum', amount: 10_000 }));
  });

  it('asks no more than what it would itself pay for the same leave', () => {
    const marks = '△△△△事病×' + '△'.repeat(24);
    expect(item(payLine(aMonth({ wage: 1_800, marks })), 'minimum-top-up')).toBeUndefined();
  });

  it('does not apply to a service agreement', () => {
    const line = payLine(aMonth({ wage: 600, term: { engagement: 'service' } }));
    expect(item(line, 'minimum-top-up')).toBeUndefined();
  });
});

const kept = (wage: number, asked: number) =>
  payLine(
    aMonth({
      wage,
      rest: true,
      extras: [extra('damage', { amount: fen(asked) })],
      parameters: { 'minimum-wage.tier': '2' },
      marks: '△'.repeat(31),
    }),
  );

describe('what may be kept back', () => {
  it('is at most 100 of a wage of 2,100 where the minimum is 2,000', () => {
    const line = kept(2_100, 500);
    expect(amount(line, 'damage')).toBe(10_000);
    expect(line.warnings).toContainEqual(expect.objectContaining({ code: 'damage-limited', amount: 40_000 }));
    expect(line.net).toBe(200_000);
  });

  it('is at most a fifth of the wage when the wage is high', () => {
    expect(amount(kept(4_000, 2_000), 'damage')).toBe(80_000);
    expect(amount(kept(4_000, 700), 'damage')).toBe(70_000);
  });

  it('is nothing at the minimum wage', () => {
    expect(amount(kept(2_000, 50), 'damage')).toBe(0);
  });

  it('never exceeds what is left to pay', () => {
    const line = payLine(aMonth({ rest: true, extras: [extra('court', { amount: fen(9_000) })] }));
    expect(line.net).toBe(0);
    expect(line.warnings).toContainEqual(expect.objectContaining({ code: 'court-limited' }));
  });
});

describe('a reversal', () => {
  it('takes back every amount to the fen', () => {
    const line = payLine(aMonth({ wage: 2_133, marks: '√√√○△△事病' + '√'.repeat(23) }));
    const back = reversedLine(line);
    expect([line.gross + back.gross, line.deduction + back.deduction, line.net + back.net]).toEqual([
      0, 0, 0,
    ]);
    expect(back.items.map((each, at) => each.amount + (line.items[at]?.amount ?? Number.NaN))).toEqual(
      line.items.map(() => 0),
    );
  });
});
