import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, type Day, type Month } from '../../shared/calendar/day.ts';
import { readLegend, readMark } from '../../shared/ledger/attendance-marks.ts';
import { fieldOf } from '../../shared/ledger/headings.ts';
import { emptyHouse } from '../../shared/ledger/known.ts';
import { monthOfSheet } from '../../shared/ledger/ledger-month.ts';
import { readBed } from '../../shared/ledger/read-bed.ts';
import { readDate } from '../../shared/ledger/read-date.ts';
import {
  readBankCard,
  readCertificateNumber,
  readNationalId,
  readPhone,
} from '../../shared/ledger/read-identity.ts';
import { readQuantity, readYuan } from '../../shared/ledger/read-number.ts';
import { readHardship, readName, readNames, readText } from '../../shared/ledger/read-text.ts';
import {
  readCareLevel,
  readDisability,
  readLevel,
  readSex,
  readYesNo,
} from '../../shared/ledger/read-words.ts';
import type { Reading } from '../../shared/ledger/reading.ts';
import { understand } from '../../shared/ledger/understand.ts';
import type { Cell } from '../../shared/ledger/workbook.ts';

const latest = '2026-11-01' as Day;
const rules = { from1904: false, latest };
const text = (written: string): Cell => ({ text: written });
const shown = (reading: Reading<unknown>) => (reading.fault ? reading.fault.kind : reading.shown);

describe('reading a day', () => {
  it.each([
    '2023年4月2日',
    '2023.4.2',
    '2023/4/2',
    '2023-04-02',
    '20230402',
    '45018',
    '２０２３年４月２日',
    ' 2023 年 4 月 2 日 ',
    '2023-04-02 00:00:00',
    '二〇二三年四月二日',
    '2023年04月02号',
  ])('reads %s', (written) => {
    expect(readDate(text(written), rules)).toMatchObject({ value: '2023-04-02', fault: null });
  });

  it('reads the day number of a spreadsheet, also of one that counts from 1904', () => {
    expect(readDate({ text: '2022/3/6', number: 44626 }, rules).value).toBe('2022-03-06');
    expect(readDate({ text: '43164', number: 43164 }, { ...rules, from1904: true }).value).toBe('2022-03-06');
    expect(readDate({ text: '20230402', number: 20230402 }, rules).value).toBe('2023-04-02');
  });

  it.each([
    ['2025.2.30', 'impossible-date', '2025-02-28'],
    ['2025.13.1', 'impossible-date', undefined],
    ['2027-01-01', 'impossible-date', undefined],
    ['23.4.2', 'unreadable', '2023-04-02'],
    ['2023.4', 'unreadable', undefined],
    ['去年春天', 'unreadable', undefined],
  ])('does not take %s for a day', (written, kind, proposal) => {
    const { value, fault } = readDate(text(written), rules);
    expect([value, fault?.kind, fault?.proposal?.text]).toEqual([null, kind, proposal]);
  });

  it('gives every day back that it wrote in any of the styles', () => {
    const days = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2026-10-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 5 }), (date, style) => {
        const day = date.toISOString().slice(0, 10);
        const [year = '', month = '', of = ''] = day.split('-');
        const short = [year, Number(month), Number(of)];
        const serial = Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000);
        const written = [
          day,
          day.replaceAll('-', ''),
          short.join('.'),
          short.join('/'),
          `${short[0]}年${short[1]}月${short[2]}日`,
          String(serial),
        ][style];
        // Before October 1954 the day number has four digits or is below what anybody means by a number in such a cell.
        fc.pre(style !== 5 || serial >= 20_000);
        expect(readDate(text(written ?? ''), rules).value).toBe(day);
      }),
    );
  });
});

