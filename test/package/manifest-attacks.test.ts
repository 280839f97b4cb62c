import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import { aDesk, aStatement, keyFor, RECIPIENT, verdictOn, withManifest } from '../support/packages.ts';

const { archive } = aStatement();
const withText = (change: (text: string) => string) => verdictOn(withManifest(archive, change));
/** Every forgery here is signed again with the centre's own key: an insider could do it. */
const swapped = (from: string, to: string) =>
  withText((text) => {
    if (!text.includes(from)) throw new Error(`${from} is not in the manifest`);
    return text.replace(from, to);
  });

describe('the manifest is refused', () => {
  it('attack 34: when it names another centre than the one that signed', () => {
    expect(swapped('"center":"411799101"', '"center":"411799102"')).toBe('OTHER_CENTRE');
  });

  it('attack 35: when it is addressed to another county or recipient: a forwarded file', () => {
    expect(swapped('"county":"411799"', '"county":"411702"')).toBe('OTHER_COUNTY');
    const other = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg';
    expect(verdictOn(archive, aDesk({ recipients: [other] }))).toBe('OTHER_RECIPIENT');
    expect(verdictOn(archive, aDesk({ county: '411702' }))).toBe('OTHER_COUNTY');
    expect(verdictOn(archive, aDesk({ county: null }))).toBe('accepted');
    expect(swapped(RECIPIENT, RECIPIENT.replace(/t$/, 'q'))).toBe('MANIFEST_MALFORMED');
  });

  it('attack 36: when it names another signing key', () => {
    const other =
      /"key_id":"([^"]+)"/.exec(
        new TextDecoder().decode(aStatement({}, undefined, keyFor('x')).archive),
      )?.[1] ?? '';
    expect(withText((text) => text.replace(/"key_id":"[^"]+"/, `"key_id":"${other}"`))).toBe('OTHER_KEY');
  });

  const spellings: Record<string, (text: string) => string> = {
    'a space': (text) => text.replace(',', ', '),
    'another order of keys': (text) =>
      text.replace(/^\{("app":"[^"]+"),/, '{').replace(/\}\n$/, ',"app":"nuantuo 0.1.0"}\n'),
    'a key twice': (text) => text.replace('{', '{"app":"nuantuo 9",'),
    __proto__: (text) => text.replace('{', '{"__proto__":{"epoch":9},'),
    'a float': (text) => text.replace('"epoch":1', '"epoch":1.0'),
    'an exponent': (text) => text.replace('"epoch":1', '"epoch":1e3'),
    'minus zero': (text) => text.replace('"tax_fen":0', '"tax_fen":-0'),
    'two to the fifty-third': (text) => text.replace('"gross_fen":260000', '"gross_fen":9007199254740992'),
    'a leading zero': (text) => text.replace('"epoch":1', '"epoch":01'),
    'a lone surrogate': (text) => text.replace('nuantuo', String.raw`\ud800`),
    'an escape that is not needed': (text) => text.replace('nuantuo', String.raw`\u006euantuo`),
    'text that is not NFC': (text) => text.replace('nuantuo', 'e\u0301'),
    'no last line feed': (text) => text.trimEnd(),
    'a second line': (text) => `${text}${text}`,
    CRLF: (text) => text.replace('\n', '\r\n'),
    'a byte order mark': (text) => `\uFEFF${text}`,
    'a value instead of an object': () => 'null\n',
    'an array instead of an object': () => '[]\n',
    'a hundred thousand brackets': () => '['.repeat(100_000),
  };
  for (const [what, change] of Object.entries(spellings)) {
    it(`attack 37: when it holds ${what}`, () => {
      expect(withText(change)).toBe('MANIFEST_MALFORMED');
    });
  }

  it('attack 38: when a key is missing, more, or in counts and totals', () => {
    expect(withText((text) => text.replace(/"app":"[^"]+",/, ''))).toBe('MANIFEST_MALFORMED');
    expect(withText((text) => text.replace(/\}\n$/, ',"z":1}\n'))).toBe('MANIFEST_MALFORMED');
    expect(withText((text) => text.replace('"stays":1', '"stays":1,"zebras":1'))).toBe('MANIFEST_MALFORMED');
    expect(withText((text) => text.replace('"tax_fen":0', '"tax_fen":0,"tip_fen":0'))).toBe(
      'MANIFEST_MALFORMED',
    );
  });

  it('attack 39: when its version or schema is another, and says which', () => {
    expect(withText((text) => text.replace('"version":1', '"version":2'))).toBe('MANIFEST_VERSION');
    expect(withText((text) => text.replace('"schema":1', '"schema":2'))).toBe('MANIFEST_VERSION');
    expect(withText((text) => text.replace('"schema":1', '"schema":0'))).toBe('MANIFEST_VERSION');
    expect(withText((text) => text.replace('"suite":"age', '"suite":"rot'))).toBe('MANIFEST_MALFORMED');
    expect(withText((text) => text.replace('"kind":"full"', '"kind":"half"'))).toBe('MANIFEST_MALFORMED');
    expect(withText((text) => text.replace('"format":"tuoyang', '"format":"tuoyank'))).toBe(
      'MANIFEST_MALFORMED',
    );
  });

  it('attack 40: when its month has not begun or does not exist', () => {
    expect(verdictOn(archive, aDesk({ today: day('2026-10-31') }))).toBe('accepted');
    expect(swapped('"period":"2026-10"', '"period":"2026-12"')).toBe('PERIOD_IN_FUTURE');
    expect(swapped('"period":"2026-10"', '"period":"2026-13"')).toBe('MANIFEST_MALFORMED');
    expect(swapped('"period":"2026-10"', '"period":"2026-1"')).toBe('MANIFEST_MALFORMED');
  });

  it('attack 41: when its counts or totals are not those of the data', () => {
    expect(swapped('"residents":2', '"residents":3')).toBe('COUNTS_DIFFER');
    expect(swapped('"net_fen":250000', '"net_fen":250001')).toBe('TOTALS_DIFFER');
  });

  it('attack 49: by no clock: a package made by a PC whose clock stands at 2019 or 2099 is taken', () => {
    for (const created_at of ['2019-01-01T00:00:00+08:00', '2099-12-31T23:59:59+08:00']) {
      expect(verdictOn(aStatement({ created_at }).archive)).toBe('accepted');
    }
  });

  it('when it says nil report but holds rows', () => {
    expect(swapped('"kind":"full"', '"kind":"empty"')).toBe('MANIFEST_MALFORMED');
  });
});
