import type { Cell, Merge, Row } from '../../shared/ledger/workbook.ts';
import { numberCell, textCell } from './cell-text.ts';
import { LIMITS } from './file-limits.ts';
import { FileIsRefused } from './file-refusal.ts';
import type { SheetTally } from './sheet-tally.ts';
import { isTrue, unescaped, type WorkbookFacts } from './workbook-parts.ts';
import { readXml } from './xml-events.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;
const IN_ROW = 'worksheet/sheetData/row';
const IN_CELL = `${IN_ROW}/c`;

/** What stands between `<c>` and `</c>`. */
type Open = {
  column: number;
  type: string;
  style: number;
  value: string | null;
  inline: string;
  formula: string | null;
};

/**
 * Reads one sheet of an .xlsx: values only. Rows and cells must stand in their order and once, texts must exist, numbers must be
 * numbers: what a lenient reader would guess is refused as damage. A formula counts by the result that was saved with it; one that
 * was never computed is a cell in error, not a nought. Throws FileIsRefused.
 */
export function readWorksheet(
  bytes: Uint8Array,
  part: string,
  facts: WorkbookFacts,
  tally: SheetTally,
): { rows: Row[]; merges: Merge[] } {
  const rows: Row[] = [];
  const merges: Merge[] = [];
  const { name: sheet } = tally;
  let number = 0;
  let hidden = false;
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let open: Open | null = null;
  const damaged = () => new FileIsRefused('damaged', { part, sheet, row: number });

  const openRow = (given: ReadonlyMap<string, string>) => {
    const written = given.get('r');
    const next = written === undefined ? number + 1 : Number(written);
    if (!Number.isInteger(next) || next <= number || next > 1_048_576) throw damaged();
    number = next;
    hidden = isTrue(given.get('hidden'));
    cells = [];
    column = -1;
  };
  const openCell = (given: ReadonlyMap<string, string>): Open => {
    const written = given.get('r');
    const address = written === undefined ? null : ADDRESS.exec(written);
    if (written !== undefined && (!address || Number(address[2]) !== number)) throw damaged();
    const next = address ? columnOf(address[1] ?? '') : column + 1;
    if (next <= column || next >= 16_384) throw damaged();
    column = next;
    const style = Number(given.get('s') ?? 0);
    return { column, type: given.get('t') ?? 'n', style, value: null, inline: '', formula: null };
  };
  const closeCell = (written: Open) => {
    const cell = cellOf(written, facts, damaged);
    if (!cell) return;
    tally.cell(number, written.column, cell);
    cells[written.column] = cell;
  };

  readXml(bytes, part, {
    open: (name, attributes, path) => {
      if (path.length === 1 && name !== 'worksheet') throw damaged();
      const where = path.length <= 6 ? path.join('/') : '';
      if (where === IN_ROW) openRow(attributes());
      else if (where === IN_CELL) open = openCell(attributes());
      else if (open && where === `${IN_CELL}/v`) {
        if (open.value !== null) throw damaged();
        open.value = '';
      } else if (open && where === `${IN_CELL}/f`) open.formula = '';
      else if (where === 'worksheet/mergeCells/mergeCell' && merges.length < LIMITS.merges)
        merges.push(mergeOf(attributes().get('ref') ?? '', damaged));
    },
    text: (text, path) => {
      if (!open || path[3] !== 'c') return;
      const inside = path[4];
      if (path.length === 5 && inside === 'v') open.value = (open.value ?? '') + text;
      else if (path.length === 5 && inside === 'f') open.formula = (open.formula ?? '') + text;
      else if (inside === 'is' && path.at(-1) === 't' && !path.includes('rPh')) open.inline += text;
    },
    close: (_, path) => {
      const where = path.length <= 4 ? path.join('/') : '';
      if (where === IN_CELL && open) {
        closeCell(open);
        open = null;
      } else if (where === IN_ROW && cells.length > 0) {
        tally.row(number);
        rows.push({ number, cells: Array.from(cells), ...(hidden ? { hidden: true as const } : {}) });
      }
    },
  });
  return { rows, merges };
}

function cellOf(
  written: Open,
  { texts, formats, from1904 }: WorkbookFacts,
  damaged: () => Error,
): Cell | null {
  const { type, value, inline, formula, style } = written;
  if (type === 'inlineStr') return textCell(unescaped(inline));
  if (type === 'str') return textCell(unescaped(value ?? ''));
  if (value === null || value.trim() === '') {
    return formula === null ? null : { text: `=${formula}`.slice(0, LIMITS.cellText), error: true };
  }
  if (type === 's') {
    const text = /^\d+$/.test(value.trim()) ? texts[Number(value)] : undefined;
    if (text === undefined) throw damaged();
    return textCell(text);
  }
  if (type === 'e') return { text: value.slice(0, 40), error: true };
  if (type === 'b') return textCell(isTrue(value) ? 'TRUE' : 'FALSE');
  if (type === 'd') return textCell(value);
  const number = Number(value);
  if (type !== 'n' || !NUMBER.test(value.trim()) || !Number.isFinite(number)) throw damaged();
  return numberCell(number, formats[style] ?? 'General', from1904);
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;
}

function mergeOf(range: string, damaged: () => Error): Merge {
  const [one, other] = range.split(':').map((corner) => ADDRESS.exec(corner));
  if (!one || (range.includes(':') && !other)) throw damaged();
  const [from, to] = [one, other ?? one];
  return {
    top: Number(from[2]),
    left: columnOf(from[1] ?? ''),
    // A block joined over a whole column would be filled for a million rows; nobody joins more than a few for one value.
    bottom: Math.min(Number(to[2]), Number(from[2]) + 2000),
    right: Math.min(columnOf(to[1] ?? ''), LIMITS.columns),
  };
}
