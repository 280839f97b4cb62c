import type { Cell, Row, Workbook } from '../../shared/ledger/workbook.ts';
import { textCell } from './cell-text.ts';
import { FileIsRefused } from './file-refusal.ts';
import { SheetTally } from './sheet-tally.ts';

/**
 * The text of a file: by its byte order mark, else UTF-8 when it is that, else GB 18030, strictly: a byte that is no character
 * refuses the file. Text in UTF-8 with a few broken bytes would read as other characters in GB 18030, and is refused as well.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  const text =
    first === 0xff && second === 0xfe
      ? strictly('utf-16le', bytes)
      : first === 0xfe && second === 0xff
        ? strictly('utf-16be', bytes)
        : first === 0xef && second === 0xbb && third === 0xbf
          ? strictly('utf-8', bytes)
          : (strictly('utf-8', bytes) ?? (isBrokenUtf8(bytes) ? null : strictly('gb18030', bytes)));
  if (text === null) throw new FileIsRefused('encoding');
  const odd = /[\p{Cc}--[\t\n\v\f\r\u0085]]/v.exec(text);
  if (odd) throw new FileIsRefused('control-characters', { row: lineAt(text, odd.index) });
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) throw new FileIsRefused('encoding', { row: lineAt(text, lost) });
  return text;
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null; // not in this encoding: the next one is tried, or the file is refused
  }
}

/** Text of Chinese characters in UTF-8 is nearly all three-byte groups; in GB 18030 hardly any three bytes look like one. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const groups = text.match(/[\u0800-\ufffc]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return groups > broken;
}

function lineAt(text: string, index: number): number {
  return (text.slice(0, index).match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
}

/**
 * Reads a table of text (RFC 4180; commas, tabs or semicolons): every cell is text, so no number loses digits. Quotes that are never
 * closed, or that close inside a cell, are refused with their row, where a lenient reader would swallow rows. Throws FileIsRefused.
 */
export function readDelimited(text: string): Workbook {
  const separator = separatorOf(text);
  if (separator === null) throw new FileIsRefused('not-a-table');
  const tally = new SheetTally('', { cells: 0, text: 0 });
  const rows: Row[] = [];
  let number = 1;
  let cells: (Cell | undefined)[] = [];
  let column = 0;

  const put = (value: string) => {
    const cell = textCell(value);
    if (cell) {
      tally.cell(number, column, cell);
      cells[column] = cell;
    }
    column++;
  };
  const endRow = () => {
    if (cells.length > 0) {
      tally.row(number);
      rows.push({ number, cells: Array.from(cells) });
    }
    number++;
    cells = [];
    column = 0;
  };

  let at = 0;
  while (at <= text.length) {
    let value: string;
    if (text[at] === '"') {
      const quoted = quotedAt(text, at, number);
      value = quoted.value;
      at = quoted.after;
      const next = text[at];
      if (next !== undefined && next !== separator && next !== '\n' && next !== '\r')
        throw new FileIsRefused('quote-inside', { row: number });
    } else {
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
      value = text.slice(at, end);
      at = end;
    }
    put(value);
    if (text[at] === separator) {
      at++;
      continue;
    }
    endRow();
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return {
    sheets: [{ name: 'Sheet1', hidden: false, rows, merges: [], delimited: true }],
    from1904: false,
    notices: [],
  };
}

function quotedAt(text: string, from: number, row: number): { value: string; after: number } {
  let value = '';
  for (let at = from + 1; ;) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new FileIsRefused('quote-open', { row });
    value += text.slice(at, end);
    if (text[end + 1] !== '"') return { value, after: end + 1 };
    value += '"';
    at = end + 2;
  }
}

/** The sign that parts most cells in the first lines; null where there is none: prose is no table. */
function separatorOf(text: string): string | null {
  const start = text.slice(0, 20_000);
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: start.split(sign).length - 1 }));
  const [best] = counts.toSorted((one, other) => other.count - one.count);
  return best && best.count > 0 ? best.sign : null;
}
