import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  copyOf,
  keepKeyring,
  keyringExists,
  keyringIsCopy,
  keyringNeedsMending,
  keyringsOf,
  readKeyring,
  writeKeyring,
} from '../../electron/core/keyring-file.ts';
import { KeyringIsDamaged, keyringIsWhole } from '../../electron/core/keyring-shape.ts';
import { newKeyring } from '../../electron/core/keyring.ts';

const dataKey = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
const paper = dataKey.toReversed();
const fixture = (name: string) => readFileSync(new URL(`../fixtures/keyrings/${name}.json`, import.meta.url));
const aKeyring = (name = '柳河镇托养中心') => newKeyring('centre-1', name, dataKey, paper);

let folder: string;
let file: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nuantuo-keyring-'));
  [file, copy] = [join(folder, 'keyring.json'), join(folder, 'keyring.bak')];
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});
/** Both copies, the one written so many times, the other so many. */
function written(times: number, copyTimes: number): void {
  const text = (revision: number) => {
    writeKeyring(file, { ...aKeyring(), revision: revision - 1 }, dataKey);
    return readFileSync(file);
  };
  const [first, second] = [text(times), text(copyTimes)];
  writeFileSync(file, first);
  writeFileSync(copy, second);
}
const revisions = () => keyringsOf(file).map((keyring) => (keyring.version === 2 ? keyring.revision : 0));

describe('writing the keyring', () => {
  it('signs it and leaves it twice, the same to the byte', () => {
    const answered = writeKeyring(file, aKeyring(), dataKey);
    expect(copyOf(file)).toBe(copy);
    expect(readFileSync(copy)).toEqual(readFileSync(file));
    expect(copyOf('/stick/centre.json/keyring.json')).toBe('/stick/centre.json/keyring.bak');
    const { mac: _mac, ...read } = readKeyring(file);
    expect(read).toEqual(answered);
    expect(keyringIsWhole(readKeyring(file), dataKey)).toBe(true);
  });

  it('counts up each time, so that of two copies the newer is known', () => {
    const first = writeKeyring(file, aKeyring(), dataKey);
    const second = writeKeyring(file, first, dataKey);
    expect([first.revision, second.revision]).toEqual([2, 3]);
    // Also one that was read, with the signature of then.
    expect(writeKeyring(file, readKeyring(file), dataKey).revision).toBe(4);
    expect(keyringIsWhole(readKeyring(file), dataKey)).toBe(true);
  });

  it('makes a keyring of the second version of one of the first', () => {
    writeFileSync(file, fixture('version-1'));
    expect(writeKeyring(file, readKeyring(file), dataKey)).toMatchObject({
      version: 2,
      revision: 2,
      mark: null,
    });
    expect(readKeyring(file).version).toBe(2);
  });

  it('writes the file first: cut off between the two, the copy is the one of before', () => {
    writeKeyring(file, aKeyring('以前'), dataKey);
    const before = readFileSync(copy);
    const cut = () => {
      expect(readKeyring(file).centreName).toBe('以后');
      throw new Error('the power is gone');
    };
    expect(() => writeKeyring(file, aKeyring('以后'), dataKey, cut)).toThrow('the power is gone');
    expect(readFileSync(copy)).toEqual(before);
    expect(keyringNeedsMending(file)).toBe(true);
  });
});

