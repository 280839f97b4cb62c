import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { describe, expect, it, onTestFinished } from 'vitest';
import { seededIds } from '../../build/month/seeded.ts';
import { firstBrokenLine } from '../../db/audit-check.ts';
import { contract } from '../../shared/contract/index.ts';
import { may, roles } from '../../shared/contract/permissions.ts';
import { aStick, volumesOf } from '../backup/a-place.ts';
import { senderOf, signedInWindow, windowOf } from '../support/asking.ts';
import { everyRequest, type RequestFacts } from '../support/contract.ts';
import { chance, count, seed } from '../support/counts.ts';
import { aFullHouse, everyId, valuesByName } from '../support/full-house.ts';
import type { TestHouse } from '../support/house.ts';
import { inputsFor } from '../support/schema-walk.ts';
import { spoiledInOnePlace } from './one-field.ts';
import { filledTables, outcomeOf, validInput } from './valid-inputs.ts';

const said = ({ path }: Pick<RequestFacts, 'path'>) => path.join('.');

/** What ends a session or replaces the whole file comes last, and the packages after the month that they are made of. */
const LATE = [
  'package',
  'backup',
  'people',
  'resetPassword',
  'endAccount',
  'recover',
  'restore',
  'setUp',
  'signOut',
];
const lateness = ({ path }: RequestFacts) => Math.max(...path.map((part) => LATE.indexOf(part)));
const requests = everyRequest(contract).toSorted((a, b) => lateness(a) - lateness(b));

/** Every row of every table, in one number; the log apart, which also holds who looked. */
function digestOf({ raw }: TestHouse): string {
  const hash = createHash('sha256');
  const tables = raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('audit', 'sqlite_sequence')`,
    )
    .pluck()
    .all() as string[];
  for (const table of tables) {
    hash.update(table);
    for (const row of raw.prepare(`SELECT * FROM "${table}"`).raw().iterate())
      hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

/** The house while somebody is signed in; what ended the last session or replaced the file is followed by somebody signing in. */
async function stateNow(house: TestHouse, before?: State): Promise<State> {
  if (!house.house.open) await signedInWindow(house, 'director');
  return stateOf(house, before);
}

type State = { readonly writes: number; readonly lines: number; readonly digest: string };

/** What is in the house; not read again while nothing was written, be it undone or not, since the state before. */
function stateOf(house: TestHouse, before?: State): State {
  const number = (sql: string) => house.raw.prepare(sql).pluck().get() as number;
  const writes = number('SELECT total_changes()');
  if (writes === before?.writes) return before;
  return { writes, lines: number('SELECT count(*) FROM audit'), digest: digestOf(house) };
}

/** What is wrong with how a request was answered, in words; null when nothing is. */
function fault(
  request: RequestFacts,
  outcome: string,
  valid: boolean,
  before: State,
  after: State,
): string | null {
  const answered = outcome === 'answered';
  if (!answered && !request.errors.includes(outcome))
    return `was refused with ${outcome}, which it does not declare`;
  if (outcome === 'UNEXPECTED') return 'was a fault';
  if (answered && !valid) return 'was answered against the contract';
  if (!valid && outcome !== 'BAD_INPUT') return `is no valid input, and was refused with ${outcome}`;
  if (
    after.digest !== before.digest &&
    !(answered && (request.meta.changes || request.meta.needs === 'anyone'))
  )
    return `changed something, and was ${outcome}`;
  // A way in writes down who failed to come in.
  if (after.lines !== before.lines && !answered && request.meta.needs !== 'anyone')
    return `left a line, and was ${outcome}`;
  return null;
}

/** Sends every query of the contract for everybody who may: whatever was accepted must also be readable. */
async function readEverything(house: TestHouse): Promise<string[]> {
  const faults: string[] = [];
  const ids = filledTables(house).flatMap((table) => everyId(house, table).slice(-3));
  const known = (name: string) => valuesByName[name] ?? (/(?:^id|Id|^of|^run)$/.test(name) ? ids : undefined);
  for (const role of roles) {
    const window = await signedInWindow(house, role);
    for (const { path, meta, input } of requests.filter((one) => !one.meta.changes && lateness(one) < 0)) {
      if (meta.waits === false || meta.needs === 'anyone' || !may(role, meta.needs)) continue;
      for (const candidate of inputsFor(input, known))
        if ((await outcomeOf(window(path), candidate)) === 'UNEXPECTED')
          faults.push(`${path.join('.')} ${JSON.stringify(candidate)}`);
    }
  }
  return faults;
}

describe('a valid input that is spoiled in one place', () => {
  it(
    'is refused as declared and changes nothing, or is within the rules; what was accepted can be read',
    { timeout: 3_600_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'nuantuo-fields-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const volumes = volumesOf([aStick('KINGSTON')], tmpdir());
      const house = await aFullHouse(folder, { newId: seededIds('one-field'), volumes });
      onTestFinished(() => house.house.lock());
      const windows = new Map(
        await Promise.all(roles.map(async (role) => [role, await windowOf(house, role)] as const)),
      );
      const problems: string[] = [];
      const tally = { spoiled: 0, accepted: 0, reached: 0 };
      let isRead = false;
      const start = seed('one-field');
      for (const request of requests) {
        const [name, role, late] = [said(request), senderOf(request), lateness(request) >= 0];
        if (late && !isRead) {
          problems.push(...(await readEverything(house)));
          isRead = true;
        }
        // Whoever was guessed at may be tried again by now.
        if (late) house.pass(3_600_000);
        await stateNow(house);
        const send = (late ? await signedInWindow(house, role) : windows.get(role))?.(request.path);
        if (!send) throw new Error(`nobody may send ${name}`);
        const draw = chance(start + requests.indexOf(request));
        const valid = await validInput(house, request, send, draw);
        if (valid.outcome === 'answered') tally.reached += 1;
        let before = await stateNow(house);
        const ids = filledTables(house).flatMap((table) => everyId(house, table).slice(0, 1));
        const all = [...spoiledInOnePlace(valid.input, ids)];
        for (let left = Math.min(all.length, count('one-field', 20, 2000)); left > 0; left--) {
          const [one] = all.splice(Math.floor(draw() * all.length), 1);
          const outcome = await outcomeOf(send, one?.input);
          const after = await stateNow(house, before);
          const isValid = (request.input as z.ZodType).safeParse(one?.input).success;
          const wrong = fault(request, outcome, isValid, before, after);
          if (wrong !== null) problems.push(`${name}, ${one?.what}: ${wrong}`);
          before = after;
          tally.spoiled += 1;
          if (outcome === 'answered') tally.accepted += 1;
        }
      }
      expect(problems).toEqual([]);
      expect(house.faults).toEqual([]);
      expect(firstBrokenLine(house.raw)).toBeNull();
      // Most requests were answered before they were spoiled, and not everything unusual is wrong: the cases reach behind the contract.
      expect(tally.reached / requests.length).toBeGreaterThan(0.7);
      expect(tally.accepted).toBeGreaterThan(tally.spoiled / 50);
      expect(tally.spoiled).toBeGreaterThan(requests.length * 10);
    },
  );
});
