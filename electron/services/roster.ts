import { insertCells, lockCells, rosterQueries, writeCells, type RosterRow } from '../../db/roster.ts';
import { monthOf, type Month } from '../../shared/calendar/day.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { leave, protection } from './leave.ts';
import { copy } from './roster-copy.ts';
import { requests } from './roster-requests.ts';
import { swaps } from './roster-swaps.ts';
import { repair } from './roster-repair.ts';
import { rotation } from './rotations.ts';
import { rosterWorkbook } from './roster-workbook.ts';
import { insertDraft, publishDraft, requireDraft } from './roster-drafts.ts';
import { dutyList } from './duty-list.ts';
import { giveDutiesAnew } from './roster-duties.ts';
import { papers } from './roster-papers.ts';
import { houseShift } from './house-shift.ts';
import { rosterFacts } from './roster-facts.ts';
import { generate, keepRun } from './roster-generate.ts';
import { fairness } from './roster-fairness.ts';
import { cellsOf, judge, locksOf, rosterView, usedCodes } from './roster-view.ts';
import { guards, hours } from './roster-guards.ts';
import { parts } from './roster-zones.ts';
import { cover, shifts } from './shifts.ts';
import { shiftQueries } from '../../db/shifts.ts';

export const roster = {
  papers,
  fairness,
  shifts,
  cover,
  parts,
  hours,
  guards,
  leave,
  protection,
  requests,
  swaps,
  repair,
  copy,
  rotation,
  generate,

  open: door.roster.open.handler(async ({ input: { month, version }, context: { db } }) =>
    rosterView(db, month, await idOfVersion(db, month, version)),
  ),

  make: door.roster.make.handler(async ({ input: { run }, context }) => keepRun(context, run)),

  revise: door.roster.revise.handler(async ({ input: { month, version }, context }) => {
    const { db, raw, note } = context;
    const queries = rosterQueries(db);
    const from =
      version === undefined
        ? await queries.publishedOf(month)
        : await queries.byId((await idOfVersion(db, month, version)) ?? '');
    if (!from) refuse('NOT_FOUND', { what: 'roster' });
    const draft = await queries.draftOf(month);
    if (draft && (version === undefined || draft.id === from.id)) refuse('ROSTER_HAS_DRAFT', { month });
    if (draft) await queries.supersede(draft.id);
    const id = await insertDraft(context, month, from.seed);
    insertCells(raw, id, await queries.cells(from.id));
    note(id, `${month} from version ${from.version}`);
    return rosterView(db, month, id);
  }),

  putAway: door.roster.putAway.handler(async ({ input, context }) => {
    const draft = await requireDraft(context, input.rosterId);
    await rosterQueries(context.db).supersede(draft.id);
    context.note(draft.id, `${draft.month} version ${draft.version}`);
    return {};
  }),

  setCells: door.roster.setCells.handler(async ({ input, context }) => {
    const { raw, note } = context;
    const draft = await requireDraft(context, input.rosterId);
    const { model, cells } = await judgedFacts(context, draft);
    const [people, days] = [new Set(model.people.map(({ id }) => id)), new Set(model.days)];
    const codes = new Set(model.shifts.map(({ code }) => code));
    for (const cell of input.cells) {
      if (!people.has(cell.caregiverId)) refuse('NOT_FOUND', { what: 'caregiver' });
      if (!days.has(cell.day)) refuse('NOT_FOUND', { what: 'day' });
      if (cell.shift !== null && !codes.has(cell.shift)) refuse('NOT_FOUND', { what: 'shift' });
    }
    writeCells(
      raw,
      draft.id,
      input.cells.map((cell) => ({ caregiver_id: cell.caregiverId, day: cell.day, shift_code: cell.shift })),
    );
    note(draft.id, `${input.cells.length} cells`);
    for (const cell of input.cells)
      cells[cell.caregiverId]?.splice(model.days.indexOf(cell.day), 1, cell.shift);
    return judge(model, cells);
  }),

  lock: door.roster.lock.handler(async ({ input, context }) => {
    const draft = await requireDraft(context, input.rosterId);
    const { model } = await judgedFacts(context, draft);
    const [people, days] = [new Set(model.people.map(({ id }) => id)), new Set(model.days)];
    const known = input.cells.every((cell) => people.has(cell.caregiverId) && days.has(cell.day));
    if (!known) refuse('NOT_FOUND', { what: 'caregiver' });
    lockCells(
      context.raw,
      draft.id,
      input.cells.map((cell) => ({ caregiver_id: cell.caregiverId, day: cell.day })),
      input.locked ? 1 : 0,
    );
    context.note(draft.id, `${input.locked ? 'locked' : 'unlocked'} ${input.cells.length} cells`);
    return {};
  }),

  publish: door.roster.publish.handler(async ({ input, context }) => {
    const draft = await requireDraft(context, input.rosterId);
    const done = await publishDraft(context, draft, input.overrides);
    context.note(draft.id, `${draft.month} version ${draft.version}`);
    return done;
  }),

  duties: door.roster.duties.handler(async ({ input: { day }, context }) => {
    const { db } = context;
    const published = await rosterQueries(db).publishedOf(monthOf(day));
    if (!published) return { day, published: false, zones: [], shifts: [] };
    const used = usedCodes(await rosterQueries(db).cells(published.id));
    const known = (await shiftQueries(db).all())
      .filter((row) => row.retired_on === null || used.has(row.code))
      .map(houseShift);
    return { day, published: true, ...(await dutyList(context, published.id, day, known)) };
  }),

  replanDuties: door.roster.replanDuties.handler(async ({ input: { month }, context }) => {
    const { rosterId, ...given } = await giveDutiesAnew(context, month);
    context.note(rosterId, `${month} from ${given.from}: ${given.changed} changed`);
    return given;
  }),

  workbook: door.roster.workbook.handler(async ({ input: { month, version }, context: { db } }) => {
    const id = await idOfVersion(db, month, version);
    if (id === null) refuse('NOT_FOUND', { what: 'roster' });
    return rosterWorkbook(db, await rosterView(db, month, id));
  }),
};

/** The version that is asked for; else the draft, else the published one, else none. */
async function idOfVersion(
  db: Work['db'],
  month: Month,
  version: number | undefined,
): Promise<string | null> {
  const versions = await rosterQueries(db).versions(month);
  if (version !== undefined) {
    const found = versions.find((row) => row.version === version);
    if (!found) refuse('NOT_FOUND', { what: 'roster' });
    return found.id;
  }
  const now =
    versions.find((row) => row.state === 'draft') ?? versions.find((row) => row.state === 'published');
  return now?.id ?? null;
}

async function judgedFacts({ db }: Work, draft: RosterRow) {
  const rows = await rosterQueries(db).cells(draft.id);
  const asked = { history: false };
  const { model } = await rosterFacts(db, draft.month as Month, locksOf(rows), usedCodes(rows), asked);
  return { model, cells: cellsOf(model, rows) };
}
