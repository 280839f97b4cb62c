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
import { tableOf, type Column } from './table.ts';
import { fillTenYears } from './ten-years.ts';

/**
 * `npm run bench:store`: what encryption costs. Every query of the contract is sent to a house of forty residents and ten years; the
 * twelve slowest statements of all are run again, encrypted and plain in turn, on the same content. The bar is a ratio of
 * 1.25 on each (trust.md 8). Times are the shortest of many: what else runs on the machine only ever adds to one. Beside it, without
 * a bar, what the first time after opening costs, when every page that is read must be decrypted.
 */
const BAR = 1.25;
const SLOWEST = 12;
/** Rounds of each statement: as many as fit into so many milliseconds, within these limits. */
const ROUNDS = { within: 3000, least: 25, most: 400 } as const;
/** Runs of every statement, to find the slowest ones. */
const TRIES = 5;
/** How often both files are opened anew for a first time. */
const OPENINGS = 25;

type Seen = { readonly sql: string; readonly given: readonly unknown[]; readonly milliseconds: number };
type Times = { encrypted: number; plain: number };
type Line = { readonly what: string; readonly times: Times; readonly first: Times };

const ratio = ({ encrypted, plain }: Times) => encrypted / plain;
const columns: Column<Line>[] = [
  { head: 'statement', cell: ({ what }) => what },
  { head: 'encrypted', cell: ({ times }) => times.encrypted, digits: 2 },
  { head: 'plain', cell: ({ times }) => times.plain, digits: 2 },
  { head: 'ratio', cell: ({ times }) => ratio(times), digits: 2 },
  { head: 'first after opening', cell: ({ first }) => first.encrypted, digits: 2 },
  { head: 'plain', cell: ({ first }) => first.plain, digits: 2 },
  { head: 'ratio', cell: ({ first }) => ratio(first), digits: 2 },
];

const folder = mkdtempSync(join(tmpdir(), 'nuantuo-bench-'));

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

/** The same content without a key, in a file of its own. */
function plainCopy(encrypted: string, key: Uint8Array): string {
  const file = join(folder, 'plain.db');
  copyFileSync(encrypted, file);
  const draft = new Driver(file);
  tellKey(draft, key);
  draft.pragma('journal_mode = DELETE');
  draft.pragma(`rekey = ''`);
  draft.close();
  return file;
}

/** Opens either file with the limits of a house (db/connect.ts), but without reading all of it first. */
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

/** The slowest of all that were heard, each at its shortest of a few runs: once may have been a moment when others worked. */
function slowestOf(seen: readonly Seen[], raw: Database): readonly Seen[] {
  return seen
    .map((one) => ({
      ...one,
      milliseconds: Math.min(...Array.from({ length: TRIES }, () => timeOf(raw, one))),
    }))
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, SLOWEST);
}

type Ways = { readonly encrypted: () => number; readonly plain: () => number };

/**
 * The shortest time of each, both in turn, and in the other order every other time, so that neither gains from what the other
 * left behind. `more` is asked before each round.
 */
function shortest(ways: Ways, more: (round: number) => boolean): Times {
  const best = { encrypted: Number.POSITIVE_INFINITY, plain: Number.POSITIVE_INFINITY };
  for (let round = 0; more(round); round += 1) {
    const turns = ['encrypted', 'plain'] as const;
    for (const turn of round % 2 === 0 ? turns : turns.toReversed())
      best[turn] = Math.min(best[turn], ways[turn]());
  }
  return best;
}

function compare(statement: Seen, encrypted: Database, plain: Database): Times {
  const until = performance.now() + ROUNDS.within;
  return shortest(
    { encrypted: () => timeOf(encrypted, statement), plain: () => timeOf(plain, statement) },
    (round) => round < ROUNDS.least || (round < ROUNDS.most && performance.now() < until),
  );
}

/** The first time after opening: nothing of the file lies in SQLite's memory yet. */
function compareFirst(statement: Seen, openEncrypted: () => Database, openPlain: () => Database): Times {
  const firstOf = (open: () => Database) => () => {
    const raw = open();
    try {
      return timeOf(raw, statement);
    } finally {
      raw.close();
    }
  };
  return shortest(
    { encrypted: firstOf(openEncrypted), plain: firstOf(openPlain) },
    (round) => round < OPENINGS,
  );
}

try {
  const house = await aHouse({ today: '2026-11-05', folder });
  const people = withStaff(house, { caregivers: 20, residents: 40, startedOn: '2016-11-01' });
  const { me } = await (await house.as('nurse')).people.state({});
  fillTenYears(house.raw, people, me?.id ?? '');
  const seen = listen(house.raw);
  const answered = await askEverything(house, people);
  const key = Uint8Array.from(house.house.open?.dataKey ?? []);
  house.house.lock();

  const plainFile = plainCopy(house.house.databaseFile, key);
  const openPlain = () => likeTheHouse(new Driver(plainFile));
  const openEncrypted = () => {
    const raw = new Driver(house.house.databaseFile);
    tellKey(raw, key);
    return likeTheHouse(raw);
  };
  const [encrypted, plain] = [openEncrypted(), openPlain()];
  const slowest = slowestOf([...seen.values()], encrypted);
  const compared = slowest.map((statement) => compare(statement, encrypted, plain));
  encrypted.close();
  plain.close();
  const lines = slowest.map((statement, index): Line => {
    const times = compared[index] ?? { encrypted: Number.NaN, plain: Number.NaN };
    const first = compareFirst(statement, openEncrypted, openPlain);
    return { what: statement.sql.replaceAll(/\s+/g, ' ').slice(0, 72), times, first };
  });
  console.log(
    `${answered} answers, ${seen.size} statements that read; the ${SLOWEST} slowest, in milliseconds:`,
  );
  console.log(tableOf(columns, lines));
  const worst = Math.max(...lines.map(({ times }) => ratio(times)));
  console.log(`worst ratio ${worst.toFixed(2)}; bar ${BAR}: ${worst <= BAR ? 'met' : 'NOT met'}`);
  process.exitCode = worst <= BAR ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
