import type { House } from '../../electron/core/house.ts';
import type { Database } from 'better-sqlite3';
import { noVitals, type Vitals } from '../../shared/health/vitals.ts';

/** A house and its open database: a test house, or the one behind a browser. */
export type Inside = { readonly house: Pick<House, 'newId'>; readonly raw: Database };

const RECORDED = { at: '2026-09-01T00:00:00.000Z', by: 'test' };

/** Puts a provisional resident into the house, in a bed when one is named: `102-1`. */
export function settle(
  house: Inside,
  name: string,
  {
    bed,
    leftOn = null,
    admittedOn = '2025-01-01',
  }: { bed?: string; leftOn?: string | null; admittedOn?: string } = {},
): string {
  const id = house.house.newId();
  house.raw
    .prepare(
      `INSERT INTO resident (id, name, pinyin, initials, admitted_on, left_on, standing, recorded_at, recorded_by)
       VALUES (?, ?, ?, ?, ?, ?, 'provisional', ?, ?)`,
    )
    .run(id, name, name, name, admittedOn, leftOn, RECORDED.at, RECORDED.by);
  if (bed === undefined) return id;
  const [room, number] = bed.split('-');
  const bedId = house.house.newId();
  house.raw
    .prepare('INSERT INTO bed (id, room, number, label, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)')
    .run(bedId, room, Number(number), bed, RECORDED.at, RECORDED.by);
  house.raw
    .prepare(
      'INSERT INTO stay (id, resident_id, bed_id, starts_on, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(house.house.newId(), id, bedId, admittedOn, RECORDED.at, RECORDED.by);
  return id;
}

/** A caregiver employed since 2025; on a published roster of the month with a day shift on the day, when one is named. */
export function employ(house: Inside, name: string, onDutyOn?: string): string {
  const id = house.house.newId();
  const serial = String(house.raw.prepare('SELECT count(*) FROM caregiver').pluck().get()).padStart(3, '0');
  house.raw
    .prepare(
      `INSERT INTO caregiver (id, name, pinyin, initials, sex, national_id, birth_on, poor_household, started_on, recorded_at, recorded_by)
       VALUES (?, ?, ?, ?, 'female', ?, '1980-01-01', 0, '2025-01-01', ?, ?)`,
    )
    .run(id, name, name, name, `41179919800101${serial}X`, RECORDED.at, RECORDED.by);
  if (onDutyOn === undefined) return id;
  const roster = house.house.newId();
  house.raw
    .prepare(
      `INSERT OR IGNORE INTO shift_type (code, name, name_en, starts_at, ends_at, minutes, night, max_residents, position, recorded_at, recorded_by)
       VALUES ('D', '白班', 'Day', '08:00', '20:00', 660, 0, 4, 1, ?, ?)`,
    )
    .run(RECORDED.at, RECORDED.by);
  house.raw
    .prepare(
      `INSERT INTO roster (id, month, version, state, seed, made_at, made_by) VALUES (?, ?, 1, 'published', 1, ?, ?)`,
    )
    .run(roster, onDutyOn.slice(0, 7), RECORDED.at, RECORDED.by);
  house.raw
    .prepare(`INSERT INTO roster_cell (roster_id, caregiver_id, day, shift_code) VALUES (?, ?, ?, 'D')`)
    .run(roster, id, onDutyOn);
  return id;
}

/** Ordinary values of a healthy adult. */
export const ordinary: Vitals = {
  ...noVitals,
  temperature: 365,
  pulse: 72,
  respiration: 18,
  systolic: 120,
  diastolic: 80,
};
