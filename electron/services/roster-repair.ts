import { repairQueries } from '../../db/roster-repairs.ts';
import { insertCells, rosterQueries, writeCells } from '../../db/roster.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { worsened } from '../../shared/roster/breaches.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import type { ReasonedRule } from '../../shared/roster/guards.ts';
import type { RepairAlternative, RepairChangeLine } from '../../shared/roster/repair-contract.ts';
import type { Alternative, Repair } from '../../shared/roster/repair/alternatives.ts';
import { judgeAlternative, type RepairChange } from '../../shared/roster/repair/judge.ts';
import { replacementsFor } from '../../shared/roster/repair/replacements.ts';
import { vacate, type SickCall } from '../../shared/roster/repair/sick-call.ts';
import type { PersonRuleKey } from '../../shared/roster/rule.ts';
import { door } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import type { RepairWork } from '../jobs/repair-roster.ts';
import { runWorker } from '../jobs/run-worker.ts';
import { enterLeave } from './leave.ts';
import { insertDraft, makePublished } from './roster-drafts.ts';
import { breachFacts, namesIn, touchedOf } from './roster-effect.ts';
import { reasonsOf } from './roster-overrides.ts';
import { requireCase, withChanges } from './roster-sick-call.ts';
import { rosterView } from './roster-view.ts';

/** A month of sixty people is mended in about a second; an old machine may take longer. */
const MENDING = { milliseconds: 60_000, megabytes: 512 };

export const repair = {
  options: door.roster.repair.options.handler(async ({ input, context, signal }) => {
    const { view, published, call } = await requireCase(context, input);
    const work: RepairWork = { model: view.model, roster: view.cells, call, seed: published.seed };
    const found = await runWorker<Repair>('repair-roster', work, MENDING, signal ? { signal } : {});
    const named = namesIn(view);
    return {
      month: view.month,
      version: published.version,
      caregiver: named(input.caregiverId).caregiver,
      vacated: found.vacated.flatMap(({ day, before }) => (before === null ? [] : [{ day, shift: before }])),
      days: [...found.days],
      alternatives: found.alternatives.map((one) => alternativeOf(view, call, one)),
      restBetweenShifts: view.model.limits.restBetweenShifts,
    };
  }),

  replacements: door.roster.repair.replacements.handler(async ({ input, context }) => {
    const { view, call } = await requireCase(context, input);
    const { model, roster } = vacate(view.model, view.cells, call);
    const isKnown =
      model.days.includes(input.day) && model.shifts.some((shift) => shift.code === input.shift);
    if (!isKnown || input.day < context.today) refuse('NOT_FOUND', { what: 'shift' });
    const named = namesIn(view);
    const slot = { day: input.day, shift: input.shift, without: input.caregiverId };
    return replacementsFor(model, roster, slot).map(({ person, ...rest }) => ({ ...named(person), ...rest }));
  }),

  accept: door.roster.repair.accept.handler(async ({ input, context }) => {
    const { db, raw, at, who, newId, note, today } = context;
    const { view, published, call, onRecord } = await requireCase(context, input);
    const { month } = view;
    if (published.version !== input.version) refuse('REPAIR_STALE', { month });
    const vacated = vacate(view.model, view.cells, call);
    const mended = withChanges(view, vacated.roster, call, input.changes, today);
    const [before, after] = [evaluate(vacated.model, vacated.roster), evaluate(vacated.model, mended)];
    const people = new Set(input.changes.map(({ caregiverId }) => caregiverId));
    const breach = worsened(before, after, people).find(({ hard }) => hard);
    if (breach) refuse('CHANGE_BREAKS_RULE', breachFacts(view, breach));

    const judged = judgeAlternative(vacated, mended, call, vacated.model.days);
    if (!onRecord) await enterLeave(context, { ...input, kind: 'sick', note: input.note });
    const rosterId = await insertDraft(context, month, published.seed);
    insertCells(raw, rosterId, await rosterQueries(db).cells(published.id));
    writeCells(
      raw,
      rosterId,
      judged.changes.map(({ person, day, after: shift }) => ({
        caregiver_id: person,
        day,
        shift_code: shift,
      })),
    );
    const row = {
      id: newId(),
      month,
      roster_id: rosterId,
      caregiver_id: input.caregiverId,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      kind: input.kind,
      note: input.note,
      recorded_at: at,
      recorded_by: who.id,
    };
    await repairQueries(db).insert(
      row,
      judged.changes.map((change, position) => cellRow(row.id, position, change, call)),
    );
    const next = await rosterView(db, month, rosterId);
    const earlier = await reasonsOf(context, published.id);
    const sick = namesIn(view)(input.caregiverId).caregiver;
    const reasonFor = (rule: ReasonedRule) => earlier.get(rule) ?? `${sick} ${input.note}`.trim();
    const { unanswered, open } = await makePublished(context, next, { id: rosterId, month }, reasonFor);
    const version = next.roster?.version ?? 0;
    note(row.id, `${month} version ${version}, ${input.kind}, ${input.changes.length} cells`);
    return { version, unanswered, open };
  }),

  list: door.roster.repair.list.handler(async ({ input: { month }, context: { db } }) => {
    const repairs = await repairQueries(db).ofMonth(month);
    const cells = repairs.length === 0 ? [] : await repairQueries(db).cellsOf(repairs.map(({ id }) => id));
    return repairs.map((row) => ({
      id: row.id,
      caregiverId: row.caregiver_id,
      caregiver: row.caregiver,
      startsOn: row.starts_on as Day,
      endsOn: row.ends_on as Day,
      kind: row.kind,
      note: row.note,
      version: row.version,
      at: row.recorded_at,
      by: row.recorder ?? row.recorded_by,
      changes: cells
        .filter((cell) => cell.repair_id === row.id)
        .map((cell) => ({
          caregiverId: cell.caregiver_id,
          caregiver: cell.caregiver,
          day: cell.day as Day,
          before: cell.shift_before,
          after: cell.shift_after,
          sick: cell.sick === 1,
          takesFrom: cell.from_name,
          givesTo: cell.to_name,
          fillsOpen: cell.fills_open === 1,
          because:
            cell.rule === null
              ? null
              : {
                  rule: cell.rule as PersonRuleKey,
                  amount: cell.rule_amount ?? 0,
                  hard: cell.rule_hard === 1,
                },
        })),
    }));
  }),
};

