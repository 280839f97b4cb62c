import { createRouterClient } from '@orpc/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { House, type Connection } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { contract } from '../../shared/contract/index.ts';
import { may, permissions, roles, type Role } from '../../shared/contract/permissions.ts';
import { everyRequest, type RequestFacts } from '../support/contract.ts';
import { aHouse, PASSWORD, refusalOf, type Client, type TestHouse } from '../support/house.ts';

const requests = everyRequest(contract);
const said = ({ path }: RequestFacts) => path.join('.');

/** Requests as one connection sends them, the connection beside them. */
function window(house: House): { connection: Connection; client: Client } {
  const connection = house.connect();
  return { connection, client: createRouterClient(router, { context: { house, connection } }) };
}

async function signedIn(house: TestHouse, login: string) {
  const opened = window(house.house);
  await opened.client.people.signIn({ login, password: PASSWORD });
  return opened;
}

/** What each request is answered with when it carries junk: the door asks who, then whether, and only then looks at what. */
async function answersOf(client: Client): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const request of requests) {
    const send = request.path.reduce<unknown>(
      (node, part) => (node as Record<string, unknown>)[part],
      client,
    ) as (input: unknown) => Promise<unknown>;
    answers.set(said(request), (await refusalOf(send({ junk: true }))).code);
  }
  return answers;
}

/** What they must be answered with for a role, or for nobody (null). */
const expected = (role: Role | null) =>
  new Map(
    requests.map((request) => [
      said(request),
      request.meta.needs === 'anyone'
        ? 'BAD_INPUT'
        : role === null
          ? 'NOT_SIGNED_IN'
          : may(role, request.meta.needs)
            ? 'BAD_INPUT'
            : 'NOT_ALLOWED',
    ]),
  );

/** Everything that is in the house, counted, and the head of its log. */
const stateOf = ({ raw }: TestHouse) =>
  (
    raw
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all() as string[]
  ).map((name) => [name, raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()]);

describe('every request in every state of the house', () => {
  it('is refused before set-up, but for the ways in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nuantuo-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const house = new House({ folder, kdf: { N: 2 ** 4, r: 8, p: 1 } });
    expect(await answersOf(window(house).client)).toEqual(expected(null));
    expect(house.isSetUp).toBe(false);
  });

  it('is refused while the house is locked, and does not open it', async () => {
    const house = await aHouse();
    await (await house.as('director')).people.signOut({});
    expect(house.house.open).toBeNull();
    expect(await answersOf(window(house.house).client)).toEqual(expected(null));
    expect(house.house.open).toBeNull();
  });

  it('is refused to a window where nobody signed in, while others work', async () => {
    const house = await aHouse();
    for (const role of roles) await house.as(role);
    const before = stateOf(house);
    expect(await answersOf(window(house.house).client)).toEqual(expected(null));
    expect(stateOf(house)).toEqual(before);
  });

  for (const role of roles) {
    it(`lets a ${role} do what a ${role} may and nothing more, whoever else is signed in`, async () => {
      const house = await aHouse();
      for (const other of roles) await house.as(other);
      const { client } = await signedIn(house, role);
      const before = stateOf(house);
      expect(await answersOf(client)).toEqual(expected(role));
      expect(stateOf(house)).toEqual(before);
    });

    it(`is refused to a ${role} who signed out, and to one who was idle for too long`, async () => {
      const house = await aHouse();
      const director = await house.as('director');
      const { client } = await signedIn(house, role);
      await client.people.signOut({});
      expect(await answersOf(client)).toEqual(expected(null));

      const idle = await signedIn(house, role);
      house.pass(14 * 60_000);
      await director.people.present({});
      house.pass(2 * 60_000);
      expect(await answersOf(idle.client)).toEqual(expected(null));
      expect(house.house.open).not.toBeNull();
    });

    it(`is refused to a ${role} whose account was ended or whose password was changed meanwhile`, async () => {
      const house = await aHouse();
      const director = await house.as('director');
      await director.people.addAccount({ login: 'second', name: '第二人', role, password: PASSWORD });
      const { client } = await signedIn(house, 'second');
      const elsewhere = await signedIn(house, 'second');
      await elsewhere.client.people.changePassword({ before: PASSWORD, after: 'another-2026' });
      expect(await answersOf(client)).toEqual(expected(null));
      expect(await answersOf(elsewhere.client)).toEqual(expected(role));

      const { me } = await elsewhere.client.people.state({});
      await director.people.endAccount({ id: me?.id ?? '', reason: '调离' });
      expect(await answersOf(elsewhere.client)).toEqual(expected(null));
    });
  }

  it('follows the person who signs in at a window where another signed in before', async () => {
    const house = await aHouse();
    const { client } = await signedIn(house, 'director');
    await client.people.signOut({});
    await client.people.signIn({ login: 'clerk', password: PASSWORD });
    expect(await answersOf(client)).toEqual(expected('clerk'));
    await client.people.signIn({ login: 'nurse', password: PASSWORD });
    expect(await answersOf(client)).toEqual(expected('nurse'));
  });
});

describe('the matrix of who may do what', () => {
  it('knows each right that a request needs, and each right is needed by a request', () => {
    const needed = new Set(requests.map(({ meta }) => meta.needs));
    expect(permissions.filter((permission) => !needed.has(permission))).toEqual([]);
    const known: readonly string[] = [...permissions, 'anyone', 'signed-in'];
    expect([...needed].filter((need) => !known.includes(need))).toEqual([]);
  });

  it('gives every right to somebody, and to nobody who is not signed in', () => {
    for (const permission of permissions) {
      expect(
        roles.some((role) => may(role, permission)),
        permission,
      ).toBe(true);
      expect(may(null, permission), permission).toBe(false);
    }
    expect(may(null, 'signed-in')).toBe(false);
  });

  it('lets nobody who was not asked change anything: what needs nobody is a way in, and no change', () => {
    const open = requests.filter(({ meta }) => meta.needs === 'anyone');
    expect(open.filter(({ meta }) => meta.changes || meta.reads).map(said)).toEqual([]);
  });

  it('parts pay from care: no right of wages is a nurse’s, none of residents or health a clerk’s', () => {
    const of = (role: Role, part: string) =>
      permissions.filter((permission) => permission.startsWith(part) && may(role, permission));
    expect(of('nurse', 'payroll.')).toEqual([]);
    expect([...of('clerk', 'residents.'), ...of('clerk', 'checkups.'), ...of('clerk', 'wishes.')]).toEqual(
      [],
    );
    expect([...of('nurse', 'audit.'), ...of('clerk', 'audit.')]).toEqual([]);
    // Two persons: who prepares pay does not approve it, and who writes health down is not the director.
    expect(may('director', 'payroll.prepare')).toBe(false);
    expect(may('clerk', 'payroll.approve')).toBe(false);
    expect(may('director', 'checkups.write')).toBe(false);
  });
});
