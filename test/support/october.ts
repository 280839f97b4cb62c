import type { TestHouse } from './house.ts';
import { anOctober, RECIPIENT } from './packages.ts';

type Value = string | number | null;

/** Puts one row into a table of the open house, past the rules: a test sets the scene with it. */
export function put(house: TestHouse, table: string, row: Readonly<Record<string, Value>>): void {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  house.raw
    .prepare(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${places})`,
    )
    .run(...Object.values(row));
}

const RECORDED = { recorded_at: '2026-10-31T08:00:00.000Z', recorded_by: 'test' };
const KEYS = { pinyin: '', initials: '' };

/**
 * The little October of test/support/packages.ts as rows of a house, with the things around it that must not leave the
 * house: telephones, bank cards, addresses, a provisional resident, vitals, an older month.
 */
export function fillOctober(house: TestHouse, { closed = true, locked = true } = {}): void {
  const october = anOctober();
  for (const { ...resident } of october.residents) {
    put(house, 'resident', {
      ...(resident as Record<string, Value>),
      ...KEYS,
      ...RECORDED,
      standing: 'registered',
      address: '柳河镇秘密路',
      guardian_name: '家属',
      guardian_phone: '13800000000',
      note: '秘密备注',
    });
  }
  put(house, 'resident', {
    id: 'r9',
    name: '待核实人',
    ...KEYS,
    ...RECORDED,
    standing: 'provisional',
    admitted_on: '2026-10-02',
  });
  for (const [index, room] of ['101', '102'].entries()) {
    put(house, 'bed', { id: `b${index + 1}`, room, number: 1, label: `${room}-1`, ...RECORDED });
  }
  put(house, 'stay', {
    id: 's1',
    resident_id: 'r1',
    bed_id: 'b1',
    starts_on: '2020-04-07',
    ends_on: null,
    ...RECORDED,
  });
  put(house, 'stay', {
    id: 's9',
    resident_id: 'r9',
    bed_id: 'b2',
    starts_on: '2026-10-02',
    ends_on: null,
    ...RECORDED,
  });
  for (const { resident_id: _, ...device } of october.devices)
    put(house, 'device', { ...(device as Record<string, Value>), ...RECORDED });
  put(house, 'device_holding', {
    id: 'h1',
    device_id: 'd1',
    resident_id: 'r2',
    starts_on: '2026-01-01',
    ends_on: null,
    ...RECORDED,
  });
  put(house, 'caregiver', {
    id: 'c1',
    name: '谢雪',
    sex: 'female',
    ...KEYS,
    ...RECORDED,
    national_id: '411799198001011234',
    birth_on: '1980-01-01',
    poor_household: 1,
    started_on: '2024-03-01',
    ended_on: null,
    phone: '13900000000',
    bank_card: '6222000011112222',
  });
  for (const pairing of october.pairings)
    put(house, 'pairing', { ...(pairing as Record<string, Value>), ...RECORDED });
  for (const [index, mark] of october.attendance.entries())
    put(house, 'attendance', {
      id: `a${index}`,
      ...(mark as Record<string, Value>),
      source: 'manual',
      ...RECORDED,
    });
  put(house, 'attendance', {
    id: 'a9',
    caregiver_id: 'c1',
    day: '2026-09-30',
    mark: 'day',
    source: 'manual',
    ...RECORDED,
  });
  put(house, 'checkup', {
    id: 'k1',
    resident_id: 'r1',
    day: '2026-10-12',
    temperature: 365,
    doer: '',
    typist: 'test',
    recorded_at: RECORDED.recorded_at,
    note: '秘密所见',
  });
  put(house, 'checkup', {
    id: 'k9',
    resident_id: 'r9',
    day: '2026-10-12',
    temperature: 365,
    doer: '',
    typist: 'test',
    recorded_at: RECORDED.recorded_at,
  });
  house.raw
    .exec(`INSERT OR IGNORE INTO shift_type (code, name, name_en, starts_at, ends_at, minutes, night, max_residents, position, recorded_at, recorded_by)
    VALUES ('D', '白班', 'Day', '08:00', '18:00', 600, 0, 4, 1, '2026-10-01', 'test')`);
  put(house, 'roster', {
    id: 'ro1',
    month: '2026-10',
    version: 1,
    state: 'published',
    seed: 1,
    made_at: RECORDED.recorded_at,
    made_by: 'test',
  });
  for (const { shift, ...cell } of october.roster)
    put(house, 'roster_cell', {
      roster_id: 'ro1',
      ...(cell as Record<string, Value>),
      shift_code: shift as string | null,
    });
  if (closed) closeAttendance(house);
  if (locked) lockPay(house);
}

export function closeAttendance(house: TestHouse): void {
  put(house, 'attendance_close', {
    id: 'close-1',
    month: '2026-10',
    people: 1,
    closed_at: '2026-11-01T01:00:00.000Z',
    closed_by: 'test',
  });
}

/** A pay run that is made and locked the way the table allows: lines first, then the lock. */
export function lockPay(house: TestHouse, number = 1, change: Readonly<Record<string, Value>> = {}): void {
  const run = `run-${number}`;
  put(house, 'pay_run', {
    id: run,
    month: '2026-10',
    number,
    kind: 'regular',
    state: 'draft',
    pay_on: '2026-11-10',
    made_at: '2026-11-01T01:00:00.000Z',
    made_by: 'clerk',
    ...change,
  });
  for (const { run: _run, kind: _kind, id, ...line } of anOctober().pay) {
    put(house, 'pay_line', {
      id: number === 1 ? String(id) : `${String(id)}-${number}`,
      run_id: run,
      position: 1,
      insurance_fen: 0,
      special_deduction_fen: 0,
      facts: '{}',
      ...(line as Record<string, Value>),
    });
  }
  house.raw
    .prepare(
      `UPDATE pay_run SET state = 'locked', reviewed_at = ?, reviewed_by = 'director', locked_at = ?, locked_by = 'director' WHERE id = ?`,
    )
    .run('2026-11-01T02:00:00.000Z', '2026-11-01T02:00:00.000Z', run);
}

/** A house whose October is ready to go up. */
export async function readyHouse(house: TestHouse) {
  fillOctober(house);
  const director = await house.as('director');
  await director.package.setCountyKey({ recipient: RECIPIENT });
  return director;
}
