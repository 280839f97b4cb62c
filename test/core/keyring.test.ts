import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publicOf } from '../../electron/core/key-wrap.ts';
import {
  KeyringIsDamaged,
  macOf,
  parseKeyring,
  unsignedOf,
  type Keyring,
  type Unsigned,
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

  it('takes no coming key that is not there', async () => {
    const keyring = await aKeyring();
    const [first] = keyring.entries;
    if (!first) throw new Error('not as expected');
    const said = { ...keyring, entries: [{ ...first, next: undefined }] } as Unsigned;
    expect(withoutNext(said, true).entries).toEqual([first]);
  });

  it('is found altered although signed, when somebody would be locked out by the next change of the data key', async () => {
    const signed = (keyring: Unsigned): Keyring => ({ ...keyring, mac: macOf(keyring, dataKey) });
    const both = withNext(await aKeyring(), paper);
    const [first, second] = both.entries;
    if (!first || !second || !('publicKey' in first) || !('publicKey' in second))
      throw new Error('not as expected');
    expect(await tryPassword(signed(both), 'a', 'one')).toMatchObject({ outcome: 'open', next: paper });
    for (const entry of [
      { ...first, publicKey: second.publicKey },
      { ...first, next: second.next },
    ])
      expect(await tryPassword(signed({ ...both, entries: [entry] }), 'a', 'one')).toEqual({
        outcome: 'altered',
      });
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
