import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { workbookBytes } from '../../electron/jobs/workbook-bytes.ts';
import { readSheetFile } from '../../electron/jobs/sheet-file.ts';
import { clipboardCell } from '../../renderer/kit/table.ts';
import { blockText, readBlock } from '../../renderer/kit/grid-text.ts';
import { count, seed } from '../support/counts.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const HOSTILE = [
  '=1+1',
  '+86',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '\n=1',
  ' =1',
  '\u200b=1',
  '﹦1',
  '=HYPERLINK("http://x","王")',
  "=cmd|' /C calc'!A0",
];

async function withTexts(texts: readonly string[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('一').addRow([...texts]);
  return workbookBytes(book);
}

describe('a workbook that leaves the house', () => {
  it('holds every hostile text as text with an apostrophe, and no formula', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await withTexts(HOSTILE)) as unknown as ArrayBuffer);
    const row = book.worksheets[0]?.getRow(1);
    for (const [index, text] of HOSTILE.entries()) {
      const cell = row?.getCell(index + 1);
      expect(cell?.type, text).toBe(ExcelJS.ValueType.String);
      expect(cell?.text.replaceAll('_x000D_', '\r').startsWith("'"), text).toBe(true);
      expect(cell?.numFmt).toBe('@');
    }
  });

  it('leaves marks, names and numbers as they are, to the last digit', async () => {
    const texts = ['-', '+', '△', '王国庆', '411799198001010010', '0396'];
    const cells = readSheetFile(await withTexts(texts)).sheets[0]?.rows[0]?.cells;
    expect(cells?.map((cell) => cell?.text)).toEqual(texts);
    expect(cells?.every((cell) => cell?.number === undefined)).toBe(true);
  });

  it('is never made when a cell holds a formula that is not our own sum', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('一').getCell('A1').value = { formula: 'HYPERLINK("http://x","y")', result: 'y' };
    await expect(workbookBytes(book)).rejects.toThrow('neither text nor number');
  });

  it('goes through one place, whichever service makes it', () => {
    const files = globSync('{electron,shared,db,renderer}/**/*.{ts,tsx}', { cwd: ROOT });
    const writers = files.filter(
      (file) =>
        /\.writeBuffer\(|\.writeFile\(|XLSX\.write/.test(readFileSync(ROOT + file, 'utf8')) &&
        /exceljs|e965/.test(readFileSync(ROOT + file, 'utf8')),
    );
    expect(writers).toEqual(['electron/jobs/workbook-bytes.ts']);
  });
});

describe('cells copied for a spreadsheet', () => {
  /** The cells that a spreadsheet makes of a clipboard text, and which of them it would run. */
  const runs = (text: string) =>
    plainCells(text).filter(
      (cell) =>
        /^[=+\-@]./s.test(cell.normalize('NFKC').replace(/^[\s\p{Cf}]+/u, '')) &&
        !/^="(?:[^"]|"")*"$/.test(cell),
    );

  it('never run, whatever the text, and come back as they were', () => {
    const text = fc.oneof(
      fc.constantFrom(...HOSTILE, '=\t=1', '=\n=1', '="x"', '"=1'),
      fc.string({ unit: 'binary', maxLength: 8 }).map((end) => `=${end}`),
    );
    fc.assert(
      fc.property(text, (hostile) => {
        expect(runs(clipboardCell(hostile))).toEqual([]);
        const block = blockText([
          [hostile, '甲'],
          ['乙', hostile],
        ]);
        expect(runs(block)).toEqual([]);
        // Every end of a line comes back as the same sign.
        const back = hostile.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
        expect(readBlock(block)).toEqual([
          [back, '甲'],
          ['乙', back],
        ]);
      }),
      { numRuns: count('clipboard', 2000), seed: seed('clipboard') },
    );
  });
});

function plainCells(text: string): string[] {
  return [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(?:\t|\n|$)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  );
}
