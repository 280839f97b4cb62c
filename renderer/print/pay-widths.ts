import { formatFen } from '../../shared/money/money.ts';
import type { Sheet } from '../../shared/payroll/contract.ts';
import { moneyColumns, type MoneyColumn } from '../../shared/payroll/sheet.ts';

/** What A4 landscape leaves between its margins, in millimetres. */
const PRINTABLE = 273;
const FACTS = { position: 5.5, name: 12.5, nationalId: 17, phone: 17, days: 8, nights: 7, hours: 9 };
const CARD = 17.5;
/** A name or a fingerprint needs this much. */
const LEAST_SIGNATURE = 18;
const LEAST_MONEY = 9;

/** Millimetres that an amount takes at a type size in points: digits are all one width, dots and commas half of it. */
function widthOf(text: string, points: number): number {
  const digits = text.replaceAll(/[.,]/gu, '').length;
  return (digits * 0.56 + (text.length - digits) * 0.29) * points * 0.3528;
}

/** The widths of the columns of a pay sheet, in their order, so that no amount is cut and the rest goes to the signature. */
export function payWidths(data: Sheet): {
  facts: number[];
  money: number[];
  card: number;
  signature: number;
} {
  const facts = Object.values(FACTS);
  const money = moneyColumns.map((column) => Math.max(LEAST_MONEY, longest(data, column) + 1.4));
  const used = [...facts, ...money, CARD].reduce((total, width) => total + width, 0);
  return { facts, money, card: CARD, signature: Math.max(LEAST_SIGNATURE, PRINTABLE - used) };
}

function longest(data: Sheet, column: MoneyColumn): number {
  const cells = data.rows.map((row) => widthOf(formatFen(row.amounts[column]), 7.5));
  return Math.max(widthOf(formatFen(data.totals[column]), 7.2), ...cells);
}
