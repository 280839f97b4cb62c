import { beforeAll, describe, expect, it } from 'vitest';
import {
  KeyringIsDamaged,
  keyringIsWhole,
  macOf,
  parseKeyring,
  type Entry,
  type Keyring,
  type Unsigned,
} from '../../electron/core/keyring-shape.ts';
import { newKeyring, tryPassword, tryRecovery, withEntry, withNext } from '../../electron/core/keyring.ts';
import { chance, count, seed } from '../support/counts.ts';

const cost = { N: 2 ** 4, r: 8, p: 1 };
const dataKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const paper = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const staff = ['director', 'nurse', 'clerk'];
const passwordOf = (login: string) => `${login}-2026`;

type Json = {
  [key: string]: unknown;
  entries: { [key: string]: unknown }[];
  recovery: { [key: string]: unknown };
};
const written = (unsigned: Unsigned) =>
  JSON.stringify({ ...unsigned, mac: macOf(unsigned, dataKey) }, null, 1);

let present: string;
/** The same keyring while the data key changes. */
let changing: string;
/** The one before the director's password changed. */
let older: string;

beforeAll(async () => {
  let keyring = newKeyring('centre-1', '柳河镇托养中心', dataKey, paper);
  for (const login of staff)
    keyring = await withEntry(
      keyring,
      { id: `id-${login}`, login, name: login },
      passwordOf(login),
      dataKey,
      cost,
    );
  older = written(keyring);
  keyring = await withEntry(
    { ...keyring, revision: 2, mark: 'ab'.repeat(16) },
    { id: 'id-director', login: 'director', name: 'director' },
    passwordOf('director'),
    dataKey,
    cost,
  );
  present = written(keyring);
  changing = written(withNext(keyring, dataKey.toReversed()));
});

/** The keyring, or null when it is refused as one; anything else that is thrown is a fault of ours. */
function parsed(text: string): Keyring | null {
  try {
    return parseKeyring(text);
  } catch (error) {
    if (error instanceof KeyringIsDamaged) return null;
    throw error;
  }
}

/** What comes of a keyring text with the right passwords and the right paper: who gets in. */
async function whoGetsIn(text: string): Promise<string[]> {
  const keyring = parsed(text);
  if (keyring === null) return [];
  const inside: string[] = [];
  for (const login of staff)
    if ((await tryPassword(keyring, login, passwordOf(login))).outcome === 'open') inside.push(login);
  if (tryRecovery(keyring, paper).outcome === 'open') inside.push('paper');
  return inside;
}

const changed = (text: string, change: (keyring: Json) => void) => {
  const keyring = JSON.parse(text) as Json;
  change(keyring);
  return JSON.stringify(keyring);
};
const entry = (keyring: Json, login: string) => {
  const found = keyring.entries.find((candidate) => candidate['login'] === login);
  if (!found) throw new Error(`no ${login}`);
  return found;
};
const swap = (a: { [key: string]: unknown }, b: { [key: string]: unknown }, field: string) => {
  [a[field], b[field]] = [b[field], a[field]];
};

