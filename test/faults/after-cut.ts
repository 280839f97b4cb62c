import { createRouterClient } from '@orpc/server';
import type { Database } from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chainStart, walkChain } from '../../db/audit-check.ts';
import { StoreIsForeign } from '../../db/connect.ts';
import { openStore, type Store } from '../../db/open.ts';
import { House } from '../../electron/core/house.ts';
import { keyringsOf } from '../../electron/core/keyring-file.ts';
import { firstThatOpens } from '../../electron/core/keyring-use.ts';
import { tryPassword } from '../../electron/core/keyring.ts';
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
  /** Whether this is a state between two answers that the next sign-in finishes. */
  readonly between?: (raw: Database) => boolean;
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
    const password = (await keysBehind(folder, last.password)).length > 0 ? last.password : next.password;
    const keys = await keysBehind(folder, password);
    const [key] = keys;
    if (!key) return 'no password fits';
    const wrong = more.first?.(folder, key) ?? wrongInside(folder, keys, { past, last, next }, more);
    if (wrong === null && cut.number % WHOLE_OPENING_EVERY === 0) await workIn(folder, password);
    return wrong;
  } catch (error) {
    return `it does not open: ${isFailure(error) ? error.code : error instanceof Error ? error.constructor.name : String(error)}`;
  }
}

type Words = { readonly past: readonly Word[]; readonly last: Word; readonly next: Word };

function wrongInside(
  folder: string,
  keys: readonly Uint8Array[],
  { past, last, next }: Words,
  more: MoreChecks,
): string | null {
  const store = opened(folder, keys);
  try {
    const { raw } = store;
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') return 'SQLite finds it damaged';
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) return 'rows without their parent';
    if (walkChain(raw, chainStart, Number.MAX_SAFE_INTEGER).faultCount > 0)
      return 'the audit chain is broken';
    const content = contentOf(raw);
    if (content !== last.content && content !== next.content && !more.between?.(raw))
      return past.some((word) => word.content === content)
        ? 'an answered request is lost'
        : 'a request is half done';
    if (store.journalDamage !== null) return 'the torn end of a journal is taken for damage';
    return more.last?.(store, folder) ?? null;
  } finally {
    store.close();
  }
}

/** While the data key changes the keyring holds two, and the file tells which is in force. */
function opened(folder: string, [key, ...others]: readonly Uint8Array[]): Store {
  if (!key) throw new Error('no key is left');
  try {
    return openStore({ file: join(folder, 'centre.db'), key });
  } catch (error) {
    if (!(error instanceof StoreIsForeign) || others.length === 0) throw error;
    return opened(folder, others);
  }
}

const wordOf = (line: string) => JSON.parse(line) as Word;
const known = new Map<string, readonly Uint8Array[]>();

/** The data keys behind the director's password, none when it is wrong; the same bytes of a keyring are unlocked once. */
async function keysBehind(folder: string, password: string): Promise<readonly Uint8Array[]> {
  const files = ['keyring.json', 'keyring.bak']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file));
  const name = `${password} ${files.map((file) => readFileSync(file, 'latin1')).join(' ')}`;
  const before = known.get(name);
  if (before) return before;
  const behind = await firstThatOpens(keyringsOf(join(folder, 'keyring.json')), (keyring) =>
    tryPassword(keyring, 'director', password),
  );
  const keys = behind ? [behind.found.dataKey, ...(behind.found.next ? [behind.found.next] : [])] : [];
  known.set(name, keys);
  return keys;
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
