import { SSF } from '@e965/xlsx';
import type { Cell } from '../../shared/ledger/workbook.ts';
import { LIMITS } from './file-limits.ts';

/** Control characters but tab and line ends, the replacement character, private use, characters that are none. */
const NOT_TEXT = /[[\p{Cc}--[\t\n\v\f\r\u0085]]\ufffd\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/v;

/**
 * A cell of text, or null when it is empty. Text that nobody can have typed (broken characters, private signs of one font, longer
 * than any column takes) is kept to be shown and marked as an error, so it can never come in unseen.
 */
export function textCell(text: string): Cell | null {
  // A cell that is only there for its border counts as empty but keeps its place under a joined heading.
  if (text === '') return null;
  if (text.length <= LIMITS.cellText && !NOT_TEXT.test(text)) return { text };
  const shown = text
    .slice(0, LIMITS.cellText)
    .replaceAll(/[\p{Cc}--[\t\n\v\f\r\u0085]]/gv, '\ufffd')
    .toWellFormed();
  return { text: shown, error: true };
}

/** A cell of a number in the format that shows it; the number itself is kept beside. */
export function numberCell(value: number, format: string, from1904: boolean): Cell {
  const text =
    SSF.is_date(format) || Math.abs(value) >= 1e15 ? formatted(value, format, from1904) : String(value);
  return { text, number: value };
}

/** A format may show a number rounded, or an identity number as 4.11799E+17; only dates and lost numbers are shown by it. */
function formatted(value: number, format: string, from1904: boolean): string {
  try {
    return SSF.format(format, value, { date1904: from1904 });
  } catch {
    return String(value); // a format that the library does not know shows nothing wrong, only the bare number
  }
}
