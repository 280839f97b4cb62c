import { CFB } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FileIsRefused } from '../../electron/jobs/file-refusal.ts';
import { readSheetFile } from '../../electron/jobs/sheet-file.ts';
import { fileFaults } from '../../shared/ledger/file-faults.ts';
import { runWorker, WorkerIsTooSlow } from '../../electron/jobs/run-worker.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { aJob, bringIn, fileOf, LIUHE, previewOf } from './bring-in.ts';
import { residents } from './people-made-up.ts';

const GBK = new URL('../fixtures/qingshiqiao-gbk.csv', import.meta.url).pathname;

const asFile = (name: string, bytes: Uint8Array | string) => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
});

/** What became of reading: anything but a refusal is an unexpected fault and fails the test. */
function outcomeOf(bytes: Uint8Array): string {
  try {
    return readSheetFile(bytes).sheets.length > 0 ? 'read' : 'nothing';
  } catch (error) {
    if (error instanceof FileIsRefused) return error.why;
    throw error;
  }
}

describe('reading a file', () => {
  it('reads a .csv in GBK and the same in UTF-8 alike', async () => {
    const text = new TextDecoder('gb18030').decode(readFileSync(GBK));
    const utf8 = asFile('青石桥.csv', `\uFEFF${text}`);
    for (const file of [fileOf(GBK), utf8]) {
      const house = await aHouse();
      const report = await bringIn(await house.as('director'), file);
      expect(report.counts.residents).toMatchObject({ read: residents.length, imported: 9, provisional: 1 });
      expect(report.faults.map(({ row, column, kind }) => [row, column, kind])).toEqual([
        [11, '入住日期', 'impossible-date'],
      ]);
      const phones = house.raw.prepare('SELECT guardian_phone FROM resident ORDER BY rowid').pluck().all();
      expect(phones[0]).toBe('13900000000');
    }
  });

  it('keeps the result of a formula, says when one shows an error, and reads rows that are hidden', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('一');
    sheet.addRow([
      '甲',
      { formula: '1+1', result: 2 },
      { formula: '1/0', result: { error: '#DIV/0!' } as ExcelJS.CellErrorValue },
    ]);
    sheet.addRow(['乙']);
    sheet.getRow(2).hidden = true;
    const { sheets } = readSheetFile(new Uint8Array(await book.xlsx.writeBuffer()));
    expect(sheets[0]?.rows).toEqual([
      { number: 1, cells: [{ text: '甲' }, { text: '2', number: 2 }, { text: '#DIV/0!', error: true }] },
      { number: 2, cells: [{ text: '乙' }], hidden: true },
    ]);
  });

  it.each([
    ['a picture', asFile('照片.xls', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 'other-kind'],
    ['a damaged .xlsx', asFile('坏.xlsx', Buffer.from('504b0304aabbccdd00112233', 'hex')), 'damaged'],
    ['half of an .xls', asFile('半.xls', readFileSync(LIUHE).subarray(0, 9000)), 'damaged'],
    ['a workbook with a password', asFile('密.xlsx', aProtectedWorkbook()), 'protected'],
    ['an empty file', asFile('空.csv', ''), 'empty'],
    ['a letter', asFile('信.txt', '各位领导：本月一切正常。'), 'not-a-table'],
  ])('refuses %s in one sentence', async (_, file, why) => {
    const house = await aHouse();
    const refusal = await refusalOf((await house.as('director')).ledger.open({ file, job: aJob() }));
    expect(refusal).toMatchObject({ code: 'LEDGER_REFUSED', data: { name: file.name, why } });
    expect(refusal.sentence).toMatch(/^「.+」.+。$/);
    expect(house.faults).toEqual([]);
  });

  it('says so when a table is no ledger', async () => {
    const house = await aHouse();
    const file = asFile('物价.csv', '品名,单价\n白菜,1.2\n');
    const refusal = await refusalOf((await house.as('director')).ledger.open({ file, job: aJob() }));
    expect(refusal).toMatchObject({ code: 'LEDGER_NOTHING_FOUND', data: { name: '物价.csv' } });
  });

  it('gives up work that takes too long', async () => {
    await expect(
      runWorker('read-workbook', readFileSync(LIUHE), { milliseconds: 1, megabytes: 256 }),
    ).rejects.toThrow(WorkerIsTooSlow);
  });

  it('stops reading when somebody cancels', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const job = aJob();
    const opening = refusalOf(director.ledger.open({ file: fileOf(LIUHE), job }));
    while (!(await director.jobs.cancel({ job })).stopping)
      await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await opening).code).toBe('CANCELLED');
  });

  it('answers any bytes with a workbook or a refusal', () => {
    const whole = readFileSync(LIUHE);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        (at, noise) => {
          const damaged = Uint8Array.from(whole);
          damaged.set(noise.subarray(0, Math.min(noise.length, damaged.length - at)), at);
          expect(['read', ...fileFaults]).toContain(outcomeOf(damaged));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** What Excel writes when a workbook is given a password: a compound file with the encrypted package in it. */
function aProtectedWorkbook(): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/EncryptionInfo', Buffer.alloc(200, 1));
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(600, 7));
  return CFB.write(file, { type: 'buffer' }) as Uint8Array;
}

describe('a preview of somebody else', () => {
  it('is not there for another session', async () => {
    const house = await aHouse();
    const { id } = await previewOf(await house.as('director'), fileOf(LIUHE));
    const other = house.stranger();
    await other.people.signIn({ login: 'director', password: 'liuhe-2026' });
    expect((await refusalOf(other.ledger.preview({ id }))).code).toBe('NOT_FOUND');
  });
});
