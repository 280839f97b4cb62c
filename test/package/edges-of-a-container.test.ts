import { describe, expect, it } from 'vitest';
import { Refused } from '../../shared/package/refusal.ts';
import { pack, packing, unpack, unpackPieces, type Entry } from '../../shared/package/tar.ts';
import { refusalOf } from '../support/package-refusal.ts';

const MEBIBYTE = 1024 * 1024;
const encode = (text: string) => new TextEncoder().encode(text);
const file = (name: string, content: string | Uint8Array = ''): Entry => ({
  name,
  data: typeof content === 'string' ? encode(content) : content,
});
const NUL = '\0';

/** The header of trust.md 4.2, written here once more and by hand; a test may put something else into it. */
function header(name: string, size: string, change: (bytes: Uint8Array) => void = () => {}): Uint8Array {
  const bytes = new Uint8Array(512);
  for (const [offset, text] of [
    [0, name],
    [100, `0000644${NUL}`],
    [108, `0000000${NUL}`],
    [116, `0000000${NUL}`],
    [124, `${size}${NUL}`],
    [136, `00000000000${NUL}`],
    [148, '        '],
    [156, '0'],
    [257, `ustar${NUL}00`],
    [329, `0000000${NUL}`],
    [337, `0000000${NUL}`],
  ] as const)
    bytes.set(encode(text), offset);
  change(bytes);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.set(encode(`${sum.toString(8).padStart(6, '0')}${NUL} `), 148);
  return bytes;
}
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const octal = (size: number) => size.toString(8).padStart(11, '0');

/** One file of three bytes: header, content with its padding, two blocks of zeros. */
const END = new Uint8Array(1024);
const content = new Uint8Array(512);
content.set(encode('abc'));
const one = joined(header('a/b.c', octal(3)), content, END);

const refusal = (archive: Uint8Array) => refusalOf(() => unpack(archive));
const malformed = (what: string, offset: number) => ({ code: 'CONTAINER_MALFORMED', what, offset });

describe('a container of one small file', () => {
  it('has the bytes of the table in trust.md 4.2 and gives the file back', () => {
    expect(Buffer.compare(pack([file('a/b.c', 'abc')]), one)).toBe(0);
    expect(unpack(one)).toEqual([file('a/b.c', 'abc')]);
    expect(unpack(END)).toEqual([]);
    const full = file('f', new Uint8Array(512).fill(7));
    expect(unpack(pack([full, file('g', 'x')]))).toEqual([full, file('g', 'x')]);
  });

  it('says what is wrong with it and where', () => {
    expect(refusal(one.subarray(0, 100))).toEqual(malformed('cut', 0));
    expect(refusal(new Uint8Array())).toEqual(malformed('cut', 0));
    expect(refusal(one.subarray(0, 514))).toEqual(malformed('cut', 0));
    expect(refusal(one.subarray(0, 515))).toEqual(malformed('cut', 0));
    expect(refusal(one.subarray(0, 1024))).toEqual(malformed('cut', 1024));
    expect(refusal(one.subarray(0, 1536))).toEqual(malformed('trailer', 1024));
    expect(refusal(joined(one, Uint8Array.of(0)))).toEqual(malformed('trailer', 1024));
    expect(refusal(one.with(2047, 1))).toEqual(malformed('trailer', 1024));
    expect(refusal(one.with(1023, 1))).toEqual(malformed('padding', 0));
    expect(refusal(joined(header('.a', octal(3)), content, END))).toEqual(malformed('name', 0));
    expect(refusal(one.with(156, 49))).toEqual(malformed('header', 0));
    const first = one.subarray(0, 1024);
    expect(refusal(joined(first, one))).toEqual(malformed('twice', 1024));
    const second = header('b', octal(3), (bytes) => bytes.set(encode('0000600'), 100));
    expect(refusal(joined(first, second, content, END))).toEqual(malformed('header', 1024));
  });

  it('tells a size that is no number from one that is too large and from one that is not there', () => {
    for (const size of ['0000000003 ', '-0000000003', '0000000008x', ' 0000000003'])
      expect(refusal(joined(header('a', size), content, END)), size).toEqual(malformed('size', 0));
    expect(refusal(joined(header('a', octal(32 * MEBIBYTE)), content))).toEqual(malformed('cut', 0));
    expect(refusal(joined(header('a', octal(32 * MEBIBYTE + 1)), content))).toEqual(malformed('size', 0));
  });

  it('takes names of up to 99 signs: letters, digits, dots, lines and parts between slashes', () => {
    for (const name of ['a'.repeat(99), 'A', '0', 'Z9._-z/x', 'a.b/c-d_e'])
      expect(unpack(pack([file(name)]))).toEqual([file(name)]);
    for (const name of [
      'a'.repeat(100),
      '-a',
      '_a',
      'a b',
      'ab ',
      ' ab',
      'a\n',
      'a/',
      '/a',
      'a/.b',
      'a./b',
      'ä',
    ])
      expect(() => pack([file(name)]), name).toThrow(new RangeError(`not a name for an entry: ${name}`));
    expect(refusal(joined(header('a'.repeat(100), octal(3)), content, END))).toEqual(malformed('name', 0));
  });
});

