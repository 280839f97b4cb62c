import { formatFen } from '../../shared/money/money.ts';
import type { Sheet } from '../../shared/payroll/shapes.ts';
import { moneyColumns, type MoneyColumn } from '../../shared/payroll/sheet.ts';

/** What A4 landscape leaves between its margins, in millimetres. */
const PRINTABLE = 273;
const FACTS = { position: 6.5, name: 13.5, nationalId: 17, phone: 17, days: 8, nights: 7, hours: 9 };
const CARD = 17.5;
/** A name or a fingerprint needs this much. */
const LEAST_SIGNATURE = 18;
const LEAST_MONEY = 9;
/** Type of the amounts in points, where there is room for it. */
const USUAL_TYPE = 7.5;

export type PayWidths = {
  readonly columns: readonly { readonly key: string; readonly width: number }[];
  /** Type of the amounts, smaller only where large sums would not fit otherwise. */
  readonly points: number;
};

/** Millimetres that an amount takes at a type size in points: digits are all one width, dots and commas half of it. */
function widthOf(text: string, points: number): number {
  const digits = text.replaceAll(/[.,]/gu, '').length;
  return (digits * 0.58 + (text.length - digits) * 0.3) * points * 0.3528;
}

/** The widths of the columns of a pay sheet, in their order, so that no amount is cut and the rest goes to the signature. */
export function payWidths(data: Sheet): PayWidths {
  const facts = Object.entries(FACTS).map(([key, width]) => ({ key, width }));
  const room = PRINTABLE - CARD - LEAST_SIGNATURE - total(facts);
  const at = (points: number) =>
    moneyColumns.map((key) => ({ key, width: Math.max(LEAST_MONEY, longest(data, key, points) + 1.6) }));
  let points = USUAL_TYPE;
  while (points > 5 && total(at(points)) > room) points -= 0.1;
  const money = at(points);
  const signature = Math.max(LEAST_SIGNATURE, room - total(money) + LEAST_SIGNATURE);
  return {
    points,
    columns: [...facts, ...money, { key: 'card', width: CARD }, { key: 'signature', width: signature }],
  };
}

const total = (columns: readonly { width: number }[]) => columns.reduce((sum, { width }) => sum + width, 0);

/** The totals are set half a point smaller and in bold. */
function longest(data: Sheet, column: MoneyColumn, points: number): number {
  const cells = data.rows.map((row) => widthOf(formatFen(row.amounts[column]), points));
  return Math.max(widthOf(formatFen(data.totals[column]), points - 0.2), ...cells);
}
