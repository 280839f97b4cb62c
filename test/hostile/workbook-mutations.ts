import JSZip from 'jszip';
import * as XLSX from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { workbookOfQingshiqiao } from '../ledger/workbook-of-qingshiqiao.ts';
import { zipOf, type EndSays, type Part } from './zip-writer.ts';

type Chance = () => number;
const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

/** The parts of two honest workbooks: one by exceljs (shared texts), one by SheetJS with texts in the cells. */
export async function honestWorkbooks(): Promise<Part[][]> {
  const one = Buffer.from((await workbookOfQingshiqiao()).base64, 'base64');
  const liuhe = XLSX.read(readFileSync(new URL('../fixtures/liuhe.xls', import.meta.url)), {
    type: 'buffer',
  });
  const other = XLSX.write(liuhe, { type: 'buffer', bookType: 'xlsx', bookSST: false }) as Buffer;
  return Promise.all([one, other].map(partsOf));
}

async function partsOf(bytes: Uint8Array): Promise<Part[]> {
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.async('uint8array') })));
}

/** Bits of XML that a lenient reader takes for something else. */
const SPITE = [
  '<!-- <row r="9"><c r="A9"><v>1</v></c></row> -->',
  '<![CDATA[<c r="B2"><v>7</v></c>]]>',
  '<?x <c r="A1"><v>9</v></c> ?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '&#x1F600;',
  '&amp;',
  '&',
  '<',
  '>',
  '"',
  "'",
  '\0',
  '\u0001',
  '\ud83d\ude00',
  '<v>1</v>',
  '<f>1+1</f>',
  '<f>HYPERLINK("http://x","y")</f>',
  '</row>',
  '<row>',
  '</c>',
  '<c/>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c t="s"><v>999999</v></c>',
  '<c t="inlineStr"><is><t>甲</t></is></c>',
  '<c t="e"><v>#REF!</v></c>',
  '<c t="zz"><v>1</v></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '_x0000_',
  '_xD800_',
  '\u202e',
  '\ufeff',
  '1e999',
  'NaN',
  '0x10',
  '-0',
  '60',
  '１２',
  ' r="A1"',
  ' t="s"',
  ' s="9999"',
  ' hidden="1"',
  ' date1904="1"',
  ' state="veryHidden"',
  ' xml:space="preserve"',
  '=1+1',
] as const;

const NAMES = [
  'xl/workbook.xml',
  '../x',
  '/etc/passwd',
  'xl\\x.xml',
  'C:x',
  'XL/WORKBOOK.XML',
  'xl/vbaProject.bin',
  'xl/externalLinks/externalLink1.xml',
  'a/./b',
];

/** An honest workbook with one to three things done to its XML, and sometimes to its pack. */
export function aSpoiledWorkbook(honest: readonly Part[], chance: Chance): Uint8Array {
  const parts = honest.map((part) => ({ ...part }));
  let end: EndSays = {};
  const times = Math.floor(chance() * 4);
  for (let time = 0; time < times; time++) {
    // Mostly where the values are: sheets, shared texts, the list of sheets.
    const likely = parts.filter(({ name }) => /sheet\d|sharedStrings|workbook\.xml/.test(name));
    const part = pick(chance, chance() < 0.85 ? likely : parts);
    part.bytes = spoiledXml(part.bytes, chance);
  }
  if (chance() < 0.25) end = spoilPack(parts, chance);
  let bytes = zipOf(parts, end);
  if (chance() < 0.15) bytes = flipped(bytes, chance);
  return bytes;
}

type Loose = { -readonly [K in keyof Part]: Part[K] };

