import { createRouterClient } from '@orpc/server';
import { read, utils } from '@e965/xlsx';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '../../electron/core/router.ts';
import { contract } from '../../shared/contract/index.ts';
import { may, roles, type Role } from '../../shared/contract/permissions.ts';
import { languages } from '../../shared/messages/language.ts';
import { isFailure, sentenceFor, type Failure } from '../../shared/messages/sentence.ts';
import { everyRequest, type RequestFacts } from '../support/contract.ts';
import { aFullHouse, everyId, valuesByName } from '../support/full-house.ts';
import type { TestHouse } from '../support/house.ts';
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
  toldNurse: ['护士听来的话'],
  toldClerk: ['会计听来的话'],
  handling: ['秘密处理'],
} as const;
type Planted = keyof typeof planted;

/** What a role must never see in any answer. */
const hidden: Record<Role, readonly Planted[]> = {
  director: [],
  nurse: ['residentIds', 'certificates', 'caregiverIds', 'cards', 'pay', 'toldClerk', 'handling'],
  clerk: [
    'residentIds',
    'certificates',
    'guardians',
    'residentNotes',
    'residentCodes',
    'findings',
    'vitals',
    'toldNurse',
    'handling',
  ],
};

/** Not among them: the one that changes who is asking (test/people/pin.test.ts). */
const queries = everyRequest(contract).filter(
  ({ meta, path }) =>
    !meta.changes && meta.needs !== 'anyone' && meta.waits !== false && path.join('.') !== 'people.pins.take',
);

/** A refusal as somebody reads it, and the facts that it carries. */
const refusalText = (failure: Failure) =>
  [JSON.stringify(failure.data), ...languages.map((language) => sentenceFor(failure, language))].join('\n');

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
        seen.push({ request, text: refusalText(error) });
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
