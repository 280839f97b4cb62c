import { isDay, type Day } from './day.ts';

/** A day as people write it: 20261008, 2026.10.8, 2026年10月8日, 10-8 (of this year), or nothing that is a day. */
export function readTypedDay(typed: string, today: Day): Day | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ??
    /^()(\d{1,2})[-./月](\d{1,2})日?$/.exec(text);
  if (!parts) return null;
  const [, year, month = '', date = ''] = parts;
  const day = `${year || today.slice(0, 4)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
