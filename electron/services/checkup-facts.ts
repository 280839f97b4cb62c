import { checkupQueries, lastValues, type CheckupRow } from '../../db/checkups.ts';
import { peopleQueries } from '../../db/people.ts';
import { addDays, type Day } from '../../shared/calendar/day.ts';
import { DAYS_A_VALUE_COUNTS_AS_LAST } from '../../shared/health/judgement.ts';
import { usualRanges, type RangeSettings, type UsualRanges } from '../../shared/health/ranges.ts';
import { vitalKeys, type VitalKey, type Vitals } from '../../shared/health/vitals.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';

/** The setting that holds the ranges a medic has set. */
export const RANGES = 'usual-vital-ranges';

type Queries = ReturnType<typeof checkupQueries>;
type NamedRow = NonNullable<Awaited<ReturnType<Queries['checkup']>>>;
type LastOfResident = Partial<Record<VitalKey, { value: number; day: Day }>>;

export async function rangeSettings(db: Work['db']): Promise<RangeSettings> {
  const text = await peopleQueries(db).setting(RANGES);
  return text === undefined ? {} : (JSON.parse(text) as RangeSettings);
}

export async function rangesOfCentre(db: Work['db']): Promise<UsualRanges> {
  return usualRanges(await rangeSettings(db));
}

/** Who may have measured on a day: the nurses, then the caregivers employed on it, those on the duty list first. */
export async function doersOn(db: Work['db'], day: Day) {
  const queries = checkupQueries(db);
  const nurses = await queries.currentNurses();
  const caregivers = await queries.caregiversEmployed(day);
  return [
    ...nurses.map(({ id, name }) => ({ id, name, kind: 'nurse' as const, onDuty: false })),
    ...caregivers.map(({ id, name, on_duty }) => ({
      id,
      name,
      kind: 'caregiver' as const,
      onDuty: Boolean(on_duty),
    })),
  ];
}

export async function requireDoer(db: Work['db'], doer: string, day: Day): Promise<void> {
  const doers = await doersOn(db, day);
  if (!doers.some(({ id }) => id === doer)) refuse('CHECKUP_DOER', {});
}

/** Refuses a resident who is not in house on the day, by name. */
export async function refuseAbsent(queries: Queries, residentId: string, day: Day): Promise<never> {
  const resident = await queries.resident(residentId);
  if (!resident) refuse('NOT_FOUND', { what: 'resident' });
  refuse('CHECKUP_NOT_IN_HOUSE', { resident: resident.name, day });
}

export async function requireCurrent(db: Work['db'], id: string): Promise<NamedRow> {
  const row = await checkupQueries(db).checkup(id);
  if (!row) refuse('NOT_FOUND', { what: 'checkup' });
  if (row.superseded_at !== null) refuse('CHECKUP_SUPERSEDED', {});
  return row;
}

/** The newest earlier value of each vital before a round. */
export function lastByResident(raw: Work['raw'], residentIds: readonly string[], day: Day, round: number) {
  const byResident = new Map<string, LastOfResident>();
  const since = addDays(day, -DAYS_A_VALUE_COUNTS_AS_LAST);
  for (const { resident_id: id, key, value, day: on } of lastValues(
    raw,
    residentIds,
    { day, round },
    since,
  )) {
    const last = byResident.get(id) ?? {};
    last[key] = { value, day: on as Day };
    byResident.set(id, last);
  }
  return byResident;
}

export function valuesOnly(last: LastOfResident | undefined): Vitals {
  const entries = vitalKeys.map((key) => [key, last?.[key]?.value ?? null]);
  return Object.fromEntries(entries) as Vitals;
}

export function valuesOf(row: Pick<CheckupRow, VitalKey>): Vitals {
  return Object.fromEntries(vitalKeys.map((key) => [key, row[key]])) as Vitals;
}

/** A row as the contract shows it. */
export function shown(row: NamedRow) {
  return {
    id: row.id,
    residentId: row.resident_id,
    day: row.day as Day,
    round: row.round,
    values: valuesOf(row),
    note: row.note,
    confirmed: vitalKeys.filter((key) => row.unusual_confirmed.split(',').includes(key)),
    doer: { id: row.doer, name: row.doer_name },
    typist: { id: row.typist, name: row.typist_name },
    recordedAt: row.recorded_at,
  };
}
