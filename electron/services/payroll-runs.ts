import { payRunQueries } from '../../db/pay-runs.ts';
import { policyQueries } from '../../db/policy.ts';
import { addMonths, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import type { RunState } from '../../shared/payroll/shapes.ts';
import { reversedLine } from '../../shared/payroll/line.ts';
import { workingDayOnOrBefore } from '../../shared/policy/holidays.ts';
import { parameterRowOn } from '../../shared/policy/lookup.ts';
import type { Work } from '../core/door.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { computeMonth } from './payroll-facts.ts';
import { fingerprint, lineRows, storedLine } from './payroll-rows.ts';

type Db = Work['db'];

/** The day on which a month is paid: the centre's day of the next month, earlier when that is a day off (农民工条例 14). */
async function payDayOf(db: Db, month: Month): Promise<Day> {
  const queries = policyQueries(db);
  const row = parameterRowOn(await queries.currentParameters(), 'pay.day', lastDay(month));
  if (!row) refuse('PARAMETERS_MISSING', { keys: ['pay.day'], day: lastDay(month) });
  const wanted = `${addMonths(month, 1)}-${String(row.value).padStart(2, '0')}` as Day;
  return workingDayOnOrBefore(await queries.currentHolidays(), wanted);
}

async function runIn(db: Db, id: string, ...states: RunState[]) {
  const run = await payRunQueries(db).head(id);
  if (!run) refuse('NOT_FOUND', { what: 'pay-run' });
  if (!states.includes(run.state))
    refuse('PAY_RUN_STATE', { state: run.state, reversal: run.kind === 'reversal' });
  return run;
}

async function linesOf(db: Db, runId: string) {
  const queries = payRunQueries(db);
  const items = Map.groupBy(await queries.itemsOfRun(runId), (item) => item.line_id);
  return (await queries.lines(runId)).map((row) => ({ row, line: storedLine(row, items.get(row.id) ?? []) }));
}

/** Computes the month once more and refuses when anybody's line would come out differently. */
async function requireFresh(db: Db, runId: string, month: Month): Promise<void> {
  const before = new Map(
    (await linesOf(db, runId)).map(({ row, line }) => [row.caregiver_id, { ...line, name: row.name }]),
  );
  const now = await computeMonth(db, month);
  const names = now
    .filter(({ caregiverId, line, before: year }) => {
      const stored = before.get(caregiverId);
      return !stored || fingerprint(stored) !== fingerprint({ ...line, before: year });
    })
    .map(({ name }) => name);
  const present = new Set(now.map(({ caregiverId }) => caregiverId));
  const gone = [...before].filter(([id]) => !present.has(id)).map(([, { name }]) => name);
  if (names.length + gone.length > 0) refuse('PAY_RUN_STALE', { names: [...names, ...gone] });
}

export const payRuns = {
  prepare: door.payroll.prepare.handler(
    async ({ input: { month }, context: { db, at, who, newId, note } }) => {
      const queries = payRunQueries(db);
      const heads = await queries.headsOf(month);
      const open = heads.find((head) => head.state !== 'locked');
      if (open?.kind === 'reversal') refuse('PAY_RUN_OPEN', { month });
      if (open?.state === 'reviewed') refuse('PAY_RUN_REVIEWED', { month });
      if (
        heads.some((head) => head.kind === 'regular' && head.state === 'locked' && head.reversed_by === null)
      ) {
        refuse('PAY_MONTH_LOCKED', { month });
      }
      const earlier = await queries.earlierOpenMonth(month);
      if (earlier) refuse('EARLIER_PAY_OPEN', { month: earlier });

      const computed = await computeMonth(db, month);
      const payOn = await payDayOf(db, month);
      const id = open?.id ?? newId();
      if (open) {
        await queries.clearLines(id);
        await queries.setState(id, { made_at: at, made_by: who.id, pay_on: payOn });
      } else {
        await queries.insertRun({
          id,
          month,
          number: heads.length + 1,
          kind: 'regular',
          state: 'draft',
          reverses: null,
          pay_on: payOn,
          made_at: at,
          made_by: who.id,
          reviewed_at: null,
          reviewed_by: null,
          locked_at: null,
          locked_by: null,
        });
      }
      for (const [index, each] of computed.entries()) {
        const rows = lineRows(each, id, index + 1, newId);
        await queries.insertLine(rows.line, rows.items);
      }
      const net = computed.reduce((total, { line }) => total + line.net, 0);
      note(id, `${month} ${computed.length} ${net}`);
      const warnings = computed.reduce((total, { line }) => total + line.warnings.length, 0);
      return { id, people: computed.length, net, warnings };
    },
  ),

  review: door.payroll.review.handler(async ({ input, context: { db, at, who, note } }) => {
    const run = await runIn(db, input.id, 'draft');
    if (run.kind === 'regular') await requireFresh(db, run.id, run.month as Month);
    await payRunQueries(db).setState(run.id, { state: 'reviewed', reviewed_at: at, reviewed_by: who.id });
    note(run.id, `${run.month} ${run.number}`);
    return {};
  }),

  sendBack: door.payroll.sendBack.handler(async ({ input, context: { db, note } }) => {
    const run = await runIn(db, input.id, 'reviewed');
    await payRunQueries(db).setState(run.id, { state: 'draft', reviewed_at: null, reviewed_by: null });
    note(run.id, input.reason);
    return {};
  }),

  lock: door.payroll.lock.handler(async ({ input, context: { db, at, who, note } }) => {
    const run = await runIn(db, input.id, 'reviewed');
    if (run.kind === 'regular') await requireFresh(db, run.id, run.month as Month);
    await payRunQueries(db).setState(run.id, { state: 'locked', locked_at: at, locked_by: who.id });
    note(run.id, `${run.month} ${run.number} ${run.net ?? 0}`);
    return {};
  }),

  reverse: door.payroll.reverse.handler(async ({ input, context: { db, at, who, newId, note } }) => {
    const run = await runIn(db, input.id, 'locked');
    const month = run.month as Month;
    if (run.kind === 'reversal') refuse('PAY_RUN_STATE', { state: 'locked', reversal: true });
    const queries = payRunQueries(db);
    const heads = await queries.headsOf(month);
    if (run.reversed_by !== null) refuse('PAY_RUN_REVERSED', { month });
    if (heads.some((head) => head.state !== 'locked')) refuse('PAY_RUN_OPEN', { month });
    const id = newId();
    await queries.insertRun({
      id,
      month,
      number: heads.length + 1,
      kind: 'reversal',
      state: 'draft',
      reverses: run.id,
      reason: input.reason,
      pay_on: run.pay_on,
      made_at: at,
      made_by: who.id,
      reviewed_at: null,
      reviewed_by: null,
      locked_at: null,
      locked_by: null,
    });
    for (const { row, line } of await linesOf(db, run.id)) {
      const back = { caregiverId: row.caregiver_id, line: reversedLine(line), before: line.before };
      const rows = lineRows(back, id, row.position, newId);
      await queries.insertLine(rows.line, rows.items);
    }
    note(run.id, input.reason);
    return { id };
  }),

  discard: door.payroll.discard.handler(async ({ input, context: { db, note } }) => {
    const run = await runIn(db, input.id, 'draft');
    const queries = payRunQueries(db);
    await queries.clearLines(run.id);
    await queries.deleteRun(run.id);
    note(run.id, `${run.month} ${run.number}`);
    return {};
  }),
};
