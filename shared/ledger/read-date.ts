import { addDays, day, daysInMonth, isDay, type Day, type Month } from '../calendar/day.ts';
import { doubt, read, BLANK_READING, type Reading } from './reading.ts';
import { fromChineseNumerals, halfWidth, squeeze } from './text.ts';
import type { Cell } from './workbook.ts';

type DateRules = {
  readonly from1904: boolean;
  /** No day of the ledger may lie after it; null where the future is welcome (a certificate's end). */
  readonly latest: Day | null;
  /** The sheet's month, where a day without a year (`10月8日`) is of that year. */
  readonly month?: Month | null;
};

const EARLIEST = '1900-01-01';
/** Day numbers of a spreadsheet between 1954 and 2119: what lies outside is no date anybody means. */
const SERIALS = { lowest: 20_000, highest: 80_000 };

/** A time of day behind a day. It goes before the spaces do: without them `2023/4/2 10:05` would be the 21st. */
const TIME = /(?<=\d)(?: +|T)\d{1,2}:\d{2}.*$|(?<=[日号]) *\d{1,2}:\d{2}.*$/;

/**
 * Reads a day as clerks write it: `2023年4月2日`, `2023.4.2`, `2023/4/2`, `2023-04-02`, `20230402`, a day number of the
 * spreadsheet as number or as text, with or without a time of day. A day that does not exist is a fault, never the next one.
 */
export function readDate(cell: Cell, rules: DateRules): Reading<Day> {
  const text = squeeze(halfWidth(cell.text).replace(TIME, ''));
  if (cell.error) return doubt('unreadable');
  if (cell.number !== undefined && cell.number >= SERIALS.lowest && cell.number <= SERIALS.highest) {
    return within(fromSerial(Math.floor(cell.number), rules.from1904), 'date-serial', cell.text, rules);
  }
  if (text === '') return BLANK_READING;
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const serial = Math.floor(Number(text));
    return serial >= SERIALS.lowest && serial <= SERIALS.highest
      ? within(fromSerial(serial, rules.from1904), 'date-serial', cell.text, rules)
      : doubt('unreadable');
  }
  const plain = fromChineseNumerals(text);
  const parts =
    /^(\d{4})(?:年|[-./、,，\\_])(\d{1,2})(?:月|[-./、,，\\_])(\d{1,2})(?:日|号)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})(?:日)?(?:\.0+)?$/.exec(plain);
  if (parts) return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]), cell.text, rules);
  const short = /^(\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?$/.exec(plain);
  if (short) {
    const guess = `20${short[1]}-${pad(Number(short[2]))}-${pad(Number(short[3]))}`;
    return doubt('unreadable', isDay(guess) ? { text: guess, why: 'century' } : null);
  }
  const yearless = /^(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?$/.exec(plain);
  if (yearless && rules.month && Number(yearless[1]) === Number(rules.month.slice(5))) {
    const reading = dayOf(
      Number(rules.month.slice(0, 4)),
      Number(yearless[1]),
      Number(yearless[2]),
      cell.text,
      rules,
    );
    return reading.value ? { ...reading, mend: 'year-of-sheet' } : reading;
  }
  return doubt('unreadable');
}

function dayOf(year: number, month: number, date: number, raw: string, rules: DateRules): Reading<Day> {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
  if (isDay(text)) return within(text, 'date-style', raw, rules);
  const last = `${text.slice(0, 8)}${pad(daysInMonth(text.slice(0, 7) as Month))}`;
  const isMeant = date >= 1 && date <= 31 && isDay(last);
  return doubt('impossible-date', isMeant ? { text: last, why: 'month-end' } : null);
}

function within(
  found: Day,
  mend: 'date-style' | 'date-serial',
  raw: string,
  { latest }: DateRules,
): Reading<Day> {
  if (found < EARLIEST || (latest !== null && found > latest)) return doubt('impossible-date');
  return read(found, found, raw === found ? null : mend);
}

/** Day 1 is 1900-01-01; the system also counts 1900-02-29, which never was, so every later day is one less. */
function fromSerial(serial: number, from1904: boolean): Day {
  return addDays(day(from1904 ? '1904-01-01' : '1899-12-30'), serial);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
