import { payFactQueries } from '../../db/pay-facts.ts';
import { payRunQueries } from '../../db/pay-runs.ts';
import { peopleQueries } from '../../db/people.ts';
import { policyQueries } from '../../db/policy.ts';
import { firstDay, lastDay, type Month } from '../../shared/calendar/day.ts';
import { capitals } from '../../shared/money/money.ts';
import type { ParameterUse } from '../../shared/payroll/items.ts';
import { amountsOf, termOf, totalAmounts } from '../../shared/payroll/sheet.ts';
import type { Sheet } from '../../shared/payroll/shapes.ts';
import { termFor } from '../../shared/payroll/term.ts';
import { knowsYear } from '../../shared/policy/holidays.ts';
import type { Work } from '../core/door.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { payTerm } from './payroll-facts.ts';
import { payItem, runHead, storedLine } from './payroll-rows.ts';

type Db = Work['db'];

/** The run to look at first: the open one, else the locked one that nothing takes back, else the newest. */
async function currentRun(db: Db, month: Month) {
  const heads = await payRunQueries(db).headsOf(month);
  const current =
    heads.find((head) => head.state !== 'locked') ??
    heads.findLast((head) => head.kind === 'regular' && head.reversed_by === null) ??
    heads.at(-1);
  return { heads, current };
}

async function linesWithItems(db: Db, runId: string) {
  const queries = payRunQueries(db);
  const items = Map.groupBy(await queries.itemsOfRun(runId), (item) => item.line_id);
  return (await queries.lines(runId)).map((row) => ({ row, items: (items.get(row.id) ?? []).map(payItem) }));
}

/** Everything that the paper and the workbook show, of the run named or of the month's current one. */
export async function sheetOf(db: Db, month: Month, runId: string | undefined): Promise<Sheet> {
  const { heads, current } = await currentRun(db, month);
  const head = runId === undefined ? current : heads.find((each) => each.id === runId);
  if (!head) refuse('NO_PAY_RUN', { month });
  const centre = await peopleQueries(db).centre();
  const rows = (await linesWithItems(db, head.id)).map(({ row, items }) => ({
    lineId: row.id,
    position: row.position,
    caregiverId: row.caregiver_id,
    name: row.name,
    nationalId: row.national_id,
    phone: row.phone,
    bankCard: row.bank_card,
    engagement: row.engagement,
    days: row.days,
    nights: row.nights,
    minutes: storedLine(row, []).minutes,
    hours150: termOf(items, 'overtime-150', 'hours'),
    hours200: termOf(items, 'overtime-200', 'hours'),
    holidayDays: termOf(items, 'holiday', 'days'),
    amounts: amountsOf(items),
    items: items.map(({ kind, side, amount }) => ({ kind, side, amount })),
  }));
  const totals = totalAmounts(rows.map((row) => row.amounts));
  return {
    centre: { name: centre.name, township: centre.township, demo: centre.demo === 1 },
    head: runHead(head),
    from: firstDay(month),
    until: lastDay(month),
    rows,
    totals,
    capitals: capitals(totals.net),
  };
}

export const payViews = {
  month: door.payroll.month.handler(async ({ input: { month }, context: { db } }) => {
    const facts = payFactQueries(db);
    const { heads, current } = await currentRun(db, month);
    const terms = (await facts.currentTerms()).map((row) => ({ id: row.caregiver_id, ...payTerm(row) }));
    const people = await facts.peopleIn(month);
    return {
      attendanceClosed: await facts.attendanceIsClosed(month),
      holidaysKnown: knowsYear(await policyQueries(db).currentHolidays(), Number(month.slice(0, 4))),
      withoutTerm: people
        .filter(
          ({ id }) =>
            !termFor(
              terms.filter((term) => term.id === id),
              month,
            ),
        )
        .map(({ name }) => name),
      runs: heads.map(runHead),
      current: current?.id ?? null,
    };
  }),

  run: door.payroll.run.handler(async ({ input, context: { db } }) => {
    const head = await payRunQueries(db).head(input.id);
    if (!head) refuse('NOT_FOUND', { what: 'pay-run' });
    const lines = await linesWithItems(db, head.id);
    const shown = lines.map(({ row, items }) => ({
      id: row.id,
      position: row.position,
      caregiverId: row.caregiver_id,
      name: row.name,
      engagement: row.engagement,
      days: row.days,
      nights: row.nights,
      amounts: amountsOf(items),
      warnings: [...storedLine(row, []).warnings],
    }));
    const unconfirmed = new Map<string, ParameterUse>();
    for (const { items } of lines) {
      for (const use of items.filter((item) => item.amount !== 0).flatMap((item) => item.basis.parameters)) {
        if (use.status === 'unconfirmed') unconfirmed.set(use.key, use);
      }
    }
    return {
      head: runHead(head),
      lines: shown,
      totals: totalAmounts(shown.map((line) => line.amounts)),
      unconfirmed: [...unconfirmed.values()],
    };
  }),

  line: door.payroll.line.handler(async ({ input, context: { db } }) => {
    const queries = payRunQueries(db);
    const row = await queries.line(input.id);
    if (!row) refuse('NOT_FOUND', { what: 'pay-line' });
    const head = await queries.head(row.run_id);
    if (!head) refuse('NOT_FOUND', { what: 'pay-run' });
    const line = storedLine(row, await queries.itemsOfLine(row.id));
    return {
      id: row.id,
      head: runHead(head),
      name: row.name,
      engagement: line.engagement,
      days: line.days,
      nights: line.nights,
      minutes: line.minutes,
      amounts: amountsOf(line.items),
      items: [...line.items],
      schemes: [...line.schemes],
      warnings: [...line.warnings],
    };
  }),

  sheet: door.payroll.sheet.handler(async ({ input, context: { db } }) =>
    sheetOf(db, input.month, input.run),
  ),
};
