import { insertCells, rosterQueries, type RosterRow } from '../../db/roster.ts';
import type { Month } from '../../shared/calendar/day.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { Override } from '../../shared/roster/guards-contract.ts';
import type { Roster, RosterModel } from '../../shared/roster/model.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { giveDuties } from './roster-duties.ts';
import { keepReasons, type ReasonFor } from './roster-overrides.ts';
import { rosterView } from './roster-view.ts';

/** A new, empty draft of a month, one version up. */
export async function insertDraft({ db, newId, at, who }: Work, month: Month, seed: number): Promise<string> {
  const id = newId();
  const version = (await rosterQueries(db).newestVersion(month)) + 1;
  await rosterQueries(db).insert({ id, month, version, state: 'draft', seed, made_at: at, made_by: who.id });
  return id;
}

/** The draft with this id; a version that is fixed is refused. */
export async function requireDraft({ db }: Work, id: string): Promise<RosterRow> {
  const found = await rosterQueries(db).byId(id);
  if (!found) refuse('NOT_FOUND', { what: 'roster' });
  if (found.state !== 'draft') refuse('ROSTER_NOT_DRAFT', {});
  return found;
}

/** The roster that is worked on: the draft of a month, else the published one. */
export async function rosterInWork({ db }: Pick<Work, 'db'>, month: Month): Promise<RosterRow | undefined> {
  return (await rosterQueries(db).draftOf(month)) ?? (await rosterQueries(db).publishedOf(month));
}

/** Puts a whole roster in the place of the month's draft, if there is one: that becomes an old version. */
export async function replaceDraft(
  work: Work,
  {
    month,
    seed,
    draft,
  }: { readonly month: Month; readonly seed: number; readonly draft: RosterRow | undefined },
  model: RosterModel,
  roster: Roster,
): Promise<string> {
  if (draft) await rosterQueries(work.db).supersede(draft.id);
  const id = await insertDraft(work, month, seed);
  insertCells(work.raw, id, rowsOf(model, roster, model.locks));
  return id;
}

/**
 * Freezes a draft as the month's roster and says for every shift who answers for whom.
 * Refuses one that breaks a rule of a person; open slots are allowed.
 */
export async function publishDraft(
  work: Work,
  draft: RosterRow,
  overrides: readonly Override[],
): Promise<{ duties: number; unanswered: number; open: number }> {
  const view = await rosterView(work.db, draft.month as Month, draft.id);
  refuseBreaches(view);
  const reasons = new Map(overrides.map(({ rule, reason }) => [rule, reason]));
  return makePublished(work, view, draft, (rule) => reasons.get(rule));
}

/**
 * Puts a draft in the place of the published roster, breaches or not: for changes that were judged by themselves.
 * `reasonFor`: why it is published over a kind of warning.
 */
export async function makePublished(
  work: Work,
  view: RosterView,
  draft: Pick<RosterRow, 'id' | 'month'>,
  reasonFor: ReasonFor,
): Promise<{ duties: number; unanswered: number; open: number }> {
  const { db, at, who } = work;
  const month = draft.month as Month;
  const published = await rosterQueries(db).publishedOf(month);
  await keepReasons(work, view, draft.id, reasonFor);
  if (published) await rosterQueries(db).supersede(published.id);
  await rosterQueries(db).publish(draft.id, at, who.id);
  const given = await giveDuties(work, view, draft.id, published?.id ?? null);
  return { ...given, open: view.open };
}

function rowsOf(model: RosterModel, made: Roster, locks: RosterModel['locks']) {
  const locked = new Set(locks.map((lock) => `${lock.person} ${lock.day}`));
  return model.people.flatMap(({ id }) =>
    model.days.map((day, index) => {
      const shift = made[id]?.[index] ?? null;
      return {
        caregiver_id: id,
        day,
        shift_code: shift,
        locked: locked.has(`${id} ${day}`) ? (1 as const) : (0 as const),
      };
    }),
  );
}

function refuseBreaches(view: Awaited<ReturnType<typeof rosterView>>): void {
  const breaches = evaluate(view.model, view.cells).violations.filter((found) => found.hard);
  const first = breaches[0];
  if (!first || first.rule === 'coverMissing' || first.rule === 'coverSurplus') return;
  refuse('ROSTER_BREAKS_RULE', {
    count: breaches.length,
    caregiver: view.people.find(({ id }) => id === first.person)?.name ?? '',
    day: first.days.at(-1) ?? '',
    rule: first.rule,
    amount: first.amount,
    hours: Math.round(first.amount / 6) / 10,
  });
}
