import { describe, expect, it } from 'vitest';
import { areEqual, byBytes, bytesOf, inGroups, isZero, sha256, textOf } from '../../shared/package/bytes.ts';
import { canonicalLine, hasExactly, readCanonicalLine, type Json } from '../../shared/package/canonical.ts';
import { isForGood, Refused, refusalCodes } from '../../shared/package/refusal.ts';
import { checkSums, statementHash, sumsOf } from '../../shared/package/sums.ts';

const line = (value: Json) => new TextDecoder().decode(canonicalLine(value));
const read = (text: string) => readCanonicalLine(bytesOf(text));

const malformed = (at: number) => ({ code: 'SUMS_MALFORMED', line: at });
const differs = (named: string) => ({ code: 'SUMS_DIFFER', file: named });

describe('bytes and text', () => {
  it('are text only when they are exact UTF-8', () => {
    expect(textOf(bytesOf('柳河镇 é'))).toBe('柳河镇 é');
    expect(textOf(new Uint8Array())).toBe('');
    expect(textOf(Uint8Array.of(0xff))).toBeNull();
    expect(textOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBeNull();
  });

  it('are equal only with the same bytes and the same length', () => {
    expect(areEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(areEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(areEqual(Uint8Array.of(2, 1), Uint8Array.of(3, 1))).toBe(false);
    expect(areEqual(Uint8Array.of(1), Uint8Array.of(1, 2))).toBe(false);
    expect(areEqual(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false);
  });

  it('are zero only when every one is', () => {
    expect(isZero(new Uint8Array(3))).toBe(true);
    expect(isZero(Uint8Array.of(0, 0, 1))).toBe(false);
  });

  it('are told on paper in groups, and sorted in their own order', () => {
    expect(inGroups('0123456789abcdef01')).toBe('01234567 89abcdef 01');
    expect(inGroups('0123456789', 4)).toBe('0123 4567 89');
    expect(inGroups('')).toBe('');
    expect([byBytes('a', 'b'), byBytes('b', 'a'), byBytes('a', 'a'), byBytes('B', 'a')]).toEqual([
      -1, 1, 0, -1,
    ]);
  });
});

describe('a canonical line', () => {
  it('is RFC 8785 with a line feed, and is read back as it was', () => {
    const value = { b: [true, null, -1], a: '柳', '': { z: 9_007_199_254_740_991 } };
    expect(line(value)).toBe('{"":{"z":9007199254740991},"a":"柳","b":[true,null,-1]}\n');
    expect(readCanonicalLine(canonicalLine(value))).toEqual(value);
    for (const plain of [null, true, false, 0, 'x', []]) expect(read(line(plain))).toEqual(plain);
  });

  it('is never written of a float, too large a number, minus zero, broken text or text that is not NFC', () => {
    for (const value of [0.5, 2 ** 53, -0, Number.NaN, '\ud800', 'e\u0301']) {
      for (const inside of [value, [1, value], { a: 1, b: value }])
        expect(() => canonicalLine(inside)).toThrow(new RangeError('not a value that a package carries'));
    }
    expect(() => canonicalLine({ 'e\u0301': 1, a: 1 })).toThrow(RangeError);
  });

  it('is at most four deep, in lists and in objects', () => {
    expect(line([[[['x']]]])).toBe('[[[["x"]]]]\n');
    expect(line({ a: { a: { a: { a: 1 } } } })).toBe('{"a":{"a":{"a":{"a":1}}}}\n');
    expect(() => canonicalLine([[[[['x']]]]])).toThrow(RangeError);
    expect(() => canonicalLine({ a: { a: { a: { a: { a: 1 } } } } })).toThrow(RangeError);
    expect(read('[[[[["x"]]]]]\n')).toBeUndefined();
  });

  it('is read in its one spelling only', () => {
    expect(read('{"a":1,"b":2}\n')).toEqual({ a: 1, b: 2 });
    for (const other of [
      '{"a":1,"b":2}',
      '{"b":2,"a":1}\n',
      '{"a":1,"a":1}\n',
      '{"a": 1}\n',
      '{"a":1}\n\n',
      '{"a":1}\n{"a":1}\n',
      '{"a":1e3}\n',
      '{"a":-0}\n',
      '{"a":1.5}\n',
      '{"a":"\\u0061"}\n',
      '{"a":"\\ud800"}\n',
      '{"a":"e\u0301"}\n',
      'null',
      '',
      '\n',
      'x\n',
    ])
      expect(read(other), other).toBeUndefined();
    expect(readCanonicalLine(Uint8Array.of(0xff, 0x0a))).toBeUndefined();
  });

  it('has exactly the keys it must have, all its own', () => {
    expect(hasExactly({ a: 1, b: null }, ['b', 'a'])).toBe(true);
    expect(hasExactly({ a: 1 }, ['a', 'b'])).toBe(false);
    expect(hasExactly({ a: 1, b: 1, c: 1 }, ['a', 'b'])).toBe(false);
    expect(hasExactly({ a: 1, c: 1 }, ['a', 'b'])).toBe(false);
    expect(hasExactly({ a: 1 }, ['toString'])).toBe(false);
    expect(hasExactly({}, [])).toBe(true);
    for (const other of [undefined, null, '', 1, true, []]) expect(hasExactly(other, [])).toBe(false);
  });
});

describe('SHA256SUMS', () => {
  const entries = ['b/c.x', 'A', 'a_1-2'].map((name) => ({ name, data: bytesOf(name) }));
  const good = [
    `${sha256(bytesOf('A'))}  A`,
    `${sha256(bytesOf('a_1-2'))}  a_1-2`,
    `${sha256(bytesOf('b/c.x'))}  b/c.x`,
  ] as const;
  const refusal = (lines: readonly string[], end = '\n') => {
    try {
      checkSums(bytesOf(lines.join('\n') + end), entries);
    } catch (error) {
      if (error instanceof Refused) return { code: error.code, ...error.facts };
      throw error;
    }
    return 'taken';
  };

  it('has one line a file, sorted, and is named by its own hash', () => {
    expect(new TextDecoder().decode(sumsOf(entries))).toBe(`${good.join('\n')}\n`);
    expect(refusal(good)).toBe('taken');
    expect(statementHash(bytesOf('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('says which line is not in its form', () => {
    const [first, second, third] = good;
    for (const bad of [
      ` ${second}`,
      `0${second}`,
      `${second} `,
      second.slice(1),
      second.replace('  ', ' '),
      second.replace('  ', '   '),
      second.replace('  ', ' *'),
      second.toUpperCase(),
      second.replace('a_1-2', 'a 1'),
      second.replace('a_1-2', '.b'),
      second.replace('a_1-2', ''),
      `\uFEFF${second}`,
      '',
    ])
      expect(refusal([first, bad, third]), bad).toEqual(malformed(2));
    expect(refusal([second, first, third])).toEqual(malformed(2));
    expect(refusal([first, second, second, third])).toEqual(malformed(3));
    expect(refusal([...good, ''])).toEqual(malformed(4));
    expect(refusal(['', ...good])).toEqual(malformed(1));
    expect(refusal(good, '')).toEqual(malformed(3));
    expect(refusal(good, '\r\n')).toEqual(malformed(3));
    expect(refusal([])).toEqual(malformed(1));
    expect(() => checkSums(Uint8Array.of(0xff, 0x0a), entries)).toThrow(Refused);
  });

  it('says which file is another, is not named, or is not there', () => {
    const [first, second, third] = good;
    expect(refusal([first, second, `${'0'.repeat(64)}  b/c.x`])).toEqual(differs('b/c.x'));
    expect(refusal([first, third])).toEqual(differs('a_1-2'));
    expect(refusal([...good, `${'0'.repeat(64)}  d`])).toEqual(differs('d'));
  });
});

describe('a refusal', () => {
  it('says its code and its facts to whoever reads the log', () => {
    expect(new Refused('GAP', { from: 2, to: 3 }).message).toBe('GAP {"from":2,"to":3}');
    expect(new Refused('GAP')).toMatchObject({ code: 'GAP', facts: {} });
  });

  it('is for good only where the county would answer the same for ever', () => {
    expect(refusalCodes.filter(isForGood)).toEqual([
      'PERIOD_IN_FUTURE',
      'AFTER_RETURNED',
      'PERIOD_TAKEN',
      'NOTHING_TO_CORRECT',
      'TABLE_TOO_LARGE',
      'ROW_MALFORMED',
      'ROW_FIELDS',
      'ROW_VALUE',
      'ROW_ORDER',
      'ROW_REFERENCE',
      'COUNTS_DIFFER',
      'TOTALS_DIFFER',
    ]);
  });
});
