import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { aHouse } from '../support/house.ts';
import { bringIn, fileOf, LIUHE, previewOf } from './bring-in.ts';
import { workbookOfQingshiqiao } from './workbook-of-qingshiqiao.ts';

async function sheetsOf(base64: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(base64, 'base64') as unknown as ArrayBuffer);
  return book;
}

const cellsOf = (sheet: ExcelJS.Worksheet | undefined) => {
  const values: ExcelJS.Cell[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => void values.push(cell)));
  return values;
};

describe('the import report as an Excel file', () => {
  it('lists every doubt and every reading, in the language of the screen', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const report = await bringIn(director);
    for (const [language, names] of [
      ['zh-CN', ['概要', '疑点', '改读', '手工更正']],
      ['en', ['Summary', 'Doubts', 'Readings', 'Own corrections']],
    ] as const) {
      const file = await director.ledger.reportFile({ of: report.importId ?? '', language });
      expect(file.name).toBe(language === 'en' ? 'import-report-liuhe.xlsx' : '导入报告-liuhe.xlsx');
      const book = await sheetsOf(file.base64);
      expect(book.worksheets.map(({ name }) => name)).toEqual(names);
      expect(book.worksheets[1]?.rowCount).toBe(1 + report.faults.length);
      expect(book.worksheets[2]?.rowCount).toBe(1 + report.mends.length);
    }
    const doubts = (
      await sheetsOf(
        (await director.ledger.reportFile({ of: report.importId ?? '', language: 'zh-CN' })).base64,
      )
    ).worksheets[1];
    expect(doubts?.getRow(2).values).toEqual([
      undefined,
      '入住人员',
      19,
      '残疾等级',
      '二级',
      '残疾等级与残疾证号不一致',
      '一级（据残疾证号）',
      '待核实',
    ]);
  });

  it('keeps an ID number whole, and computes nothing that came from a workbook', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const { id } = await previewOf(director, await workbookOfQingshiqiao());
    await director.ledger.mend({
      id,
      changes: [
        { what: 'cell', sheet: '九月巡诊', row: 10, field: 'systolic', text: '=1+1' },
        { what: 'cell', sheet: '九月巡诊', row: 10, field: 'note', text: '+cmd|calc' },
      ],
    });
    const book = await sheetsOf((await director.ledger.reportFile({ of: id, language: 'zh-CN' })).base64);
    const cells = book.worksheets.flatMap(cellsOf);
    expect(cells.filter(({ formula }) => formula)).toEqual([]);
    const written = cells.filter(({ value }) => typeof value === 'string' && /^'[=+\-@]/.test(value));
    expect(written.length).toBeGreaterThan(0);
    expect(written.every(({ numFmt }) => numFmt === '@')).toBe(true);
    expect(cells.some(({ value }) => value === '411799770606604')).toBe(true);
  });

  it('can be had of a second import that added nothing', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    await bringIn(director);
    const { id } = await previewOf(director, fileOf(LIUHE));
    await director.ledger.commit({ id, job: 'job-of-report', undecided: 'leave-out' });
    expect(await director.ledger.report({ of: id })).toMatchObject({
      importId: null,
      counts: { residents: { already: 38 } },
    });
  });
});
