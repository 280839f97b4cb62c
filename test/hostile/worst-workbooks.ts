import { readFileSync } from 'node:fs';
import { LIMITS } from '../../electron/jobs/file-limits.ts';
import { LIUHE } from '../ledger/fixtures.ts';
import { count } from '../support/counts.ts';
import { zipOf, type Part } from './zip-writer.ts';

const part = (name: string, text: string | Uint8Array): Part => ({ name, bytes: Buffer.from(text) });
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEGABYTE = 2 ** 20;
/** As many cells as a workbook may hold, in a deep run. */
const CELLS = count('worst-cells', LIMITS.cells / 4, LIMITS.cells);

/** An .xlsx whose one sheet and whose shared texts are these, whatever they are; not packed unless it is to be, so that no ratio gives it away. */
function workbookOf(
  sheet: string | Uint8Array,
  {
    texts = `${HEAD}<sst/>`,
    says = {},
    stored = true,
  }: { texts?: string; says?: Part['says']; stored?: boolean } = {},
): Uint8Array {
  return zipOf([
    part(
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns:r="x"><sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships><Relationship Id="r1" Type="${TYPE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${TYPE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    { ...part('xl/sharedStrings.xml', texts), stored },
    { ...part('xl/worksheets/sheet1.xml', sheet), stored, says },
  ]);
}

const sheetOf = (rows: string, before = '', behind = '') =>
  `${HEAD}<worksheet>${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
/** Rows of 200 cells each, `cells` in all. */
function rowsOf(cells: number, cell: (index: number) => string): string {
  const rows: string[] = [];
  for (let at = 0; at < cells; at += 200)
    rows.push(
      `<row>${Array.from({ length: Math.min(200, cells - at) }, (_, index) => cell(at + index)).join('')}</row>`,
    );
  return rows.join('');
}
const textsOf = (length: number, text: (at: number) => string) =>
  `${HEAD}<sst>${Array.from({ length }, (_, at) => `<si><t>${text(at)}</t></si>`).join('')}</sst>`;
/** Texts that no packer makes small: the same in every run. */
function noise(length: number): string {
  let state = 12_345;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(0x4e00 + ((state >> 8) % 20_000));
  }).join('');
}

/** The worst that somebody could make of a workbook within the 20 MB that are read at all: each is small, and means much. */
export const worstWorkbooks: Record<string, () => Uint8Array> = {
  'a part that unpacks to 150 times what it says': () =>
    workbookOf(Buffer.alloc(60 * MEGABYTE, 0x20), { says: { unpacked: 400_000 }, stored: false }),
  'a part of 9.9 MB of blanks that packs to nothing, forty times': () =>
    zipOf(
      Array.from({ length: 40 }, (_, at) => part(`xl/media/${at}.xml`, Buffer.alloc(9.9 * MEGABYTE, 0x20))),
    ),
  'elements in elements, a million deep': () => workbookOf(sheetOf('<row>'.repeat(1_000_000))),
  'one tag of a million attributes': () =>
    workbookOf(sheetOf(`<row ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`)),
  'one attribute of eighteen megabytes': () => workbookOf(sheetOf(`<row r="${'9'.repeat(18 * MEGABYTE)}"/>`)),
  'a tag of a million brackets that is never closed': () =>
    workbookOf(sheetOf(`<row ${'a="<" '.repeat(1_000_000)}`)),
  'two million references in a text': () =>
    workbookOf(sheetOf(`<row><c t="str"><v>${'&#x4e00;'.repeat(2_000_000)}</v></c></row>`)),
  'a text of a million pieces': () =>
    workbookOf(sheetOf(`<row><c t="inlineStr"><is>${'<t>x</t>'.repeat(1_000_000)}</is></c></row>`)),
  'a dimension of the whole sheet, and a cell at its end': () =>
    workbookOf(
      sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', '<dimension ref="A1:XFD1048576"/>'),
    ),
  'a million rows of nothing': () => workbookOf(sheetOf('<row/>'.repeat(1_048_576))),
  'a million cells of nothing': () => workbookOf(sheetOf(rowsOf(1_000_000, () => '<c/>'))),
  'as many numbers as there may be': () =>
    workbookOf(sheetOf(rowsOf(CELLS, (at) => `<c><v>${at}</v></c>`)), { stored: false }),
  'as many shared texts as cells, each used once': () =>
    workbookOf(sheetOf(rowsOf(CELLS, (at) => `<c t="s"><v>${at}</v></c>`)), {
      texts: textsOf(CELLS, (at) => `王国庆${at}`),
      stored: false,
    }),
  'one long shared text in nearly all cells': () =>
    workbookOf(sheetOf(rowsOf(CELLS * 0.9, () => '<c t="s"><v>0</v></c>')), {
      texts: textsOf(1, () => noise(LIMITS.cellText)),
    }),
  'half a million joined blocks over everything': () =>
    workbookOf(
      sheetOf(
        '<row><c><v>1</v></c></row>',
        '',
        `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(500_000)}</mergeCells>`,
      ),
    ),
};

/** The same for files of text. */
export const worstTexts: Record<string, () => Uint8Array> = {
  'twenty megabytes of commas': () => Buffer.alloc(20 * MEGABYTE, ','),
  'twenty megabytes of line ends': () =>
    Buffer.concat([Buffer.from('a,b'), Buffer.alloc(20 * MEGABYTE - 8, '\n')]),
  'twenty megabytes of quotation marks': () =>
    Buffer.concat([Buffer.from('a,'), Buffer.alloc(20 * MEGABYTE - 8, '"')]),
  'twenty megabytes in one cell': () =>
    Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(20 * MEGABYTE - 8, 'x')]),
  'ten million short cells': () => Buffer.from('1,2\n'.repeat(5_000_000)),
  'twenty megabytes of GBK, broken at the end': () =>
    Buffer.concat([
      Buffer.from('a,b\n'),
      Buffer.alloc(20 * MEGABYTE - 9, Buffer.from([0xcd, 0xf5])),
      Buffer.from([0xcd]),
    ]),
  'a table in a table, a million deep': () => Buffer.from('<table><tr><td>'.repeat(1_000_000)),
  'a million cells of markup': () =>
    Buffer.from(`<table>${`<tr>${'<td>1</td>'.repeat(200)}</tr>`.repeat(5000)}</table>`),
  'a cell of markup over a billion columns and rows': () =>
    Buffer.from(
      '<table><tr><td colspan="1000000000" rowspan="1000000000">x</td></tr><tr><td>y</td></tr></table>',
    ),
  'rows and columns of a billion in the XML of 2003': () =>
    Buffer.from(
      `${HEAD}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="一"><Table ss:ExpandedColumnCount="1000000000" ss:ExpandedRowCount="1000000000"><Column ss:Index="1" ss:Span="1000000000"/><Row ss:Index="1000000000"><Cell ss:Index="1000000000" ss:MergeAcross="1000000000" ss:MergeDown="1000000000"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>`,
    ),
  'a cell repeated over a billion columns and rows in flat OpenDocument': () =>
    Buffer.from(
      `${HEAD}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="一"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="string" table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`,
    ),
};

/** An old .xls whose pack leads in a circle, or says that it is larger than any disk. */
export const worstOldWorkbooks: Record<string, () => Uint8Array> = {
  'sectors that each follow themselves': () =>
    changedXls((bytes) => {
      const table = (bytes.readUInt32LE(76) + 1) * 512;
      for (let entry = 0; entry < 128; entry++) bytes.writeUInt32LE(entry, table + entry * 4);
    }),
  'sectors that follow one another in a circle': () =>
    changedXls((bytes) => {
      const table = (bytes.readUInt32LE(76) + 1) * 512;
      for (let entry = 0; entry < 128; entry++) bytes.writeUInt32LE((entry + 1) % 128, table + entry * 4);
    }),
  'a list of tables that leads back to itself': () =>
    changedXls((bytes) => {
      bytes.writeUInt32LE(1, 68);
      bytes.writeUInt32LE(0xffffffff, 72);
      bytes.writeUInt32LE(0x7fffffff, 44);
    }),
  'a stream of four gigabytes': () =>
    changedXls((bytes) => {
      const name = bytes.indexOf(Buffer.from('Workbook', 'utf16le'));
      bytes.writeUInt32LE(0xfffffff0, name + 120);
    }),
};

function changedXls(change: (bytes: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(readFileSync(LIUHE));
  change(bytes);
  return bytes;
}