describe('a keyring that somebody without the data key changed', () => {
  const cases: Record<string, (keyring: Json) => void> = {
    'a lower cost of guessing': (keyring) =>
      Object.assign(entry(keyring, 'nurse')['kdf'] as object, { N: 2 }),
    'a higher cost, to hang the sign-in': (keyring) =>
      Object.assign(entry(keyring, 'nurse')['kdf'] as object, { N: 2 ** 18, p: 4 }),
    'a cost that asks for all memory': (keyring) =>
      Object.assign(entry(keyring, 'nurse')['kdf'] as object, { N: 2 ** 30 }),
    'a cost that is no power of two': (keyring) =>
      Object.assign(entry(keyring, 'nurse')['kdf'] as object, { N: 17 }),
    'another salt': (keyring) =>
      Object.assign(entry(keyring, 'nurse')['kdf'] as object, { salt: '00'.repeat(16) }),
    'the names of two accounts exchanged': (keyring) =>
      swap(entry(keyring, 'nurse'), entry(keyring, 'director'), 'name'),
    'a nurse who signs in as director': (keyring) =>
      swap(entry(keyring, 'nurse'), entry(keyring, 'director'), 'login'),
    'a nurse with the account of the director': (keyring) =>
      swap(entry(keyring, 'nurse'), entry(keyring, 'director'), 'accountId'),
    'the wraps of two accounts exchanged': (keyring) =>
      swap(entry(keyring, 'nurse'), entry(keyring, 'director'), 'key'),
    'the secrets of two accounts exchanged': (keyring) =>
      swap(entry(keyring, 'nurse'), entry(keyring, 'director'), 'secret'),
    'the public halves of two accounts exchanged': (keyring) =>
      swap(entry(keyring, 'nurse'), entry(keyring, 'director'), 'publicKey'),
    'a public half of somebody outside': (keyring) =>
      Object.assign(entry(keyring, 'nurse'), { publicKey: '09'.padEnd(64, '0') }),
    'a passing key of small order': (keyring) =>
      Object.assign(entry(keyring, 'director')['key'] as object, { passing: '00'.repeat(32) }),
    'an account removed': (keyring) => void keyring.entries.pop(),
    'an account twice': (keyring) => void keyring.entries.push(entry(keyring, 'nurse')),
    'the accounts in another order': (keyring) => void keyring.entries.reverse(),
    'an account with the wrap of the paper': (keyring) =>
      Object.assign(entry(keyring, 'nurse'), { key: keyring.recovery['key'] }),
    'the paper with the wrap of an account': (keyring) =>
      Object.assign(keyring.recovery, { key: entry(keyring, 'nurse')['key'] }),
    'another centre': (keyring) => Object.assign(keyring, { centreId: 'centre-2' }),
    'another name of the centre': (keyring) => Object.assign(keyring, { centreName: '别的中心' }),
    'another mark of the file': (keyring) => Object.assign(keyring, { mark: 'cd'.repeat(16) }),
    'no mark of the file': (keyring) => Object.assign(keyring, { mark: null }),
    'a newer revision': (keyring) => Object.assign(keyring, { revision: 99 }),
    'an older version': (keyring) => Object.assign(keyring, { version: 1 }),
    'a field more': (keyring) => Object.assign(keyring, { extra: true }),
    'a field more in an account': (keyring) => Object.assign(entry(keyring, 'nurse'), { role: 'director' }),
    'a prototype slipped in': (keyring) =>
      Object.defineProperty(keyring, '__proto__', { value: { x: 1 }, enumerable: true }),
    'another signature': (keyring) => Object.assign(keyring, { mac: '00'.repeat(32) }),
    'an empty signature': (keyring) => Object.assign(keyring, { mac: '' }),
    'the password of before put back': (keyring) => {
      const before = entry(JSON.parse(older) as Json, 'director');
      keyring.entries = keyring.entries.map((one) => (one['login'] === 'director' ? before : one));
    },
  };
  for (const [what, change] of Object.entries(cases))
    it(`opens nothing: ${what}`, async () => {
      expect(await whoGetsIn(present)).toEqual([...staff, 'paper']);
      expect(await whoGetsIn(changed(present, change))).toEqual([]);
      expect(await whoGetsIn(changed(changing, change))).toEqual([]);
    });

  it('opens nothing: the coming key taken, dropped or exchanged while the data key changes', async () => {
    expect(await whoGetsIn(changing)).toEqual([...staff, 'paper']);
    const director = (change: (one: { [key: string]: unknown }) => void) =>
      changed(changing, (keyring) => change(entry(keyring, 'director')));
    expect(await whoGetsIn(director((one) => Object.assign(one, { key: one['next'] })))).toEqual([]);
    expect(await whoGetsIn(director((one) => swap(one, one, 'next')))).toEqual([...staff, 'paper']);
    expect(await whoGetsIn(director((one) => void delete one['next']))).toEqual([]);
    expect(
      await whoGetsIn(
        changed(changing, (keyring) => swap(entry(keyring, 'director'), entry(keyring, 'nurse'), 'next')),
      ),
    ).toEqual([]);
  });

  it('opens as before where the words are the same: other spaces, other order of fields', async () => {
    expect(await whoGetsIn(JSON.stringify(JSON.parse(present)))).toEqual([...staff, 'paper']);
    expect(await whoGetsIn(`\n${present}\n\n`)).toEqual([...staff, 'paper']);
    expect(
      await whoGetsIn(
        JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(present) as Json).toReversed())),
      ),
    ).toEqual([...staff, 'paper']);
  });
});

