import { doubt, read, spellingMend, BLANK_READING, type Reading } from './reading.ts';
import { halfWidth, tidy, tidyName } from './text.ts';
import type { Cell } from './workbook.ts';

/** A name longer than this is no name (a note slipped into the column). */
const LONGEST_NAME = 30;

/** One person's name: `罗 荣` is 罗荣. A name has letters; digits or a question are no name. */
export function readName(cell: Cell): Reading<string> {
  if (cell.error) return doubt('unreadable');
  const name = tidyName(cell.text);
  if (name === '') return BLANK_READING;
  if (name.length > LONGEST_NAME || !/^[\p{L}\p{M}·•.' -]+$/u.test(name)) return doubt('unreadable');
  return read(name, name, spellingMend(cell.text, name));
}

/** Free text, only trimmed. */
export function readText(cell: Cell, longest: number): Reading<string> {
  if (cell.error) return doubt('unreadable');
  const text = tidy(cell.text);
  if (text === '') return BLANK_READING;
  if (text.length > longest) return doubt('unreadable');
  return read(text, text, text === cell.text ? null : 'spaces');
}

/** A code of an inventory: no spaces, plain letters and signs. */
export function readCode(cell: Cell): Reading<string> {
  if (cell.error) return doubt('unreadable');
  const code = halfWidth(cell.text).replaceAll(' ', '');
  if (code === '') return BLANK_READING;
  if (code.length > 60) return doubt('unreadable');
  return read(code, code, spellingMend(cell.text, code));
}

const HARDSHIP: Readonly<Record<string, string>> = {
  低保户: '低保',
  最低生活保障: '低保',
  最低生活保障家庭: '低保',
  享受低保: '低保',
  建档立卡户: '建档立卡',
  建档立卡贫困户: '建档立卡',
  低收入户: '低收入',
  低收入家庭: '低收入',
  低保边缘户: '低保边缘',
  低保边缘家庭: '低保边缘',
  特困: '特困人员',
  特困户: '特困人员',
  五保: '特困人员',
  五保户: '特困人员',
  监测户: '脱贫户（监测户）',
  脱贫监测户: '脱贫户（监测户）',
};

/** The household's hardship in the usual word; a word nobody listed stays as it was written (categories differ by county and year). */
export function readHardship(cell: Cell): Reading<string> {
  const reading = readText(cell, 40);
  const usual = reading.value === null ? undefined : HARDSHIP[halfWidth(reading.value).replaceAll(' ', '')];
  return usual ? read(usual, usual, 'word') : reading;
}

const NO_NAMES = /^(无|没有|暂无|-|\/)?$/;

/**
 * Several names in one cell, joined by 、 ， , / ; or a space: `孙春生/赵小燕`, `王建国 彭大毛`. A space may also stand inside a
 * name (`罗 荣`), so where only spaces part the names, the names that are known decide; two single characters are one name.
 */
export function readNames(cell: Cell, isKnown: (name: string) => boolean): Reading<readonly string[]> {
  if (cell.error) return doubt('unreadable');
  const plain = halfWidth(cell.text).trim();
  if (NO_NAMES.test(plain)) return BLANK_READING;
  const parts = plain
    .split(/[、，,/;；|\\+&]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const names = parts.flatMap((part) =>
    isKnown(tidyName(part)) ? [tidyName(part)] : namesBySpaces(part, isKnown),
  );
  if (names.length === 0 || names.some((name) => name.length > LONGEST_NAME)) return doubt('unreadable');
  const shown = names.join('、');
  return read(names, shown, cell.text === shown ? null : 'names-split');
}

function namesBySpaces(text: string, isKnown: (name: string) => boolean): string[] {
  const words = text.split(/ +/);
  if (!/\p{Script=Han}/u.test(text)) return [text];
  const names: string[] = [];
  for (let at = 0; at < words.length;) {
    const longest = [3, 2].find(
      (count) => at + count <= words.length && isKnown(words.slice(at, at + count).join('')),
    );
    const single = words[at]?.length === 1 && words[at + 1]?.length === 1 ? 2 : 1;
    const count = longest ?? single;
    names.push(words.slice(at, at + count).join(''));
    at += count;
  }
  return names;
}
