import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecoveryCode, writeRecoveryCode } from '../../shared/people/recovery-code.ts';
import { count, seed } from '../support/counts.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secret = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) & 255);
const lines = writeRecoveryCode(secret).split('\n');
const bare = lines.map((line) => line.replaceAll('-', ''));
const readWith = (line: number, text: string) => readRecoveryCode(bare.with(line, text).join('\n'));

describe('the paper code', () => {
  it('is four lines of four groups of four, and comes back as it was for any secret', () => {
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(readRecoveryCode(writeRecoveryCode(bytes))).toEqual({ ok: true, secret: bytes });
      }),
      { numRuns: count('paper-codes', 300), seed: seed('paper-codes') },
    );
  });

  it('is the same paper in ten years: what was printed once is read for ever', () => {
    expect(writeRecoveryCode(Uint8Array.from({ length: 32 }, (_, index) => index))).toBe(
      ['000G-40R4-0M30-E2GE', '0918-5GR3-8E1W-81BK', '24GK-2GAH-C5RR-34SG', 'D1P7-0X3R-FG00-00R4'].join('\n'),
    );
  });

  it('names the line of every single wrong symbol, wherever and whichever it is', () => {
    const missed: string[] = [];
    for (const [line, text] of bare.entries())
      for (let at = 0; at < 16; at += 1)
        for (const symbol of SYMBOLS.replace(text[at] ?? '', '')) {
          const read = readWith(line, text.slice(0, at) + symbol + text.slice(at + 1));
          if (read.ok || read.line !== line + 1) missed.push(`${line + 1}/${at}/${symbol}`);
        }
    expect(missed).toEqual([]);
  });

  it('names the line in which two neighbours were exchanged', () => {
    const missed: string[] = [];
    for (const [line, text] of bare.entries())
      for (let at = 0; at < 15; at += 1) {
        const [a = '', b = ''] = text.slice(at, at + 2);
        if (a === b) continue;
        const read = readWith(line, text.slice(0, at) + b + a + text.slice(at + 2));
        if (read.ok || read.line !== line + 1) missed.push(`${line + 1}/${at}`);
      }
    expect(missed).toEqual([]);
  });

  it('names a line that stands in the place of another', () => {
    const [first = '', second = '', third = '', fourth = ''] = bare;
    expect(readRecoveryCode([second, first, third, fourth].join('\n'))).toEqual({ ok: false, line: 1 });
    expect(readRecoveryCode([first, second, fourth, third].join('\n'))).toEqual({ ok: false, line: 3 });
    expect(readRecoveryCode([first, second, third, third].join('\n'))).toEqual({ ok: false, line: 4 });
  });

  it('names the line at which it is too short, and the last when there is more than it has', () => {
    const whole = bare.join('');
    for (const length of [0, 1, 15, 16, 17, 33, 49, 63])
      expect(readRecoveryCode(whole.slice(0, length))).toEqual({
        ok: false,
        line: Math.floor(length / 16) + 1,
      });
    expect(readRecoveryCode(`${whole}0`)).toEqual({ ok: false, line: 4 });
  });

  it('takes look-alikes, small or wide letters, spaces and any dash for what they stand for', () => {
    const typed = lines
      .join(' ')
      .toLowerCase()
      .replaceAll('0', 'o')
      .replace('1', 'l')
      .replaceAll('1', 'I')
      .replace('-', '—')
      .replace('-', ' – ');
    expect(readRecoveryCode(typed)).toEqual({ ok: true, secret });
    const wide = lines
      .join('　')
      .replaceAll(/[!-~]/g, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0));
    expect(readRecoveryCode(wide)).toEqual({ ok: true, secret });
  });

  it('takes no symbol that is not in it', () => {
    for (const symbol of ['U', '?', '，', '零', 'é'])
      expect(readWith(1, symbol + (bare[1] ?? '').slice(1))).toEqual({ ok: false, line: 2 });
  });

  it('is written only for a whole secret', () => {
    expect(() => writeRecoveryCode(new Uint8Array(31))).toThrow(RangeError);
    expect(() => writeRecoveryCode(new Uint8Array(31))).toThrow('a recovery secret has 32 bytes');
    expect(() => writeRecoveryCode(new Uint8Array(33))).toThrow(RangeError);
  });
});
