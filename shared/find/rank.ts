import { searchKey, type NameKeys } from '../identity/search-key.ts';

/**
 * How near a name comes to what was typed; 0 = not at all. The whole name before its beginning, hanzi before pinyin, initials
 * and the middle of a name last, so that `wgq` and `王国` both put 王国庆 on top.
 */
export function nearness(typed: string, name: string, keys: NameKeys): number {
  const [text, key] = [typed.normalize('NFKC').trim(), searchKey(typed)];
  if (text === '') return 0;
  if (name === text) return 7;
  if (name.startsWith(text)) return 6;
  if (key !== '' && (keys.pinyin === key || keys.initials === key)) return 5;
  if (name.includes(text)) return 4;
  if (key === '') return 0;
  if (keys.initials.startsWith(key)) return 3;
  if (keys.pinyin.startsWith(key)) return 2;
  return keys.pinyin.includes(key) || keys.initials.includes(key) ? 1 : 0;
}

const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();

/** How near a number or label comes: whole, beginning, end, anywhere. */
export function numberNearness(typed: string, number: string): number {
  const [key, whole] = [plain(typed), plain(number)];
  if (key === '') return 0;
  if (whole === key) return 7;
  if (whole.startsWith(key)) return 5;
  if (whole.endsWith(key)) return 4;
  return whole.includes(key) ? 1 : 0;
}

/** Whether what was typed is the end of an identity number (3 to 6 places) or the whole of it. */
export function endsIdentity(typed: string, nationalId: string | null): boolean {
  const key = plain(typed);
  if (nationalId === null || !/^\d{2,17}[\dX]$/.test(key)) return false;
  return key.length <= 6 ? nationalId.endsWith(key) : nationalId === key;
}