describe('which keyring is tried', () => {
  it('is the file alone while both say the same', () => {
    writeKeyring(file, aKeyring(), dataKey);
    expect(keyringsOf(file)).toHaveLength(1);
    expect([keyringIsCopy(file), keyringNeedsMending(file)]).toEqual([false, false]);
  });

  it('is the file, then a copy that says something else without being older', () => {
    written(5, 5);
    expect(revisions()).toEqual([5, 5]);
    written(5, 6);
    expect(revisions()).toEqual([5, 6]);
    expect(readKeyring(file)).toMatchObject({ revision: 5 });
    expect([keyringIsCopy(file), keyringNeedsMending(file)]).toEqual([false, true]);
  });

  it('is never a copy that fell behind: an old password would be let in again', () => {
    written(6, 5);
    expect(revisions()).toEqual([6]);
    expect(keyringNeedsMending(file)).toBe(true);
    written(2, 5);
    writeFileSync(copy, fixture('version-1'));
    expect(revisions()).toEqual([2]);
    // Of a keyring of the first version nobody knows how old it is: anything of the second may know better.
    written(2, 5);
    writeFileSync(file, fixture('version-1'));
    expect(revisions()).toEqual([0, 5]);
  });

  it('is the copy when the file is missing, is none, or is far too large', () => {
    for (const damage of [
      () => rmSync(file),
      () => writeFileSync(file, '{'),
      () => writeFileSync(file, ''),
      () => writeFileSync(file, `${readFileSync(file, 'utf8')}${' '.repeat(2 ** 20)}`),
    ]) {
      writeKeyring(file, aKeyring(), dataKey);
      damage();
      expect(keyringsOf(file)).toHaveLength(1);
      expect(readKeyring(file)).toMatchObject({ centreId: 'centre-1' });
      expect([keyringIsCopy(file), keyringNeedsMending(file), keyringExists(file)]).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it('is read up to a megabyte, and not a byte beyond', () => {
    writeKeyring(file, aKeyring(), dataKey);
    rmSync(copy);
    const text = readFileSync(file, 'utf8');
    const room = 1024 * 1024 - Buffer.byteLength(text);
    writeFileSync(file, text + ' '.repeat(room));
    expect(readKeyring(file)).toMatchObject({ centreId: 'centre-1' });
    writeFileSync(file, text + ' '.repeat(room + 1));
    expect(() => readKeyring(file)).toThrow(KeyringIsDamaged);
  });

  it('is the file when there is no copy, or none that can be read', () => {
    for (const damage of [() => rmSync(copy), () => writeFileSync(copy, 'x')]) {
      writeKeyring(file, aKeyring(), dataKey);
      damage();
      expect(keyringsOf(file)).toHaveLength(1);
      expect([keyringIsCopy(file), keyringNeedsMending(file), keyringExists(file)]).toEqual([
        false,
        true,
        true,
      ]);
    }
  });

  it('is none when neither can be read, and that is said', () => {
    expect(() => keyringsOf(file)).toThrow('neither the keyring nor its copy can be read');
    expect([keyringExists(file), keyringIsCopy(file), keyringNeedsMending(file)]).toEqual([
      false,
      false,
      true,
    ]);
    for (const name of [file, copy]) writeFileSync(name, 'x');
    expect(() => readKeyring(file)).toThrow(KeyringIsDamaged);
    // Readable or not, a centre is here: nothing may be written over it.
    expect([keyringExists(file), keyringIsCopy(file)]).toEqual([true, false]);
  });

  it('is not guessed at when the disk cannot be read', () => {
    writeKeyring(file, aKeyring(), dataKey);
    // A folder in the place of the file stands for a disk that does not read; the copy would be read.
    rmSync(file);
    mkdirSync(file);
    expect(() => readKeyring(file)).toThrow(expect.objectContaining({ code: 'EISDIR' }));
  });
});

describe('keeping the keyring for a change that may be refused', () => {
  it('puts both copies back as they were, to the byte', () => {
    writeKeyring(file, aKeyring('以前'), dataKey);
    writeFileSync(copy, 'a damaged copy');
    const before = [readFileSync(file), readFileSync(copy)];
    const putBack = keepKeyring(file);
    writeKeyring(file, aKeyring('以后'), dataKey);
    putBack();
    expect([readFileSync(file), readFileSync(copy)]).toEqual(before);
  });

  it('leaves alone a copy that was not there', () => {
    writeKeyring(file, aKeyring('以前'), dataKey);
    rmSync(copy);
    const before = readFileSync(file);
    const putBack = keepKeyring(file);
    putBack();
    expect(existsSync(copy)).toBe(false);
    writeKeyring(file, aKeyring('以后'), dataKey);
    putBack();
    expect(readFileSync(file)).toEqual(before);
    expect(readFileSync(copy)).not.toEqual(before);
  });
});
