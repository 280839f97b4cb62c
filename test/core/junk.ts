import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { z } from 'zod';
import { oddPlace } from '../../electron/core/plain-input.ts';
import { router } from '../../electron/core/router.ts';
import type { RequestFacts } from '../../shared/contract/every-request.ts';
import { may, roles } from '../../shared/contract/permissions.ts';
import { isFailure, sentenceFor } from '../../shared/messages/sentence.ts';
import { chance, seed } from '../support/counts.ts';
import { aHouse, type TestHouse } from '../support/house.ts';
import { aGuess, aSpite, spoiled } from './almost-valid.ts';

/** The last line of the log, and how many rows each table holds. */
function stateOf({ raw }: TestHouse): string {
  const tables = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[];
  const rows = tables.map(
    (name) => `${name} ${String(raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())}`,
  );
  return [...rows, JSON.stringify(raw.prepare('SELECT * FROM audit ORDER BY rowid DESC LIMIT 1').get())].join(
    '\n',
  );
}

/**
 * Sends one request as often as said: anything at all, a spite, an input that is valid but for one field. Whatever is no valid input
 * must be refused as such, in a sentence, with nothing changed and nothing in the log of faults. Answers how many were refused.
 */
export async function throwJunkAt(requests: readonly RequestFacts[], times: number): Promise<number> {
  const house = await aHouse();
  let refusals = 0;
  for (const role of roles) if (may(role, 'signed-in')) await house.as(role).catch(() => undefined);
  for (const { path, meta, errors, input } of requests) {
    const where = path.join('.');
    const role = (['director', 'nurse', 'clerk'] as const).find((one) => may(one, meta.needs)) ?? 'director';
    const connection = house.house.connect();
    connection.me = (await (await house.as(role)).people.state({})).me;
    let node: unknown = createRouterClient(router, { context: { house: house.house, connection } });
    for (const part of path) node = (node as Record<string, unknown>)[part];
    const call = node as (sent: unknown) => Promise<unknown>;
    const schema = input as z.ZodType;
    const draw = chance(seed(`junk ${where}`));
    const anything = fc.sample(
      fc.anything({
        maxDepth: 3,
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withNullPrototype: true,
        withSparseArray: true,
        withObjectString: true,
      }),
      { numRuns: Math.ceil(times / 4), seed: seed(`junk ${where}`) },
    );
    const before = stateOf(house);
    for (let round = 0; round < times; round++) {
      const kind = round % 4;
      const sent =
        kind === 0 ? anything[round >> 2] : kind === 1 ? aSpite(draw) : spoiled(aGuess(schema, draw), draw);
      // What happens to be valid is no junk; almost none is.
      if (isValid(schema, sent)) continue;
      const thrown = await call(sent).then(
        () => null,
        (error: unknown) => error,
      );
      if (!isFailure(thrown)) throw new Error(`${where} answered junk of round ${round}`, { cause: thrown });
      if (thrown.code !== 'BAD_INPUT' || !errors.includes('BAD_INPUT'))
        throw new Error(`${where} refused junk of round ${round} with ${thrown.code}`);
      if (refusals++ % 50 === 0) expect(sentenceFor(thrown, 'zh-CN').length).toBeGreaterThan(3);
    }
    expect(stateOf(house), where).toBe(before);
    expect(house.faults, where).toEqual([]);
  }
  return refusals;
}

/** Asked as the door asks: a list that says it has 2,147,483,648 items is turned away before a schema goes through them. */
function isValid(schema: z.ZodType, sent: unknown): boolean {
  try {
    if (oddPlace(sent) !== null) return false;
    return schema.safeParse(sent).success;
  } catch {
    return false; // a loop or a trap that the schema itself falls over is no valid input
  }
}
