import { ageOn, lastDay, type Day, type Month } from '../calendar/day.ts';
import { isOverAge } from '../caregivers/retirement.ts';
import { sum, type Fen } from '../money/money.ts';
import type { RuleBook } from '../policy/lookup.ts';
import type { Mark } from '../attendance/marks.ts';
import { sortMarks } from './attendance.ts';
import { extensionWarnings, extraEarnings, type Extra } from './extras.ts';
import { keptBack, minimumGuard } from './guards.ts';
import { insuranceOf, type SchemeStanding } from './insurance.ts';
import { inOrder, warning, type Engagement, type PayItem, type PayWarning } from './items.ts';
import type { PayTerm } from './term.ts';
import { attendanceItems, holidayItems, nightItems } from './wage.ts';
import { serviceTax, wageTax, type YearToDate } from './withholding.ts';

/** Everything that one person's pay of one month depends on. */
export type PayFacts = {
  readonly month: Month;
  readonly person: {
    readonly sex: 'male' | 'female';
    readonly birthOn: Day;
    readonly startedOn: Day;
    readonly endedOn: Day | null;
    readonly hasBankCard: boolean;
    readonly hasPhone: boolean;
  };
  readonly term: PayTerm;
  readonly marks: ReadonlyMap<Day, Mark>;
  readonly statutory: ReadonlyMap<Day, unknown>;
  /** Minutes of a day and of a night shift, where the centre's shift types say; for the hours column only. */
  readonly shiftMinutes: { readonly day: number | null; readonly night: number | null };
  readonly extras: readonly Extra[];
  readonly before: YearToDate;
  /** Months of this year, in this employment, of which neither a locked run nor an opening balance is known. */
  readonly unknownMonths: number;
  readonly rules: RuleBook;
};

export type PayLine = {
  readonly engagement: Engagement;
  /** Shifts worked, nights included. */
  readonly days: number;
  readonly nights: number;
  readonly minutes: number | null;
  readonly gross: Fen;
  readonly deduction: Fen;
  readonly tax: Fen;
  readonly net: Fen;
  readonly insurance: Fen;
  readonly special: Fen;
  readonly items: readonly PayItem[];
  readonly schemes: readonly SchemeStanding[];
  readonly warnings: readonly PayWarning[];
};

const total = (items: readonly PayItem[], side: PayItem['side']) =>
  sum(items.filter((item) => item.side === side).map((item) => item.amount));

/** Takes contributions in order while there is pay to take them from; what is not covered is told. */
function withinPay(items: readonly PayItem[], available: Fen): { items: PayItem[]; short: Fen } {
  let left = available;
  const taken = items.map((item) => {
    const amount = Math.min(item.amount, left);
    left -= amount;
    return { ...item, amount };
  });
  return { items: taken, short: total(items, 'deduction') - total(taken, 'deduction') };
}

/**
 * One line of the pay sheet (domain.md 2e). Each item is rounded once, half up, and carries what it was made from.
 * gross − deduction − tax = net, each the sum of its items; net is never below zero. Throws ParameterMissing.
 */
export function payLine(facts: PayFacts): PayLine {
  const { month, person, rules } = facts;
  const { engagement, baseWage } = facts.term;
  const days = sortMarks({ ...person, ...facts, holidayIsPaid: rules.value('leave.holiday-is-paid') });

  const wage = [
    ...attendanceItems(baseWage, month, days, rules),
    ...nightItems(days, rules),
    ...extraEarnings(baseWage, facts.extras, engagement, rules),
    ...holidayItems(baseWage, days, engagement, rules),
  ];
  const minimum = minimumGuard(wage, month, days, engagement, rules);
  const earnings = [...wage, ...minimum.items];
  const gross = total(earnings, 'earning');

  const scheme = insuranceOf(facts.term, rules);
  const contributions = withinPay(scheme.items, gross);
  const insurance = total(contributions.items, 'deduction');
  const special = engagement === 'service' ? 0 : facts.term.specialDeduction;
  const tax = taxItem(facts, gross, insurance, special);
  const kept = keptBack({ ...facts, earnings, days, available: gross - insurance - tax.amount });

  const items = inOrder([...earnings, ...contributions.items, tax, ...kept.items]);
  const deduction = total(items, 'deduction');
  return {
    engagement,
    days: days.day.length + days.night.length,
    nights: days.night.length,
    minutes: minutesWorked(days.day.length, days.night.length, facts.shiftMinutes),
    gross,
    deduction,
    tax: tax.amount,
    net: gross - deduction - tax.amount,
    insurance,
    special,
    items,
    schemes: scheme.standings,
    warnings: [
      ...minimum.warnings,
      ...(contributions.short > 0 ? [warning('insurance-limited', { amount: contributions.short })] : []),
      ...kept.warnings,
      ...extensionWarnings(facts.extras, rules),
      ...(days.unmarked.length > 0 ? [warning('unmarked-days', { days: [...days.unmarked] })] : []),
      ...personWarnings(facts, contributions.items.length > 0),
      ...yearWarnings(facts, gross - insurance - special),
    ],
  };
}

function taxItem(facts: PayFacts, income: Fen, insurance: Fen, special: Fen): PayItem {
  if (facts.term.engagement === 'service') return serviceTax(income, facts.rules);
  const item = wageTax({
    ...facts,
    income,
    insurance,
    special,
    calendarMonth: Number(facts.month.slice(5)),
    relief: facts.term.taxRelief,
  });
  // Tax of earlier months that was not withheld in time is caught up, but never beyond this month's pay.
  return { ...item, amount: Math.min(item.amount, income - insurance) };
}

function minutesWorked(days: number, nights: number, shift: PayFacts['shiftMinutes']): number | null {
  if ((days > 0 && shift.day === null) || (nights > 0 && shift.night === null)) return null;
  return days * (shift.day ?? 0) + nights * (shift.night ?? 0);
}

function personWarnings(facts: PayFacts, insured: boolean): PayWarning[] {
  const { person, month, term } = facts;
  const overAge = isOverAge(person.birthOn, person.sex, lastDay(month));
  return [
    ...(term.engagement === 'employment' && overAge
      ? [warning('retirement-age', { number: ageOn(person.birthOn, lastDay(month)) })]
      : []),
    ...(insured && term.insuranceBase === null
      ? [warning('insurance-base-assumed', { amount: term.baseWage })]
      : []),
    ...(term.effectiveFrom.startsWith(month) ? [warning('term-new-this-month')] : []),
    ...(person.hasBankCard ? [] : [warning('no-bank-card')]),
    ...(person.hasPhone ? [] : [warning('no-phone')]),
  ];
}

const back = (amount: Fen) => -amount || 0;

/** Unknown months of the year matter only to who earns more than the basic deduction: below it nothing is withheld in any case. */
function yearWarnings({ term, unknownMonths, rules }: PayFacts, taxable: Fen): PayWarning[] {
  const matters = term.engagement !== 'service' && taxable > rules.value('tax.basic-deduction');
  return matters && unknownMonths > 0 ? [warning('year-to-date-gap', { number: unknownMonths })] : [];
}

/** The line that takes a locked line back: every amount negated, the same items, the same basis. */
export function reversedLine(line: PayLine): PayLine {
  return {
    ...line,
    days: back(line.days),
    nights: back(line.nights),
    minutes: line.minutes === null ? null : back(line.minutes),
    gross: back(line.gross),
    deduction: back(line.deduction),
    tax: back(line.tax),
    net: back(line.net),
    insurance: back(line.insurance),
    special: back(line.special),
    items: line.items.map((item) => ({ ...item, amount: back(item.amount) })),
    warnings: [],
  };
}
