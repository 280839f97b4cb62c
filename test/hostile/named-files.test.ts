import ExcelJS from 'exceljs';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../electron/jobs/file-limits.ts';
import { readSheetFile } from '../../electron/jobs/sheet-file.ts';
import { day } from '../../shared/calendar/day.ts';
import { emptyHouse } from '../../shared/ledger/known.ts';
import { understand } from '../../shared/ledger/understand.ts';
import type { Cell } from '../../shared/ledger/workbook.ts';
import { outcomeOf } from './outcome.ts';
import { zipOf, type EndSays, type Part } from './zip-writer.ts';

const part = (name: string, text: string | Uint8Array): Part => ({ name, bytes: Buffer.from(text) });
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest workbook: one sheet of these rows, these shared texts, and whatever parts are added. */
function book(
  rows: string,
  {
    texts = '',
    more = [],
    facts = '',
    end = {},
  }: { texts?: string; more?: Part[]; facts?: string; end?: EndSays } = {},
) {
  return zipOf(
    [
      part('[Content_Types].xml', `${HEAD}<Types/>`),
      part(
        'xl/workbook.xml',
        `${HEAD}<workbook xmlns:r="x">${facts}<sheets><sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        `${HEAD}<Relationships><Relationship Id="r1" Type="${TYPE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${TYPE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      ),
      part('xl/sharedStrings.xml', `${HEAD}<sst>${texts}</sst>`),
      part('xl/worksheets/sheet1.xml', `${HEAD}<worksheet><sheetData>${rows}</sheetData></worksheet>`),
      ...more,
    ],
    end,
  );
}
const cellsOf = (bytes: Uint8Array): readonly (Cell | undefined)[] =>
  readSheetFile(bytes).sheets[0]?.rows[0]?.cells ?? [];
const refusalOf = (bytes: Uint8Array) => {
  const outcome = outcomeOf(bytes);
  return 'refused' in outcome ? outcome.refused : 'read';
};

describe('a cell of an .xlsx', () => {
  it('is in error, not nought, when its formula was never computed', () => {
    expect(cellsOf(book('<row r="1"><c r="A1"><f>B1*2</f></c></row>'))).toEqual([
      { text: '=B1*2', error: true },
    ]);
  });

  it('is not made up from a comment, a processing instruction or raw text', () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><!-- <c r="B1"><v>2</v></c> --><?x <c r="C1"><v>3</v></c>?></row>';
    expect(cellsOf(book(rows))).toEqual([{ text: '1', number: 1 }]);
    expect(cellsOf(book('<row r="1"><c r="A1" t="str"><v><![CDATA[<c r="B1"/>]]></v></c></row>'))).toEqual([
      { text: '<c r="B1"/>' },
    ]);
  });

  it.each([
    ['names a text that is not there', '<c r="A1" t="s"><v>7</v></c>'],
    ['has a place twice', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'],
    ['stands in another row than it says', '<c r="A2"><v>1</v></c>'],
    ['is of no known kind', '<c r="A1" t="zz"><v>1</v></c>'],
    ['holds a number that is none', '<c r="A1"><v>abc</v></c>'],
    ['holds a number beyond all numbers', '<c r="A1"><v>1e999</v></c>'],
    ['holds two values', '<c r="A1"><v>1</v><v>2</v></c>'],
    ['uses an entity', '<c r="A1" t="str"><v>&b;</v></c>'],
    ['is cut off', '<c r="A1"><v>1</v>'],
  ])('that %s makes the file damaged', (_, cell) => {
    expect(refusalOf(book(`<row r="1">${cell}</row>`))).toBe('damaged');
  });

  it('with broken characters, private signs or a novel in it is shown as an error', () => {
    for (const text of ['王_xD800_', '王\ue000', '王\ufffd', '_x0000_王', '甲'.repeat(LIMITS.cellText + 1)]) {
      const [cell] = cellsOf(book(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`));
      expect(cell?.error, text.slice(0, 9)).toBe(true);
      expect(cell?.text.isWellFormed()).toBe(true);
    }
  });

  it('is read whole from several fonts, without the reading aid above it', () => {
    const texts =
      '<si><r><t>王</t></r><r><t xml:space="preserve"> 国庆</t></r><rPh sb="0" eb="1"><t>WANG</t></rPh></si>';
    expect(cellsOf(book('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { texts }))).toEqual([
      { text: '王 国庆' },
    ]);
  });
});

describe('an .xlsx', () => {
  const one = '<row r="1"><c r="A1"><v>1</v></c></row>';

  it('is read with macros and links to other files left out, and says so', () => {
    const more = [part('xl/vbaProject.bin', 'x'), part('xl/externalLinks/externalLink1.xml', '<x/>')];
    expect(readSheetFile(book(one, { more })).notices).toEqual(['macros', 'external-links']);
    expect(readSheetFile(book(one)).notices).toEqual([]);
  });

  it.each<[string, string, Uint8Array]>([
    ['a document type', 'pack-entities', book(one, { facts: '<!DOCTYPE x [<!ENTITY a "b">]>' })],
    ['a part outside the pack', 'pack-path', book(one, { more: [part('../evil.xml', '<x/>')] })],
    ['a part with a drive', 'pack-path', book(one, { more: [part('C:evil.xml', '<x/>')] })],
    ['a part with a backslash', 'pack-path', book(one, { more: [part('xl\\evil.xml', '<x/>')] })],
    [
      'two parts of one name but for capitals',
      'pack-twice',
      book(one, { more: [part('XL/Workbook.xml', '<x/>')] }),
    ],
    [
      'a part with a password',
      'protected',
      book(one, { more: [{ ...part('a.xml', '<x/>'), says: { flags: 1 } }] }),
    ],
    [
      'a part packed in another way',
      'pack-unusual',
      book(one, { more: [{ ...part('a.xml', '<x/>'), says: { method: 12 } }] }),
    ],
    [
      'sizes that stand elsewhere',
      'pack-unusual',
      book(one, { more: [{ ...part('a.xml', '<x/>'), says: { unpacked: 0xffffffff } }] }),
    ],
    ['two disks', 'pack-unusual', book(one, { end: { disk: 1 } })],
    [
      'a part that says it unpacks to 150 MB',
      'pack-too-large',
      book(one, { more: [{ ...part('a.xml', '<x/>'), says: { unpacked: 150 * 2 ** 20 } }] }),
    ],
    [
      'a part that swells a thousandfold',
      'pack-too-large',
      book(one, { more: [part('xl/media/a.xml', Buffer.alloc(30 * 2 ** 20))] }),
    ],
    [
      'more parts than any ledger',
      'pack-too-many',
      book(one, { more: Array.from({ length: 1001 }, (_, at) => part(`a${at}`, '')) }),
    ],
    [
      'a part that lies inside another',
      'damaged',
      book(one, { more: [{ ...part('a.xml', '<x/>'), says: { offset: 0 } }] }),
    ],
    [
      'another name in front of a part than in the directory',
      'damaged',
      book(one, { more: [{ ...part('a.xml', '<x/>'), says: { localName: 'b.xml' } }] }),
    ],
    ['bytes in front of it', 'damaged', Buffer.concat([Buffer.from('PK\x03\x04junk'), book(one)])],
    ['bytes behind it', 'damaged', Buffer.concat([book(one), Buffer.from('junk')])],
    ['another kind of document', 'other-kind', zipOf([part('word/document.xml', '<x/>')])],
    [
      'two sheets of one name',
      'damaged',
      book(one, { facts: '<sheets><sheet name="一" r:id="r1"/></sheets>' }),
    ],
    [
      'more sheets than sixty',
      'too-many-sheets',
      book(one, {
        facts: `<sheets>${Array.from({ length: 61 }, (_, at) => `<sheet name="s${at}" r:id="r1"/>`).join('')}</sheets>`,
      }),
    ],
    ['a cell in column 257', 'too-many-columns', book('<row r="1"><c r="IW1"><v>1</v></c></row>')],
  ])('with %s is refused as %s', (_, why, bytes) => {
    expect(refusalOf(bytes)).toBe(why);
  });

  it('says of a wrong checksum, of too few and of too many bytes that it is damaged', () => {
    const sheet = '<worksheet><sheetData/></worksheet>';
    const short = { says: { unpacked: sheet.length - 1 } };
    for (const wrong of [{ says: { crc: 1 } }, short, { says: { unpacked: sheet.length + 1 } }]) {
      const bytes = zipOf([
        part('xl/workbook.xml', '<workbook><sheets><sheet name="一" id="r1"/></sheets></workbook>'),
        part(
          'xl/_rels/workbook.xml.rels',
          `<Relationships><Relationship Id="r1" Type="${TYPE}/worksheet" Target="a.xml"/></Relationships>`,
        ),
        { ...part('xl/a.xml', sheet), ...wrong },
      ]);
      expect(refusalOf(bytes)).toBe('damaged');
    }
  });

  it('that joins everything with everything is refused instead of filled in for minutes', () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:IV2000"/>'.repeat(3000)}</mergeCells>`;
    const bytes = zipOf([
      part('xl/workbook.xml', '<workbook><sheets><sheet name="一" id="r1"/></sheets></workbook>'),
      part(
        'xl/_rels/workbook.xml.rels',
        `<Relationships><Relationship Id="r1" Type="${TYPE}/worksheet" Target="a.xml"/></Relationships>`,
      ),
      part('xl/a.xml', `<worksheet><sheetData>${one}</sheetData>${merges}</worksheet>`),
    ]);
    expect(refusalOf(bytes)).toBe('too-many-cells');
  });

  it('with brackets that are never closed in every heading is laid out at once', () => {
    const row = (number: number) =>
      `<row r="${number}">${Array.from({ length: 200 }, () => `<c t="inlineStr"><is><t>${'（('.repeat(1990)}</t></is></c>`).join('')}</row>`;
    const bytes = book(Array.from({ length: 30 }, (_, at) => row(at + 1)).join(''));
    const began = performance.now();
    outcomeOf(bytes);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('of ten years of checkups is read', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => [
      '2026-10-08',
      `王国庆${at % 40}`,
      36.5,
      120,
      80,
      66,
      18,
      5.5,
      97,
      60,
      '正常',
      '孙春生',
      '101-1',
      '411799198001010010',
      '已签',
    ]);
    const sheet = XLSX.utils.aoa_to_sheet([['检查日期', '姓名'], ...rows]);
    const bytes = XLSX.write(
      { SheetNames: ['体检'], Sheets: { 体检: sheet } },
      { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true },
    ) as Buffer;
    expect(readSheetFile(Uint8Array.from(bytes)).sheets[0]?.rows).toHaveLength(60_001);
  });

  it('whose parts are many and honest is read', async () => {
    const workbook = new ExcelJS.Workbook();
    for (let sheet = 1; sheet <= 60; sheet++) {
      const page = workbook.addWorksheet(`表${sheet}`);
      page.getCell('A1').value = '姓名';
      page.getCell('A1').note = '批注';
    }
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(readSheetFile(bytes).sheets).toHaveLength(60);
  });
});

describe('a text file', () => {
  it.each<[string, string, string | Uint8Array]>([
    ['a quotation mark never closed', 'quote-open', '姓名,地址\n王,"河南\n李,信阳\n'],
    ['text behind a closing quotation mark', 'quote-inside', '姓名,地址\n王,"河南"信阳\n'],
    [
      'a comma inside a cell',
      'row-too-wide',
      '姓名,身份证号,残疾证号,入住日期\n王改,411799197103051222,,2020-01-01,驻马店\n',
    ],
    ['a nought byte', 'control-characters', '姓名,地址\n王\0,信阳\n'],
    ['a character that was lost before', 'encoding', '姓名,地址\n王\ufffd,信阳\n'],
    [
      'one broken byte of UTF-8',
      'encoding',
      Buffer.concat([
        Buffer.from('姓名,地址\n王国庆,信阳'),
        Buffer.from([0xe7, 0x8e]),
        Buffer.from('\n李,驻马店\n'),
      ]),
    ],
    [
      'UTF-8 announced and not kept',
      'encoding',
      Buffer.concat([Buffer.from('\ufeff姓名,地址\n'), Buffer.from([0xc1, 0xf5, 0x2c, 0x31])]),
    ],
    [
      'half a character of GBK',
      'encoding',
      Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xd8, 0xd6, 0xb7, 0x0a, 0xcd]),
    ],
    ['entities', 'pack-entities', '<!DOCTYPE x [<!ENTITY a "b">]><table><tr><td>&a;</td></tr></table>'],
    ['no table', 'not-a-table', '各位领导：本月一切正常。'],
    ['a picture', 'other-kind', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['300 columns', 'too-many-columns', `${'a,'.repeat(300)}b\n`],
    ['21 MB', 'too-many-bytes', Buffer.alloc(21 * 2 ** 20, 0x2c)],
  ])('with %s is refused as %s', (_, why, content) => {
    expect(refusalOf(Uint8Array.from(Buffer.from(content)))).toBe(why);
  });

  it('names the row in which a quotation mark opens', () => {
    const bytes = Buffer.from('姓名,地址\n李,信阳\n王,"河南\n');
    expect(() => readSheetFile(bytes)).toThrow(
      expect.objectContaining({ why: 'quote-open', where: { part: '', sheet: '', row: 3 } }),
    );
  });

  it('keeps a number of eighteen digits to the last one', () => {
    const cells = cellsOf(Buffer.from('411799197103051222,330102199001011234\n'));
    expect(cells).toEqual([{ text: '411799197103051222' }, { text: '330102199001011234' }]);
  });
});

describe('an identity number that a spreadsheet kept as a quantity', () => {
  it('is a doubt, never mended', () => {
    const heads = ['姓名', '性别', '身份证号', '残疾人证号', '入住日期'];
    const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const bytes = book(
      row(1, heads.map(text).join('')) +
        row(
          2,
          `${text('王改')}${text('女')}<c><v>411799197103051222</v></c>${text('')}${text('2020-01-01')}`,
        ),
    );
    const [, person] = readSheetFile(bytes).sheets[0]?.rows ?? [];
    expect(person?.cells[2]?.number).toBe(411799197103051200);
    const { sheets } = understand(readSheetFile(bytes), emptyHouse, day('2026-11-22'));
    const [found] = sheets[0]?.rows ?? [];
    expect(found?.state).toBe('doubtful');
    expect(found?.faults[0]).toMatchObject({ kind: 'id-digits-lost', proposal: null });
  });
});
