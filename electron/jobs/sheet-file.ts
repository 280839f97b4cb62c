import * as XLSX from '@e965/xlsx';
import type { Cell, Merge, Row, Sheet, Workbook } from '../../shared/ledger/workbook.ts';

/** More is no clerk's ledger of one centre (ten years of daily checkups of forty residents are 146,000 rows). */
export const LIMITS = {
  sheets: 60,
  rows: 200_000,
  columns: 300,
  cells: 3_000_000,
  unpacked: 400 * 1024 * 1024,
} as const;

/** Why a file is not read. `protected`: it has a password. `too-large`: beyond LIMITS. `unreadable`: damaged, or no workbook. */
export type FileRefusal = 'unreadable' | 'protected' | 'too-large';

export class FileIsRefused extends Error {
  readonly why: FileRefusal;

  constructor(why: FileRefusal) {
    super(why);
    this.why = why;
  }
}

/** Reads .xls, .xlsx, .et, and .csv in GBK or UTF-8, whatever the name of the file says. Throws FileIsRefused. */
export function readSheetFile(bytes: Uint8Array): Workbook {
  const format = formatOf(bytes);
  if (format === 'zip' && unpackedSize(bytes) > LIMITS.unpacked) throw new FileIsRefused('too-large');
  if (format === 'compound' && hasEncryptedPackage(bytes)) throw new FileIsRefused('protected');
  const book = parse(bytes, format);
  if (book.SheetNames.length > LIMITS.sheets) throw new FileIsRefused('too-large');
  let cells = 0;
  const sheets = book.SheetNames.map((name, index): Sheet => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const rows = sheet ? rowsOf(sheet) : [];
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (rows.length > LIMITS.rows || cells > LIMITS.cells) throw new FileIsRefused('too-large');
    return { name, hidden, rows, merges: sheet ? mergesOf(sheet) : [] };
  });
  return { sheets, from1904: book.Workbook?.WBProps?.date1904 === true };
}

type Format = 'zip' | 'compound' | 'text';

function formatOf(bytes: Uint8Array): Format {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'compound';
  if (bytes.length === 0) throw new FileIsRefused('unreadable');
  return 'text';
}

function parse(bytes: Uint8Array, format: Format): XLSX.WorkBook {
  try {
    // Text cells of a .csv stay text (raw): read as numbers, an identity number would lose its last digits.
    if (format === 'text')
      return XLSX.read(decode(bytes), { type: 'string', raw: true, sheetRows: LIMITS.rows + 1 });
    const book = XLSX.read(bytes, {
      type: 'array',
      cellHTML: false,
      cellStyles: true,
      sheetRows: LIMITS.rows + 1,
    });
    if (book.SheetNames.length === 0) throw new FileIsRefused('unreadable');
    return book;
  } catch (error) {
    if (error instanceof FileIsRefused) throw error;
    const isProtected = error instanceof Error && /password/i.test(error.message);
    throw new FileIsRefused(isProtected ? 'protected' : 'unreadable');
  }
}

/** Text of a .csv: by its mark, else UTF-8 when it is that, else GBK (GB 18030). A file with unprintable bytes is no text. */
function decode(bytes: Uint8Array): string {
  const text = [bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8', 'gb18030']
    .map((encoding) => {
      try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
      } catch {
        return null;
      }
    })
    .find((decoded) => decoded !== null);
  if (text === undefined || hasControlCharacters(text)) throw new FileIsRefused('unreadable');
  // Pictures of tables (.html saved as .xls) are tables too, but plain prose is not: a table has a separator in its first lines.
  if (!/[,\t;]|<table/i.test(text.slice(0, 20_000))) throw new FileIsRefused('unreadable');
  return text;
}

/** Bytes below the space other than tab, line feed, vertical tab, form feed and return: a picture or a program, not a table. */
function hasControlCharacters(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32)) return true;
  }
  return false;
}

function rowsOf(sheet: XLSX.WorkSheet): Row[] {
  const dense = sheet['!ref'] ? XLSX.utils.decode_range(sheet['!ref']) : null;
  if (!dense) return [];
  if (dense.e.c - dense.s.c >= LIMITS.columns * 60) throw new FileIsRefused('too-large');
  const rows = new Map<number, (Cell | undefined)[]>();
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const { r, c } = XLSX.utils.decode_cell(address);
    const cell = cellOf(sheet[address] as XLSX.CellObject);
    if (!cell || c >= LIMITS.columns) continue;
    const row = rows.get(r) ?? [];
    row[c] = cell;
    rows.set(r, row);
  }
  const hidden = sheet['!rows'] ?? [];
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([r, cells]) => ({
      number: r + 1,
      cells: Array.from(cells),
      ...(hidden[r]?.hidden ? { hidden: true } : {}),
    }));
}

/** The value that the cell shows; of a formula, the result that was saved with it. */
function cellOf(cell: XLSX.CellObject): Cell | null {
  if (cell.t === 'e') return { text: cell.w ?? '#', error: true };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const isDate = typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z);
    return { text: isDate ? (cell.w ?? String(cell.v)) : plainNumber(cell.v, cell.w), number: cell.v };
  }
  const text = typeof cell.v === 'string' ? cell.v : cell.v === undefined ? '' : String(cell.v);
  // A cell that is only there for its border counts as empty but keeps its place under a joined heading.
  return text === '' ? null : { text: text.slice(0, 4000) };
}

/** The number itself: a format may show it rounded, or an identity number as 4.11799E+17. */
function plainNumber(value: number, shown: string | undefined): string {
  if (Math.abs(value) >= 1e15) return shown ?? String(value);
  return String(value);
}

function mergesOf(sheet: XLSX.WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).slice(0, 20_000).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c,
    bottom: Math.min(e.r, s.r + 2000) + 1,
    right: Math.min(e.c, LIMITS.columns),
  }));
}

/** An .xlsx with a password is a compound file with one stream of this name. */
function hasEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

/** What a zip says its contents unpack to, from its central directory: a small file that unpacks to gigabytes is refused. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    total += view.getUint32(at + 24, true);
    at += 45 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}
