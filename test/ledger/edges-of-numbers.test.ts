import { describe, expect, it } from 'vitest';
import { day } from '../../shared/calendar/day.ts';
import {
  identityText,
  readBankCard,
  readCertificateNumber,
  readNationalId,
  readPhone,
} from '../../shared/ledger/read-identity.ts';
import { readQuantity, readYuan } from '../../shared/ledger/read-number.ts';
import type { Reading } from '../../shared/ledger/reading.ts';
import type { Cell } from '../../shared/ledger/workbook.ts';

const LATEST = day('2026-11-01');
const cell = (written: string | number): Cell =>
  typeof written === 'number' ? { text: String(written), number: written } : { text: written };
const BLANK = { value: null, shown: '', mend: null, fault: null };
const fault = (kind: string, text?: string, why?: string) => ({
  ...BLANK,
  fault: { kind, proposal: text === undefined ? null : { text, why } },
});
const nationalId = (written: string | number) => readNationalId(cell(written), LATEST);
const id = '411799198801152957';

/** Every one of these is read as this value; `mend` says what was changed. */
function allRead<T>(
  read: (cell: Cell) => Reading<T>,
  value: unknown,
  written: Record<string, string | null>,
) {
  for (const [text, mend] of Object.entries(written)) {
    expect(read({ text }), text).toMatchObject({ mend, fault: null });
    expect(read({ text }).value, text).toEqual(value);
  }
}
function noneRead(read: (cell: Cell) => Reading<unknown>, kind: string, written: readonly string[]) {
  for (const text of written) expect(read({ text }), text).toEqual(fault(kind));
}

describe('an identity number in a cell', () => {
  it('is read without spaces, quotes, dots and dashes, in plain figures and capitals', () => {
    allRead(
      (found) => readNationalId(found, LATEST),
      { number: id, birthOn: '1988-01-15', sex: 'male' },
      {
        [id]: null,
        ' 411799 19880115 2957 ': 'spaces',
        '４１１７９９198801152957': 'full-width',
        "'411799198801152957": 'word',
        '411799-19880115-2957': 'word',
        '411799.19880115.2957': 'word',
        '411799—19880115—2957': 'word',
        '‘411799198801152957’': 'word',
        '`411799198801152957`': 'word',
      },
    );
    const withX = readNationalId(cell('41179919900101002x'), LATEST);
    expect([withX.shown, withX.mend, withX.fault?.kind ?? null]).toEqual(
      withX.fault ? ['', null, 'id-check-digit'] : ['41179919900101002X', 'lower-case', null],
    );
    expect(identityText(cell('41179919900101002x'))).toBe('41179919900101002X');
    expect(identityText({ text: '4.1', number: 41 })).toBe('41');
    expect(identityText({ text: '4.5', number: 4.5 })).toBe('45');
    expect(nationalId(id).shown).toBe(id);
  });

  it('says what is wrong with it', () => {
    expect(nationalId('')).toEqual(BLANK);
    expect(nationalId("'")).toEqual(BLANK);
    expect(readNationalId({ text: id, error: true }, LATEST)).toEqual(fault('id-unreadable'));
    expect(nationalId('411799198801152955')).toEqual(fault('id-check-digit'));
    for (const bad of ['991799198801152957', '411799198802302957', '41179919880115A957'])
      expect(nationalId(bad), bad).toEqual(fault('id-unreadable'));
    for (const short of ['41179919880115295', '4117991988011529577', '1', '41179919880115X'])
      expect(nationalId(short), short).toEqual(fault('id-length'));
    for (const bad of ['X', 'A123', '123A', '12X4', '123XX', '柳河镇'])
      expect(nationalId(bad), bad).toEqual(fault('id-unreadable'));
    expect(nationalId('360121701121001')).toEqual(fault('id-length', '360121197011210013', 'old-number'));
    expect(nationalId(360_121_701_121_001)).toEqual(fault('id-length', '360121197011210013', 'old-number'));
    expect(nationalId('360121701321001')).toEqual(fault('id-length'));
  });

  it('is nobody’s who is born after today', () => {
    expect(readNationalId(cell(id), day('1988-01-15')).value).toMatchObject({ number: id });
    expect(readNationalId(cell(id), day('1988-01-14'))).toEqual(fault('id-unreadable'));
  });

  it('has lost its last figures where the spreadsheet kept it as a number', () => {
    const lost = fault('id-digits-lost');
    for (const text of ['4.11799E+17', '4.1e17', '4E+17', '4e17', '6.21764E18'])
      for (const read of [
        nationalId,
        (at: string) => readCertificateNumber(cell(at)),
        (at: string) => readBankCard(cell(at)),
      ])
        expect(read(text), text).toEqual(lost);
    for (const number of [1e15, -1e15, 411_799_198_801_152_900])
      expect(readNationalId({ text: 'x', number }, LATEST), String(number)).toEqual(lost);
    expect(nationalId(999_999_999_999_999)).toEqual(fault('id-length'));
    for (const text of ['44E17', '4.E17', 'x4E17', '4E17x', '4E', '4E-17', 'E17'])
      expect(nationalId(text), text).toEqual(fault('id-unreadable'));
  });
});

