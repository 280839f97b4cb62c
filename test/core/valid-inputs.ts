import type { z } from 'zod';
import { setsOn } from '../../electron/core/backup-set.ts';
import { isFailure } from '../../shared/messages/sentence.ts';
import type { Send } from '../support/asking.ts';
import type { RequestFacts } from '../support/contract.ts';
import { everyId, valuesByName } from '../support/full-house.ts';
import type { TestHouse } from '../support/house.ts';
import { RECIPIENT } from '../support/packages.ts';
import { aGuess } from './almost-valid.ts';

/** How often a valid input is guessed at: a request that takes an id of one table among sixty is hit within so many. */
const MOST_TRIES = 80;

const LEDGER = '姓名,性别,身份证号,残疾人证号,入住日期\n王改,女,411799197103051222,,2020-01-01\n';

/** What fields may hold beside what test/support/full-house.ts knows of its house. */
const values: Record<string, readonly unknown[]> = {
  ...valuesByName,
  base64: [Buffer.from(LEDGER).toString('base64')],
  recipient: [RECIPIENT],
  nationalId: ['411799197103051222'],
  certificateNo: ['41179919710305122242'],
  values: [{ temperature: 365 }, { systolic: 120, diastolic: 80 }],
  cells: ['DDDN--'],
  after: ['another-2026'],
  pin: ['7350'],
};

/** How a request was answered: `answered`, or the code of its refusal. */
export async function outcomeOf(send: Send, input: unknown): Promise<string> {
  try {
    await send(input);
    return 'answered';
  } catch (error) {
    if (isFailure(error)) return error.code;
    throw error;
  }
}

const worth = (outcome: string) =>
  ({ UNEXPECTED: -1, BAD_INPUT: 0, NOT_FOUND: 1, answered: 3 })[outcome] ?? 2;

export type Valid = { readonly input: unknown; readonly outcome: string };

/**
 * An input that the request answers in this house as it is now, or the best that was found: one that a rule of the house refuses, else
 * one whose record is not there. Whatever was answered has been done.
 */
export async function validInput(
  house: TestHouse,
  { path, input: schema }: RequestFacts,
  send: Send,
  draw: () => number,
): Promise<Valid> {
  const name = path.join('.').toLowerCase();
  const likeness = (table: string) => {
    const parts = table.split('_');
    return parts.filter((part) => name.includes(part)).length / parts.length;
  };
  const tables = filledTables(house).toSorted((a, b) => likeness(b) - likeness(a));
  const drafts = [...house.house.drafts.keys()];
  const volumes = house.house.volumes();
  const tokenOf = ({ path: place }: { path: string }) => house.house.backups.token(place);
  const tokens = {
    token: volumes.map(tokenOf),
    backup: volumes.flatMap(setsOn).map(({ folder }) => tokenOf({ path: folder })),
  };
  let best: Valid | undefined;
  for (let turn = 0; turn < MOST_TRIES && best?.outcome !== 'answered'; turn++) {
    // The tables in turn; between them the likeliest, and what lies in memory only.
    const table = turn % 3 === 0 ? tables[turn / 3] : tables[turn % 4];
    const own = turn % 3 === 2 && drafts.length > 0 ? drafts : everyId(house, table ?? tables[0]);
    const input = aGuess(schema as z.ZodType, draw, {
      likely(field) {
        if (/^(?:id|of|run)$/.test(field)) return own;
        if (field === 'token' || field === 'backup') return tokens[field];
        const table = tableOf(field, tables);
        return table === undefined ? values[field] : everyId(house, table);
      },
    });
    const outcome = await outcomeOf(send, input);
    if (!best || worth(outcome) > worth(best.outcome)) best = { input, outcome };
  }
  return best ?? { input: {}, outcome: 'BAD_INPUT' };
}

/** The tables that hold records with an id. */
export function filledTables(house: TestHouse): string[] {
  const all = house.raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[];
  return all.filter((table) => everyId(house, table).length > 0);
}

/** `patternId` is of rotation_pattern, `caregiverId` of caregiver. */
function tableOf(field: string, tables: readonly string[]): string | undefined {
  const noun = /^(.+)Id$/.exec(field)?.[1]?.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (noun === undefined) return undefined;
  return tables.find((table) => table === noun) ?? tables.find((table) => table.split('_').includes(noun));
}
