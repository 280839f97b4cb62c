import { day, month } from '../../shared/calendar/day.ts';
import type { HouseOptions } from '../../electron/core/house.ts';
import { aComplaint } from './complaints.ts';
import { aHouse, PASSWORD, type TestHouse } from './house.ts';
import { closeAttendance, fillOctober, put } from './october.ts';

/** The number of the one sealed letter in the house. */
const LETTER = '012345678901';

/** A house in November with everything in it that a role could see too much of. */
export async function aFullHouse(folder: string, options: Partial<HouseOptions> = {}): Promise<TestHouse> {
  const house = await aHouse({ today: '2026-11-05', ...options, folder });
  fillOctober(house, { closed: false, locked: false });
  const [director, nurse, clerk] = [
    await house.as('director'),
    await house.as('nurse'),
    await house.as('clerk'),
  ];
  house.raw.exec(
    `UPDATE caregiver SET national_id = '411799197004087369', birth_on = '1970-04-08' WHERE id = 'c1'`,
  );
  put(house, 'caregiver', {
    id: 'c2',
    name: '冯明',
    sex: 'male',
    pinyin: 'fengming',
    initials: 'fm',
    national_id: '411799196907049692',
    birth_on: '1969-07-04',
    poor_household: 0,
    started_on: '2026-11-01',
    recorded_at: '2026-11-01T01:00:00.000Z',
    recorded_by: 'test',
  });
  put(house, 'roster', {
    id: 'ro2',
    month: '2026-11',
    version: 1,
    state: 'published',
    seed: 1,
    made_at: '2026-11-01T01:00:00.000Z',
    made_by: 'test',
  });
  for (const [caregiver_id, shift_code] of [
    ['c1', 'D'],
    ['c2', null],
  ] as const)
    put(house, 'roster_cell', { roster_id: 'ro2', caregiver_id, day: '2026-11-20', shift_code });
  const { me } = await nurse.people.state({});
  put(house, 'checkup', {
    id: 'k2',
    resident_id: 'r1',
    day: '2026-11-02',
    glucose: 187,
    weight: 543,
    doer: me?.id ?? '',
    typist: me?.id ?? '',
    recorded_at: '2026-11-02T01:00:00.000Z',
    note: '秘密所见',
  });
  await clerk.payroll.setTerm({
    caregiverId: 'c1',
    term: {
      effectiveFrom: day('2026-01-01'),
      engagement: 'employment',
      baseWage: 287_654,
      insurance: 'off',
      insuranceReason: '已参加城乡居民保险',
      insuranceBase: null,
      schemesOff: {},
      specialDeduction: 0,
      taxRelief: 'none',
    },
  });
  await clerk.payroll.setBankCard({ caregiverId: 'c1', bankCard: '6222888877776666', reason: '换卡' });
  await clerk.payroll.setBankCard({ caregiverId: 'c1', bankCard: '6222333344445555', reason: '又换卡' });
  await director.caregivers.correct({ id: 'c1', changes: { phone: '13911112222' }, reason: '换号' });
  await director.residents.correct({
    id: 'r1',
    changes: { guardianPhone: '13800000000', note: '秘密备注', address: '柳河镇秘密路' },
    reason: '核对',
  });
  await director.residents.wish.record({
    residentId: 'r1',
    intimateCare: 'same-sex',
    saidBy: 'guardian',
    saidOn: day('2026-11-01'),
    note: '秘密备注',
  });
  closeAttendance(house);
  await clerk.payroll.addExtra({
    month: month('2026-10'),
    caregiverId: 'c1',
    extra: { kind: 'bonus', amount: 98_765, note: '先进' },
  });
  await clerk.payroll.setOpening({
    caregiverId: 'c1',
    year: 2026,
    opening: {
      throughMonth: month('2026-09'),
      months: 9,
      income: 98_765,
      insurance: 0,
      special: 0,
      withheld: 0,
    },
  });
  await clerk.payroll.prepare({ month: month('2026-10') });
  const said = (text: string) => aComplaint('c1', { concernId: 'c2', said: text });
  await clerk.complaints.record(said('会计听来的话'));
  const { id } = await nurse.complaints.record(said('护士听来的话'));
  await director.complaints.addStep({
    id,
    kind: 'inquiry',
    on: day('2026-11-05'),
    said: '秘密处理',
    doer: '主任',
  });
  house.raw.exec(`INSERT INTO complaint_letter VALUES (1, '${LETTER}', '2026-11-05', x'01')`);
  return house;
}

/** Every id that stands anywhere in the house, of all tables or of one. */
export function everyId(house: TestHouse, only?: string): string[] {
  const tables = only
    ? [only]
    : (house.raw
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
        .pluck()
        .all() as string[]);
  return tables.flatMap((table) => {
    const columns = (house.raw.pragma(`table_info("${table}")`) as { name: string }[]).map(
      ({ name }) => name,
    );
    return columns.includes('id') && table !== 'audit_anchor'
      ? (house.raw.prepare(`SELECT CAST(id AS TEXT) FROM "${table}"`).pluck().all() as string[])
      : [];
  });
}

/** What a field of this name may hold in that house, for asking through every request. */
export const valuesByName: Record<string, readonly unknown[]> = {
  month: ['2026-10', '2026-11'],
  day: ['2026-11-02', '2026-10-08', '2026-10-12', '2026-11-20'],
  from: ['2026-10-01'],
  to: ['2026-11-05'],
  until: ['2026-11-05'],
  on: ['2026-11-05'],
  startsOn: ['2026-11-20'],
  endsOn: ['2026-11-20'],
  year: [2026],
  round: [1],
  limit: [100],
  search: ['', '孙', '谢', '4479'],
  text: ['', '孙春生', '谢雪', '101', '轮椅', '411799199709154479'],
  language: ['zh-CN'],
  password: [PASSWORD],
  seq: [1],
  before: [1_000],
  job: ['a-job-of-this-test'],
  happenedOn: ['2026-11-02'],
  place: ['走廊'],
  concernKind: ['unknown'],
  said: ['听来的话'],
  doneAtOnce: ['换了人'],
  doer: ['c1'],
  letterNumber: [LETTER],
  reason: ['核对台账'],
};
