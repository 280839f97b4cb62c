import { day, daysOf, month, lastDay, type Day } from '../../shared/calendar/day.ts';
import { fen } from '../../shared/money/money.ts';
import type { Mark } from '../../shared/attendance/marks.ts';
import type { PayFacts } from '../../shared/payroll/line.ts';
import { startingTerm, type PayTerm } from '../../shared/payroll/term.ts';
import { emptyYear } from '../../shared/payroll/withholding.ts';
import { holidaySeeds } from '../../shared/policy/holiday-seeds.ts';
import { statutoryDays } from '../../shared/policy/holidays.ts';
import { ruleBook, type ParameterRow } from '../../shared/policy/lookup.ts';
import { parameterSeeds } from '../../shared/policy/seeds.ts';
import type { ParameterKey, ParameterValue } from '../../shared/policy/parameters.ts';

const letters: Readonly<Record<string, Mark>> = {
  '√': 'day',
  '○': 'night',
  '△': 'rest',
  '×': 'absent',
  事: 'personal',
  病: 'sick',
  年: 'annual',
};

/** The marks of a month, one letter a day as the attendance sheet writes them. */
export function marksOf(inMonth: string, text: string): Map<Day, Mark> {
  const days = daysOf(month(inMonth));
  const marks = [...text].map((letter, index) => [days[index], letters[letter]] as const);
  return new Map(marks.flatMap(([on, mark]) => (on && mark ? [[on, mark] as const] : [])));
}

/** The rules as seeded, with some values changed from the beginning of time. */
export function rulesWith(inMonth: string, changes: { [K in ParameterKey]?: ParameterValue<K> } = {}) {
  const changed = Object.entries(changes).map(([key, value]) => ({
    key,
    value,
    effectiveFrom: day('1990-01-01'),
    status: 'local',
    source: 'test',
  })) as ParameterRow[];
  const rows = parameterSeeds.filter((row) => !(row.key in changes));
  return ruleBook([...rows, ...changed], lastDay(month(inMonth)));
}

const OCTOBER = '√√√○△△√√√○△△√√√○△△√√√○△△√√√○△△√';

/** Somebody's month as the tests of pay need it: October 2026 with 18 nights-and-days, wage 2,000, no insurance. */
export function aMonth(
  changes: Partial<Omit<PayFacts, 'month' | 'term' | 'marks'>> & {
    month?: string;
    wage?: number;
    term?: Partial<PayTerm>;
    marks?: string;
    rest?: boolean;
    parameters?: Parameters<typeof rulesWith>[1];
  } = {},
): PayFacts {
  const { month: inMonth = '2026-10', wage = 2_000, term, marks, parameters, rest, ...facts } = changes;
  const idle = '△'.repeat(daysOf(month(inMonth)).length);
  return {
    month: month(inMonth),
    person: {
      sex: 'female',
      birthOn: day('1985-06-01'),
      startedOn: day('2022-08-01'),
      endedOn: null,
      hasBankCard: true,
      hasPhone: true,
    },
    term: { ...startingTerm(fen(wage), day('2022-08-01'), '台账未载明'), ...term },
    marks: marksOf(inMonth, marks ?? (rest || inMonth !== '2026-10' ? idle : OCTOBER)),
    statutory: statutoryDays(holidaySeeds),
    shiftMinutes: { day: 480, night: 600 },
    extras: [],
    before: emptyYear,
    unknownMonths: 0,
    rules: rulesWith(inMonth, parameters),
    ...facts,
  };
}