describe('a certificate number in a cell', () => {
  it('is read like an identity number, with its category and level', () => {
    allRead(
      readCertificateNumber,
      {
        number: '36012119701121001343',
        nationalId: '360121197011210013',
        disability: 'physical',
        level: 3,
        reissue: 0,
      },
      { '36012119701121001343': null, '360121 19701121 001343': 'spaces', "'36012119701121001343": 'word' },
    );
    expect(readCertificateNumber(cell('36012119701121001343b1'))).toMatchObject({
      shown: '36012119701121001343B1',
      mend: 'lower-case',
    });
    expect(readCertificateNumber(cell(''))).toEqual(BLANK);
    noneRead(readCertificateNumber, 'cert-unreadable', ['3601211970112100134', '肢体三级', id]);
    expect(readCertificateNumber({ text: '36012119701121001343', error: true })).toEqual(
      fault('cert-unreadable'),
    );
  });
});

describe('a telephone number in a cell', () => {
  it('is a mobile one, with or without the country’s 86', () => {
    allRead(readPhone, '13812345678', {
      '13812345678': null,
      '138 1234 5678': 'spaces',
      '+8613812345678': 'word',
      '8613812345678': 'word',
      '(+86)138-1234-5678': 'word',
    });
    expect(readPhone({ text: 'x', number: 13_812_345_678 })).toMatchObject({
      value: '13812345678',
      mend: null,
    });
  });

  it('is a fixed one of seven to eight figures, or of ten to twelve with its area', () => {
    for (const right of ['2781234', '27812345', '8781234', '0396278123', '03962781234', '039627812345'])
      expect(readPhone(cell(right)), right).toMatchObject({ value: right, mend: null });
    expect(readPhone(cell('(0396)278-1234')).value).toBe('03962781234');
    noneRead(readPhone, 'unreadable', [
      '278123',
      '278123456',
      '9781234',
      '1781234',
      '039627812',
      '0396278123456',
      '1381234567',
      '138123456789',
      '86138123456789',
      '862781234567',
      '08613812345678',
      'x13812345678',
      '13812345678x',
      '13812345678转8',
      '//',
      '无人',
      '有无',
    ]);
    for (const none of ['', '/', '无', ' 无 ']) expect(readPhone(cell(none)), none).toEqual(BLANK);
    expect(readPhone({ text: '13812345678', error: true })).toEqual(fault('unreadable'));
    expect(readPhone({ text: '', error: true })).toEqual(fault('unreadable'));
  });
});

