import { describe, expect, it } from 'vitest';
import { fen, sum } from '../../shared/money/money.ts';
import { payLine } from '../../shared/payroll/line.ts';
import { emptyYear, serviceTax, wageTax, type YearToDate } from '../../shared/payroll/withholding.ts';
import type { TaxRelief } from '../../shared/payroll/term.ts';
import { aMonth, rulesWith } from './a-month.ts';

const rules = rulesWith('2026-12');

/** The year of somebody who earns the same each month: the tax withheld in each. */
function year(income: number, insurance: number, special: number, relief: TaxRelief = 'none', first = 1) {
  let before: YearToDate = emptyYear;
  const withheld: number[] = [];
  for (let calendarMonth = first; calendarMonth <= 12; calendarMonth += 1) {
    const month = { income: fen(income), insurance: fen(insurance), special: fen(special) };
    const { amount } = wageTax({ before, ...month, calendarMonth, relief, rules });
    withheld.push(amount);
    before = {
      months: before.months + 1,
      income: before.income + month.income,
      insurance: before.insurance + month.insurance,
      special: before.special + month.special,
      withheld: before.withheld + amount,
    };
  }
  return withheld;
}

describe('cumulative withholding on wages', () => {
  it('takes 555.00 in January up to 3,700.00 in December of 30,000 a month, 27,480.00 in the year', () => {
    const months = year(30_000, 4_500, 2_000);
    expect(months).toEqual(
      [555, 625, 1_850, 1_850, 1_850, 1_850, 1_850, 2_250, 3_700, 3_700, 3_700, 3_700].map(fen),
    );
    expect(sum(months)).toBe(fen(27_480));
  });

  it('takes nothing from the wages that caregivers earn', () => {
    expect(sum(year(2_200, 0, 0))).toBe(0);
  });

  it('gives nothing back in the year when a month falls short', () => {
    const before = { months: 1, income: fen(30_000), insurance: 0, special: 0, withheld: fen(750) };
    const item = wageTax({
      before,
      income: 0,
      insurance: 0,
      special: 0,
      calendarMonth: 2,
      relief: 'none',
      rules,
    });
    expect(item.amount).toBe(0);
  });

  it('counts the deduction from January for the first job of the year (公告2020年第13号)', () => {
    expect(sum(year(10_000, 0, 0, 'first-job', 7))).toBeLessThan(sum(year(10_000, 0, 0, 'none', 7)));
    expect(year(10_000, 0, 0, 'first-job', 7)[0]).toBe(0);
  });

  it('deducts 60,000 from January for who earned at most that last year (公告2020年第19号)', () => {
    const months = year(8_000, 0, 0, 'sixty-thousand');
    expect(months.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(months[7]).toBe(fen(120));
  });

  it('shows the whole way of the number', () => {
    const item = wageTax({
      before: {
        months: 6,
        income: fen(180_000),
        insurance: fen(27_000),
        special: fen(12_000),
        withheld: fen(8_580),
      },
      income: fen(30_000),
      insurance: fen(4_500),
      special: fen(2_000),
      calendarMonth: 7,
      relief: 'none',
      rules,
    });
    const named = Object.fromEntries(item.basis.terms.map((each) => [each.name, each.value]));
    expect(named).toMatchObject({
      taxable: fen(129_500),
      rate: 0.1,
      'quick-deduction': fen(2_520),
      months: 7,
    });
    expect(item.amount).toBe((named['tax-to-date'] ?? 0) - (named['withheld-before'] ?? 0));
  });
});

describe('withholding on pay for services', () => {
  it('takes 240 of 2,000, 800 of 5,000 and 5,200 of 30,000', () => {
    expect([2_000, 5_000, 30_000].map((income) => serviceTax(fen(income), rules).amount)).toEqual(
      [240, 800, 5_200].map(fen),
    );
  });

  it('takes nothing of 800 and less, and 40 % less 7,000 at the top', () => {
    expect([0, 800, 100_000].map((income) => serviceTax(fen(income), rules).amount)).toEqual([
      0,
      0,
      fen(25_000),
    ]);
  });
});

describe('the tax of a line', () => {
  it('follows the engagement: 240 for 2,000 under a service agreement, nothing under a contract', () => {
    expect(payLine(aMonth({ term: { engagement: 'service' }, rest: true, marks: '△'.repeat(31) })).tax).toBe(
      24_000,
    );
    expect(payLine(aMonth({ marks: '△'.repeat(31) })).tax).toBe(0);
    expect(payLine(aMonth({ term: { engagement: 'over-age' } })).tax).toBe(0);
  });

  it('warns that earlier months of the year are not known, where that can change the tax', () => {
    expect(payLine(aMonth({ wage: 6_000, unknownMonths: 9 })).warnings).toContainEqual(
      expect.objectContaining({ code: 'year-to-date-gap', number: 9 }),
    );
    expect(payLine(aMonth({ unknownMonths: 9 })).warnings).toEqual([]);
  });
});
