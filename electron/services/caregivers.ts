import { caregiverQueries, type CaregiverRow } from '../../db/caregivers.ts';
import { pairingQueries } from '../../db/pairing.ts';
import type { Day } from '../../shared/calendar/day.ts';
import { birthFromId } from '../../shared/caregivers/examine.ts';
import type { CaregiverFacts } from '../../shared/caregivers/facts.ts';
import { endsIdentity, nearness, numberNearness } from '../../shared/find/rank.ts';
import { nameKeys } from '../../shared/identity/pinyin.ts';
import { differences, sentOnly } from '../../shared/residents/changes.ts';
import { door, type Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { caregiverFile, lineOf } from './caregiver-file.ts';
import { recordCorrections } from './corrections.ts';
import { requireDayBetween } from './days.ts';

export const caregivers = {
  list: door.caregivers.list.handler(async ({ input: { search, presence, healthCertificate }, context }) => {
    const typed = search.trim();
    const rows = await caregiverQueries(context.db).list(presence);
    const paired = Map.groupBy(
      await pairingQueries(context.db).current(),
      ({ caregiver_id }) => caregiver_id,
    );
    return rows
      .filter(
        (row) =>
          typed === '' ||
          nearness(typed, row.name, row) > 0 ||
          numberNearness(typed, row.phone) >= 4 ||
          endsIdentity(typed, row.national_id),
      )
      .map((row) => {
        const hers = (paired.get(row.id) ?? []).map(({ resident_id, resident }) => ({
          id: resident_id,
          name: resident,
        }));
        return lineOf(row, hers, context);
      })
      .filter((line) => healthCertificate === null || line.healthCertificate === healthCertificate);
  }),

  open: door.caregivers.open.handler(async ({ input, context }) =>
    caregiverFile(context, await caregiverOf(context, input.id)),
  ),

  add: door.caregivers.add.handler(async ({ input, context }) => {
    const birthOn = await requireSound(context, input);
    const { newId, at, who, note } = context;
    const id = newId();
    const recorded = { ended_on: null, end_reason: null, recorded_at: at, recorded_by: who.id };
    await caregiverQueries(context.db).insert({ id, ...columnsOf(input), birth_on: birthOn, ...recorded });
    note(id);
    return { id };
  }),

  correct: door.caregivers.correct.handler(async ({ input: { id, changes, reason }, context }) => {
    const row = await caregiverOf(context, id);
    const before = factsOf(row);
    const after = { ...before, ...sentOnly(changes) };
    const changed = differences(before, after);
    if (changed.length === 0) refuse('NOTHING_CHANGED', {});
    const birthOn = await requireSound(context, after, row);
    await caregiverQueries(context.db).update(id, { ...columnsOf(after), birth_on: birthOn });
    await recordCorrections(context, 'caregiver', id, changed, reason);
    context.note(id, changed.map(({ field }) => field).join(' '));
    return { id };
  }),

  end: door.caregivers.end.handler(async ({ input: { id, on, reason }, context }) => {
    const row = await caregiverOf(context, id);
    if (row.ended_on !== null) refuse('CAREGIVER_ENDED', { caregiver: row.name, on: row.ended_on });
    const pairings = pairingQueries(context.db);
    const current = await pairings.currentOfCaregiver(id);
    requireDayBetween(on, context.today, row.started_on, ...current.map(({ starts_on }) => starts_on));
    const end = { on, reason, at: context.at, by: context.who.id };
    for (const pairing of current) await pairings.end(pairing.id, end);
    await caregiverQueries(context.db).update(id, { ended_on: on, end_reason: reason });
    await recordCorrections(
      context,
      'caregiver',
      id,
      [{ field: 'endedOn', before: null, after: on }],
      reason,
    );
    context.note(id, `ended on ${on}`);
    return { id, residents: current.map(({ resident }) => resident) };
  }),

  rehire: door.caregivers.rehire.handler(async ({ input: { id, on, reason }, context }) => {
    const row = await caregiverOf(context, id);
    if (row.ended_on === null) refuse('CAREGIVER_AT_WORK', { caregiver: row.name });
    requireDayBetween(on, context.today, row.ended_on);
    await caregiverQueries(context.db).update(id, { started_on: on, ended_on: null, end_reason: null });
    const changes = [
      { field: 'endedOn', before: row.ended_on, after: null },
      { field: 'startedOn', before: row.started_on, after: on },
    ];
    await recordCorrections(context, 'caregiver', id, changes, reason);
    context.note(id, `returned on ${on}`);
    return { id };
  }),
};

/** The row of a caregiver; refuses an id that is none. */
export async function caregiverOf({ db }: Work, id: string): Promise<CaregiverRow> {
  return (await caregiverQueries(db).byId(id)) ?? refuse('NOT_FOUND', { what: 'caregiver' });
}

/** Holds the facts against the ID number, today and the other files; gives the birthday. */
async function requireSound({ db, today }: Work, facts: CaregiverFacts, own?: CaregiverRow): Promise<Day> {
  const birth = birthFromId(facts.nationalId, facts.sex, today);
  if (typeof birth !== 'string') refuse(birth.code, birth.data);
  const other = await caregiverQueries(db).byNationalId(facts.nationalId);
  if (other && other.id !== own?.id)
    refuse('NATIONAL_ID_TAKEN', { name: other.name, left: other.ended_on !== null });
  requireDayBetween(facts.startedOn, today, birth);
  if (own?.ended_on && facts.startedOn > own.ended_on)
    refuse('DAY_TOO_EARLY', { day: own.ended_on, earliest: facts.startedOn });
  return birth;
}

function factsOf(row: CaregiverRow): CaregiverFacts {
  return {
    name: row.name,
    sex: row.sex,
    nationalId: row.national_id,
    address: row.address,
    phone: row.phone,
    poorHousehold: row.poor_household === 1,
    kinship: row.kinship,
    healthCertificateUntil: row.health_certificate_until as Day | null,
    startedOn: row.started_on as Day,
    note: row.note,
  };
}

function columnsOf(facts: CaregiverFacts) {
  return {
    name: facts.name,
    ...nameKeys(facts.name),
    sex: facts.sex,
    national_id: facts.nationalId,
    address: facts.address,
    phone: facts.phone,
    poor_household: facts.poorHousehold ? (1 as const) : (0 as const),
    kinship: facts.kinship,
    health_certificate_until: facts.healthCertificateUntil,
    started_on: facts.startedOn,
    note: facts.note,
  };
}
