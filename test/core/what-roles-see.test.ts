import { createRouterClient } from '@orpc/server';
import { read, utils } from '@e965/xlsx';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '../../electron/core/router.ts';
import { day, month } from '../../shared/calendar/day.ts';
import { contract } from '../../shared/contract/index.ts';
import { may, roles, type Role } from '../../shared/contract/permissions.ts';
import { isFailure } from '../../shared/messages/sentence.ts';
import { everyRequest, type RequestFacts } from '../support/contract.ts';
import { closeAttendance, fillOctober, put } from '../support/october.ts';
import { aHouse, PASSWORD, type TestHouse } from '../support/house.ts';
import { inputsFor } from '../support/schema-walk.ts';

/** What is planted in the house, each once, so that where it comes out is seen. */
const planted = {
  residentIds: ['411799199709154479', '411799195510255602'],
  certificates: ['41179919970915447951'],
  caregiverIds: ['411799197004087369'],
  guardians: ['13800000000'],
  residentNotes: ['秘密备注', '秘密路'],
  residentCodes: ['intellectual', 'multiple', '低保', '智力', '多重'],
  findings: ['秘密所见'],
  vitals: ['18.7', '54.3', '"glucose":', '"temperature":'],
  cards: ['6222000011112222', '6222888877776666', '6222333344445555'],
  pay: ['287654', '2876.54', '2,876.54', '98765', '987.65'],
} as const;
type Planted = keyof typeof planted;

/** What a role must never see in any answer. */
const hidden: Record<Role, readonly Planted[]> = {
  director: [],
  nurse: ['residentIds', 'certificates', 'caregiverIds', 'cards', 'pay'],
  clerk: ['residentIds', 'certificates', 'guardians', 'residentNotes', 'residentCodes', 'findings', 'vitals'],
};

/** Not among them: the one that changes who is asking (test/people/pin.test.ts). */
const queries = everyRequest(contract).filter(
  ({ meta, path }) =>
    !meta.changes && meta.needs !== 'anyone' && meta.waits !== false && path.join('.') !== 'people.pins.take',
);

/** A house in November with everything in it that a role could see too much of. */
async function aFullHouse(folder: string): Promise<TestHouse> {
  const house = await aHouse({ today: '2026-11-05', folder });
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
  return house;
}

/** Every id that stands anywhere in the house, of all tables or of one. */
function everyId(house: TestHouse, only?: string): string[] {
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

const valuesByName: Record<string, readonly unknown[]> = {
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
};

/** An answer as text: what stands in a workbook is read out of it. */
function textOf(answer: unknown): string {
  return JSON.stringify(answer, (key, value: unknown) => {
    if (key !== 'base64' || typeof value !== 'string') return value;
    const book = read(Buffer.from(value, 'base64'));
    return Object.values(book.Sheets).map((sheet) => utils.sheet_to_csv(sheet));
  });
}

type Answered = { readonly request: string; readonly text: string };

/** Sends every query that a role may send, with every input that the house has something for. */
async function everythingSeen(house: TestHouse, role: Role): Promise<{ seen: Answered[]; silent: string[] }> {
  const connection = house.house.connect();
  connection.me = (await (await house.as(role)).people.state({})).me;
  const client = createRouterClient(router, { context: { house: house.house, connection } });
  const ids = everyId(house);
  const { code } = await (await house.as('director')).audit.stamp({});
  const of: Record<string, readonly unknown[]> = {
    ...valuesByName,
    caregiverId: everyId(house, 'caregiver'),
    residentId: everyId(house, 'resident'),
    code: [code],
  };
  const known = (name: string) => of[name] ?? (/(?:^id|Id|^of|^run)$/.test(name) ? ids : undefined);
  const seen: Answered[] = [];
  const silent: string[] = [];
  for (const { path, meta, input } of queries.filter(({ meta: { needs } }) => may(role, needs))) {
    const request = path.join('.');
    const send = path.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], client) as (
      input: unknown,
    ) => Promise<unknown>;
    let answers = 0;
    for (const candidate of inputsFor(input, known)) {
      try {
        seen.push({ request, text: textOf(await send(candidate)) });
        answers += 1;
      } catch (error) {
        if (!isFailure(error) || error.code === 'UNEXPECTED') throw error;
      }
    }
    if (answers === 0) silent.push(`${request} (${meta.needs})`);
  }
  return { seen, silent };
}

const said = ({ path }: RequestFacts) => path.join('.');

describe('what each role sees, asked through every query with everything that is in the house', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-'));
  const everything = new Map<Role, { seen: Answered[]; silent: string[] }>();
  const seenBy = (role: Role) => everything.get(role) ?? { seen: [], silent: [] };
  let house: TestHouse | undefined;
  beforeAll(async () => {
    house = await aFullHouse(folder);
    for (const role of roles) everything.set(role, await everythingSeen(house, role));
  }, 300_000);
  afterAll(() => {
    house?.house.lock();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const role of roles) {
    it(`shows a ${role} nothing that is not the business of a ${role}`, () => {
      const { seen, silent } = seenBy(role);
      const leaks = hidden[role].flatMap((what) =>
        planted[what].flatMap((marker) =>
          seen
            .filter(({ text }) => text.includes(marker))
            .map(({ request }) => `${request} shows ${what} (${marker})`),
        ),
      );
      expect([...new Set(leaks)]).toEqual([]);
      // What never answered was not looked at. Silent may be what needs a roster that is being repaired, and what only the director
      // may ask about something from outside (an open workbook, a county's card): nothing is hidden from a director.
      const mustAnswer = silent.filter(
        (request) => role !== 'director' && !request.startsWith('roster.repair.'),
      );
      expect(mustAnswer).toEqual([]);
      expect(house?.faults).toEqual([]);
    });
  }

  it('shows each planted thing to somebody, so that a test that finds nothing has looked', () => {
    const all = roles.flatMap((role) => seenBy(role).seen);
    const unseen = Object.entries(planted)
      .filter(([, markers]) => !markers.some((marker) => all.some(({ text }) => text.includes(marker))))
      .map(([what]) => what);
    expect(unseen).toEqual([]);
  });

  it('shows numbers of identity in full only where somebody opened one file, or the pay sheet', () => {
    const { seen } = seenBy('director');
    const inFull = [...planted.residentIds, ...planted.caregiverIds, ...planted.certificates];
    const where = new Set(
      seen.filter(({ text }) => inFull.some((marker) => text.includes(marker))).map(({ request }) => request),
    );
    const unmarked = queries.filter((query) => where.has(said(query)) && !query.meta.reads).map(said);
    expect(unmarked).toEqual([]);
  });
});
