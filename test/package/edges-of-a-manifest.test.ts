import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { canonicalLine, type Json } from '../../shared/package/canonical.ts';
import { fingerprintOf, privateKeyOf, publicKeyOf } from '../../shared/package/key.ts';
import {
  checkPromises,
  countsOf,
  fileNameOf,
  NO_HASH,
  readManifest,
  SUITE,
  SUITE_SM2,
  totalsOf,
  writeManifest,
  type Manifest,
} from '../../shared/package/manifest.ts';
import { tableNames, type Tables } from '../../shared/package/tables.ts';
import { refusalOf } from '../support/package-refusal.ts';

const good: Manifest = {
  format: 'tuoyang-export',
  version: 1,
  suite: 'age-x25519+sshsig-ed25519',
  center: '411799101',
  county: '411799',
  recipient: 'age1zwlyl6h27gzv0lfntr7fcqrjrzqazap8sy5zylkxwneh7llf0dksu37mwt',
  key_id: fingerprintOf(publicKeyOf(privateKeyOf(new Uint8Array(32)))),
  epoch: 1,
  seq: 12,
  prev_sha256: NO_HASH,
  period: month('2026-10'),
  kind: 'full',
  schema: 1,
  app: 'nuantuo 0.1.0',
  created_at: '2026-11-02T09:00:00+08:00',
  counts: {
    attendance: 0,
    caregivers: 0,
    checkups: 0,
    devices: 0,
    pairings: 0,
    pay: 0,
    residents: 0,
    roster: 0,
    stays: 0,
  },
  totals: { gross_fen: 0, deduction_fen: 0, tax_fen: 0, net_fen: 0 },
  audit_head: 'a'.repeat(64),
  audit_count: 12,
};

const refusal = (value: unknown) => refusalOf(() => readManifest(canonicalLine(value as Json)));
const malformed = (field: string) => ({ code: 'MANIFEST_MALFORMED', field });
const other = (found: string) => ({ code: 'MANIFEST_VERSION', found, known: '1.1' });
const promised = (tables: Tables, change: Partial<Manifest> = {}) =>
  refusalOf(() =>
    checkPromises({ ...good, counts: countsOf(tables), totals: totalsOf(tables), ...change }, tables),
  );

