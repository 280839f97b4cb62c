import { describe, expect, it } from 'vitest';
import { inspect } from '../../shared/package/inspect.ts';
import { aDesk, anOctober, aStatement, verdictOn, withData } from '../support/packages.ts';

const { archive } = aStatement();
const swapped = (table: Parameters<typeof withData>[1], from: string, to: string) =>
  verdictOn(
    withData(archive, table, (text) => {
      if (!text.includes(from)) throw new Error(`${from} is not in ${table}`);
      return text.replace(from, to);
    }),
  );

describe('the data is refused', () => {
  it('attack 52: when a value is out of its range, and says the table, line and field', () => {
    const forged = withData(archive, 'residents', (text) =>
      text.replace('"disability_level":1', '"disability_level":5'),
    );
    expect(inspect(forged, aDesk())).toMatchObject({
      verdict: 'refused',
      code: 'ROW_VALUE',
      facts: { table: 'residents', line: 1, field: 'disability_level' },
    });
    expect(swapped('residents', '"sex":"male"', '"sex":"M"')).toBe('ROW_VALUE');
    expect(swapped('residents', '411799199709154479', '4117991997091544')).toBe('ROW_VALUE');
    expect(swapped('stays', '"2020-04-07"', '"2020-02-30"')).toBe('ROW_VALUE');
    expect(swapped('attendance', '"mark":"day"', '"mark":"late"')).toBe('ROW_VALUE');
    expect(swapped('pay', '"gross_fen":260000', '"gross_fen":2600.5')).toBe('ROW_MALFORMED');
  });

  it('attack 52: when a line of pay does not foot', () => {
    expect(swapped('pay', '"net_fen":250000', '"net_fen":260000')).toBe('ROW_VALUE');
  });

  it('attack 52: when a day lies outside the month', () => {
    expect(swapped('checkups', '2026-10-12', '2026-09-30')).toBe('ROW_VALUE');
    expect(swapped('attendance', '2026-10-08', '2026-11-01')).toBe('ROW_VALUE');
  });

  it('attack 52: when an id stands twice or rows are not sorted', () => {
    expect(verdictOn(withData(archive, 'residents', (text) => text.replace('"id":"r2"', '"id":"r1"')))).toBe(
      'ROW_ORDER',
    );
    expect(
      verdictOn(
        withData(archive, 'residents', (text) => `${text.trimEnd().split('\n').toReversed().join('\n')}\n`),
      ),
    ).toBe('ROW_ORDER');
  });

  it('attack 52: when a row names somebody who is not in the package: another centre’s id', () => {
    expect(swapped('checkups', '"resident_id":"r1"', '"resident_id":"r9"')).toBe('ROW_REFERENCE');
    expect(swapped('pay', '"caregiver_id":"c1"', '"caregiver_id":"c9"')).toBe('ROW_REFERENCE');
  });

  it('attack 52: when a text would be a formula in a spreadsheet or hides characters', () => {
    for (const name of ['=HYPERLINK(1)', '+1', '-1', '@x', '孙\u202e春', '孙\u200b', ' 孙', '孙\u0007']) {
      expect(swapped('residents', '孙春生', name), JSON.stringify(name)).toMatch(/^ROW_(VALUE|MALFORMED)$/);
    }
    const devices = [
      {
        id: 'd1',
        code: 'x',
        name: 'a\nb',
        source: 'other',
        quantity: 1,
        condition: 'good',
        resident_id: null,
      },
    ];
    expect(() => aStatement({}, anOctober({ devices }))).toThrow(RangeError);
  });

  it('attack 52: when a text is not in NFC, so that one name could be written in two ways', () => {
    expect(swapped('residents', '孙春生', 'e\u0301')).toBe('ROW_MALFORMED');
    expect(swapped('residents', '孙春生', 'é')).toBe('accepted');
  });

  it('attack 52: when a text is ten megabytes long', () => {
    expect(swapped('residents', '孙春生', '孙'.repeat(3_500_000))).toBe('TABLE_TOO_LARGE');
    expect(swapped('residents', '孙春生', '孙'.repeat(2000))).toBe('ROW_MALFORMED');
    expect(swapped('residents', '孙春生', '孙'.repeat(51))).toBe('ROW_VALUE');
  });

  it('attack 53: when a field is there that may not leave the house, or one is missing', () => {
    expect(swapped('residents', '{', '{"address":"柳河镇",')).toBe('ROW_FIELDS');
    expect(swapped('caregivers', '{', '{"bank_card":"6222",')).toBe('ROW_FIELDS');
    expect(swapped('residents', '{', '{"__proto__":{},')).toMatch(/^ROW_(FIELDS|MALFORMED)$/);
    expect(swapped('checkups', ',"resident_id":"r1"', '')).toBe('ROW_FIELDS');
  });

  it('attack 54: when a table has more rows than any centre could have', () => {
    const many = Array.from(
      { length: 20_001 },
      (_, index) => `{"day":"2026-10-12","id":"k${String(index).padStart(6, '0')}","resident_id":"r1"}`,
    ).join('\n');
    expect(verdictOn(withData(archive, 'checkups', () => `${many}\n`))).toBe('TABLE_TOO_LARGE');
  });

  it('attack 54: by size only: nothing in a package is compressed, so what is declared is what is there', () => {
    expect(new TextDecoder().decode(archive)).toContain('孙春生');
  });

  it('when a line is not canonical JSON', () => {
    for (const [from, to] of [
      ['{"', '{ "'],
      ['\n', '\r\n'],
      ['\n', ''],
      ['\n', '\n\n'],
      ['r1', String.raw`\u0072`],
      ['"id":"k1"', '"id":"k1","id":"k1"'],
    ] as const) {
      expect(swapped('checkups', from, to), JSON.stringify(to)).toBe('ROW_MALFORMED');
    }
  });
});
