import { createRouterClient } from '@orpc/server';
import { router } from '../../electron/core/router.ts';
import { may, type Role } from '../../shared/contract/permissions.ts';
import type { RequestFacts } from './contract.ts';
import { PASSWORD, type TestHouse } from './house.ts';

/** One request as somebody sends it, whatever the input. */
export type Send = (input: unknown) => Promise<unknown>;

/** A way to send any request of the contract as somebody in this role, from a window of her own. */
export async function windowOf(house: TestHouse, role: Role): Promise<(path: readonly string[]) => Send> {
  const connection = house.house.connect();
  connection.me = (await (await house.as(role)).people.state({})).me;
  const client = createRouterClient(router, { context: { house: house.house, connection } });
  return (path) =>
    path.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], client) as Send;
}

/** The same from a window where somebody signs in now, whatever became of the sessions before. */
export async function signedInWindow(
  house: TestHouse,
  role: Role,
): Promise<(path: readonly string[]) => Send> {
  const client = house.stranger();
  await client.people.signIn({ login: role, password: PASSWORD });
  return (path) =>
    path.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], client) as Send;
}

/** Who sends a request in tests: the first who may. */
export function senderOf({ meta }: Pick<RequestFacts, 'meta'>): Role {
  return (['director', 'nurse', 'clerk'] as const).find((role) => may(role, meta.needs)) ?? 'director';
}