describe('any change of a keyring', () => {
  it('is noticed, or leaves every word as it is', { timeout: 600_000 }, async () => {
    const random = chance(seed('keyring-mutations'));
    const below = (limit: number) => Math.floor(random() * limit);
    const runs = count('keyring-mutations', 20_000);
    const whole = new Map([present, changing].map((text) => [text, JSON.stringify(parseKeyring(text))]));
    const missed: string[] = [];
    const seen = { unreadable: 0, altered: 0, harmless: 0 };
    for (let run = 0; run < runs; run += 1) {
      const base = run % 2 === 0 ? present : changing;
      const text = mutated(base, below);
      const keyring = parsed(text);
      const same = JSON.stringify(keyring) === whole.get(base);
      if (keyring !== null && keyringIsWhole(keyring, dataKey) !== same) missed.push(text);
      // The whole way in, a hundred times dearer, for some of them.
      if (run % 40 === 0 && (await whoGetsIn(text)).length !== (same ? 4 : 0)) missed.push(text);
      seen[keyring === null ? 'unreadable' : same ? 'harmless' : 'altered'] += 1;
    }
    expect(missed).toEqual([]);
    expect(seen.unreadable + seen.altered + seen.harmless).toBe(runs);
    expect(seen.altered).toBeGreaterThan(runs / 10);
    expect(seen.harmless).toBeLessThan(runs / 5);
  });
});

/** One random change: of bits, of bytes, of length, of a field, of two fields between accounts, of an account as a whole. */
function mutated(text: string, below: (limit: number) => number): string {
  const bytes = Buffer.from(text);
  const at = below(bytes.length);
  switch (below(8)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
      return bytes.toString();
    case 1:
      return bytes.subarray(0, at).toString();
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(40))]).toString();
    case 3:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from([32 + below(95)]),
        bytes.subarray(at),
      ]).toString();
    case 4:
      // A digit of a hexadecimal text: most of the file, and always readable.
      return text.replace(/[0-9a-f]{24,}/g, (hex, place: number) =>
        place <= at && at < place + hex.length
          ? hex.slice(0, at - place) + '0123456789abcdef'[below(16)] + hex.slice(at - place + 1)
          : hex,
      );
    case 5:
      return changed(text, ({ entries }) => {
        const fields = Object.keys(entries[0] ?? {}) as (keyof Entry)[];
        const [a, b] = [entries[below(entries.length)], entries[below(entries.length)]];
        if (a && b) swap(a, b, fields[below(fields.length)] ?? 'key');
      });
    case 6:
      return changed(text, ({ entries }) => {
        const kdf = entries[below(entries.length)]?.['kdf'] as { N: number; r: number; p: number };
        kdf[(['N', 'r', 'p'] as const)[below(3)] ?? 'N'] = 2 ** below(8);
      });
    default:
      return changed(text, (keyring) => {
        const place = below(keyring.entries.length);
        if (below(2) === 0) keyring.entries.splice(place, 1);
        else keyring.entries.splice(place, 0, keyring.entries[below(keyring.entries.length)] ?? {});
      });
  }
}
