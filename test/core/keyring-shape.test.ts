import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  KeyringIsDamaged,
  keyringIsWhole,
  macOf,
  parseKeyring,
  unsignedOf,
} from '../../electron/core/keyring-shape.ts';

type Json = Record<string, unknown>;
const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/keyrings/${name}.json`, import.meta.url), 'utf8')) as Json & {
    entries: Json[];
    recovery: Json;
  };
const [old, present, changing] = [fixture('version-1'), fixture('version-2'), fixture('version-2-changing')];
const dataKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const hex = (bytes: number) => 'a0'.repeat(bytes);

function reads(keyring: Json): boolean {
  try {
    parseKeyring(JSON.stringify(keyring));
    return true;
  } catch (error) {
    if (error instanceof KeyringIsDamaged) return false;
    throw error;
  }
}
/** The keyring with something else in the place that the path names: `entries.0.kdf.salt`. */
function withAt(keyring: Json, path: string, value: unknown): Json {
  const copy = structuredClone(keyring);
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce((inside, step) => inside[step] as Json, copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}
const bytesOf = (length: number) => ({
  right: [hex(length)],
  wrong: [
    hex(length - 1),
    hex(length + 1),
    `${hex(length - 1)}g0`,
    `0g${hex(length - 1)}`,
    hex(length).toUpperCase(),
    '',
    7,
    null,
  ],
});
const textUpTo = (length: number) => ({
  right: ['', '长'.repeat(length)],
  wrong: ['x'.repeat(length + 1), 7, null],
});
const sealedAt = (path: string) => ({
  [`${path}.iv`]: bytesOf(12),
  [`${path}.text`]: bytesOf(32),
  [`${path}.tag`]: bytesOf(16),
});
const wrapAt = (path: string) => ({ ...sealedAt(path), [`${path}.passing`]: bytesOf(32) });

/** Each place of a keyring with contents that may stand there, and contents that may not. */
type Places = Readonly<Record<string, { right: readonly unknown[]; wrong: readonly unknown[] }>>;
const everywhere: Places = {
  format: { right: [], wrong: ['other', '', 7] },
  centreId: textUpTo(64),
  centreName: textUpTo(80),
  cipher: { right: [], wrong: ['chacha20', ''] },
  mac: bytesOf(32),
  'entries.0.accountId': textUpTo(64),
  'entries.0.login': textUpTo(40),
  'entries.0.name': textUpTo(40),
  'entries.0.kdf.salt': bytesOf(16),
  'entries.0.kdf.name': { right: [], wrong: ['argon2', ''] },
  'recovery.salt': bytesOf(16),
};
const inFirst: Places = { ...everywhere, ...sealedAt('entries.0.key'), ...sealedAt('recovery.key') };
const inSecond: Places = {
  ...everywhere,
  revision: { right: [1, 2 ** 31], wrong: [0, -1, 1.5, '1', null] },
  mark: { right: [hex(16), null], wrong: [hex(15), hex(17), '', 7] },
  'entries.0.publicKey': bytesOf(32),
  ...sealedAt('entries.0.secret'),
  ...wrapAt('entries.0.key'),
  'recovery.publicKey': bytesOf(32),
  ...wrapAt('recovery.key'),
};
const whileChanging: Places = { ...inSecond, ...wrapAt('entries.0.next'), ...wrapAt('recovery.next') };

describe('the text of a keyring', () => {
  for (const [what, keyring, places] of [
    ['of the first version', old, inFirst],
    ['of the second', present, inSecond],
    ['while the data key changes', changing, whileChanging],
  ] as const)
    it(`is read only with what may stand in each place: ${what}`, () => {
      expect(reads(keyring)).toBe(true);
      for (const [path, { right, wrong }] of Object.entries(places)) {
        for (const value of right)
          expect(reads(withAt(keyring, path, value)), `${path} ${JSON.stringify(value)}`).toBe(true);
        for (const value of [...wrong, undefined])
          expect(reads(withAt(keyring, path, value)), `${path} ${JSON.stringify(value)}`).toBe(false);
      }
    });

  it('is read with the coming key or without it, for each account and for the paper', () => {
    expect(reads(withAt(changing, 'entries.0.next', undefined))).toBe(true);
    expect(reads(withAt(changing, 'recovery.next', undefined))).toBe(true);
    expect(reads(withAt(changing, 'entries.0.next', null))).toBe(false);
    expect(reads(withAt(changing, 'recovery.next', null))).toBe(false);
  });

  it('has no field more, wherever', () => {
    for (const keyring of [old, present, changing])
      for (const path of ['', 'entries.0.', 'entries.0.kdf.', 'entries.0.key.', 'recovery.', 'recovery.key.'])
        expect(reads(withAt(keyring, `${path}more`, 1)), path).toBe(false);
    expect(reads(withAt(present, 'entries.0.secret.more', 1))).toBe(false);
    expect(reads(withAt(changing, 'entries.0.next.more', 1))).toBe(false);
  });

  it('is of a version that is known, and only with what that version had', () => {
    expect(reads({ ...old, version: 3 })).toBe(false);
    expect(reads({ ...present, version: 3 })).toBe(false);
    expect(reads({ ...old, revision: 1, mark: null })).toBe(false);
    expect(reads({ ...old, entries: present.entries })).toBe(false);
    expect(reads({ ...old, recovery: present.recovery })).toBe(false);
    // Somebody who has not signed in since the first version keeps his wrap of then.
    expect(reads({ ...present, entries: [...present.entries, ...old.entries] })).toBe(true);
    expect(reads({ ...present, recovery: old.recovery })).toBe(true);
  });

  it('has two hundred accounts at most', () => {
    for (const keyring of [old, present]) {
      const many = (length: number) => Array.from({ length }, () => keyring.entries[0]);
      expect(reads({ ...keyring, entries: [] })).toBe(true);
      expect(reads({ ...keyring, entries: many(200) })).toBe(true);
      expect(reads({ ...keyring, entries: many(201) })).toBe(false);
      expect(reads({ ...keyring, entries: {} })).toBe(false);
    }
  });
});

describe('the signature of a keyring', () => {
  it('is the same for ever, and another one for another key or another word', () => {
    for (const keyring of [old, present, changing]) {
      const read = parseKeyring(JSON.stringify(keyring));
      expect(keyringIsWhole(read, dataKey)).toBe(true);
      expect(keyringIsWhole(read, dataKey.toReversed())).toBe(false);
      expect(keyringIsWhole({ ...read, centreName: '别的中心' }, dataKey)).toBe(false);
      const { mac, ...unsigned } = read;
      expect(macOf(unsigned, dataKey)).toBe(mac);
    }
  });

  it('does not go by the order in which fields were put down', () => {
    const { mac, ...unsigned } = parseKeyring(JSON.stringify(present));
    const turned = Object.fromEntries(Object.entries(unsigned).toReversed()) as typeof unsigned;
    expect(macOf(turned, dataKey)).toBe(mac);
  });

  it('is left out of what is to be signed anew', () => {
    const { mac: _mac, ...unsigned } = parseKeyring(JSON.stringify(present));
    expect(unsignedOf(parseKeyring(JSON.stringify(present)))).toEqual(unsigned);
  });
});