describe('a bank card in a cell', () => {
  it('has twelve to nineteen figures', () => {
    for (const right of ['6'.repeat(12), '6'.repeat(19)])
      expect(readBankCard(cell(right)), right).toMatchObject({ value: right, shown: right, mend: null });
    expect(readBankCard(cell('6217 6400 0000 1234'))).toMatchObject({
      value: '6217640000001234',
      mend: 'spaces',
    });
    noneRead(readBankCard, 'unreadable', [
      '6'.repeat(11),
      '6'.repeat(20),
      `${'6'.repeat(12)}A`,
      `A${'6'.repeat(12)}`,
      '农行',
      '//',
      '无卡',
    ]);
    for (const none of ['', '/', '无']) expect(readBankCard(cell(none)), none).toEqual(BLANK);
    expect(readBankCard({ text: '6'.repeat(16), error: true })).toEqual(fault('unreadable'));
    expect(readBankCard({ text: '', error: true })).toEqual(fault('unreadable'));
  });
});

describe('money in a cell', () => {
  it('is yuan, with the signs and words around them that clerks write', () => {
    allRead(readYuan, 200_000, {
      '2000': null,
      '2000元': 'unit',
      '2000元整': 'unit',
      '2000元正': 'unit',
      '¥2000': 'unit',
      '￥2,000.00': 'unit',
      人民币2000元: 'unit',
      '2000/月': 'unit',
      '2000元/月': 'unit',
      '2000元每月': 'unit',
      '2000.0': 'unit',
      '2000.000': 'unit',
      '2000。00': 'unit',
      '2,000': 'unit',
    });
    expect(readYuan(cell('2150.5'))).toEqual({ value: 215_050, shown: '2150.5', mend: null, fault: null });
    expect(readYuan(cell('12,345.67')).value).toBe(1_234_567);
    expect(readYuan(cell('2150.500')).value).toBe(215_050);
    expect(readYuan({ text: '￥2,000', number: 2000 })).toMatchObject({ value: 200_000, mend: null });
    expect(readYuan(cell('100,000')).value).toBe(10_000_000);
    expect(readYuan(cell('0')).value).toBe(0);
  });

  it('is nothing with other words, and no more than a hundred thousand', () => {
    noneRead(readYuan, 'unreadable', [
      '100000.01',
      '100001',
      '12345678',
      '00002000',
      '2000.505',
      '2000.',
      '.5',
      '-2000',
      '2,00',
      '2,0001',
      '0012,345',
      '2,000.555',
      '2,000,',
      'x2000',
      '2000x',
      '2000¥',
      '2000人民币',
      '￥￥2000',
      '20元00',
      '20/月00',
      '20每月00',
      '2000元元',
      '2000/月元',
      '2000月',
      '2000整',
      '元',
      '--',
      '//',
      '无无',
      '面议',
    ]);
    for (const none of ['', '-', '/', '无', ' - ']) expect(readYuan(cell(none)), none).toEqual(BLANK);
    expect(readYuan({ text: '2000', error: true })).toEqual(fault('unreadable'));
    expect(readYuan({ text: '', error: true })).toEqual(fault('unreadable'));
  });
});

describe('a count in a cell', () => {
  it('is a whole number from 1 to 9999, with or without the word for such things', () => {
    allRead(readQuantity, 12, {
      '12': null,
      '12台': 'unit',
      '12 张': 'unit',
      '12.0': 'unit',
      '12.00个': 'unit',
    });
    for (const unit of '台个张件辆副把套只条床支根双')
      expect(readQuantity(cell(`1${unit}`)).value, unit).toBe(1);
    expect(readQuantity(cell('9999'))).toEqual({ value: 9999, shown: '9999', mend: null, fault: null });
    expect(readQuantity({ text: '2.0', number: 2 })).toMatchObject({ value: 2, mend: null });
    noneRead(readQuantity, 'unreadable', [
      '0',
      '0台',
      '10000',
      '1.5',
      '1.',
      'x1',
      '1x',
      '1台台',
      '台',
      '-1',
      '1 0台x',
      '约1台',
      '两台',
    ]);
    expect(readQuantity(cell(' '))).toEqual(BLANK);
    expect(readQuantity({ text: '1', error: true })).toEqual(fault('unreadable'));
    expect(readQuantity({ text: '', error: true })).toEqual(fault('unreadable'));
  });
});
