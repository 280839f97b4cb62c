import { describe, expect, it } from 'vitest';
import { day, month } from '../../shared/calendar/day.ts';
import { readDate } from '../../shared/ledger/read-date.ts';

const past = { from1904: false, latest: day('2026-11-01') };
const open = { from1904: false, latest: null };
const april = { ...past, month: month('2023-04') };
const at = (text: string, rules: Parameters<typeof readDate>[1] = past) => readDate({ text }, rules);
const number = (value: number, text = 'x', rules = past) => readDate({ text, number: value }, rules);
const taken = (value: string, mend: string | null = 'date-style') => ({
  value,
  shown: value,
  mend,
  fault: null,
});
const blank = { value: null, shown: '', mend: null, fault: null };
const fault = (kind: string, text?: string, why?: string) => ({
  ...blank,
  fault: { kind, proposal: text === undefined ? null : { text, why } },
});

describe('a day in a cell', () => {
  it('may have its year, month and day between any of the signs that clerks use', () => {
    for (const written of [
      '2023年4月2日',
      '2023年4月2号',
      '2023年4月2',
      '2023-4-2',
      '2023.04.02',
      '2023/4/02',
      '2023、4、2',
      '2023,4,2',
      '2023，4，2',
      '2023\\4\\2',
      '2023_4_2',
      '2023-4-2 8:30',
      '2023-04-02T08:30:00Z',
      '2023年4月2日08:30:00',
      '20230402',
      '20230402日',
      '20230402.0',
      '20230402.00',
      ' 2023 年 4 月 2 日 ',
    ])
      expect(at(written), written).toEqual(taken('2023-04-02'));
    expect(at('2023-04-02')).toEqual(taken('2023-04-02', null));
    // A time behind the day is never taken for a part of it: 2 April, not the 21st.
    for (const written of [
      '2023/4/2 10:05',
      '2023-4-2  18:30:00',
      '2023.4.2　8:30',
      '２０２３／４／２ １８：３０',
      '2023-4-2T18:30',
      '2023年4月2号 10:05',
      '2023年4月2日10:05',
    ])
      expect(at(written), written).toEqual(taken('2023-04-02'));
    expect(at('23.4.2 10:05')).toEqual(fault('unreadable', '2023-04-02', 'century'));
    expect(at('20230402 10:05')).toEqual(taken('2023-04-02'));
    expect(at('4/2 10:05', april)).toEqual(taken('2023-04-02', 'year-of-sheet'));
    expect(at('2023-12-31')).toEqual(taken('2023-12-31', null));
    expect(at('2023.10.12')).toEqual(taken('2023-10-12'));
  });

  it('is no day with anything before it, behind it, or a figure too many or too few', () => {
    for (const written of [
      '约2023-04-02',
      '2023-04-02左右',
      '2023-04-02 x',
      '2023-04-02 8',
      '2023-04-02 8:3',
      '2023年4月2日8:3',
      '2023-04-02 :30',
      '2023-04-02x8:30',
      '2023-04-02 8.30',
      '8:30',
      ' 8:30',
      '2023-04-028:30',
      '12023-04-02',
      '2023-004-02',
      '2023-04-002',
      '2023-04-',
      '2023--02',
      '2023x4x2',
      '2023 04 02 日 日',
      '120230402',
      '2023040',
      '20230402x',
      '20230402.1',
      '20230402.',
      '20230402日日',
      '2023',
      '2023-04',
    ])
      expect(at(written), written).toEqual(fault('unreadable'));
    expect(at('')).toEqual(blank);
    expect(at('   ')).toEqual(blank);
    expect(readDate({ text: '2023-04-02', error: true }, past)).toEqual(fault('unreadable'));
    expect(readDate({ text: '', error: true }, past)).toEqual(fault('unreadable'));
  });

  it('that does not exist is a fault, with the last day of its month where that may be meant', () => {
    expect(at('2023-02-29')).toEqual(fault('impossible-date', '2023-02-28', 'month-end'));
    expect(at('2024.2.30')).toEqual(fault('impossible-date', '2024-02-29', 'month-end'));
    expect(at('2023-04-31')).toEqual(fault('impossible-date', '2023-04-30', 'month-end'));
    for (const written of ['2023-04-32', '2023-12-32', '2023-13-01', '2023-00-10', '2023-04-00', '20231301'])
      expect(at(written), written).toEqual(fault('impossible-date'));
  });

  it('lies between 1900 and the latest day, where there is one', () => {
    expect(at('1900-01-01')).toEqual(taken('1900-01-01', null));
    expect(at('1899-12-31')).toEqual(fault('impossible-date'));
    expect(at('0999-01-01')).toEqual(fault('impossible-date'));
    expect(at('2026-11-01')).toEqual(taken('2026-11-01', null));
    expect(at('2026-11-02')).toEqual(fault('impossible-date'));
    expect(at('2099-01-01', open)).toEqual(taken('2099-01-01', null));
  });
});

