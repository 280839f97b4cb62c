import { bedQueries } from '../../db/beds.ts';
import { residentQueries, type DoubtRow, type ResidentRow } from '../../db/residents.ts';
import { ageOn, type Day } from '../../shared/calendar/day.ts';
import { endsIdentity, nearness, numberNearness } from '../../shared/find/rank.ts';
import { maskNationalId } from '../../shared/identity/masking.ts';
import { sentOnly } from '../../shared/residents/changes.ts';
import { isResidentField, readField, type ResidentFacts } from '../../shared/residents/facts.ts';
import { reasonToRefuseStay } from '../../shared/beds/stays.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { giveBed } from './bed-giving.ts';
import { wish } from './care-wishes.ts';
import { admitResident } from './resident-admission.ts';
import { changeFacts, type Kept } from './resident-facts.ts';
import { residentFile } from './resident-file.ts';
import { dischargeResident, readmitResident } from './resident-leaving.ts';

/** The row of a resident; refuses an id that is none. */
export async function residentOf({ db }: Work, id: string): Promise<ResidentRow> {
  return (await residentQueries(db).byId(id)) ?? refuse('NOT_FOUND', { what: 'resident' });
}

export const residents = {
  wish,

  list: door.residents.list.handler(async ({ input: { search, ...filter }, context: { db, today } }) => {
    const typed = search.trim();
    const rows = await residentQueries(db).list(filter);
    const found = rows.filter(
      (row) =>
        typed === '' ||
        nearness(typed, row.name, row) > 0 ||
        (row.bed !== null && numberNearness(typed, row.bed) >= 4) ||
        endsIdentity(typed, row.national_id),
    );
    return found.map((row) => ({
      id: row.id,
      name: row.name,
      pinyin: row.pinyin,
      initials: row.initials,
      sex: row.sex,
      age: row.birth_on === null ? null : ageOn(row.birth_on as Day, (row.left_on as Day | null) ?? today),
      nationalId: row.national_id && maskNationalId(row.national_id),
      disability: row.disability,
      disabilityLevel: row.disability_level,
      careLevel: row.care_level,
      hardship: row.hardship,
      standing: row.standing,
      openDoubts: row.open_doubts ?? 0,
      admittedOn: row.admitted_on,
      leftOn: row.left_on,
      bed: row.bed_id !== null && row.bed !== null ? { id: row.bed_id, label: row.bed } : null,
      zone: row.zone_id !== null && row.zone !== null ? { id: row.zone_id, name: row.zone } : null,
      caregiver:
        row.caregiver_id !== null && row.caregiver !== null
          ? { id: row.caregiver_id, name: row.caregiver }
          : null,
    }));
  }),

  open: door.residents.open.handler(async ({ input, context }) =>
    residentFile(context, await residentOf(context, input.id)),
  ),

  admit: door.residents.admit.handler(({ input, context }) => admitResident(context, input)),

  correct: door.residents.correct.handler(async ({ input, context }) => {
    const row = await residentOf(context, input.id);
    const { reason, certificateDiffers } = input;
    const changes = sentOnly(input.changes);
    const { changed, ...kept } = await changeFacts(context, {
      row,
      changes,
      reason,
      certificateDiffers,
      settles: [],
    });
    if (changed.length === 0) refuse('NOTHING_CHANGED', {});
    context.note(row.id, changed.map(({ field }) => field).join(' '));
    return kept;
  }),

  resolveDoubt: door.residents.resolveDoubt.handler(async ({ input, context }) => {
    const doubt = await residentQueries(context.db).doubtById(input.doubtId);
    if (!doubt) refuse('NOT_FOUND', { what: 'doubt' });
    if (doubt.resolved_at !== null) refuse('DOUBT_IS_RESOLVED', {});
    const row = await residentOf(context, doubt.resident_id);
    const changes = await settle(context, row, doubt, input.value);
    const { reason, certificateDiffers } = input;
    const order = { row, changes, reason, certificateDiffers, settles: [doubt.id] };
    const { changed: _changed, ...kept } = await changeFacts(context, order);
    context.note(row.id, `doubt ${doubt.kind} ${doubt.field}`);
    return kept satisfies Kept;
  }),

  discharge: door.residents.discharge.handler(async ({ input, context }) =>
    dischargeResident(context, await residentOf(context, input.id), input.on, input.reason),
  ),

  readmit: door.residents.readmit.handler(async ({ input, context }) => {
    const row = await residentOf(context, input.id);
    await readmitResident(context, row, input.on, input.reason);
    const openDoubts = (await residentQueries(context.db).openDoubts(row.id)).length;
    return { id: row.id, standing: row.standing, openDoubts };
  }),
};

/** What a doubt's mend changes in the file; a bed is given at once, since it is a stay and not a fact of the file. */
async function settle(
  work: Work,
  row: ResidentRow,
  { field }: DoubtRow,
  value: string | null,
): Promise<Partial<ResidentFacts>> {
  if (isResidentField(field)) return readField(field, value) ?? refuse('BAD_INPUT', { fields: [field] });
  if (field !== 'bed') throw new Error(`a doubt about ${field}, which is no field of a resident`);
  if (value !== null) await settleBed(work, row, value);
  return {};
}

async function settleBed(work: Work, row: ResidentRow, label: string): Promise<void> {
  if (row.left_on !== null) refuse('RESIDENT_LEFT', { resident: row.name, on: row.left_on });
  const beds = bedQueries(work.db);
  const bed = (await beds.byLabel(label.trim())) ?? refuse('NOT_FOUND', { what: 'bed' });
  if ((await beds.currentStayOf(row.id))?.bed_id === bed.id) return;
  // The bed counts from the admission, unless somebody else had it in between: then from today, which is all that is certain.
  const admitted = (row.admitted_on as Day | null) ?? work.today;
  const wish = { bedId: bed.id, residentId: row.id, startsOn: admitted };
  const freeSince = reasonToRefuseStay(wish, await beds.staysOf(bed.id, row.id)) ? work.today : admitted;
  await giveBed(work, row, bed, freeSince);
}
