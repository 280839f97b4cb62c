import type { Kysely } from 'kysely';
import { payFactQueries, type PayTermRow } from '../../db/pay-facts.ts';
import { payRunQueries } from '../../db/pay-runs.ts';
import { policyQueries } from '../../db/policy.ts';
import type { Schema } from '../../db/schema.ts';
import type { Mark } from '../../shared/attendance/marks.ts';
import { addMonths, lastDay, monthOf, type Day, type Month } from '../../shared/calendar/day.ts';
import type { Extra } from '../../shared/payroll/extras.ts';
import { payLine, type PayFacts, type PayLine } from '../../shared/payroll/line.ts';
import { SchemesOff, termFor, type PayTerm } from '../../shared/payroll/term.ts';
import { emptyYear, type YearToDate } from '../../shared/payroll/withholding.ts';
import { knowsYear, statutoryDays } from '../../shared/policy/holidays.ts';
import { ParameterMissing, ruleBook } from '../../shared/policy/lookup.ts';
import { refuse } from '../core/refuse.ts';

export type ComputedLine = {
  readonly caregiverId: string;
  readonly name: string;
  readonly line: PayLine;
  readonly before: YearToDate;
};

export function payTerm(row: PayTermRow): PayTerm {
  return {
    effectiveFrom: row.effective_from as Day,
    engagement: row.engagement,
    baseWage: row.base_wage_fen,
    insurance: row.insurance,
    insuranceReason: row.insurance_reason,
    insuranceBase: row.insurance_base_fen,
    schemesOff: SchemesOff.parse(JSON.parse(row.schemes_off)),
    specialDeduction: row.special_deduction_fen,
    taxRelief: row.tax_relief,
  };
}

/**
 * Gathers a month and lets the rules compute it for everybody employed in it. Refuses a month whose attendance is open, a
 * year without its holidays, a person without terms, a day without parameters.
 */
export async function computeMonth(db: Kysely<Schema>, month: Month): Promise<ComputedLine[]> {
  const facts = payFactQueries(db);
  if (!(await facts.attendanceIsClosed(month))) refuse('ATTENDANCE_NOT_CLOSED', { month });
  const holidays = await policyQueries(db).currentHolidays();
  const year = Number(month.slice(0, 4));
  if (!knowsYear(holidays, year)) refuse('HOLIDAYS_UNKNOWN', { year });

  const people = await facts.peopleIn(month);
  if (people.length === 0) refuse('NO_CAREGIVERS', { month });
  const terms = Map.groupBy(await facts.currentTerms(), (row) => row.caregiver_id);
  const termOf = (id: string) => termFor((terms.get(id) ?? []).map(payTerm), month);
  const without = people.filter((person) => !termOf(person.id)).map((person) => person.name);
  if (without.length > 0) refuse('PAY_TERMS_MISSING', { names: without });

  const marks = Map.groupBy(await facts.currentMarks(month), (row) => row.caregiver_id);
  const extras = Map.groupBy(await facts.currentExtras(month), (row) => row.caregiver_id);
  const shifts = await facts.currentShiftTypes();
  const minutesOf = (night: 0 | 1) => shifts.find((shift) => shift.night === night)?.minutes ?? null;
  const shared = {
    month,
    statutory: statutoryDays(holidays),
    shiftMinutes: { day: minutesOf(0), night: minutesOf(1) },
    rules: ruleBook(await policyQueries(db).currentParameters(), lastDay(month)),
  };
  const years = await yearsToDate(db, month);

  return people.map((person) => {
    const startedOn = person.started_on as Day;
    const term = termOf(person.id);
    if (!term) throw new Error('a term was there a moment ago');
    const { before, unknownMonths } = years(person.id, startedOn);
    const personal: PayFacts = {
      ...shared,
      term,
      person: {
        sex: person.sex,
        birthOn: person.birth_on as Day,
        startedOn,
        endedOn: person.ended_on as Day | null,
        hasBankCard: person.bank_card !== '',
        hasPhone: person.phone !== '',
      },
      marks: new Map((marks.get(person.id) ?? []).map((row) => [row.day as Day, row.mark satisfies Mark])),
      extras: (extras.get(person.id) ?? []).map((row): Extra => ({
        id: row.id,
        kind: row.kind,
        day: row.day as Day | null,
        minutes: row.minutes,
        amount: row.amount_fen,
        note: row.note,
      })),
      before,
      unknownMonths,
    };
    return { caregiverId: person.id, name: person.name, line: computed(personal), before };
  });
}

function computed(facts: PayFacts): PayLine {
  try {
    return payLine(facts);
  } catch (error) {
    if (error instanceof ParameterMissing)
      refuse('PARAMETERS_MISSING', { keys: [error.key], day: error.day });
    throw error;
  }
}

/** Locked months of the year and the opening balance of each person, up to the month before. */
async function yearsToDate(db: Kysely<Schema>, month: Month) {
  const year = Number(month.slice(0, 4));
  const openings = new Map(
    (await payFactQueries(db).currentOpenings(year)).map((row) => [row.caregiver_id, row]),
  );
  const locked = Map.groupBy(await payRunQueries(db).lockedMonths(year, month), (row) => row.caregiver_id);

  return (caregiverId: string, startedOn: Day): { before: YearToDate; unknownMonths: number } => {
    const opening = openings.get(caregiverId);
    const through = opening && opening.through_month < month ? opening.through_month : '';
    const known = (locked.get(caregiverId) ?? []).filter((row) => row.month > through && row.standing > 0);
    const before: YearToDate =
      through && opening
        ? {
            months: opening.months,
            income: opening.income_fen,
            insurance: opening.insurance_fen,
            special: opening.special_deduction_fen,
            withheld: opening.withheld_fen,
          }
        : emptyYear;
    const sum = known.reduce(
      (total, row) => ({
        months: total.months + 1,
        income: total.income + row.income,
        insurance: total.insurance + row.insurance,
        special: total.special + row.special,
        withheld: total.withheld + row.withheld,
      }),
      before,
    );
    let unknownMonths = 0;
    const begun = monthOf(startedOn) > `${year}-01` ? monthOf(startedOn) : (`${year}-01` as Month);
    for (let each = begun; each < month; each = addMonths(each, 1)) {
      if (each > through && !known.some((row) => row.month === each)) unknownMonths += 1;
    }
    return { before: sum, unknownMonths };
  };
}