describe('a day number of a spreadsheet', () => {
  it('counts from 1900, or from 1904, between 20,000 and 80,000', () => {
    expect(number(45_018)).toEqual(taken('2023-04-02', 'date-serial'));
    expect(number(45_018.75)).toEqual(taken('2023-04-02', 'date-serial'));
    expect(number(45_018, '2023-04-02')).toEqual(taken('2023-04-02', null));
    expect(number(45_018, '2023/4/2')).toEqual(taken('2023-04-02', 'date-serial'));
    expect(number(43_556, 'x', { ...past, from1904: true })).toEqual(taken('2023-04-02', 'date-serial'));
    expect(number(20_000)).toEqual(taken('1954-10-03', 'date-serial'));
    expect(readDate({ text: 'x', number: 80_000 }, open)).toEqual(taken('2119-01-11', 'date-serial'));
    expect(number(80_000)).toEqual(fault('impossible-date'));
  });

  it('outside of these is read as the text that the cell shows', () => {
    for (const outside of [19_999, 80_001, 20_230_402])
      expect(readDate({ text: '2023.4.2', number: outside }, open)).toEqual(taken('2023-04-02'));
    expect(readDate({ text: 'x', number: 19_999 }, open)).toEqual(fault('unreadable'));
  });

  it('may be typed as text, with a time of day behind the point', () => {
    for (const written of ['45018', '45018.75', ' 45018 '])
      expect(at(written), written).toEqual(taken('2023-04-02', 'date-serial'));
    expect(at('43556', { ...past, from1904: true })).toEqual(taken('2023-04-02', 'date-serial'));
    expect(at('20000')).toEqual(taken('1954-10-03', 'date-serial'));
    expect(at('80000', open)).toEqual(taken('2119-01-11', 'date-serial'));
    for (const written of ['19999', '80001', '4501', '450180', '45018.', '45018.x', 'x45018', '45018x'])
      expect(at(written, open), written).toEqual(fault('unreadable'));
  });
});

describe('a day whose year is short or missing', () => {
  it('is proposed in this century when its year has two figures, never taken', () => {
    for (const written of [
      '23年4月2日',
      '23-4-2',
      '23.04.02',
      '23/4/2',
      '23年4月2号',
      '23年4月2',
      '23.4.2日',
    ])
      expect(at(written), written).toEqual(fault('unreadable', '2023-04-02', 'century'));
    expect(at('23-12-31')).toEqual(fault('unreadable', '2023-12-31', 'century'));
    for (const written of [
      '23.13.1',
      '23.2.30',
      '123.4.2',
      '3.4.2',
      'x23.4.2',
      '23.4.2x',
      '23.004.2',
      '23.4.002',
      '23x4.2',
      '23.4x2',
    ])
      expect(at(written), written).toEqual(fault('unreadable'));
  });

  it('is of the year of its sheet when it is in the month of the sheet', () => {
    for (const written of ['4月2日', '4月2号', '4月2', '04.02', '4/2', '4-2', '四月二日'])
      expect(at(written, april), written).toEqual(taken('2023-04-02', 'year-of-sheet'));
    expect(at('4月12日', april)).toEqual(taken('2023-04-12', 'year-of-sheet'));
    expect(at('11月12日', { ...open, month: month('2023-11') })).toEqual(
      taken('2023-11-12', 'year-of-sheet'),
    );
    expect(at('4月31日', april)).toEqual(fault('impossible-date', '2023-04-30', 'month-end'));
    for (const written of [
      '5月2日',
      '3月2日',
      '14月2日',
      '4月112日',
      '4月',
      '4x2',
      'x4月2日',
      '4月2日x',
      '004.2',
      '4月日',
    ])
      expect(at(written, april), written).toEqual(fault('unreadable'));
    for (const rules of [past, { ...past, month: null }])
      expect(at('4月2日', rules)).toEqual(fault('unreadable'));
  });
});
