import { readFileSync } from 'node:fs';

type Chance = () => number;

const GBK = readFileSync(new URL('../fixtures/qingshiqiao-gbk.csv', import.meta.url));
const TEXT = new TextDecoder('gb18030').decode(GBK);
const WHOLE = [
  GBK,
  Buffer.from(TEXT),
  Buffer.from(`\ufeff${TEXT}`),
  Buffer.from(`\ufeff${TEXT.replaceAll(',', '\t')}`, 'utf16le'),
  Buffer.from(TEXT.replaceAll(',', ';').replaceAll('\r\n', '\n')),
  Buffer.from(
    '姓名,检查日期,体温,收缩压,舒张压\n田秋月,2026-09-15,36.5,120,80\n贺兰英,2026-09-15,36.6,118,76\n石小军,2026-09-16,37,130,82\n',
  ),
] as const;

/** Bits of text that have hurt readers of tables. */
const SPITE = [
  '"',
  '""',
  '"""',
  ',',
  ',,,,',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\u001b[2J',
  '\u007f',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\u2066',
  '\u00ad',
  '\ue000',
  '\uffff',
  '\u{1f600}',
  '\u{20bb7}',
  '\u3000',
  'e\u0301',
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+86',
  '-1',
  '@SUM(A1)',
  '411799197103051222',
  '4.11799E+17',
  '1e309',
  'NaN',
  '-0',
  '2026-02-30',
  '1900-02-29',
  '60',
  '44927',
  '<table><tr><td>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<?xml version="1.0"?>',
  '__proto__',
  'constructor',
  '姓名',
  '身份证号',
  '（（（（',
  '[[[[[[',
  '合计',
  '（'.repeat(300),
  '一二三四五六七八九十'.repeat(40),
];

const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;

/** A file of a clerk with one to six things done to it: bytes changed, cut, doubled, swapped; signs of spite put in. */
export function aSpoiledCsv(chance: Chance): Uint8Array {
  let bytes = Buffer.from(pick(chance, WHOLE));
  const times = 1 + Math.floor(chance() * 6);
  for (let time = 0; time < times; time++) bytes = spoiled(bytes, chance);
  return Uint8Array.from(bytes);
}

function spoiled(bytes: Buffer, chance: Chance): Buffer<ArrayBuffer> {
  const at = Math.floor(chance() * (bytes.length + 1));
  const to = Math.min(bytes.length, at + Math.floor(chance() * 40));
  const cut = (from: number, until: number, put: Uint8Array) =>
    Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(until)]);
  switch (Math.floor(chance() * 12)) {
    case 0:
      return cut(at, Math.min(bytes.length, at + 1), Uint8Array.of(Math.floor(chance() * 256)));
    case 1:
      return cut(
        at,
        at,
        Uint8Array.from({ length: 1 + Math.floor(chance() * 8) }, () => Math.floor(chance() * 256)),
      );
    case 2:
      return cut(at, to, new Uint8Array());
    case 3:
      return Buffer.from(bytes.subarray(0, at));
    case 4:
      return cut(at, at, bytes.subarray(at, to));
    case 5:
      return cut(
        at,
        Math.min(bytes.length, at + 1),
        Uint8Array.of((bytes[at] ?? 0) ^ (1 << Math.floor(chance() * 8))),
      );
    case 6:
      return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
    case 7: {
      const end = bytes.indexOf(10, at);
      return end < 0 ? Buffer.from(bytes) : cut(end + 1, end + 1, bytes.subarray(at, end + 1));
    }
    default: {
      // Signs are put in as the file itself would write them, so that they are reached and not only the decoding before them.
      const sign = pick(chance, SPITE);
      const wide = bytes[0] === 0xff;
      const even = wide ? at & ~1 : at;
      return cut(even, even, wide ? Buffer.from(sign, 'utf16le') : Buffer.from(sign));
    }
  }
}
