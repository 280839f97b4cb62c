import { attendanceQueries } from '../../db/attendance.ts';
import { insertDropped, originQueries } from '../../db/roster-requests.ts';
import { rosterQueries } from '../../db/roster.ts';
import { addMonths, daysOf, firstDay, lastDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { copyMonth, type SourceMonth } from '../../shared/roster/copy-month.ts';
import type { DropRule, Laying } from '../../shared/roster/lay-shifts.ts';
import type { Cell, RosterModel } from '../../shared/roster/model.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { replaceDraft, rosterInWork } from './roster-drafts.ts';
import { rosterFacts } from './roster-facts.ts';
import { judge, locksOf, usedCodes } from './roster-view.ts';

export const copy = {
  lastMonth: door.roster.copy.lastMonth.handler(async ({ input: { month }, context }) => {
    const source = await sourceOf(context, addMonths(month, -1));
    const laid = await layDraft(context, month, (model) => copyMonth(model, source), {
      kind: 'copy',
      source_month: addMonths(month, -1),
    });
    context.note(laid.rosterId, `${month} from ${addMonths(month, -1)}, ${laid.dropped} dropped`);
    return laid;
  }),

  origin: door.roster.copy.origin.handler(async ({ input: { rosterId }, context: { db } }) => {
    const origin = await originQueries(db).of(rosterId);
    if (!origin) return null;
    const dropped = await originQueries(db).droppedOf(rosterId);
    return {
      kind: origin.kind,
      sourceMonth: origin.source_month as Month | null,
      kept: origin.kept,
      at: origin.recorded_at,
      by: origin.recorder ?? origin.recorded_by,
      dropped: dropped.map((row) => ({
        caregiverId: row.caregiver_id,
        caregiver: row.caregiver,
        day: row.day as Day,
        shift: row.shift_code,
        rule: row.rule as DropRule,
        amount: row.amount,
      })),
    };
  }),
};

/** Makes a draft of a month from shifts that are laid over it, and keeps what had to be dropped with the rule. */
export async function layDraft(
  work: Work,
  month: Month,
  lay: (model: RosterModel) => Laying,
  origin: { readonly kind: 'copy' | 'rotation'; readonly source_month: Month | null },
) {
  const { db, raw, at, who } = work;
  const draft = await rosterQueries(db).draftOf(month);
  const locks = draft ? locksOf(await rosterQueries(db).cells(draft.id)) : [];
  const { model } = await rosterFacts(db, month, locks);
  if (model.people.length === 0) refuse('NO_CAREGIVERS', { month });
  if (model.shifts.length === 0) refuse('NO_SHIFTS', {});
  const { roster, kept, dropped } = lay(model);
  const version = (await rosterQueries(db).newestVersion(month)) + 1;
  const rosterId = await replaceDraft(work, { month, seed: version, draft }, model, roster);
  await originQueries(db).insert({
    roster_id: rosterId,
    ...origin,
    kept,
    recorded_at: at,
    recorded_by: who.id,
  });
  insertDropped(
    raw,
    dropped.map((one) => ({
      roster_id: rosterId,
      caregiver_id: one.person,
      day: one.day,
      shift_code: one.shift,
      rule: one.rule,
      amount: Math.round(one.amount),
    })),
  );
  return { rosterId, version, kept, dropped: dropped.length, ...judge(model, roster) };
}

/** What stood in a month: its published roster, else its draft, else what attendance says was worked. */
async function sourceOf({ db }: Work, month: Month): Promise<SourceMonth> {
  const roster = (await rosterQueries(db).publishedOf(month)) ?? (await rosterInWork({ db }, month));
  const rows = roster ? await rosterQueries(db).cells(roster.id) : [];
  const { model } = await rosterFacts(db, month, [], usedCodes(rows));
  const worked = roster
    ? rows.map((row) => ({ person: row.caregiver_id, day: row.day, shift: row.shift_code }))
    : await workedIn(db, month, model);
  if (!worked.some(({ shift }) => shift !== null)) refuse('COPY_NOTHING', { month });
  const days = daysOf(month);
  const cells = new Map(worked.map(({ person, day, shift }) => [`${person} ${day}`, shift]));
  const people = new Set(worked.map(({ person }) => person));
  return {
    days,
    cover: model.cover,
    roster: Object.fromEntries(
      [...people].map((id) => [id, days.map((day) => cells.get(`${id} ${day}`) ?? null)]),
    ),
  };
}

/** Attendance knows day and night: they stand for the first shift of each kind. */
async function workedIn(db: Work['db'], month: Month, { shifts }: RosterModel) {
  const [day, night] = [false, true].map(
    (isNight) => shifts.find((shift) => shift.night === isNight)?.code ?? null,
  );
  const codes: Readonly<Record<string, Cell | undefined>> = { day, night };
  const rows = await attendanceQueries(db).currentBetween(firstDay(month), lastDay(month));
  return rows.map((row) => ({ person: row.caregiver_id, day: row.day, shift: codes[row.mark] ?? null }));
}
