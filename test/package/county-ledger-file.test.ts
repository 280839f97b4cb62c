import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Complaint } from '../../electron/county/complaint.ts';
import { ledgerOf, readLedger, writeLedger } from '../../electron/county/ledger-file.ts';
import { emptyLedger, type CentreLedger, type Link } from '../../shared/package/chain.ts';
import { link } from '../support/chain-links.ts';
import { CENTER } from '../support/packages.ts';

/** A ledger that holds one of everything. */
const full: CentreLedger = {
  accepted: [link(1), link(2, { on: '2026-11-05', kind: 'correction', period: '2026-01' })],
  waiting: [link(9)],
  fork: link(2, { hash: 'f'.repeat(64) }),
  returned: [
    {
      link: link(3),
      code: 'ROW_VALUE',
      facts: { table: 'pay', line: 7 },
      nextSeq: 3,
      lastHash: 'a'.repeat(64),
    },
  ],
  resyncs: [
    { epoch: 2, lastEpoch: 1, lastSeq: 0, lastHash: '0'.repeat(64), by: ['甲', '乙'], on: '2026-11-05' },
  ],
};
const file = () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'ledger.json');
};
const head = { format: 'nuantuo-county-ledger', version: 1 };
/** Whether a file with this content reads as a ledger. */
function reads(content: unknown): boolean {
  const name = file();
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    readLedger(name);
    return true;
  } catch (error) {
    if (error instanceof Complaint && error.code === 'notALedger' && error.facts['file'] === name)
      return false;
    throw error;
  }
}
const centre = (change: object) => ({ ...head, centres: { [CENTER]: { ...full, ...change } } });

describe('the file of what the county received', () => {
  it('reads as it was written, for each centre its own', () => {
    const name = file();
    const centres = { [CENTER]: full, '411799102': emptyLedger };
    writeLedger(name, centres);
    expect(readLedger(name)).toEqual(centres);
    expect(ledgerOf(readLedger(name), CENTER)).toEqual(full);
    expect(ledgerOf(readLedger(name), '411799102')).toEqual(emptyLedger);
  });

  it('is empty while it is not there, and so is the ledger of a centre that is not in it', () => {
    expect(readLedger(file())).toEqual({});
    expect(ledgerOf({}, CENTER)).toEqual(emptyLedger);
    // No word of the language is a centre.
    expect(ledgerOf({}, 'constructor')).toEqual(emptyLedger);
  });

  it('reads a ledger of before receipts, which has neither returned packages nor new epochs', () => {
    const name = file();
    const { accepted, waiting, fork } = full;
    writeFileSync(name, JSON.stringify({ ...head, centres: { [CENTER]: { accepted, waiting, fork } } }));
    expect(readLedger(name)[CENTER]).toEqual({ ...full, returned: [], resyncs: [] });
  });

  it('is never taken for empty when it does not read', () => {
    for (const content of ['', '{', '[]', 'null', {}, { centres: {} }, { ...head, centres: [] }])
      expect(reads(content), JSON.stringify(content)).toBe(false);
    expect(reads({ ...head, centres: {} })).toBe(true);
    expect(reads({ ...head, format: 'other', centres: {} })).toBe(false);
    expect(reads({ ...head, version: 2, centres: {} })).toBe(false);
    expect(reads({ ...head, centres: {}, more: 1 })).toBe(false);
    expect(reads(centre({ more: 1 }))).toBe(false);
    for (const code of ['41179910', '4117991010', '41179910x'])
      expect(reads({ ...head, centres: { [code]: emptyLedger } }), code).toBe(false);
    for (const field of ['accepted', 'waiting', 'fork'])
      expect(reads(centre({ [field]: undefined })), field).toBe(false);
  });

  it('is refused when a link holds what no package says of itself, wherever it stands', () => {
    const wrong: Record<keyof Link, readonly unknown[]> = {
      epoch: [0, 1.5, '1'],
      seq: [0, 1.5, '1'],
      hash: ['f'.repeat(63), 'f'.repeat(65), 'F'.repeat(64)],
      prev: ['f'.repeat(63), 'f'.repeat(65), 'F'.repeat(64)],
      period: ['2026-1', '2026-011', '12026-01', '2026/01'],
      kind: ['part', ''],
      on: [7, null],
    };
    for (const [field, values] of Object.entries(wrong))
      for (const value of values) {
        const bad = { ...link(1), [field]: value };
        const said = `${field} ${JSON.stringify(value)}`;
        expect(reads(centre({ accepted: [bad] })), said).toBe(false);
        expect(reads(centre({ waiting: [link(8), bad] })), said).toBe(false);
        expect(reads(centre({ fork: bad })), said).toBe(false);
        expect(reads(centre({ returned: [{ ...full.returned[0], link: bad }] })), said).toBe(false);
      }
    expect(reads(centre({ fork: { ...link(1), more: 1 } }))).toBe(false);
    expect(reads(centre({ fork: null }))).toBe(true);
  });

  it('is refused when what was returned or let begin is not told as it should be', () => {
    const returned: readonly object[] = [
      { code: 'row_value' },
      { facts: { line: true } },
      { facts: [] },
      { nextSeq: 0 },
      { nextSeq: 1.5 },
      { lastHash: '' },
      { more: 1 },
    ];
    for (const change of returned)
      expect(reads(centre({ returned: [{ ...full.returned[0], ...change }] })), JSON.stringify(change)).toBe(
        false,
      );
    const resyncs: readonly object[] = [
      { epoch: 1 },
      { epoch: 2.5 },
      { lastEpoch: 0 },
      { lastEpoch: 1.5 },
      { lastSeq: -1 },
      { lastSeq: 0.5 },
      { lastHash: '' },
      { by: ['甲'] },
      { by: ['甲', 7] },
      { by: [7, '乙'] },
      { on: 7 },
      { more: 1 },
    ];
    for (const change of resyncs)
      expect(reads(centre({ resyncs: [{ ...full.resyncs[0], ...change }] })), JSON.stringify(change)).toBe(
        false,
      );
    expect(reads(centre({}))).toBe(true);
  });
});
