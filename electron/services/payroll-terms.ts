import { correctionQueries } from '../../db/corrections.ts';
import { payFactQueries } from '../../db/pay-facts.ts';
import { payRunQueries } from '../../db/pay-runs.ts';
import { monthOf, type Day, type Month } from '../../shared/calendar/day.ts';
import { termFor } from '../../shared/payroll/term.ts';
import { isEmployedOn } from '../../shared/roster/employment.ts';
import type { Work } from '../core/door.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { payTerm } from './payroll-facts.ts';

type Db = Work['db'];

async function personOf(db: Db, id: string) {
  const person = await payFactQueries(db).person(id);
  if (!person) refuse('NOT_FOUND', { what: 'caregiver' });
  return person;
}

/** What a locked month was computed from stays as it was; reversing the month opens it again. */
async function requireUnlockedFrom(db: Db, month: Month): Promise<void> {
  const locked = await payRunQueries(db).lockedMonthFrom(month);
  if (locked) refuse('PAY_MONTH_LOCKED', { month: locked });
}

async function requireUnlocked(db: Db, month: Month): Promise<void> {
  const heads = await payRunQueries(db).headsOf(month);
  const counts = heads.some(
    (head) => head.kind === 'regular' && head.state === 'locked' && head.reversed_by === null,
  );
  if (counts) refuse('PAY_MONTH_LOCKED', { month });
}

export const payTerms = {
  terms: door.payroll.terms.handler(async ({ input: { month }, context: { db } }) => {
    const queries = payFactQueries(db);
    const rows = Map.groupBy(await queries.currentTerms(), (row) => row.caregiver_id);
    return (await queries.peopleIn(month)).map((person) => {
      const terms = (rows.get(person.id) ?? []).map(payTerm);
      return {
        caregiverId: person.id,
        name: person.name,
        startedOn: person.started_on as Day,
        endedOn: person.ended_on as Day | null,
        bankCard: person.bank_card,
        term: termFor(terms, month) ?? null,
        terms: terms.length,
      };
    });
  }),

  setTerm: door.payroll.setTerm.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    const { caregiverId, term } = input;
    const person = await personOf(db, caregiverId);
    await requireUnlockedFrom(db, monthOf(term.effectiveFrom));
    const queries = payFactQueries(db);
    await queries.supersedeTerm(caregiverId, term.effectiveFrom, at);
    await queries.insertTerm({
      id: newId(),
      caregiver_id: caregiverId,
      effective_from: term.effectiveFrom,
      engagement: term.engagement,
      base_wage_fen: term.baseWage,
      insurance: term.insurance,
      insurance_reason: term.insurance === 'on' ? '' : term.insuranceReason,
      insurance_base_fen: term.insuranceBase,
      schemes_off: JSON.stringify(term.schemesOff),
      special_deduction_fen: term.specialDeduction,
      tax_relief: term.taxRelief,
      recorded_at: at,
      recorded_by: who.id,
      superseded_at: null,
    });
    note(
      caregiverId,
      `${person.name} ${term.effectiveFrom} ${term.engagement} ${term.baseWage} ${term.insurance}`,
    );
    return {};
  }),

  setBankCard: door.payroll.setBankCard.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    const person = await personOf(db, input.caregiverId);
    if (person.bank_card !== input.bankCard) {
      await payFactQueries(db).setBankCard(person.id, input.bankCard);
      await correctionQueries(db).record([
        {
          id: newId(),
          subject: 'bank-card',
          subject_id: person.id,
          field: 'bankCard',
          before: person.bank_card,
          after: input.bankCard,
          reason: input.reason,
          recorded_at: at,
          recorded_by: who.id,
        },
      ]);
    }
    note(person.id, `${person.name} …${input.bankCard.slice(-4)} ${input.reason}`);
    return {};
  }),

  extras: door.payroll.extras.handler(async ({ input, context: { db } }) =>
    (await payFactQueries(db).currentExtras(input.month)).map((row) => ({
      id: row.id,
      caregiverId: row.caregiver_id,
      name: row.name,
      kind: row.kind,
      day: row.day as Day | null,
      minutes: row.minutes,
      amount: row.amount_fen,
      note: row.note,
    })),
  ),

  addExtra: door.payroll.addExtra.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    const { month, extra } = input;
    const person = await personOf(db, input.caregiverId);
    await requireUnlocked(db, month);
    const day = 'day' in extra ? extra.day : null;
    if (day !== null) {
      if (monthOf(day) !== month) refuse('DAY_OUTSIDE_MONTH', { day, month });
      const employment = { startedOn: person.started_on as Day, endedOn: person.ended_on as Day | null };
      if (!isEmployedOn(employment, day)) refuse('NOT_EMPLOYED_ON', { caregiver: person.name, day });
    }
    const id = newId();
    await payFactQueries(db).insertExtra({
      id,
      month,
      caregiver_id: person.id,
      kind: extra.kind,
      day,
      minutes: 'minutes' in extra ? extra.minutes : null,
      amount_fen: 'amount' in extra ? extra.amount : null,
      note: extra.note,
      recorded_at: at,
      recorded_by: who.id,
      cancelled_at: null,
      cancelled_by: null,
    });
    note(id, `${month} ${person.name} ${extra.kind} ${extra.note}`);
    return { id };
  }),

  cancelExtra: door.payroll.cancelExtra.handler(async ({ input, context: { db, at, who, note } }) => {
    const queries = payFactQueries(db);
    const extra = await queries.currentExtra(input.id);
    if (!extra) refuse('NOT_FOUND', { what: 'pay-extra' });
    await requireUnlocked(db, extra.month as Month);
    await queries.cancelExtra(extra.id, { at, by: who.id });
    note(extra.id, extra.kind);
    return {};
  }),

  openings: door.payroll.openings.handler(async ({ input: { year }, context: { db } }) => {
    const queries = payFactQueries(db);
    const openings = new Map((await queries.currentOpenings(year)).map((row) => [row.caregiver_id, row]));
    const people = new Map<string, string>();
    for (const month of ['01', '12'].map((number) => `${year}-${number}` as Month)) {
      for (const { id, name } of await queries.peopleIn(month)) people.set(id, name);
    }
    return [...people].map(([caregiverId, name]) => {
      const row = openings.get(caregiverId);
      return {
        caregiverId,
        name,
        opening: row
          ? {
              throughMonth: row.through_month as Month,
              months: row.months,
              income: row.income_fen,
              insurance: row.insurance_fen,
              special: row.special_deduction_fen,
              withheld: row.withheld_fen,
            }
          : null,
      };
    });
  }),

  setOpening: door.payroll.setOpening.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    const { opening, year } = input;
    const person = await personOf(db, input.caregiverId);
    const through = opening.throughMonth;
    if (!through.startsWith(`${year}-`) || opening.months > Number(through.slice(5))) {
      refuse('MONTH_OUTSIDE_YEAR', { month: through, year });
    }
    const locked = await payRunQueries(db).lockedMonthFrom(`${year}-01` as Month);
    if (locked && locked <= through) refuse('PAY_MONTH_LOCKED', { month: locked });
    await payFactQueries(db).replaceOpening({
      id: newId(),
      caregiver_id: person.id,
      year,
      through_month: through,
      months: opening.months,
      income_fen: opening.income,
      insurance_fen: opening.insurance,
      special_deduction_fen: opening.special,
      withheld_fen: opening.withheld,
      recorded_at: at,
      recorded_by: who.id,
      superseded_at: null,
    });
    note(person.id, `${year} ${through}`);
    return {};
  }),
};
