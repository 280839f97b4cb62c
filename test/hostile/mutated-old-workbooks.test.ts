import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CompoundFile } from '../../electron/jobs/compound-file.ts';
import { chance, count, seed } from '../support/counts.ts';
import { LIUHE } from '../ledger/fixtures.ts';
import { outcomeOf } from './outcome.ts';

const WHOLE = readFileSync(LIUHE);
const SECTOR = 512;

type Chance = () => number;

/** Where a record of the workbook's stream begins in the file, whose sectors follow one another in this one. */
const records = (() => {
  const start = WHOLE.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00]));
  const places: number[] = [];
  for (let at = start; at + 4 < WHOLE.length; at += 4 + WHOLE.readUInt16LE(at + 2)) {
    places.push(at);
    if (WHOLE.readUInt32LE(at) === 0) break;
  }
  return places;
})();

/** The old workbook with its pack, its records or any bytes spoiled. */
function spoiled(draw: Chance): Uint8Array {
  const bytes = Buffer.from(WHOLE);
  const any = (most: number) => Math.floor(draw() * most);
  for (let time = 0; time <= any(4); time++) {
    const record = records[any(records.length)] ?? 0;
    switch (any(7)) {
      case 0:
        bytes[any(bytes.length)] = any(256);
        break;
      case 1: // the header and the tables of the pack
        bytes[any(SECTOR)] = any(256);
        break;
      case 2:
        bytes.writeUInt32LE(
          any(2) ? any(WHOLE.length / SECTOR) : 0xfffffffe,
          Math.min(bytes.length - 4, SECTOR * any(20) + 4 * any(128)),
        );
        break;
      case 3:
        bytes.writeUInt16LE(any(0x900), record);
        break;
      case 4:
        bytes.writeUInt16LE(any(2) ? any(0x10000) : any(300), record + 2);
        break;
      case 5:
        for (let at = record + 4; at < Math.min(record + 4 + any(24), bytes.length); at++)
          bytes[at] = any(256);
        break;
      default:
        bytes.copy(
          bytes,
          record,
          records[any(records.length)] ?? 0,
          (records[any(records.length)] ?? 0) + 30,
        );
    }
  }
  return Uint8Array.from(any(10) === 0 ? bytes.subarray(0, any(bytes.length)) : bytes);
}

describe('an old .xls, spoiled at random', () => {
  // The library that reads its records says on the console what it does not know.
  beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue(undefined));
  afterEach(() => void vi.restoreAllMocks());

  it(
    'is read or refused from the closed list, and no cell holds what nobody can have typed',
    { timeout: 3_600_000 },
    () => {
      const draw = chance(seed('old-workbook-mutations'));
      const tally = new Map<string, number>();
      for (let round = 0; round < count('old-workbook-mutations', 1000, 25_000); round++) {
        const bytes = spoiled(draw);
        const began = performance.now();
        const outcome = outcomeOf(bytes);
        expect(performance.now() - began, `file ${round}`).toBeLessThan(5000);
        const word = 'refused' in outcome ? outcome.refused : 'read';
        tally.set(word, (tally.get(word) ?? 0) + 1);
        if ('refused' in outcome) continue;
        for (const { rows } of outcome.workbook.sheets) {
          for (const cell of rows.flatMap(({ cells }) => cells)) {
            if (!cell || cell.error) continue;
            expect(
              cell.text.isWellFormed() && !/[\p{Co}\ufffd]|[\p{Cc}--[\t\n\v\f\r\u0085]]/v.test(cell.text),
              `file ${round}`,
            ).toBe(true);
            expect(Number.isFinite(cell.number ?? 0), `file ${round}`).toBe(true);
          }
        }
      }
      for (const word of ['read', 'damaged']) expect(tally.get(word) ?? 0, word).toBeGreaterThan(50);
      expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(512);
    },
  );

  it('is damaged, and no endless work, when a chain of its pack comes back to itself', () => {
    const bytes = Buffer.from(WHOLE);
    const table = (bytes.readUInt32LE(76) + 1) * SECTOR;
    for (let entry = 0; entry < 128; entry++) bytes.writeUInt32LE(entry, table + entry * 4);
    expect(outcomeOf(Uint8Array.from(bytes))).toEqual({ refused: 'damaged' });
  });

  it('is damaged when a record reaches beyond the end of its stream', () => {
    const bytes = Buffer.from(WHOLE);
    bytes.writeUInt16LE(0x2020, (records.at(-3) ?? 0) + 2);
    expect(outcomeOf(Uint8Array.from(bytes))).toEqual({ refused: 'damaged' });
  });

  it('is damaged, and no empty ledger, when its records break off before their end', () => {
    const bytes = Buffer.from(WHOLE);
    bytes.writeUInt32LE(0, records[60] ?? 0);
    expect(outcomeOf(Uint8Array.from(bytes))).toEqual({ refused: 'damaged' });
  });

  it('is read at once when a formula is longer than it says, over which the library goes on for ever', () => {
    const formula = Buffer.alloc(40);
    formula.set([0x06, 0x00, 36, 0x00]);
    formula.writeDoubleLE(42, 4 + 6);
    formula.set([2, 0, 0x17, 200], 4 + 20);
    const bytes = Buffer.from(WHOLE);
    // A cell of text at least as long gives its place to the formula; what is left of it becomes a record to step over.
    const text =
      records.find((at) => bytes.readUInt16LE(at) === 0x204 && bytes.readUInt16LE(at + 2) >= 40) ?? 0;
    const left = bytes.readUInt16LE(text + 2) - 40;
    formula.copy(bytes, text);
    bytes.writeUInt16LE(0xef, text + 40);
    bytes.writeUInt16LE(left, text + 42);
    expect(outcomeOf(Uint8Array.from(bytes))).toHaveProperty('workbook');
  });

  it('has its stream taken from the root only', () => {
    const file = new CompoundFile(Uint8Array.from(WHOLE));
    expect(file.stream('workbook')?.subarray(0, 2)).toEqual(Uint8Array.of(9, 8));
    expect(file.stream('Elsewhere')).toBeNull();
  });
});
