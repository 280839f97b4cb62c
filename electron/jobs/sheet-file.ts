import type { FileNotice } from '../../shared/ledger/file-faults.ts';
import type { Sheet, Workbook } from '../../shared/ledger/workbook.ts';
import { decodeText, readDelimited } from './delimited-text.ts';
import { LIMITS } from './file-limits.ts';
import { FileIsRefused } from './file-refusal.ts';
import { readMarkup, readOldWorkbook } from './old-workbook.ts';
import { SheetTally, type CellCount } from './sheet-tally.ts';
import { readWorkbookFacts } from './workbook-parts.ts';
import { readWorksheet } from './worksheet.ts';
import { ZipParts } from './zip-parts.ts';

/** How pictures, PDF, RTF, other packs, programs and databases begin. */
const OTHER_KINDS = [
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'BM',
  '%PDF',
  '{\\rtf',
  'Rar!',
  '7z\u00bc\u00af',
  'II*',
  'MM',
  'MZ',
  'SQLite',
];

/**
 * Reads .xlsx, .xls, .et, tables in HTML, and .csv in GB 18030 or UTF-8, whatever the name of the file says: values only, nothing
 * is computed and nothing runs. What is beyond LIMITS or not what it claims to be is refused from a closed list (FileFault), with
 * the place. Throws FileIsRefused and nothing else.
 */
export function readSheetFile(bytes: Uint8Array): Workbook {
  if (bytes.length === 0) throw new FileIsRefused('empty');
  if (bytes.length > LIMITS.bytes) throw new FileIsRefused('too-many-bytes');
  const workbook = read(bytes);
  mustBeTellable(workbook.sheets);
  return workbook;
}

function read(bytes: Uint8Array): Workbook {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b)) return readNewWorkbook(new ZipParts(bytes));
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return readOldWorkbook(bytes);
  if (isOfAnotherKind(bytes)) throw new FileIsRefused('other-kind');
  const text = decodeText(bytes);
  return /^\s*</.test(text) ? readMarkup(text) : readDelimited(text);
}

/** Said as what it is, not as damaged text. */
function isOfAnotherKind(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return OTHER_KINDS.some((beginning) => start.startsWith(beginning));
}

function readNewWorkbook(zip: ZipParts): Workbook {
  const facts = readWorkbookFacts(zip);
  if (facts.sheets.length > LIMITS.sheets) throw new FileIsRefused('too-many-sheets');
  const all: CellCount = { cells: 0, text: 0 };
  const sheets = facts.sheets.map(({ name, hidden, part }): Sheet => {
    if (part === null) return { name, hidden, rows: [], merges: [] };
    const bytes = zip.read(part);
    if (!bytes) throw new FileIsRefused('damaged', { part, sheet: name });
    return { name, hidden, ...readWorksheet(bytes, part, facts, new SheetTally(name, all)) };
  });
  const notices: FileNotice[] = [];
  if (zip.names.some((name) => /vbaProject|macrosheets\//i.test(name))) notices.push('macros');
  if (zip.names.some((name) => /externalLinks\//i.test(name))) notices.push('external-links');
  return { sheets, from1904: facts.from1904, notices };
}

/** A sheet is told by its name, and a joined block gives its value to each of its cells: both must be possible. */
function mustBeTellable(sheets: readonly Sheet[]): void {
  const names = new Set<string>();
  for (const { name, merges } of sheets) {
    if (name === '' || name.length > 200 || /\p{Cc}/u.test(name) || names.has(name.toLowerCase()))
      throw new FileIsRefused('damaged', { sheet: name.replaceAll(/\p{Cc}/gu, '?').slice(0, 80) });
    names.add(name.toLowerCase());
    const joined = merges.reduce(
      (sum, { top, left, bottom, right }) =>
        sum + Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1),
      0,
    );
    if (joined > LIMITS.cells) throw new FileIsRefused('too-many-cells', { sheet: name });
  }
}
