import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { bytesOf, sha256 } from '../../shared/package/bytes.ts';
import { canonicalLine, type Json } from '../../shared/package/canonical.ts';
import { privateKeyOf } from '../../shared/package/key.ts';
import { NO_HASH } from '../../shared/package/manifest.ts';
import { dataFiles, dataHash, faultsIn, readTables, writingTables } from '../../shared/package/rows.ts';
import { composeStatement, signEntries, type Facts } from '../../shared/package/statement.ts';
import { sumsOf } from '../../shared/package/sums.ts';
import { tableNames, type Row, type Tables } from '../../shared/package/tables.ts';
import { pack } from '../../shared/package/tar.ts';
import { refusalOf } from '../support/package-refusal.ts';

const OCTOBER = month('2026-10');
const none = Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Tables;
const caregiver = (id: string): Row => ({
  id,
  name: '谢雪',
  sex: 'female',
  poor_household: true,
  started_on: '2024-03-01',
  ended_on: null,
});
const mark = (caregiver_id: string, day: string): Row => ({ caregiver_id, day, mark: 'day' });
const line = (change: Row = {}): Row => ({
  id: 'l1',
  run: 1,
  kind: 'regular',
  caregiver_id: 'c1',
  engagement: 'employment',
  days: 16,
  nights: 5,
  gross_fen: 260_000,
  deduction_fen: 10_000,
  tax_fen: 300,
  net_fen: 249_700,
  ...change,
});
const device = (change: Row = {}): Row => ({
  id: 'd1',
  code: 'FJ-001',
  name: '轮椅',
  source: 'fukang',
  quantity: 1,
  condition: 'good',
  resident_id: null,
  ...change,
});

const textOf = (tables: Tables, name: string) =>
  new TextDecoder().decode([...writingTables(tables)].find((entry) => entry.name === name)?.data);
const refusal = (table: string, data: Uint8Array | string) =>
  refusalOf(() =>
    readTables(
      [{ name: `data/${table}.ndjson`, data: typeof data === 'string' ? bytesOf(data) : data }],
      OCTOBER,
    ),
  );
const written = (...rows: Json[]) => rows.map((row) => new TextDecoder().decode(canonicalLine(row))).join('');

describe('the tables of a package', () => {
  it('are written one file a table and read back', () => {
    const tables = { ...none, caregivers: [caregiver('c1')], pay: [line()], devices: [device()] };
    const entries = [...writingTables(tables)];
    expect(entries.map(({ name }) => name)).toEqual(dataFiles);
    expect(dataFiles).toEqual(
      [
        'attendance',
        'caregivers',
        'checkups',
        'devices',
        'pairings',
        'pay',
        'residents',
        'roster',
        'stays',
      ].map((name) => `data/${name}.ndjson`),
    );
    expect(readTables(entries, OCTOBER)).toEqual(tables);
    expect(readTables([], OCTOBER)).toEqual(none);
  });

  it('are sorted by each part of their key in its turn', () => {
    const caregivers = [caregiver('c1-x'), caregiver('c1'), caregiver('0')];
    const attendance = [mark('c1-x', '2026-10-02'), mark('c1', '2026-10-09'), mark('c1', '2026-10-08')];
    const tables = { ...none, caregivers, attendance };
    const order = [...textOf(tables, 'data/attendance.ndjson').matchAll(/"(c1[^"]*)","day":"([^"]+)"/g)];
    expect(order.map(([, id, day]) => `${id} ${day}`)).toEqual([
      'c1 2026-10-08',
      'c1 2026-10-09',
      'c1-x 2026-10-02',
    ]);
    expect(readTables([...writingTables(tables)], OCTOBER).caregivers.map(({ id }) => id)).toEqual([
      '0',
      'c1',
      'c1-x',
    ]);
  });

  it('have a hash that tells whether two months hold the same rows', () => {
    const two = [caregiver('c1'), caregiver('c2')];
    const hash = dataHash({ ...none, caregivers: two });
    expect(dataHash({ ...none, caregivers: two.toReversed() })).toBe(hash);
    expect(dataHash({ ...none, caregivers: two.slice(1) })).not.toBe(hash);
    expect(hash).toBe(sha256(sumsOf([...writingTables({ ...none, caregivers: two })])));
  });
});

describe('the faults that a preflight finds', () => {
  it('name the table, the record and the field', () => {
    const tables = {
      ...none,
      caregivers: [caregiver('c1'), { ...caregiver('c2'), sex: 'M' }],
      attendance: [mark('c1', '2026-09-30'), mark('c1', '2026-10-01')],
      pay: [line({ net_fen: 249_701 }), line({ id: 'l2' })],
      devices: [device({ name: '=1' })],
      stays: [{ bed: 1 }],
    };
    expect(faultsIn(tables, OCTOBER)).toEqual([
      { table: 'attendance', id: 'c1', field: 'day' },
      { table: 'caregivers', id: 'c2', field: 'sex' },
      { table: 'devices', id: 'd1', field: 'name' },
      { table: 'pay', id: 'l1', field: 'net_fen' },
      { table: 'stays', id: '', field: 'id' },
    ]);
    expect(faultsIn(none, OCTOBER)).toEqual([]);
  });
});

