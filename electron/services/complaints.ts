import type { Selectable } from 'kysely';
import { namesOfThings } from '../../db/audit-lines.ts';
import { caregiverQueries } from '../../db/caregivers.ts';
import { complaintQueries } from '../../db/complaints.ts';
import { peopleQueries } from '../../db/people.ts';
import type { ComplaintStepTable, ComplaintTable } from '../../db/tables/complaints.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { isLate, openDuties, USUAL_HOURS } from '../../shared/complaints/duties.ts';
import { channelOf, sightOf, type Sight } from '../../shared/complaints/sight.ts';
import { reasonToRefuseStep, stateOf } from '../../shared/complaints/steps.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { currentStaff, entryOf, listeners } from './complaint-entry.ts';
import { complaintLetters, countyRecipients } from './complaint-letters.ts';
import { requireDayBetween } from './days.ts';

type Row = Selectable<ComplaintTable>;
type StepRow = Selectable<ComplaintStepTable>;

/** The setting that holds within how many hours others are to be told. */
const HOURS = 'complaint-hours';

async function hoursOf({ db }: Work): Promise<number> {
  return Number((await peopleQueries(db).setting(HOURS)) ?? USUAL_HOURS);
}

/** What the asker sees of a row. Every answer about a complaint goes through here. */
function sight(
  { who }: Work,
  { recorded_by: recordedBy, concern_kind, concern_id, concern_name }: Row,
): Sight {
  const concern = { kind: concern_kind, id: concern_id, name: concern_name };
  return sightOf(who, { recordedBy, concern });
}

/** A complaint and what the asker sees of it; one that is not his to see is not there. */
async function seen(context: Work, id: string): Promise<{ row: Row; sight: Exclude<Sight, 'nothing'> }> {
  const row = await complaintQueries(context.db).byId(id);
  const seenAs = row ? sight(context, row) : 'nothing';
  if (!row || seenAs === 'nothing') return refuse('NOT_FOUND', { what: 'complaint' });
  return { row, sight: seenAs };
}

const ownLine = ({ id, recorded_at, happened_on, kind }: Row) => ({
  id,
  recordedAt: recorded_at,
  happenedOn: happened_on,
  kind,
});

/** What is still to be told to whom, and whether it is late; nothing of a complaint that is closed. */
function reminders({ at }: Work, row: Row, steps: readonly StepRow[], hours: number) {
  const state = stateOf(steps);
  const duties = state === 'open' ? openDuties(row.kind, steps) : [];
  return { state, duties, late: duties.length > 0 && isLate(row.recorded_at, at, hours) };
}

/** Every complaint that the asker handles, newest first, and how it stands. */
async function handled(context: Work) {
  const queries = complaintQueries(context.db);
  const rows = (await queries.all()).filter((row) => sight(context, row) === 'whole');
  const steps = Map.groupBy(await queries.steps(), (step) => step.complaint_id);
  const hours = await hoursOf(context);
  return rows.map((row) => ({ row, standing: reminders(context, row, steps.get(row.id) ?? [], hours) }));
}

export const complaints = {
  letters: complaintLetters,

  form: door.complaints.form.handler(async ({ context }) => ({
    caregivers: (await caregiverQueries(context.db).list('all')).map(({ id, name, ended_on }) => ({
      id,
      name,
      ended: ended_on !== null,
    })),
    staff: (await currentStaff(context)).map(({ id, name, role }) => ({ id, name, role })),
    doers: await listeners(context),
    canSeal: (await countyRecipients(context)) !== null,
  })),

  record: door.complaints.record.handler(async ({ input, context }) => {
    const { db, who, at, newId, note } = context;
    const entry = await entryOf(context, input);
    const directors = (await currentStaff(context)).filter(({ role }) => role === 'director');
    if (channelOf(entry.concern, directors, false) === 'county') refuse('COMPLAINT_FOR_COUNTY', {});
    const id = newId();
    await complaintQueries(db).insert({
      id,
      happened_on: entry.happenedOn,
      happened_time: entry.happenedTime,
      place: entry.place,
      resident_id: entry.resident.id,
      resident_name: entry.resident.name,
      concern_kind: entry.concern.kind,
      concern_id: entry.concern.id,
      concern_name: entry.concern.name,
      kind: entry.kind,
      teller: entry.teller,
      teller_name: entry.tellerName,
      said: entry.said,
      done_at_once: entry.doneAtOnce,
      doer: entry.doer,
      recorded_at: at,
      recorded_by: who.id,
    });
    // The number of the record and nothing else: the log is read by whoever is director later.
    note(id);
    return { id };
  }),

  mine: door.complaints.mine.handler(async ({ context }) =>
    (await complaintQueries(context.db).recordedBy(context.who.id))
      .filter((row) => sight(context, row) !== 'nothing')
      .map(ownLine),
  ),

  list: door.complaints.list.handler(async ({ context }) => {
    const rows = await handled(context);
    const names = namesOfThings(
      context.raw,
      rows.map(({ row }) => row.recorded_by),
    );
    return rows.map(({ row, standing }) => ({
      ...ownLine(row),
      resident: row.resident_name,
      concern: row.concern_name,
      concernKind: row.concern_kind,
      recordedBy: names.get(row.recorded_by) ?? '',
      ...standing,
    }));
  }),

  standing: door.complaints.standing.handler(async ({ context }) => ({
    open: (await handled(context)).filter(({ standing }) => standing.state === 'open').length,
  })),

  open: door.complaints.open.handler(async ({ input: { id }, context }) => {
    const { row, sight: seenAs } = await seen(context, id);
    const steps = seenAs === 'whole' ? await complaintQueries(context.db).steps(id) : [];
    const people = [row.doer, row.recorded_by, ...steps.map((step) => step.recorded_by)];
    const names = namesOfThings(context.raw, people);
    const hours = await hoursOf(context);
    return {
      ...ownLine(row),
      happenedTime: row.happened_time,
      place: row.place,
      resident: row.resident_name,
      concern: row.concern_name,
      concernKind: row.concern_kind,
      teller: row.teller,
      tellerName: row.teller_name,
      said: row.said,
      doneAtOnce: row.done_at_once,
      doer: names.get(row.doer) ?? '',
      recordedBy: names.get(row.recorded_by) ?? '',
      handling:
        seenAs === 'whole'
          ? {
              ...reminders(context, row, steps, hours),
              hours,
              steps: steps.map((step) => ({
                id: step.id,
                kind: step.kind,
                on: step.happened_on,
                said: step.said,
                doer: step.doer,
                recordedAt: step.recorded_at,
                recordedBy: names.get(step.recorded_by) ?? '',
              })),
            }
          : null,
    };
  }),

  addStep: door.complaints.addStep.handler(async ({ input: { id, kind, on, said, doer }, context }) => {
    const { row } = await seen(context, id);
    const queries = complaintQueries(context.db);
    requireDayBetween(on, context.today, row.happened_on as Day);
    const refusal = reasonToRefuseStep(kind, await queries.steps(id));
    if (refusal) refuse(refusal.code, refusal.data);
    await queries.insertStep({
      id: context.newId(),
      complaint_id: id,
      kind,
      happened_on: on,
      said,
      doer,
      recorded_at: context.at,
      recorded_by: context.who.id,
    });
    context.note(id);
    return {};
  }),

  setHours: door.complaints.setHours.handler(async ({ input: { hours }, context }) => {
    await peopleQueries(context.db).setSetting(HOURS, String(hours), context.at, context.who.id);
    context.note('', String(hours));
    return {};
  }),
};
