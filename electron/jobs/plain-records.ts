import { FileIsRefused } from './file-refusal.ts';

const LONGEST = 8224;
const VERSION_8 = 0x0600;
const BEGIN = 0x809;
const END = 0x0a;
const SHEET = 0x85;
const FORMULA = 0x06;
const FILE_PASSWORD = 0x2f;
const OTHER_BOOK = 0x1ae;
const CONTINUED = 0x3c;
/** A record that every reader steps over (reading aids for Japanese). */
const STEPPED_OVER = 0xef;

/** What a table needs of [MS-XLS]: beginnings and ends, sheets, shared texts, number formats, rows, and cells with values. */
const NEEDED: ReadonlySet<number> = new Set([
  BEGIN,
  END,
  SHEET,
  0xfc,
  0x41e,
  0xe0,
  0x22,
  0x42,
  0x200,
  0x208,
  0xfd,
  0x204,
  0xd6,
  0x203,
  0x27e,
  0xbd,
  FORMULA,
  0x207,
  0x205,
  0xe5,
]);

/**
 * The stream of an old workbook with everything taken out of it that is no table: drawings, macros, names, and what formulas say
 * (only their saved results stay). The library that reads it goes on for ever over a formula that is longer than it says, and
 * nobody needs one. Records must follow one another to the end; places stay as they are, for sheets are found by them.
 * Throws FileIsRefused.
 */
export function plainRecords(stream: Uint8Array): { records: Buffer; linksOut: boolean } {
  const records = Buffer.from(stream);
  if (records.length < 8 || (records.readUInt16LE(0) & 0xff) !== 9) throw new FileIsRefused('damaged');
  if (records.readUInt16LE(0) !== BEGIN) throw new FileIsRefused('other-kind');
  let linksOut = false;
  let goesOn = false;
  let open = 0;
  const begins = new Set<number>();
  const sheets: number[] = [];
  let at = 0;
  while (at + 4 <= records.length) {
    const [kind, length] = [records.readUInt16LE(at), records.readUInt16LE(at + 2)];
    // Filler behind the last end: nothing that stands behind it is handed on.
    if (kind === 0 && length === 0 && open === 0) break;
    const body = at + 4;
    if (length > LONGEST || body + length > records.length) throw new FileIsRefused('damaged');
    // Before 1997 the same records were laid out otherwise; WPS and Excel save such a file anew.
    if (kind === BEGIN && (length < 4 || records.readUInt16LE(body) !== VERSION_8))
      throw new FileIsRefused('other-kind');
    if (kind === BEGIN) {
      open++;
      begins.add(at);
    }
    if (kind === SHEET) sheets.push(length >= 4 ? records.readUInt32LE(body) : 0);
    if (kind === END && --open < 0) throw new FileIsRefused('damaged');
    // An end that has a body would be read on from another place than here.
    if (kind === END && length !== 0) throw new FileIsRefused('damaged');
    if (kind === FILE_PASSWORD) throw new FileIsRefused('protected');
    // 0x0401: the workbook itself; 0x3A01: the functions of an add-in.
    if (kind === OTHER_BOOK && length >= 4 && ![0x0401, 0x3a01].includes(records.readUInt16LE(body + 2)))
      linksOut = true;
    if (kind !== CONTINUED) goesOn = NEEDED.has(kind);
    if (!goesOn) records.writeUInt16LE(STEPPED_OVER, at);
    if (kind === FORMULA) {
      if (length < 22) throw new FileIsRefused('damaged');
      records.fill(0, body + 20, body + length);
    }
    at = body + length;
  }
  // Half a workbook, or a sheet that begins nowhere, would be read as one that holds nothing.
  if (open !== 0 || sheets.some((place) => !begins.has(place))) throw new FileIsRefused('damaged');
  return { records: records.subarray(0, at), linksOut };
}