describe('the manifest', () => {
  it('is read back as it was written, and is not written when the county would not take it', () => {
    expect(readManifest(writeManifest(good))).toEqual(good);
    expect(() => writeManifest({ ...good, seq: 0 })).toThrow(/seq/);
    expect([SUITE, SUITE_SM2]).toEqual(['age-x25519+sshsig-ed25519', 'age-x25519+sshsig-ed25519+sm2-sm3']);
    expect(NO_HASH).toBe('0000000000000000000000000000000000000000000000000000000000000000');
  });

  const hash = 'b'.repeat(64);
  const stands: Record<string, readonly unknown[]> = {
    suite: [SUITE_SM2],
    center: ['000000000'],
    county: ['999999'],
    key_id: [`SHA256:${'Az09+/'.repeat(7)}A`],
    epoch: [1, 999_999],
    seq: [1, 999_999],
    prev_sha256: [hash, '0123456789abcdef'.repeat(4)],
    period: ['2026-01', '2026-12'],
    kind: ['full', 'correction', 'empty'],
    app: ['x', '~'.repeat(40), '! ~'],
    created_at: ['2026-11-02T09:00:00Z', '2019-01-01T00:00:00-11:30'],
    audit_head: [hash],
    audit_count: [0, 9_007_199_254_740_991],
  };
  for (const [field, values] of Object.entries(stands)) {
    it(`may have these for its ${field}: ${values.map(String).join(', ')}`, () => {
      for (const value of values)
        expect(readManifest(canonicalLine({ ...good, [field]: value } as Json))).toMatchObject({
          [field]: value,
        });
    });
  }

  const falls: Record<string, readonly unknown[]> = {
    format: ['', 'tuoyang-exports', null],
    suite: ['', 'age', `${SUITE}+x`, null],
    center: ['41179910', '4117991011', '41179910x', 'x411799101', '411799101 ', 411_799_101],
    county: ['41179', '4117991', '41179x', 'x411799', '411799 '],
    recipient: ['', 'age1', good.recipient.toUpperCase(), `${good.recipient} `],
    key_id: [
      '',
      good.key_id.slice(0, -1),
      `${good.key_id}A`,
      ` ${good.key_id}`,
      good.key_id.replace('256', '255'),
    ],
    epoch: [0, -1, 1_000_000, '1', null],
    seq: [0, 1_000_000],
    prev_sha256: ['', hash.slice(1), `${hash}b`, ` ${hash}`, hash.toUpperCase(), `${hash.slice(1)}g`],
    period: ['2026-13', '2026-00', '2026-1', '2026-10-01'],
    kind: ['', 'half'],
    app: ['', ' x', '~'.repeat(41), '柳', 'x柳'],
    created_at: [
      '2026-11-02',
      '2026-11-02T09:00:00',
      '2026-11-02 09:00:00Z',
      '2026-11-02T09:00Z',
      '2026-11-02T09:00:00z',
      '2026-11-02T09:00:00.000Z',
      '2026-11-02T09:00:00+0800',
      '2026-11-02T09:00:00+08:0',
      '2026-11-02T09:00:00*08:00',
      '02026-11-02T09:00:00Z',
      '2026-11-02T09:00:00Z ',
      '226-11-02T09:00:00Z',
      '2026-1-02T09:00:00Z',
      '2026-11-2T09:00:00Z',
      '2026-11-02T9:00:00Z',
      '2026-11-02T09:0:00Z',
      '2026-11-02T09:00:0Z',
    ],
    audit_head: ['', `${hash}b`, null],
    audit_count: [-1, '0'],
    counts: [
      null,
      [],
      {},
      { ...good.counts, pay: -1 },
      { ...good.counts, pay: 20_001 },
      { ...good.counts, x: 0 },
    ],
    totals: [null, {}, { ...good.totals, tax_fen: 1e12 + 1 }, { ...good.totals, tax_fen: -1e12 - 1 }],
  };
  for (const [field, values] of Object.entries(falls)) {
    it(`may not have these for its ${field}, and says that it is the ${field}`, () => {
      for (const value of values)
        expect(refusal({ ...good, [field]: value }), String(value)).toEqual(malformed(field));
    });
  }

  it('takes counts and totals up to their bounds', () => {
    const counts = { ...good.counts, pay: 20_000 };
    const totals = { gross_fen: 1e12, deduction_fen: -1e12, tax_fen: 1, net_fen: -1 };
    expect(readManifest(canonicalLine({ ...good, counts, totals }))).toMatchObject({ counts, totals });
  });

  it('has exactly its keys', () => {
    expect(refusal({ ...good, extra: 1 })).toEqual(malformed(''));
    for (const key of Object.keys(good)) {
      const { [key as 'app']: _, ...less } = good;
      expect(refusal(less), key).toEqual(malformed(''));
    }
    for (const value of [null, [], 'x', 1, true]) expect(refusal(value)).toEqual(malformed(''));
    expect(refusalOf(() => readManifest(new Uint8Array()))).toEqual(malformed(''));
  });

  it('of another version says which, whatever else it holds, up to eight kilobytes', () => {
    expect(refusal({ ...good, version: 2 })).toEqual(other('2.1'));
    expect(refusal({ ...good, schema: 2 })).toEqual(other('1.2'));
    expect(refusal({ version: 'x', schema: null })).toEqual(other('x.null'));
    const frame = canonicalLine({ schema: 1, version: 2, x: '' }).length;
    const long = (length: number) => ({ schema: 1, version: 2, x: 'x'.repeat(length - frame) });
    expect(refusal(long(8192))).toEqual(other('2.1'));
    expect(refusal(long(8193))).toEqual(malformed(''));
  });

  it('names its file', () => {
    expect(fileNameOf(good)).toBe('TYX1_411799101_202610_E1_S000012.tyx');
    expect(fileNameOf({ ...good, epoch: 3, seq: 123_456 })).toBe('TYX1_411799101_202610_E3_S123456.tyx');
  });
});

describe('what the manifest promises', () => {
  const none = Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Tables;
  const pay = [
    { id: 'l1', gross_fen: 100, deduction_fen: 20, tax_fen: 3, net_fen: 77 },
    { id: 'l2', gross_fen: 1000, deduction_fen: -5, tax_fen: 0, net_fen: 1005 },
  ];
  it('is how many rows came, and the sums of the pay', () => {
    expect(countsOf({ ...none, pay })).toEqual({ ...good.counts, pay: 2 });
    expect(totalsOf({ ...none, pay })).toEqual({
      gross_fen: 1100,
      deduction_fen: 15,
      tax_fen: 3,
      net_fen: 1082,
    });
    expect(totalsOf(none)).toEqual(good.totals);
    expect(promised({ ...none, pay })).toBe('taken');
  });

  it('is refused by the table or the sum that differs', () => {
    for (const name of tableNames) {
      const counts = { ...good.counts, [name]: 1 };
      expect(promised(none, { counts })).toEqual({ code: 'COUNTS_DIFFER', table: name });
    }
    for (const field of ['gross_fen', 'deduction_fen', 'tax_fen', 'net_fen']) {
      const totals = { ...good.totals, [field]: 1 };
      expect(promised(none, { totals })).toEqual({ code: 'TOTALS_DIFFER', field });
    }
  });

  it('holds for a nil report only when every table is empty', () => {
    expect(promised(none, { kind: 'empty' })).toBe('taken');
    for (const name of tableNames.filter((table) => table !== 'pay'))
      expect(promised({ ...none, [name]: [{ id: 'x' }] }, { kind: 'empty' }), name).toEqual(
        malformed('kind'),
      );
    expect(promised({ ...none, pay }, { kind: 'empty' })).toEqual(malformed('kind'));
    expect(promised(none, { kind: 'correction' })).toBe('taken');
  });
});
