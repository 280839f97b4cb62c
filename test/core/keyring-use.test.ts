import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../db/open.ts';
import { House } from '../../electron/core/house.ts';
import { copyOf, writeKeyring } from '../../electron/core/keyring-file.ts';
import {
  firstThatOpens,
  keyringInUse,
  keyringsToTry,
  removeRekeyDraft,
} from '../../electron/core/keyring-use.ts';
import { macOf, type Keyring } from '../../electron/core/keyring-shape.ts';
import { newKeyring, tryRecovery, withNext } from '../../electron/core/keyring.ts';

const dataKey = () => Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const paper = dataKey().toReversed();
const stranger = new Uint8Array(32);

/** A house with a keyring and nothing else in it. */
function aHouse({ keyring = true } = {}): House {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-keyring-'));
  const house = new House({ folder });
  onTestFinished(() => {
    house.lock();
    rmSync(folder, { recursive: true, force: true });
  });
  if (keyring)
    writeKeyring(house.keyringFile, newKeyring('centre-1', '柳河镇托养中心', dataKey(), paper), dataKey());
  return house;
}
/** The same with its database open. */
function anOpenHouse(): House {
  const house = aHouse();
  openStore({ file: house.databaseFile, key: dataKey(), create: true }).close();
  house.unlock(dataKey());
  return house;
}
const refusal = (code: string) => expect.objectContaining({ code });

describe('the keyrings of a centre', () => {
  it('are tried when there is one, and asked for when there is none', () => {
    expect(keyringsToTry(aHouse())).toMatchObject([{ centreId: 'centre-1' }]);
    expect(() => keyringsToTry(aHouse({ keyring: false }))).toThrow(refusal('NOT_SET_UP'));
  });

  it('are said to be damaged when neither can be read, and a fault of the disk is told as what it is', () => {
    const house = aHouse();
    rmSync(copyOf(house.keyringFile));
    writeFileSync(house.keyringFile, '{');
    expect(() => keyringsToTry(house)).toThrow(refusal('KEYRING_DAMAGED'));
    const other = aHouse();
    // A folder in the place of the file stands for a disk that does not read.
    rmSync(other.keyringFile);
    mkdirSync(other.keyringFile);
    expect(() => keyringsToTry(other)).toThrow(refusal('EISDIR'));
  });
});

describe('the first keyring that opens', () => {
  const signed = (secret: Uint8Array) => {
    const keyring = newKeyring('centre-1', 'A', dataKey(), secret);
    return { ...keyring, mac: macOf(keyring, dataKey()) };
  };
  const [right, wrong] = [signed(paper), signed(stranger)];
  const altered = { ...right, centreName: 'B' };
  const byPaper = (keyring: Keyring) => tryRecovery(keyring, paper);

  it('is the best one that the word opens, and it is told which', async () => {
    expect(await firstThatOpens([right], byPaper)).toEqual({
      keyring: right,
      found: { outcome: 'open', dataKey: dataKey(), next: null },
    });
    expect((await firstThatOpens([wrong, right], byPaper))?.keyring).toBe(right);
    expect((await firstThatOpens([altered, right], byPaper))?.keyring).toBe(right);
    const twin = structuredClone(right);
    expect((await firstThatOpens([twin, right], byPaper))?.keyring).toBe(twin);
  });

  it('is none when the word is wrong for each', async () => {
    expect(await firstThatOpens([wrong], byPaper)).toBeNull();
    expect(await firstThatOpens([wrong, wrong], byPaper)).toBeNull();
  });

  it('is refused as damaged when the word is right and no keyring is whole', async () => {
    for (const keyrings of [[altered], [altered, wrong], [wrong, altered]])
      await expect(firstThatOpens(keyrings, byPaper)).rejects.toThrow(refusal('KEYRING_DAMAGED'));
  });
});

describe('the keyring that is changed', () => {
  it('is the one that the data key of the open file vouches for, without its signature and without a half-done change', () => {
    const house = anOpenHouse();
    const keyring = withNext(newKeyring('centre-1', '柳河镇托养中心', dataKey(), paper), stranger);
    writeKeyring(house.keyringFile, keyring, dataKey());
    const { next: _next, ...recovery } = keyring.recovery as typeof keyring.recovery & { next: unknown };
    expect(keyringInUse(house)).toEqual({ ...keyring, revision: 2, recovery });
  });

  it('is the copy when somebody slipped another one in while the centre was open', () => {
    const house = anOpenHouse();
    const text = readFileSync(house.keyringFile, 'utf8');
    writeFileSync(house.keyringFile, text.replace('柳河镇', '清河镇'));
    expect(keyringInUse(house).centreName).toBe('柳河镇托养中心');
    writeFileSync(copyOf(house.keyringFile), text.replace('柳河镇', '清河镇'));
    expect(() => keyringInUse(house)).toThrow(refusal('KEYRING_DAMAGED'));
  });

  it('is none while the house is closed', () => {
    expect(() => keyringInUse(aHouse())).toThrow('the house is closed');
  });
});

describe('the draft of a change of the data key', () => {
  it('is thrown away with its journal, and nothing happens when there is none', () => {
    const file = join(aHouse().folder, 'centre.db.rekey');
    expect(() => removeRekeyDraft(file)).not.toThrow();
    for (const name of [file, `${file}-wal`]) writeFileSync(name, 'x');
    removeRekeyDraft(file);
    expect([existsSync(file), existsSync(`${file}-wal`)]).toEqual([false, false]);
  });
});