describe('a data file is refused', () => {
  const pay = 'pay';

  it('by its line: no canonical line, other fields, a value out of its range, a day of another month', () => {
    const good = written(caregiver('a'));
    const where = { table: 'caregivers', line: 2 };
    const malformed = { code: 'ROW_MALFORMED', ...where };
    for (const bad of ['x\n', '\n', '{}', 'null', written(caregiver('b')).trimEnd(), '{ }\n'])
      expect(refusal('caregivers', good + bad), bad).toEqual(malformed);
    expect(refusal('caregivers', written(caregiver('b')).trimEnd())).toEqual({ ...malformed, line: 1 });
    for (const bad of ['null\n', '[]\n', '1\n', '{}\n', written({ ...caregiver('b'), x: 1 })])
      expect(refusal('caregivers', good + bad), bad).toEqual({ code: 'ROW_FIELDS', ...where });
    expect(refusal('caregivers', good + written({ ...caregiver('b'), sex: 'x' }))).toEqual({
      code: 'ROW_VALUE',
      ...where,
      field: 'sex',
    });
    expect(refusal('attendance', written(mark('c1', '2026-11-01')))).toEqual({
      code: 'ROW_VALUE',
      table: 'attendance',
      line: 1,
      field: 'day',
    });
  });

  it('by its order, and with a row twice', () => {
    const order = { code: 'ROW_ORDER', table: 'caregivers', line: 2 };
    expect(refusal('caregivers', written(caregiver('b'), caregiver('a')))).toEqual(order);
    expect(refusal('caregivers', written(caregiver('b'), caregiver('b')))).toEqual(order);
    expect(refusal('caregivers', written(caregiver('a'), caregiver('b')))).toBe('taken');
  });

  it('with a line of pay that does not foot', () => {
    const fault = { code: 'ROW_VALUE', table: pay, line: 1, field: 'net_fen' };
    for (const change of [{ net_fen: 249_701 }, { tax_fen: 301 }, { deduction_fen: 9999 }, { gross_fen: 1 }])
      expect(refusal(pay, written(line(change)))).toEqual(fault);
  });

  it('when it names somebody who is not there; nobody may be named only where nobody may stand', () => {
    expect(refusal(pay, written(line()))).toEqual({
      code: 'ROW_REFERENCE',
      table: pay,
      line: 1,
      field: 'caregiver_id',
    });
    expect(refusal('devices', written(device(), device({ id: 'd2', resident_id: 'r1' })))).toEqual({
      code: 'ROW_REFERENCE',
      table: 'devices',
      line: 2,
      field: 'resident_id',
    });
    expect(refusal('devices', written(device()))).toBe('taken');
    expect(refusal(pay, written(line({ caregiver_id: null })))).toMatchObject({ code: 'ROW_VALUE' });
  });

  it('when a line is longer than 4,096 bytes or the file longer than 8 MiB', () => {
    const frame = written({ x: '' }).length;
    const long = (length: number) => written({ x: 'x'.repeat(length - frame) });
    expect(refusal(pay, long(4096))).toMatchObject({ code: 'ROW_FIELDS' });
    expect(refusal(pay, long(4097))).toEqual({ code: 'ROW_MALFORMED', table: pay, line: 1 });
    const largest = new Uint8Array(8 * 1024 * 1024);
    expect(refusal(pay, largest)).toEqual({ code: 'ROW_MALFORMED', table: pay, line: 1 });
    const larger = new Uint8Array(8 * 1024 * 1024 + 1);
    expect(refusal(pay, larger)).toEqual({ code: 'TABLE_TOO_LARGE', table: pay });
  });

  it('when it has more than 20,000 rows', () => {
    const rows = Array.from(
      { length: 20_001 },
      (_, index) => `{"day":"2026-10-12","id":"k${10_000 + index}","resident_id":"r1"}\n`,
    );
    expect(refusal('checkups', rows.join(''))).toEqual({ code: 'TABLE_TOO_LARGE', table: 'checkups' });
  });
});

describe('what the centre signs', () => {
  const first = privateKeyOf(new Uint8Array(32).fill(1));
  const facts: Facts = {
    center: '411799101',
    county: '411799',
    recipient: 'age1zwlyl6h27gzv0lfntr7fcqrjrzqazap8sy5zylkxwneh7llf0dksu37mwt',
    epoch: 1,
    seq: 1,
    prev_sha256: NO_HASH,
    period: OCTOBER,
    kind: 'full',
    app: 'nuantuo 0.1.0',
    created_at: '2026-11-02T09:00:00+08:00',
    audit_head: 'a'.repeat(64),
    audit_count: 12,
  };
  const tables = { ...none, caregivers: [caregiver('c1')] };

  it('is told table by table, and named by the hash of its sums and of its rows', () => {
    const told: [number, number][] = [];
    const signed = signEntries(facts, tables, { first, second: null }, (...step) => told.push(step));
    expect(told).toEqual(Array.from({ length: 9 }, (_, index) => [index + 1, 9]));
    expect(signed.hash).toBe(sha256(signed.entries[0]?.data ?? new Uint8Array()));
    expect(signed.dataHash).toBe(dataHash(tables));
    expect(signed.manifest).toMatchObject({ ...facts, counts: { caregivers: 1 }, totals: { net_fen: 0 } });
    const { archive, manifest, hash } = composeStatement(facts, tables, first);
    expect([manifest, hash]).toEqual([signed.manifest, signed.hash]);
    expect(Buffer.compare(archive, pack(signed.entries))).toBe(0);
  });

  it('is never a row that the county would refuse', () => {
    const bad = { ...none, caregivers: [{ ...caregiver('c1'), sex: 'M' }] };
    expect(() => composeStatement(facts, bad, first)).toThrow(
      new RangeError('caregivers: sex of c1 may not be reported as it is'),
    );
  });
});
