import { describe, expect, it } from 'vitest';
import { inspect } from '../../shared/package/inspect.ts';
import { SIGNATURE, SUMS } from '../../shared/package/statement.ts';
import { pack, unpack, type Entry } from '../../shared/package/tar.ts';
import { aDesk, aStatement, resigned, verdictOn } from '../support/packages.ts';

const { archive } = aStatement();

/** The container with bytes of its first header changed and the checksum made right again. */
function withHeader(change: (header: Uint8Array) => void): Uint8Array {
  const copy = archive.slice();
  const header = copy.subarray(0, 512);
  change(header);
  header.fill(32, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return copy;
}

const put = (header: Uint8Array, offset: number, text: string) =>
  header.set(new TextEncoder().encode(text), offset);

function reordered(change: (entries: Entry[]) => Entry[]): Uint8Array {
  return pack(change(unpack(archive)));
}

describe('the container refuses', () => {
  const names = {
    'a path out of the folder': '../x',
    'an absolute path': '/etc/x',
    'a drive letter': 'C:x',
    'a backslash': 'data\\x',
    'a trailing dot': 'SHA256SUMS.',
    'a look-alike letter': 'SHА256SUMS',
    'a hidden folder': 'data/.x',
    'an empty part': 'data//x',
    'no name at all': '',
  };
  for (const [what, name] of Object.entries(names)) {
    it(`attack 11: ${what}`, () => {
      const forged = withHeader((header) => {
        header.fill(0, 0, 100);
        put(header, 0, name);
      });
      expect(verdictOn(forged)).toBe('CONTAINER_MALFORMED');
    });
  }

  it('attack 11: a name with a NUL and more behind it', () => {
    const forged = withHeader((header) => put(header, 0, 'SHA256SUMS\0evil'));
    expect(verdictOn(forged)).toBe('CONTAINER_MALFORMED');
  });

  it('attack 11: a name that its own writer would not write', () => {
    for (const name of Object.values(names))
      expect(() => pack([{ name, data: new Uint8Array() }])).toThrow(RangeError);
  });

  const types = {
    'a hard link': '1',
    'a symbolic link': '2',
    'a device': '3',
    'a folder': '5',
    'a pipe': '6',
    'a pax header': 'x',
    'a global pax header': 'g',
    'a GNU long name': 'L',
    'a GNU sparse file': 'S',
    'the old regular type': '\0',
  };
  for (const [what, type] of Object.entries(types)) {
    it(`attack 12: ${what}`, () => {
      expect(verdictOn(withHeader((header) => put(header, 156, type)))).toBe('CONTAINER_MALFORMED');
    });
  }

  it('attack 13: the same name twice', () => {
    expect(verdictOn(reordered((entries) => [entries[0] as Entry, ...entries]))).toBe('CONTAINER_MALFORMED');
  });

  it('attack 14: sizes in base 256, negative, or not in octal digits', () => {
    for (const size of [
      '\x80\0\0\0\0\0\0\0\0\0\0\x10',
      '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
      '-0000000001\0',
      '77777777779\0',
      ' 0000001234\0',
      '0000001234 \0',
    ]) {
      const forged = withHeader((header) =>
        header.set(
          Uint8Array.from(size, (character) => character.charCodeAt(0)),
          124,
        ),
      );
      expect(verdictOn(forged), size).toBe('CONTAINER_MALFORMED');
    }
  });

  it('attack 10: a size of two gigabytes that is only declared', () => {
    const forged = withHeader((header) => put(header, 124, '20000000000\0'));
    expect(inspect(forged, aDesk())).toMatchObject({ code: 'CONTAINER_MALFORMED', facts: { what: 'size' } });
  });

  it('attack 10: a size larger than what is there', () => {
    const forged = withHeader((header) => put(header, 124, '00010000000\0'));
    expect(inspect(forged, aDesk())).toMatchObject({ code: 'CONTAINER_MALFORMED', facts: { what: 'cut' } });
  });

  it('attack 15: padding that is not zero', () => {
    const copy = archive.slice();
    const size = unpack(archive)[0]?.data.length ?? 0;
    copy[512 + size] = 1;
    expect(verdictOn(copy)).toBe('CONTAINER_MALFORMED');
  });

  it('attack 16: bytes after the end, zero or not, and a trailer that is too short', () => {
    for (const tail of [new Uint8Array(1), new Uint8Array(512), Uint8Array.of(1)]) {
      expect(verdictOn(Uint8Array.from([...archive, ...tail]))).toBe('CONTAINER_MALFORMED');
    }
    expect(verdictOn(archive.subarray(0, -512))).toBe('CONTAINER_MALFORMED');
    expect(verdictOn(archive.subarray(0, -1024))).toBe('CONTAINER_MALFORMED');
  });

  it('attack 17: the entries in another order', () => {
    expect(verdictOn(reordered(([a, b, ...rest]) => [b as Entry, a as Entry, ...rest]))).toBe(
      'CONTAINER_ENTRIES',
    );
    expect(
      verdictOn(reordered((entries) => [...entries.slice(0, 3), ...entries.slice(3).toReversed()])),
    ).toBe('CONTAINER_ENTRIES');
  });

  it('attack 18: a file more, even when its sum is signed', () => {
    const forged = resigned(archive, (entries) => entries.set('data/zzz.ndjson', new Uint8Array()));
    expect(verdictOn(forged)).toBe('CONTAINER_ENTRIES');
    expect(
      verdictOn(reordered((entries) => [...entries, { name: 'evil.txt', data: new Uint8Array(3) }])),
    ).toBe('CONTAINER_ENTRIES');
  });

  it('attack 19: a file less, even when its sum is signed', () => {
    expect(verdictOn(resigned(archive, (entries) => void entries.delete('data/pay.ndjson')))).toBe(
      'CONTAINER_ENTRIES',
    );
    for (const name of [SUMS, SIGNATURE, 'manifest.json']) {
      expect(verdictOn(reordered((entries) => entries.filter((entry) => entry.name !== name)))).toBe(
        'CONTAINER_ENTRIES',
      );
    }
  });

  it('attack 20: a hundred thousand entries, at once', { timeout: 300_000 }, () => {
    const none = new Uint8Array();
    const many = pack(Array.from({ length: 100_000 }, (_, index) => ({ name: `a${index}`, data: none })));
    const begun = process.cpuUsage();
    expect(inspect(many, aDesk())).toMatchObject({ code: 'CONTAINER_MALFORMED', facts: { what: 'entries' } });
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
  });

  it('attack 21: another mode, owner, group, time, user name or device number', () => {
    for (const [offset, text] of [
      [100, '0000755\0'],
      [108, '0001750\0'],
      [116, '0001750\0'],
      [136, '15000000000\0'],
      [265, 'root'],
      [297, 'root'],
      [329, '0000001\0'],
      [345, 'prefix'],
      [500, 'x'],
    ] as const) {
      expect(verdictOn(withHeader((header) => put(header, offset, text))), String(offset)).toBe(
        'CONTAINER_MALFORMED',
      );
    }
  });
});

describe('the container', () => {
  it('has the same bytes whenever the same facts are packed', () => {
    expect(aStatement().archive).toEqual(archive);
    expect(archive.length).toBe(
      unpack(archive).reduce((sum, { data }) => sum + 512 + Math.ceil(data.length / 512) * 512, 1024),
    );
  });
});