describe('a large container', () => {
  it('has up to 32 files', () => {
    const files = Array.from({ length: 33 }, (_, index) => file(`f${index}`));
    expect(unpack(pack(files.slice(1)))).toHaveLength(32);
    expect(refusal(pack(files))).toEqual(malformed('entries', 32 * 512));
  });

  it('has files of up to 32 MiB and is itself no larger than 64, when it is written and when it is read', () => {
    const largest = new Uint8Array(32 * MEBIBYTE);
    const written = (...sizes: number[]) =>
      [...packing(sizes.map((size, index) => file(`f${index}`, largest.subarray(0, size))))].length;
    expect(written(32 * MEBIBYTE)).toBe(4);
    expect(written(32 * MEBIBYTE - 1024, 32 * MEBIBYTE - 1024)).toBe(7);
    expect(() => written(32 * MEBIBYTE - 1024, 32 * MEBIBYTE - 1023)).toThrow(
      new RangeError('too large for a package'),
    );
    const larger = file('x', new Uint8Array(32 * MEBIBYTE + 1));
    expect(() => [...packing([larger])]).toThrow(new RangeError('x is too large for a package'));

    const whole = pack([file('a', largest.subarray(1024)), file('b', largest.subarray(1024))]);
    expect(whole.length).toBe(64 * MEBIBYTE);
    expect(unpack(whole).map(({ data }) => data.length)).toEqual([
      32 * MEBIBYTE - 1024,
      32 * MEBIBYTE - 1024,
    ]);
    const middle = 512 + 32 * MEBIBYTE - 1024;
    whole.set(header('b', octal(32 * MEBIBYTE - 1023)), middle);
    expect(refusal(whole)).toEqual(malformed('size', middle));
  });
});

/** Pieces of these lengths, the last one of what is left; and whether the reader closed their source. */
function inPieces(bytes: Uint8Array, ...lengths: number[]) {
  const source = { closed: false };
  async function* pieces() {
    try {
      let offset = 0;
      for (const length of [...lengths, bytes.length]) {
        yield bytes.subarray(offset, offset + length);
        offset += length;
      }
    } finally {
      source.closed = true;
    }
  }
  return { source, read: unpackPieces(pieces()) };
}

describe('a container that comes in pieces', () => {
  it('reads as it does in one, wherever it is cut', async () => {
    const two = pack([file('a', 'abc'), file('b', new Uint8Array(700).fill(5))]);
    for (const lengths of [[], [0], [1], [511, 1, 2], [512, 3, 509], [513, 0, 0, 600], [514, 1], [1024, 512]])
      expect(await inPieces(two, ...lengths).read, lengths.join(' ')).toEqual(unpack(two));
  });

  it('is not copied where a piece holds the whole of a file', async () => {
    const [entry] = await inPieces(one).read;
    expect(entry?.data.buffer).toBe(one.buffer);
  });

  it('is refused as in one where it ends too early or goes on', async () => {
    for (const [bytes, what, offset] of [
      [one.subarray(0, 100), 'cut', 0],
      [one.subarray(0, 515), 'cut', 0],
      [one.subarray(0, 1536), 'trailer', 1024],
      [joined(one, Uint8Array.of(0)), 'trailer', 1024],
    ] as const) {
      const { source, read } = inPieces(bytes, 600);
      await expect(read).rejects.toMatchObject({ facts: { what, offset } });
      expect(source.closed).toBe(true);
    }
  });

  it('lets go of its source as soon as it is refused, if the source wants to know', async () => {
    const { source, read } = inPieces(joined(header('.a', octal(3)), content, END), 512, 1);
    await expect(read).rejects.toThrow(Refused);
    expect(source.closed).toBe(true);
    const pieces = [one];
    const careless: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          const value = pieces.shift();
          return value ? { done: false, value } : { done: true, value: undefined };
        },
      }),
    };
    expect(await unpackPieces(careless)).toEqual(unpack(one));
  });
});
