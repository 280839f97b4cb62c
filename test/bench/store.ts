import { createRouterClient } from '@orpc/server';
import type { Database } from 'better-sqlite3';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { tellKey } from '../../db/connect.ts';
import { router } from '../../electron/core/router.ts';
import { contract } from '../../shared/contract/index.ts';
import { may, roles } from '../../shared/contract/permissions.ts';
import { isFailure } from '../../shared/messages/sentence.ts';
import { everyRequest } from '../support/contract.ts';
import { aHouse, type TestHouse } from '../support/house.ts';
import { inputsFor } from '../support/schema-walk.ts';
import { withStaff } from '../support/staff.ts';
import { fillTenYears } from './ten-years.ts';

/**
 * `npm run bench:store`: what encryption costs. Every query of the contract is sent to a house of forty residents and ten years; the
 * twelve slowest statements of all are run again, encrypted and plain in turn, on the same content. The bar is a ratio of
 * 1.25 on each (trust.md 8).
 */
const BAR = 1.25;
const SLOWEST = 12;
const ROUNDS = 15;

type Seen = { readonly sql: string; readonly given: readonly unknown[]; readonly milliseconds: number };

const folder = mkdtempSync(join(tmpdir(), 'nuantuo-bench-'));
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Listens to every statement that only reads, with the time that it takes; the slowest of each text is kept. */
function listen(raw: Database): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const prepare = raw.prepare.bind(raw);
  const listening = (sql: string) => {
    const statement = prepare(sql);
    if (!statement.reader || !statement.readonly) return statement;
    for (const way of ['all', 'get'] as const) {
      const run = statement[way].bind(statement);
      statement[way] = (...given: unknown[]) => {
        const began = performance.now();
        const answer = run(...given);
        const milliseconds = performance.now() - began;
        if (milliseconds > (seen.get(sql)?.milliseconds ?? 0)) seen.set(sql, { sql, given, milliseconds });
        return answer as never;
      };
    }
    return statement;
  };
  Object.assign(raw, { prepare: listening });
  return seen;
}

const byName: Record<string, readonly unknown[]> = {
  month: ['2026-10', '2026-11', '2021-03'],
  day: ['2026-10-08', '2021-03-05'],
  from: ['2016-11-01', '2026-10-01'],
  to: ['2026-11-05'],
  until: ['2026-11-05'],
  on: ['2026-10-05'],
  startsOn: ['2026-11-20'],
  endsOn: ['2026-11-20'],
  year: [2026, 2020],
  limit: [100],
  before: [150_000],
  search: ['', '住户1'],
  text: ['', '住户', '护理1'],
  language: ['zh-CN'],
  job: ['a-job-of-the-bench'],
};

/** Sends every query of the contract as whoever may; what is refused is refused, anything else ends the bench. */
async function askEverything(house: TestHouse, people: Record<string, readonly string[]>): Promise<number> {
  const ids = [...(people['caregivers'] ?? []).slice(0, 3), ...(people['residents'] ?? []).slice(0, 3)];
  const of: Record<string, readonly unknown[]> = {
    ...byName,
    caregiverId: (people['caregivers'] ?? []).slice(0, 3),
    residentId: (people['residents'] ?? []).slice(0, 3),
  };
  const known = (name: string) => of[name] ?? (/(?:^id|Id|^of|^run)$/.test(name) ? ids : undefined);
  let answered = 0;
  for (const { path, meta, input } of everyRequest(contract)) {
    if (meta.changes || meta.needs === 'anyone' || meta.waits === false || path.at(-1) === 'take') continue;
    const role = roles.find((candidate) => may(candidate, meta.needs)) ?? 'director';
    const connection = house.house.connect();
    connection.me = (await (await house.as(role)).people.state({})).me;
    const client = createRouterClient(router, { context: { house: house.house, connection } });
    const send = path.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], client) as (
      asked: unknown,
    ) => Promise<unknown>;
    for (const candidate of inputsFor(input, known)) {
      try {
        await send(candidate);
        answered += 1;
      } catch (error) {
        if (!isFailure(error) || error.code === 'UNEXPECTED')
          throw new Error(`${path.join('.')}: a query failed`, { cause: house.faults.at(-1) ?? error });
      }
    }
  }
  return answered;
}

/** The same content without a key, opened with the same limits. */
function plainCopy(encrypted: string, key: Uint8Array): Database {
  const file = join(folder, 'plain.db');
  copyFileSync(encrypted, file);
  const draft = new Driver(file);
  tellKey(draft, key);
  draft.pragma('journal_mode = DELETE');
  draft.pragma(`rekey = ''`);
  draft.close();
  const plain = new Driver(file);
  plain.pragma('quick_check(1)');
  return plain;
}

function likeTheHouse(raw: Database): Database {
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.pragma('temp_store = MEMORY');
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cell_size_check = ON');
  raw.pragma('mmap_size = 0');
  raw.pragma('cache_size = -65536');
  return raw;
}

function timeOf(raw: Database, { sql, given }: Seen): number {
  const statement = raw.prepare(sql);
  const began = performance.now();
  statement.all(...given);
  return performance.now() - began;
}

try {
  const house = await aHouse({ today: '2026-11-05', folder });
  const people = withStaff(house, { caregivers: 20, residents: 40, startedOn: '2016-11-01' });
  const { me } = await (await house.as('nurse')).people.state({});
  fillTenYears(house.raw, people, me?.id ?? '');
  const seen = listen(house.raw);
  const answered = await askEverything(house, people);
  const slowest = [...seen.values()].toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST);
  const key = Uint8Array.from(house.house.open?.dataKey ?? []);
  house.house.lock();

  const file = house.house.databaseFile;
  const plain = likeTheHouse(plainCopy(file, key));
  const encrypted = new Driver(file);
  tellKey(encrypted, key);
  likeTheHouse(encrypted);
  console.log(`${answered} answers, ${seen.size} statements that read; the ${SLOWEST} slowest:`);
  let worst = 0;
  for (const statement of slowest) {
    const times: { encrypted: number[]; plain: number[] } = { encrypted: [], plain: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      // In turn, and in the other order every other time, so that neither gains from what the other left behind.
      const turns = [
        () => times.encrypted.push(timeOf(encrypted, statement)),
        () => times.plain.push(timeOf(plain, statement)),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) turn();
    }
    const ratio = median(times.encrypted) / median(times.plain);
    worst = Math.max(worst, ratio);
    const text = statement.sql.replaceAll(/\s+/g, ' ').slice(0, 90);
    console.log(
      `${ratio.toFixed(2)}  ${median(times.encrypted).toFixed(2).padStart(8)} ms encrypted ${median(times.plain).toFixed(2).padStart(8)} ms plain  ${text}`,
    );
  }
  console.log(`worst ratio ${worst.toFixed(2)}; bar ${BAR}: ${worst <= BAR ? 'met' : 'NOT met'}`);
  process.exitCode = worst <= BAR ? 0 : 1;
  encrypted.close();
  plain.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
