import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText, placePaste, rangeOf, readBlock } from '../../renderer/kit/grid-text.ts';

describe('copying and pasting a range', () => {
  it('reads what Excel and WPS put on the clipboard: tabs, line breaks, and quotes round cells that hold either', () => {
    expect(readBlock('36.5\t72\r\n36.8\t80\r\n')).toEqual([
      ['36.5', '72'],
      ['36.8', '80'],
    ]);
    expect(readBlock('"两行\n备注"\t"他说""好"""\n')).toEqual([['两行\n备注', '他说"好"']]);
  });

  it('gives back every block that it wrote', () => {
    const cell = fc.string({ maxLength: 6 }).filter((text) => !text.includes('\r') && !text.startsWith('"'));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(cell, { minLength: 4, maxLength: 16 }),
        (width, cells) => {
          const rows = Array.from({ length: Math.floor(cells.length / width) }, (_, row) =>
            cells.slice(row * width, (row + 1) * width),
          );
          // A last line that is empty is the line break at the end of a copied range, not a row.
          fc.pre(rows.length > 0 && rows.at(-1)?.join('') !== '');
          expect(readBlock(blockText(rows))).toEqual(rows);
        },
      ),
    );
  });

  it('puts one copied cell into every cell of the range', () => {
    const range = rangeOf({ row: 3, column: 1 }, { row: 2, column: 2 });
    expect(placePaste([['D']], range, { rows: 10, columns: 10 })).toEqual([
      { row: 2, column: 1, text: 'D' },
      { row: 2, column: 2, text: 'D' },
      { row: 3, column: 1, text: 'D' },
      { row: 3, column: 2, text: 'D' },
    ]);
  });

  it('drops what would fall over the edge of the grid', () => {
    const corner = rangeOf({ row: 1, column: 1 }, { row: 1, column: 1 });
    const block = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    expect(placePaste(block, corner, { rows: 2, columns: 2 })).toEqual([{ row: 1, column: 1, text: 'a' }]);
  });
});
