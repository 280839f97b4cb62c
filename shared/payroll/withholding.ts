import { roundFen, type Fen } from '../money/money.ts';
import type { RuleBook } from '../policy/lookup.ts';
import type { Brackets } from '../policy/parameters.ts';
import { term, uses, type PayItem } from './items.ts';
import type { TaxRelief } from './term.ts';

/** What a person earned and paid from January to the month before, at this centre. */
export type YearToDate = {
  readonly months: number;
  readonly income: Fen;
  readonly insurance: Fen;
  readonly special: Fen;
  readonly withheld: Fen;
};

export const emptyYear: YearToDate = { months: 0, income: 0, insurance: 0, special: 0, withheld: 0 };

/** The tax on an amount by a table of brackets, in exact fen, and the bracket it fell in. */
export function taxBy(brackets: Brackets, taxable: number): { tax: number; rate: number; quick: Fen } {
  const step = brackets.find(({ upTo }) => upTo === null || taxable <= upTo) ?? brackets.at(-1);
  if (!step) throw new RangeError('a tax table without brackets');
  return { tax: taxable * step.rate - step.quick, rate: step.rate, quick: step.quick };
}

/** The basic deduction up to a month: 5,000 a month worked here; a first job counts from January (公告2020年第13号); 60,000 from January (第19号). */
function basicDeduction(months: number, calendarMonth: number, relief: TaxRelief, rules: RuleBook): Fen {
  if (relief === 'sixty-thousand') return rules.value('tax.sixty-thousand');
  return rules.value('tax.basic-deduction') * (relief === 'first-job' ? calendarMonth : months);
}

/**
 * Cumulative withholding on wages (国家税务总局公告2018年第61号第六条). A result below zero withholds nothing now and
 * is settled by the person in the yearly return.
 */
export function wageTax(facts: {
  before: YearToDate;
  income: Fen;
  insurance: Fen;
  special: Fen;
  calendarMonth: number;
  relief: TaxRelief;
  rules: RuleBook;
}): PayItem {
  const { before, rules } = facts;
  const months = before.months + 1;
  const income = before.income + facts.income;
  const insurance = before.insurance + facts.insurance;
  const special = before.special + facts.special;
  const basic = basicDeduction(months, facts.calendarMonth, facts.relief, rules);
  const taxable = Math.max(0, income - basic - insurance - special);
  const { tax, rate, quick } = taxBy(rules.value('tax.employment.brackets'), taxable);
  const due = roundFen(Math.max(0, tax));
  return {
    side: 'tax',
    kind: 'tax',
    amount: Math.max(0, due - before.withheld),
    basis: {
      rule: 'tax',
      terms: [
        term('months', facts.relief === 'first-job' ? facts.calendarMonth : months, 'months'),
        term('income-to-date', income, 'fen'),
        term('basic-deduction-to-date', basic, 'fen'),
        term('insurance-to-date', insurance, 'fen'),
        term('special-to-date', special, 'fen'),
        term('taxable', taxable, 'fen'),
        term('rate', rate, 'percent'),
        term('quick-deduction', quick, 'fen'),
        term('tax-to-date', due, 'fen'),
        term('withheld-before', before.withheld, 'fen'),
      ],
      days: [],
      parameters: uses(
        rules,
        'tax.employment.brackets',
        facts.relief === 'sixty-thousand' ? 'tax.sixty-thousand' : 'tax.basic-deduction',
      ),
      notes: [],
    },
  };
}

/** Withholding on pay for services (劳务报酬; 61号公告第八条): 800 off up to 4,000, else a fifth; then three brackets. */
export function serviceTax(income: Fen, rules: RuleBook): PayItem {
  const small = income <= rules.value('tax.service.small-limit');
  const deduction = small
    ? Math.min(income, rules.value('tax.service.small-deduction'))
    : income * rules.value('tax.service.share-deduction');
  const taxable = income - deduction;
  const { tax, rate, quick } = taxBy(rules.value('tax.service.brackets'), taxable);
  return {
    side: 'tax',
    kind: 'tax',
    amount: roundFen(Math.max(0, tax)),
    basis: {
      rule: 'tax-service',
      terms: [
        term('income', income, 'fen'),
        term('expense-deduction', deduction, 'exact-fen'),
        term('taxable', taxable, 'exact-fen'),
        term('rate', rate, 'percent'),
        term('quick-deduction', quick, 'fen'),
      ],
      days: [],
      parameters: uses(
        rules,
        'tax.service.brackets',
        'tax.service.small-limit',
        small ? 'tax.service.small-deduction' : 'tax.service.share-deduction',
      ),
      notes: [],
    },
  };
}
