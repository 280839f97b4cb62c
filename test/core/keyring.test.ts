import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  costForThisPc,
  DEFAULT_KDF,
  Kdf,
  newSecret,
  publicOf,
  seal,
  stretch,
  unseal,
  unwrap,
  wipe,
  workOf,
  wrapTo,
} from '../../electron/core/key-wrap.ts';
import {
  KeyringIsDamaged,
  parseKeyring,
  unsignedOf,
  type Keyring,
} from '../../electron/core/keyring-shape.ts';
import {
  isOutdated,
  newKeyring,
  tryPassword,
  tryRecovery,
  unlock,
  unlockByRecovery,
  unmovable,
  withEntry,
  withNext,
  withoutEntry,
  withoutNext,
  withRecovery,
} from '../../electron/core/keyring.ts';

const cost = { N: 2 ** 4, r: 8, p: 1 };
const dataKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const paper = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/keyrings/${name}.json`, import.meta.url), 'utf8');
const read = (name: string) => parseKeyring(fixture(name));
const changed = (name: string, from: string | RegExp, to: string) => {
  const text = fixture(name).replace(from, to);
  if (text === fixture(name)) throw new Error('nothing was changed');
  return parseKeyring(text);
};
const kdf = (fields: object) => Kdf.safeParse({ name: 'scrypt', ...cost, salt: '00'.repeat(16), ...fields });

describe('a keyring of the first day', () => {
  for (const version of ['version-1', 'version-2'])
    it(`opens for ever: ${version}`, async () => {
      const keyring = read(version);
      expect(keyring).toMatchObject({ centreId: 'centre-1', centreName: '柳河镇托养中心' });
      expect(await tryPassword(keyring, 'nurse', 'nurse-2026')).toEqual({
        outcome: 'open',
        accountId: 'id-nurse',
        dataKey,
        next: null,
      });
      expect(tryRecovery(keyring, paper)).toEqual({ outcome: 'open', dataKey, next: null });
      expect(await unlock(keyring, 'director', 'director-2026')).toMatchObject({
        accountId: 'id-director',
        dataKey,
      });
      expect(unlockByRecovery(keyring, paper)).toEqual(dataKey);
    });

  it('opens for ever while its data key changes, to both keys', async () => {
    const next = dataKey.toReversed();
    const keyring = read('version-2-changing');
    expect(await tryPassword(keyring, 'director', 'director-2026')).toMatchObject({
      outcome: 'open',
      dataKey,
      next,
    });
    expect(tryRecovery(keyring, paper)).toEqual({ outcome: 'open', dataKey, next });
  });

  it('tells a wrong word from an altered file, in each version', async () => {
    for (const version of ['version-1', 'version-2']) {
      const keyring = read(version);
      expect(await tryPassword(keyring, 'nurse', 'director-2026')).toEqual({ outcome: 'wrong' });
      expect(await tryPassword(keyring, 'nobody', 'nurse-2026')).toEqual({ outcome: 'wrong' });
      expect(tryRecovery(keyring, paper.toReversed())).toEqual({ outcome: 'wrong' });
      expect(await unlock(keyring, 'nurse', 'director-2026')).toBeNull();
      expect(unlockByRecovery(keyring, paper.toReversed())).toBeNull();
      const altered = changed(version, '"name": "nurse"', '"name": "Nurse"');
      expect(await tryPassword(altered, 'nurse', 'nurse-2026')).toEqual({ outcome: 'altered' });
      expect(tryRecovery(altered, paper)).toEqual({ outcome: 'altered' });
      expect(await unlock(altered, 'nurse', 'nurse-2026')).toBeNull();
      expect(unlockByRecovery(altered, paper)).toBeNull();
    }
  });

  it('tells an altered wrap behind the right word', async () => {
    const flip = (hex: string) => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);
    const keyring = read('version-2') as Extract<Keyring, { version: 2 }>;
    const [director] = keyring.entries;
    const { recovery } = keyring;
    if (!director || !('publicKey' in director) || !('publicKey' in recovery))
      throw new Error('not as expected');
    for (const entry of [
      { ...director, publicKey: publicOf(paper) },
      { ...director, key: { ...director.key, tag: flip(director.key.tag) } },
      { ...director, next: { ...director.key, tag: flip(director.key.tag) } },
    ])
      expect(await tryPassword({ ...keyring, entries: [entry] }, 'director', 'director-2026')).toEqual({
        outcome: 'altered',
      });
    expect(
      tryRecovery(
        { ...keyring, recovery: { ...recovery, key: { ...recovery.key, tag: flip(recovery.key.tag) } } },
        paper,
      ),
    ).toEqual({ outcome: 'altered' });
    expect(tryRecovery({ ...keyring, recovery: { ...recovery, publicKey: publicOf(paper) } }, paper)).toEqual(
      {
        outcome: 'wrong',
      },
    );
  });

  it('answers without any account too, as slowly as with one', async () => {
    const empty = { ...read('version-1'), entries: [] } as Keyring;
    expect(await tryPassword(empty, 'director', 'x')).toEqual({ outcome: 'wrong' });
  });

  it('is refused with the cause when it is none', () => {
    expect(() => parseKeyring('{')).toThrow(KeyringIsDamaged);
    expect(() => parseKeyring('{')).toThrow('the keyring cannot be read');
    expect(() => parseKeyring('{}')).toThrow(expect.objectContaining({ cause: expect.anything() }));
  });
});

describe('changing a keyring', () => {
  const aKeyring = async () =>
    withEntry(
      await withEntry(
        newKeyring('c', 'C', dataKey, paper),
        { id: '1', login: 'a', name: 'A' },
        'one',
        dataKey,
        cost,
      ),
      { id: '2', login: 'b', name: 'B' },
      'two',
      dataKey,
      cost,
    );
  const logins = ({ entries }: { entries: readonly { login: string }[] }) =>
    entries.map(({ login }) => login);

  it('adds, replaces and removes one account, and another’s wrap stays byte for byte', async () => {
    const keyring = await aKeyring();
    expect(logins(keyring)).toEqual(['a', 'b']);
    const again = await withEntry(keyring, { id: '1', login: 'a', name: 'A' }, 'three', dataKey, cost);
    expect(logins(again)).toEqual(['b', 'a']);
    expect(again.entries[0]).toBe(keyring.entries[1]);
    expect(logins(withoutEntry(keyring, '1'))).toEqual(['b']);
    expect(withRecovery(keyring, paper, dataKey).recovery).not.toEqual(keyring.recovery);
  });

  it('moves everybody to the coming key, or leaves all as it was', async () => {
    const keyring = await aKeyring();
    const both = withNext(keyring, paper);
    expect(both.entries.every((entry) => 'next' in entry)).toBe(true);
    expect(withoutNext(both, false)).toEqual(keyring);
    const taken = withoutNext(both, true);
    expect(taken.entries.map(({ key }) => key)).toEqual(
      both.entries.map((entry) => ('next' in entry ? entry.next : null)),
    );
    expect(JSON.stringify(taken)).not.toContain('"next"');
    expect(withoutNext(keyring, true)).toEqual(keyring);
  });

  it('says whose wrap of the first version cannot be moved', async () => {
    const old = unsignedOf(read('version-1'));
    expect(old).toMatchObject({ version: 2, revision: 1, mark: null });
    expect(old).not.toHaveProperty('mac');
    expect(unmovable(old)).toEqual({ names: ['director', 'nurse'], recovery: true });
    expect(() => withNext(old, paper)).toThrow('a recovery wrap of version 1');
    expect(() => withNext(withRecovery(old, paper, dataKey), paper)).toThrow('a wrap of version 1');
    expect(unmovable(await aKeyring())).toEqual({ names: [], recovery: false });
  });

  it('finds a wrap outdated that is of the first version or of less work', async () => {
    const [entry] = (await aKeyring()).entries;
    const [old] = read('version-1').entries;
    if (!entry || !old) throw new Error('not as expected');
    expect(isOutdated(old, cost)).toBe(true);
    expect(isOutdated(entry, cost)).toBe(false);
    expect(isOutdated(entry, { ...cost, p: 2 })).toBe(true);
    expect(isOutdated(entry, { ...cost, N: 2 })).toBe(false);
  });
});

describe('a wrap', () => {
  const key = newSecret();

  it('opens with its key in its place and nowhere else, whole and not otherwise', () => {
    const sealed = seal(dataKey, key, 'here');
    expect(unseal(sealed, key, 'here')).toEqual(dataKey);
    expect(unseal(sealed, key, 'there')).toBeNull();
    expect(unseal(sealed, newSecret(), 'here')).toBeNull();
    expect(unseal({ ...sealed, tag: '00'.repeat(16) }, key, 'here')).toBeNull();
    expect(unseal({ ...sealed, text: '00'.repeat(32) }, key, 'here')).toBeNull();
    expect(unseal({ ...sealed, iv: '00'.repeat(12) }, key, 'here')).toBeNull();
    expect(seal(dataKey, key, 'here')).not.toEqual(sealed);
  });

  it('to a public half opens with the secret half alone', () => {
    const wrap = wrapTo(publicOf(key), dataKey, 'here');
    expect(unwrap(wrap, key, 'here')).toEqual(dataKey);
    expect(unwrap(wrap, key, 'there')).toBeNull();
    expect(unwrap(wrap, newSecret(), 'here')).toBeNull();
    expect(unwrap({ ...wrap, passing: publicOf(newSecret()) }, key, 'here')).toBeNull();
    expect(unwrap({ ...wrap, passing: '00'.repeat(32) }, key, 'here')).toBeNull();
    expect(wrapTo(publicOf(key), dataKey, 'here').passing).not.toBe(wrap.passing);
  });

  it('leaves nothing of a secret that is wiped', () => {
    const [a, b] = [newSecret(), newSecret()];
    wipe(a, b);
    expect([...a, ...b].every((byte) => byte === 0)).toBe(true);
    expect(newSecret().some((byte) => byte !== 0)).toBe(true);
  });
});

describe('the cost of a password', () => {
  it('may be up to four times today’s work, a power of two, and nothing that hangs or fills the memory', () => {
    expect(workOf({ N: 4, r: 3, p: 2 })).toBe(24);
    expect(kdf({ N: 2 ** 18, r: 8, p: 2 }).success).toBe(true);
    expect(kdf({ N: 2 ** 18, r: 8, p: 3 }).success).toBe(false);
    expect(kdf({ N: 2 ** 17, r: 8, p: 4 }).success).toBe(true);
    for (const wrong of [
      { N: 1 },
      { N: 3 },
      { N: 2 ** 19 },
      { N: 0 },
      { r: 0 },
      { r: 9 },
      { p: 0 },
      { p: 5 },
    ])
      expect(kdf(wrong).success, JSON.stringify(wrong)).toBe(false);
    for (const wrong of [{ name: 'pbkdf2' }, { salt: '00' }, { salt: 'zz'.repeat(16) }, { extra: 1 }])
      expect(kdf(wrong).success, JSON.stringify(wrong)).toBe(false);
    expect(DEFAULT_KDF).toEqual({ N: 2 ** 17, r: 8, p: 1 });
  });

  it('is that of trust.md 2.4, and less memory for the same work on a PC with less than four gigabytes', () => {
    const gigabyte = 2 ** 30;
    expect(costForThisPc(4 * gigabyte)).toEqual({ N: 2 ** 17, r: 8, p: 1 });
    expect(costForThisPc(16 * gigabyte)).toEqual(DEFAULT_KDF);
    expect(costForThisPc(4 * gigabyte - 1)).toEqual({ N: 2 ** 15, r: 8, p: 3 });
    expect([DEFAULT_KDF, costForThisPc(0)]).toContainEqual(costForThisPc());
  });

  it('is found room for, whatever is allowed', async () => {
    for (const allowed of [
      { N: 2, r: 1, p: 1 },
      { N: 2, r: 8, p: 4 },
      { N: 2 ** 14, r: 8, p: 4 },
      { N: 2 ** 15, r: 8, p: 3 },
    ])
      expect(await stretch('x', { name: 'scrypt', ...allowed, salt: '00'.repeat(16) })).toHaveLength(32);
  });

  it('is paid for the same word however it was typed', async () => {
    const one = { name: 'scrypt' as const, ...cost, salt: '00'.repeat(16) };
    expect(await stretch('Ａbc１', one)).toEqual(await stretch('Abc1', one));
    expect(await stretch('e\u0301', one)).toEqual(await stretch('é', one));
    expect(await stretch('a', one)).not.toEqual(await stretch('b', one));
  });
});
