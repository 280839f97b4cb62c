import { createRouterClient, type RouterClient } from '@orpc/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { House, type HouseOptions } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import type { Role } from '../../shared/contract/permissions.ts';
import { CENTRE, PASSWORD, STAFF } from './centre.ts';
import { isFailure, sentenceFor } from '../../shared/messages/sentence.ts';
import type { Language } from '../../shared/messages/language.ts';

export { CENTRE, PASSWORD } from './centre.ts';
export type Client = RouterClient<typeof router>;

/** A whole house on a real encrypted file: real rules, real permissions; only the clock and the cost of a password are set. */
export async function aHouse(options: Partial<HouseOptions> & { today?: string } = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'nuantuo-'));
  let clock = Date.parse(`${options.today ?? '2026-11-01'}T09:00:00+08:00`);
  const faults: unknown[] = [];
  const house = new House({
    now: () => clock,
    kdf: { N: 2 ** 4, r: 8, p: 1 },
    log: (line) => void faults.push(line),
    ...options,
    folder,
  });
  if (!options.folder) {
    onTestFinished(() => {
      house.lock();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  const stranger = () => createRouterClient(router, { context: { house, connection: house.connect() } });
  const first = stranger();
  const { recoveryCode } = await first.people.setUp({
    centre: CENTRE,
    director: { login: 'director', name: STAFF.director, password: PASSWORD },
  });
  for (const role of ['nurse', 'clerk'] as const) {
    await first.people.addAccount({ login: role, name: STAFF[role], role, password: PASSWORD });
  }
  const signedIn: Partial<Record<Role, Client>> = { director: first };

  return {
    house,
    folder,
    recoveryCode,
    /** Unexpected faults that reached the log. */
    faults,
    stranger,
    /** The requests as somebody in this role sends them. */
    async as(role: Role): Promise<Client> {
      const known = signedIn[role];
      if (known) return known;
      const client = stranger();
      await client.people.signIn({ login: role, password: PASSWORD });
      signedIn[role] = client;
      return client;
    },
    /** Lets time pass. */
    pass(milliseconds: number) {
      clock += milliseconds;
    },
    setDay(day: string) {
      clock = Date.parse(`${day}T09:00:00+08:00`);
    },
    /** The open database, for looking at what a request left. */
    get raw() {
      if (!house.open) throw new Error('the house is closed');
      return house.open.store.raw;
    },
  };
}
export type TestHouse = Awaited<ReturnType<typeof aHouse>>;

/** What a request was refused with: its code, its facts, and the sentence that the user reads. Fails when it was not refused. */
export async function refusalOf(request: Promise<unknown>, language: Language = 'zh-CN') {
  try {
    await request;
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { code: error.code, data: error.data, sentence: sentenceFor(error, language) };
  }
  throw new Error('expected a refusal, but the request was answered');
}
