import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorCode, readAnchorCode } from '../../shared/audit/anchor-code.ts';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hashes = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

describe('the code of a place in the log', () => {
  it('has eight groups of four and reads back as the first digits of the hash', () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        const code = anchorCode(hash);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readAnchorCode(code)).toEqual({ ok: true, prefix: hash.slice(0, 30) });
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('is read as people type it', () => {
    const code = anchorCode('00'.repeat(32));
    const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
    expect(readAnchorCode(typed)).toEqual({ ok: true, prefix: '0'.repeat(30) });
    const fullWidth = code.replaceAll(/[0-9A-Z]/g, (symbol) =>
      String.fromCharCode(symbol.charCodeAt(0) + 0xfee0),
    );
    expect(readAnchorCode(fullWidth)).toEqual({ ok: true, prefix: '0'.repeat(30) });
  });

  it('names the group with any one wrong symbol, any two swapped ones, or in another place', () => {
    const code = anchorCode('5f1d3c9a07b2e4866f1d3c9a07b2e4865f1d3c9a07b2e4866f1d3c9a07b2e486');
    const symbols = code.replaceAll('-', '');
    for (let at = 0; at < symbols.length; at += 1) {
      const group = Math.floor(at / 4) + 1;
      for (const wrong of SYMBOLS) {
        if (wrong === symbols[at]) continue;
        const typed = symbols.slice(0, at) + wrong + symbols.slice(at + 1);
        expect(readAnchorCode(typed), typed).toEqual({ ok: false, group });
      }
      if (at % 4 === 3 || symbols[at] === symbols[at + 1]) continue;
      const swapped = `${symbols.slice(0, at)}${symbols[at + 1]}${symbols[at]}${symbols.slice(at + 2)}`;
      expect(readAnchorCode(swapped), swapped).toEqual({ ok: false, group });
    }
    const groups = code.split('-');
    expect(readAnchorCode([groups[1], groups[0], ...groups.slice(2)].join('-'))).toMatchObject({ group: 1 });
    expect(readAnchorCode(groups.slice(0, 7).join('-'))).toEqual({ ok: false, group: 8 });
    expect(readAnchorCode(`${code}-0000`)).toEqual({ ok: false, group: 8 });
    expect(readAnchorCode('')).toEqual({ ok: false, group: 1 });
  });
});
