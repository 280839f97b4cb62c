import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { router } from '../../electron/core/router.ts';
import { failures } from '../../shared/contract/failures.ts';
import { contract } from '../../shared/contract/index.ts';
import { may, roles, type Role } from '../../shared/contract/permissions.ts';
import { aHouse, refusalOf, type TestHouse } from '../support/house.ts';
import { everyRequest } from '../support/contract.ts';

const requests = everyRequest(contract);

/** Calls a request by its path with any input at all. */
async function call(
  house: TestHouse,
  role: Role | null,
  path: readonly string[],
  input: unknown,
): Promise<unknown> {
  const connection = house.house.connect();
  if (role) connection.me = (await (await house.as(role)).people.state({})).me;
  let node: unknown = createRouterClient(router, { context: { house: house.house, connection } });
  for (const part of path) node = (node as Record<string, unknown>)[part];
  return (node as (input: unknown) => Promise<unknown>)(input);
}

const rowCounts = (house: TestHouse) =>
  (
    house.raw
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .all() as { name: string }[]
  )
    .map(
      ({ name }) =>
        `${name} ${(house.raw.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number }).n}`,
    )
    .join('\n');

describe('the door', () => {
  it('has a handler for every request of the contract', () => {
    expect(requests.length).toBeGreaterThan(10);
    for (const { path } of requests) {
      const handler = path.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], router);
      expect(handler, path.join('.')).toBeDefined();
    }
  });

  it('lets in exactly the roles that a request declares', { timeout: 300_000 }, async () => {
    const house = await aHouse();
    for (const { path, meta } of requests.filter((request) => request.meta.needs !== 'anyone')) {
      for (const role of [null, ...roles]) {
        // Junk is refused after the permission, so the answer tells whether the permission was passed without changing anything.
        const refusal = await refusalOf(call(house, role, path, { junk: true }));
        const expected =
          role === null ? 'NOT_SIGNED_IN' : may(role, meta.needs) ? 'BAD_INPUT' : 'NOT_ALLOWED';
        expect(`${path.join('.')} as ${role}: ${refusal.code}`).toBe(
          `${path.join('.')} as ${role}: ${expected}`,
        );
      }
    }
  });

  it('refuses junk with a clear sentence and changes nothing', { timeout: 300_000 }, async () => {
    const house = await aHouse();
    for (const role of roles) await house.as(role);
    const before = rowCounts(house);
    for (const { path, meta } of requests) {
      const role = roles.find((candidate) => may(candidate, meta.needs)) ?? 'director';
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.anything({ maxDepth: 2 }), fc.string(), fc.integer()), async (input) => {
          if (typeof input === 'object' && input !== null && Object.keys(input).length === 0) return;
          const refusal = await refusalOf(call(house, role, path, input));
          expect(refusal.code).toBe('BAD_INPUT');
          expect(refusal.sentence.length).toBeGreaterThan(3);
        }),
        { numRuns: 12, seed: 7 },
      );
    }
    expect(rowCounts(house)).toBe(before);
    expect(house.faults).toEqual([]);
  });

  it('declares only failures that have facts and a sentence', () => {
    for (const { path, errors } of requests) {
      for (const code of errors) expect(Object.keys(failures), path.join('.')).toContain(code);
    }
  });

  it('hides the cause of an unexpected fault behind a number that the log knows', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    house.raw.exec('ALTER TABLE account RENAME TO account_lost');

    const refusal = await refusalOf(director.people.accounts({}));

    expect(refusal.code).toBe('UNEXPECTED');
    expect(refusal.sentence).not.toContain('account');
    expect(house.faults).toMatchObject([
      { request: 'people.accounts', reference: (refusal.data as { reference: string }).reference },
    ]);
  });
});
