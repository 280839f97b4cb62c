import { createHash } from 'node:crypto';
import { makingQueries } from '../../db/roster-making.ts';
import { rosterQueries } from '../../db/roster.ts';
import type { Month } from '../../shared/calendar/day.ts';
import { USUAL_EFFORT } from '../../shared/roster/generate.ts';
import type { RosterModel } from '../../shared/roster/model.ts';
import type { Remark } from '../../shared/roster/remarks.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { goneCover } from './gone-cover.ts';
import { replaceDraft } from './roster-drafts.ts';
import { rosterFacts } from './roster-facts.ts';
import { RosterRun } from './roster-runs.ts';
import { locksOf, rosterView } from './roster-view.ts';

/**
 * Making a roster in three steps, so that no transaction waits for the solver: `begin` looks the facts up and starts a thread,
 * `watch` is asked again and again how far it is, and `make` writes what came of it in one change, if the facts are still the
 * same. Asking again and not a stream: every answer passes the door (a sign-out ends it, a fault becomes a reference), it is the
 * same over the seat and the message port, and a reload leaves no open stream behind.
 */
export const generate = {
  begin: door.roster.generate.begin.handler(async ({ input, context }) => {
    const { month, seed, effort = USUAL_EFFORT, until } = input;
    const { house, connection, newId } = context;
    const { model, fingerprint } = await decidingFacts(context, month);
    if (model.people.length === 0) refuse('NO_CAREGIVERS', { month });
    if (model.shifts.length === 0) refuse('NO_SHIFTS', {});
    for (const [id, { owner, value }] of house.drafts)
      if (value instanceof RosterRun && owner === connection.id) house.dropDraft(id);
    const run = newId();
    const value = new RosterRun({ month, seed, effort, until, model, fingerprint }, () =>
      house.dropDraft(run),
    );
    house.drafts.set(run, { owner: connection.id, value, end: () => value.end() });
    return { run, people: model.people.length, days: model.days.length };
  }),

  watch: door.roster.generate.watch.handler(async ({ input, context }) =>
    runOf(context, input.run).progress(input.after),
  ),

  stop: door.roster.generate.stop.handler(async ({ input, context }) => {
    runOf(context, input.run).stop();
    return {};
  }),

  discard: door.roster.generate.discard.handler(
    async ({ input: { run }, context: { house, connection } }) => {
      if (house.drafts.get(run)?.owner === connection.id) house.dropDraft(run);
      return {};
    },
  ),

  origin: door.roster.generate.origin.handler(async ({ input, context: { db } }) => {
    const found = await makingQueries(db).of(input.rosterId);
    if (!found) return null;
    const { effort, spent, ended, cost, bound } = found;
    return { effort, spent, ended, cost, bound, remarks: JSON.parse(found.remarks) as Remark[] };
  }),
};

/** Writes the roster of a run that has ended as the month's draft. Refuses when what it was made from has changed meanwhile. */
export async function keepRun(work: Work, run: string) {
  const { db, house, note, afterwards, at, who } = work;
  const { order, made } = runOf(work, run);
  if (!made) refuse('ROSTER_RUN_GONE', {});
  const { month, seed, effort } = order;
  const { draft, model, fingerprint } = await decidingFacts(work, month);
  if (fingerprint !== order.fingerprint) refuse('ROSTER_FACTS_CHANGED', { month });
  // A lock that could not be kept is one no longer: the cell holds something else.
  const lost = new Set(
    made.remarks.flatMap((remark) => (remark.kind === 'lock' ? [`${remark.person} ${remark.day}`] : [])),
  );
  const locks = model.locks.filter(({ person, day }) => !lost.has(`${person} ${day}`));
  const id = await replaceDraft(work, { month, seed, draft }, { ...model, locks }, made.roster);
  const { ended, cost, bound, remarks, spent } = made;
  await makingQueries(db).insert({
    roster_id: id,
    effort,
    spent,
    ended,
    cost,
    bound,
    remarks: JSON.stringify(remarks),
    recorded_at: at,
    recorded_by: who.id,
  });
  afterwards(() => house.dropDraft(run));
  note(id, `${month} seed ${seed} effort ${effort} ${ended} at ${spent ?? 'an unknown point'}`);
  return { view: await rosterView(db, month, id), remarks: [...remarks] };
}

function runOf({ house, connection }: Pick<Work, 'house' | 'connection'>, id: string): RosterRun {
  const found = house.drafts.get(id);
  if (found?.owner === connection.id && found.value instanceof RosterRun) return found.value;
  return refuse('ROSTER_RUN_GONE', {});
}

/** Everything that decides the draft of a month, and a fingerprint of it. */
async function decidingFacts({ db }: Pick<Work, 'db'>, month: Month) {
  const draft = await rosterQueries(db).draftOf(month);
  const locks = draft ? locksOf(await rosterQueries(db).cells(draft.id)) : [];
  const facts = await rosterFacts(db, month, locks);
  const cover = [...facts.model.cover, ...(await goneCover(db, facts.model.days))];
  const model = { ...facts.model, cover };
  return { draft, model, fingerprint: fingerprintOf(model, draft?.id) };
}

function fingerprintOf(model: RosterModel, draft: string | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify([draft ?? null, model]))
    .digest('hex');
}
