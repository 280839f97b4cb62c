import { describe, expect, it } from 'vitest';
import { arrange, choicesOf, clipboardCell, tableText, type Column } from '../../renderer/kit/table.ts';

type Person = { name: string; bed: string | null; pay: number };
const people: Person[] = [
  { name: '王国庆', bed: '102-1', pay: 2000 },
  { name: '李秀英', bed: null, pay: 900 },
  { name: '周志强', bed: '11-2', pay: 1500 },
];
const columns: readonly Column<Person>[] = [
  { key: 'name', title: '姓名', value: ({ name }) => name, filter: 'text' },
  { key: 'bed', title: '床位', value: ({ bed }) => bed, filter: 'choice' },
  { key: 'pay', title: '应发', value: ({ pay }) => pay },
];
const names = (rows: readonly Person[]) => rows.map(({ name }) => name);

describe('arranging a table', () => {
  it('sorts names by pinyin and amounts by size', () => {
    expect(names(arrange(people, columns, {}, { key: 'name', down: false }))).toEqual([
      '李秀英',
      '王国庆',
      '周志强',
    ]);
    expect(names(arrange(people, columns, {}, { key: 'pay', down: true }))).toEqual([
      '王国庆',
      '周志强',
      '李秀英',
    ]);
  });

  it('sorts bed 11-2 before bed 102-1, and who has none last in either direction', () => {
    expect(names(arrange(people, columns, {}, { key: 'bed', down: false }))).toEqual([
      '周志强',
      '王国庆',
      '李秀英',
    ]);
    expect(names(arrange(people, columns, {}, { key: 'bed', down: true }))).toEqual([
      '王国庆',
      '周志强',
      '李秀英',
    ]);
  });

  it('keeps the rows that pass every filter', () => {
    expect(names(arrange(people, columns, { name: '秀' }, null))).toEqual(['李秀英']);
    expect(names(arrange(people, columns, { name: '', bed: '102-1' }, null))).toEqual(['王国庆']);
  });

  it('offers each value of a column once', () => {
    expect(choicesOf(people, columns[1] as Column<Person>)).toEqual(['11-2', '102-1']);
  });

  it('copies an ID number whole, and never a text that Excel would run as a formula', () => {
    expect(clipboardCell('411799196603021234')).toBe('="411799196603021234"');
    expect(clipboardCell('=1+1')).toBe('="=1+1"');
    expect(clipboardCell('0396')).toBe('="0396"');
    expect(clipboardCell(1234.5)).toBe('1234.5');
    expect(tableText(people.slice(0, 1), columns)).toBe('姓名\t床位\t应发\n王国庆\t102-1\t2000');
  });
});
