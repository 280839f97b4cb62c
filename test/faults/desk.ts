import { createRouterClient, type RouterClient } from '@orpc/server';
import { join } from 'node:path';
import { House } from '../../electron/core/house.ts';
import { volumeAt } from '../../electron/core/volumes.ts';
import { router } from '../../electron/core/router.ts';
import { PASSWORD } from '../support/centre.ts';
import { contentOf } from './content.ts';

export type Client = RouterClient<typeof router>;
/** What a process says after each answer: what all tables hold, and the password of the director. */
export type Word = { readonly content: string; readonly password: string };

/** The people of a centre at work in a process of its own; its tests kill it or cut the power. */
export type Desk = {
  readonly house: House;
  readonly director: Client;
  readonly nurse: Client;
  readonly clerk: Client;
};
export type Acts = (desk: Desk) => Promise<void>;

/** The morning on which the acts of these tests happen. */
export const MORNING = Date.parse('2026-11-02T09:00:00+08:00');
/** A password costs next to nothing here: these tests open thousands of houses. */
export const CHEAP = { N: 2 ** 4, r: 8, p: 1 };

/** Opens the house in a folder for them. `told` hears after each answer what the house holds then. */
export function openDesk(folder: string, told: (word: Word) => void): Desk {
  const house = new House({
    folder,
    now: () => MORNING,
    kdf: CHEAP,
    // A stick lies beside the centre's folder where a test has put one.
    volumes: () => [volumeAt(join(folder, '..', 'stick'), folder) ?? []].flat(),
  });
  let password = PASSWORD;
  const client = (): Client => {
    const context = { house, connection: house.connect() };
    return createRouterClient(router, {
      context,
      interceptors: [
        async ({ next, input, path }) => {
          const answer = await next();
          if (path.join('.') === 'people.changePassword') password = (input as { after: string }).after;
          const raw = house.open?.store.raw;
          if (raw) told({ content: contentOf(raw), password });
          return answer;
        },
      ],
    });
  };
  return { house, director: client(), nurse: client(), clerk: client() };
}