function alternativeOf(view: RosterView, call: SickCall, one: Alternative): RepairAlternative {
  const named = namesIn(view);
  return {
    kinds: [...one.kinds],
    proven: one.proven,
    figures: one.figures,
    changes: one.changes.map((change) => lineOf(view, call, change)),
    open: one.open.map((slot) => ({
      ...slot,
      blocks: slot.blocks
        .filter(({ person }) => person !== call.person)
        .map(({ person, by }) => ({ ...named(person), by })),
    })),
    remarks: touchedOf(view, one.remarks),
  };
}

function lineOf(view: RosterView, call: SickCall, change: RepairChange): RepairChangeLine {
  const named = namesIn(view);
  const { person, takesFrom, givesTo, ...rest } = change;
  return {
    ...rest,
    ...named(person),
    sick: isSickCell(call, change),
    takesFrom: takesFrom === null ? null : named(takesFrom).caregiver,
    givesTo: givesTo === null ? null : named(givesTo).caregiver,
  };
}

const isSickCell = (call: SickCall, { person, day }: Pick<RepairChange, 'person' | 'day'>) =>
  person === call.person && call.days.includes(day);

function cellRow(repairId: string, position: number, change: RepairChange, call: SickCall) {
  const { because } = change;
  return {
    repair_id: repairId,
    position,
    caregiver_id: change.person,
    day: change.day,
    shift_before: change.before,
    shift_after: change.after,
    sick: isSickCell(call, change) ? (1 as const) : (0 as const),
    takes_from: change.takesFrom,
    gives_to: change.givesTo,
    fills_open: change.fillsOpen ? (1 as const) : (0 as const),
    rule: because?.rule ?? null,
    rule_amount: because?.amount ?? null,
    rule_hard: because === null ? null : because.hard ? (1 as const) : (0 as const),
  };
}
