import { isMonth, type Month } from '../calendar/day.ts';
import { fromChineseNumerals, halfWidth } from './text.ts';

/** The first month with its year in a text: `柳河镇托养中心2026年10月考勤表`, `2026.10`, `2026-10`. */
export function monthIn(text: string): Month | null {
  const parts = /(?<!\d)(20\d{2})\s*[年.\-/]\s*(\d{1,2})(?!\d)/.exec(fromChineseNumerals(halfWidth(text)));
  const found = parts ? `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}` : '';
  return isMonth(found) ? found : null;
}

/** The month without a year: `10月考勤`. */
export function monthNumberIn(text: string): number | null {
  const parts = /(?<!\d)(\d{1,2})\s*月/.exec(fromChineseNumerals(halfWidth(text)));
  const number = Number(parts?.[1]);
  return parts && number >= 1 && number <= 12 ? number : null;
}

/**
 * The month of a sheet: from the texts around its table, else from its name, else its name's month with the year that the
 * workbook names elsewhere. Null: nobody wrote it down.
 */
export function monthOfSheet(
  name: string,
  around: readonly string[],
  elsewhere: readonly Month[],
): Month | null {
  for (const text of [...around, name]) {
    const found = monthIn(text);
    if (found) return found;
  }
  const number = [name, ...around].map(monthNumberIn).find((found) => found !== null);
  const year = elsewhere.toSorted().at(-1)?.slice(0, 4);
  return number && year ? (`${year}-${String(number).padStart(2, '0')}` as Month) : null;
}
