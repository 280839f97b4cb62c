import { createRouterClient } from '@orpc/server';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chainStart, walkChain } from '../../db/audit-check.ts';
import { StoreIsForeign } from '../../db/connect.ts';
import { openStore, type Store } from '../../db/open.ts';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { isFailure } from '../../shared/messages/sentence.ts';
import { contentOf } from './content.ts';
import { CHEAP, MORNING, type Word } from './desk.ts';
import type { Cut } from './power-cuts.ts';

/** Every so many disks the whole house is opened as by its director, and works. */
const WHOLE_OPENING_EVERY = 25;

export type MoreChecks = {
  /** Looks at the files before anything opens them. */
  readonly first?: (folder: string, key: Uint8Array) => string | null;
  /** What else must hold in a house that is right so far. */
  readonly last?: (store: Store, folder: string) => string | null;
};

/**
 * What is wrong with the house that a power cut left, or nothing. It opens with the password in force, is whole, and holds just
 * what it held after the last answer or what the request under way was to leave: every line of audit with its record and no
 * record without its line, since both are in the word for its content.
 */
export async function wrongAfter(cut: Cut, before: Word, more: MoreChecks = {}): Promise<string | null> {
  const past = [before, ...cut.said.map(wordOf)];
  const last = past.at(-1) ?? before;
  const next = cut.coming === null ? last : wordOf(cut.coming);
  const folder = join(cut.folder, 'centre');
  try {
    const password = (await keyBehind(folder, last.password)) ? last.password : next.password;
    const key = await keyBehind(folder, password);
    if (!key) return 'no password fits';
    const wrong =
      more.first?.(folder, key) ?? (await wrongInside(folder, key, password, { past, last, next }, more));
    if (wrong === null && cut.number % WHOLE_OPENING_EVERY === 0) await workIn(folder, password);
    return wrong;
  } catch (error) {
    return `it does not open: ${isFailure(error) ? error.code : error instanceof Error ? error.constructor.name : String(error)}`;
  }
}

type Words = { readonly past: readonly Word[]; readonly last: Word; readonly next: Word };

async function wrongInside(
  folder: string,
  key: Uint8Array,
  password: string,
  { past, last, next }: Words,
  more: MoreChecks,
): Promise<string | null> {
  const store = await opened(folder, key, password);
  try {
    const { raw } = store;
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') return 'SQLite finds it damaged';
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) return 'rows without their parent';
    if (walkChain(raw, chainStart, Number.MAX_SAFE_INTEGER).faultCount > 0)
      return 'the audit chain is broken';
    const content = contentOf(raw);
    if (content !== last.content && content !== next.content)
      return past.some((word) => word.content === content)
        ? 'an answered request is lost'
        : 'a request is half done';
    return more.last?.(store, folder) ?? null;
  } finally {
    store.close();
  }
}

async function opened(folder: string, key: Uint8Array, password: string): Promise<Store> {
  const file = join(folder, 'centre.db');
  try {
    return openStore({ file, key });
  } catch (error) {
    // A keyring may hold more than one key while the file is being locked anew: then only a sign-in knows which.
    if (!(error instanceof StoreIsForeign)) throw error;
    const found = await signedIn(folder, password);
    if (!found) throw error;
    return openStore({ file, key: found });
  }
}

const wordOf = (line: string) => JSON.parse(line) as Word;
const keys = new Map<string, Uint8Array | null>();

/** The data key behind a password, as a sign-in finds it; the same bytes of a keyring are unlocked once. */
async function keyBehind(folder: string, password: string): Promise<Uint8Array | null> {
  const files = ['keyring.json', 'keyring.bak']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file));
  const name = `${password} ${files.map((file) => readFileSync(file, 'latin1')).join(' ')}`;
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = await signedIn(folder, password);
  keys.set(name, key);
  return key;
}

/** Signs the director in to a copy of the house and gives the key that opened it; null when the password is wrong. */
async function signedIn(folder: string, password: string): Promise<Uint8Array | null> {
  const copy = `${folder}.copy`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  const house = new House({ folder: copy, now: () => MORNING, kdf: CHEAP });
  const client = createRouterClient(router, { context: { house, connection: house.connect() } });
  try {
    await client.people.signIn({ login: 'director', password });
    return Uint8Array.from(house.open?.dataKey ?? []);
  } catch (error) {
    if (isFailure(error) && error.code === 'WRONG_PASSWORD') return null;
    throw error;
  } finally {
    house.lock();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The director signs in as on any morning, changes a thing, and goes. */
async function workIn(folder: string, password: string): Promise<void> {
  const house = new House({ folder, now: () => MORNING, kdf: CHEAP });
  const client = createRouterClient(router, { context: { house, connection: house.connect() } });
  try {
    await client.people.signIn({ login: 'director', password });
    await client.people.setIdleMinutes({ minutes: 7 });
  } finally {
    house.lock();
  }
}