describe('reading other cells', () => {
  it.each([
    ['101-1', '101-1'],
    ['102房1床', '102-1'],
    ['102室2号', '102-2'],
    ['１０２房间２号床', '102-2'],
    ['a3房1床', 'A3-1'],
    ['2楼201-2', '201-2'],
    ['102', 'unreadable'],
    ['102-0', 'unreadable'],
  ])('reads the bed %s', (written, bed) => expect(shown(readBed(text(written)))).toBe(bed));

  it.each([
    ['1级', 1],
    ['一级', 1],
    ['壹级', 1],
    ['1', 1],
    ['贰级', 2],
    ['Ⅱ级', 2],
    ['４级', 4],
    ['五级', null],
  ])('reads the level %s', (written, level) => expect(readLevel(text(written)).value).toBe(level));

  it.each([
    ['肢体', 'physical'],
    ['肢体残疾', 'physical'],
    ['智力残疾人', 'intellectual'],
    ['多重', 'multiple'],
    ['语言', 'speech'],
  ])('reads the category %s', (written, category) =>
    expect(readDisability(text(written)).value).toBe(category),
  );

  it('proposes 多重 for several categories in one cell', () => {
    expect(readDisability(text('肢体、智力')).fault?.proposal?.text).toBe('多重');
  });

  it.each([
    ['全护理', 'full'],
    ['完全不能自理', 'full'],
    ['半自理', 'partial'],
    ['自理', 'self'],
  ])('reads the care level %s', (written, level) => expect(readCareLevel(text(written)).value).toBe(level));

  it('reads money, cards, telephones and counts however they are typed', () => {
    expect(readYuan(text('2000元')).value).toBe(200_000);
    expect(readYuan(text('￥2,150.50')).value).toBe(215_050);
    expect(readYuan({ text: '1800', number: 1800 }).value).toBe(180_000);
    expect(readYuan(text('面议')).fault?.kind).toBe('unreadable');
    expect(readPhone({ text: '18847517123', number: 18847517123 }).value).toBe('18847517123');
    expect(readPhone(text('0396-278 1234')).value).toBe('03962781234');
    expect(readBankCard({ text: '6.21764E+18', number: 6.21764e18 }).fault?.kind).toBe('id-digits-lost');
    expect(readQuantity(text('2 张')).value).toBe(2);
    expect(readYesNo(text('脱贫户')).value).toBe(true);
    expect(readHardship(text('低保户')).value).toBe('低保');
  });

  it('takes names apart at every sign, and at spaces only where the names are known', () => {
    const known = new Set(['罗荣', '彭荣', '王改', '王建国']);
    const names = (written: string) => readNames(text(written), (name) => known.has(name)).value;
    expect(names('孙春生/赵小燕')).toEqual(['孙春生', '赵小燕']);
    expect(names('罗荣，彭荣')).toEqual(['罗荣', '彭荣']);
    expect(names('王建国 彭大毛')).toEqual(['王建国', '彭大毛']);
    expect(names('罗　荣')).toEqual(['罗荣']);
    expect(names('罗 荣 彭 荣')).toEqual(['罗荣', '彭荣']);
    expect(names('王　改、张三')).toEqual(['王改', '张三']);
    expect(names('无')).toBeNull();
  });

  it('reads marks by the legend of the sheet', () => {
    const usual = readLegend(['√白班 ○夜班 △休息 ×旷工 事=事假 病=病假']);
    expect(['√', '✓', '○', '〇', '△', '×', '事', '病', ''].map((mark) => readMark(mark, usual))).toEqual([
      'day',
      'day',
      'night',
      'night',
      'rest',
      'absent',
      'personal',
      'sick',
      null,
    ]);
    const other = readLegend(['说明：○=白班，●=夜班，—=休息，年休另计']);
    expect(['○', '●', '—', '年', '？'].map((mark) => readMark(mark, other))).toEqual([
      'day',
      'night',
      'rest',
      'annual',
      undefined,
    ]);
  });

  it('finds the month in the title, in the name, or in both together', () => {
    const months = ['2026-09'] as Month[];
    expect(monthOfSheet('考勤', ['柳河镇托养中心2026年10月考勤表'], [])).toBe('2026-10');
    expect(monthOfSheet('2026.10', [], [])).toBe('2026-10');
    expect(monthOfSheet('十二月考勤', [], months)).toBe('2026-12');
    expect(monthOfSheet('考勤', [], months)).toBeNull();
  });

  it('knows a heading by any of its words', () => {
    expect(fieldOf('residents', '身 份 证\n号 码')).toBe('nationalId');
    expect(fieldOf('caregivers', '月基本工资（元）')).toBe('baseWage');
    expect(fieldOf('checkups', '体重kg')).toBe('weight');
    expect(fieldOf('attendance', '10月31日')).toBe('day-31');
    expect(fieldOf('attendance', '32')).toBeNull();
  });
});

describe('whatever stands in a cell', () => {
  const cells = fc.oneof(
    fc.record({ text: fc.string({ unit: 'binary', maxLength: 40 }) }),
    fc.record({
      text: fc.string({
        unit: fc.constantFrom(...'0123456789年月日.-/—。，、 　房室床号元级XxB壹贰男女√○＝１２３'),
      }),
    }),
    fc.double({ noNaN: true }).map((number) => ({ text: String(number), number })),
    fc.constant({ text: '#REF!', error: true as const }),
  );
  const readers: readonly ((cell: Cell) => Reading<unknown>)[] = [
    (cell) => readDate(cell, rules),
    (cell) => readNationalId(cell, latest),
    readBed,
    readCertificateNumber,
    readPhone,
    readBankCard,
    readYuan,
    readQuantity,
    readName,
    (cell) => readText(cell, 100),
    readHardship,
    (cell) => readNames(cell, () => false),
    readSex,
    readDisability,
    readLevel,
    readCareLevel,
    readYesNo,
  ];

  it('is read as a value, as blank or as a fault, never as two of them and never with a crash', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        for (const reader of readers) {
          const { value, shown: written, fault, mend } = reader(cell);
          expect(value !== null && fault !== null).toBe(false);
          expect(value === null && (mend !== null || written !== '')).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never makes a day that does not exist', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const { value } = readDate(cell, rules);
        expect(value === null || (isDay(value) && value <= latest)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves the rest of the workbook readable', () => {
    const headings = ['姓名', '身份证号', '入住时间', '房间床位', '残疾等级', '残疾证号', '性别'].map(text);
    fc.assert(
      fc.property(fc.array(fc.array(cells, { maxLength: 9 }), { maxLength: 6 }), (rows) => {
        const sheet = {
          name: '人员',
          hidden: false,
          merges: [],
          rows: [headings, ...rows].map((row, index) => ({ number: index + 1, cells: row })),
        };
        const { sheets } = understand({ sheets: [sheet], from1904: false, notices: [] }, emptyHouse, latest);
        expect(sheets[0]?.rows.every(({ state }) => state === 'new' || state === 'doubtful')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