function spoiledXml(bytes: Uint8Array, chance: Chance): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  const at = Math.floor(chance() * (text.length + 1));
  const put = (from: number, until: number, piece: string) =>
    Buffer.from(text.slice(0, from) + piece + text.slice(until));
  // At the edges of tags, so that most of what comes out is well-formed and reaches the reading.
  const edge = text.indexOf('<', at);
  const here = edge < 0 ? text.length : edge;
  switch (Math.floor(chance() * 11)) {
    case 0:
      return put(at, Math.min(text.length, at + Math.floor(chance() * 60)), '');
    case 1:
      return put(at, text.length, '');
    case 2:
      return put(here, here, pick(chance, SPITE));
    case 3:
      return put(at, at, pick(chance, SPITE));
    case 4:
      return Buffer.from(replaceNth(text, /\d+/g, chance, () => String(Math.floor(chance() * 200))));
    case 5:
      return Buffer.from(replaceNth(text, / [a-z]+="[^"]*"/g, chance, () => pick(chance, SPITE)));
    case 6:
      return Buffer.from(replaceNth(text, /<c [^>]*?(\/>|>.*?<\/c>)/g, chance, (cell) => cell + cell));
    case 7:
      return Buffer.from(replaceNth(text, /<row[^>]*>.*?<\/row>/gs, chance, () => ''));
    case 8:
      return Buffer.from(
        replaceNth(text, /<v>[^<]*<\/v>/g, chance, () =>
          pick(chance, [
            '',
            '<v/>',
            '<v> 5 </v>',
            '<v>-3.5</v>',
            '<v>1E3</v>',
            '<v>abc</v>',
            `<v>${'9'.repeat(40)}</v>`,
          ]),
        ),
      );
    case 9:
      return Buffer.from(
        replaceNth(
          text,
          /<t[^>]*>[^<]*<\/t>/g,
          chance,
          () => `<t>${pick(chance, ['=1+1', '罗&#x20;荣', '甲'.repeat(5000), '_x000D_', ' ', ''])}</t>`,
        ),
      );
    default:
      return Buffer.from(
        replaceNth(
          text,
          / t="[a-zA-Z]+"/g,
          chance,
          () => ` t="${pick(chance, ['s', 'n', 'str', 'b', 'e', 'd', 'inlineStr', ''])}"`,
        ),
      );
  }
}

function replaceNth(text: string, pattern: RegExp, chance: Chance, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const one = pick(chance, found);
  return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length);
}

function spoilPack(parts: Loose[], chance: Chance): EndSays {
  const part = pick(chance, parts);
  const number = () => Math.floor(chance() * 2 ** 32);
  switch (Math.floor(chance() * 12)) {
    case 0:
      parts.push({ name: pick(chance, NAMES), bytes: Buffer.from('<x/>') });
      return {};
    case 1:
      part.says = { crc: number() };
      return {};
    case 2:
      part.says = {
        unpacked: pick(chance, [
          0,
          part.bytes.length - 1,
          part.bytes.length + 1,
          0xffffffff,
          150 * 1024 * 1024,
          90 * 1024 * 1024,
        ]),
      };
      return {};
    case 3:
      part.says = { method: pick(chance, [0, 1, 9, 12, 14, 99]) };
      return {};
    case 4:
      part.says = { flags: pick(chance, [1, 8, 2048, 65535]) };
      return {};
    case 5:
      part.says = { localName: 'xl/other.xml' };
      return {};
    case 6:
      part.says = { offset: Math.floor(chance() * 4000) };
      return {};
    case 7:
      part.packed = Buffer.concat([Buffer.from([3, 0]), Buffer.alloc(20)]);
      return {};
    case 8:
      return { count: pick(chance, [0, parts.length - 1, parts.length + 1, 65535]) };
    case 9:
      return { comment: Buffer.alloc(Math.floor(chance() * 400), 0x50) };
    case 10:
      parts.splice(parts.indexOf(part), 1);
      return {};
    default:
      part.stored = true;
      return { disk: chance() < 0.5 ? 1 : 0 };
  }
}

function flipped(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let time = 0; time < 1 + Math.floor(chance() * 4); time++) {
    const at = Math.floor(chance() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
  }
  return chance() < 0.3 ? copy.subarray(0, Math.floor(chance() * copy.length)) : copy;
}
