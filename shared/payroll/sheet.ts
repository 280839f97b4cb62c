import { z } from 'zod';
import { sum } from '../money/money.ts';
import { Engagement, Fen, ItemKind, sides, type PayItem, type TermName } from './items.ts';

/** The money columns of the pay sheet (保障农民工工资支付条例 15: every payable and deducted item with its amount). */
export const moneyColumns = [
  'base',
  'leave',
  'night',
  'overtime',
  'holiday',
  'other',
  'gross',
  'pension',
  'medical',
  'unemployment',
  'housing',
  'tax',
  'kept',
  'net',
] as const;
export type MoneyColumn = (typeof moneyColumns)[number];

export const Amounts = z.strictObject(
  Object.fromEntries(moneyColumns.map((column) => [column, Fen])) as Record<MoneyColumn, typeof Fen>,
);
export type Amounts = z.output<typeof Amounts>;

const columnOf: Readonly<Record<ItemKind, MoneyColumn>> = {
  base: 'base',
  absence: 'leave',
  'personal-leave': 'leave',
  'sick-leave': 'leave',
  night: 'night',
  'overtime-150': 'overtime',
  'overtime-200': 'overtime',
  holiday: 'holiday',
  bonus: 'other',
  'back-pay': 'other',
  'minimum-top-up': 'other',
  pension: 'pension',
  medical: 'medical',
  unemployment: 'unemployment',
  housing: 'housing',
  tax: 'tax',
  damage: 'kept',
  court: 'kept',
};

/** Puts the items of a line into the columns of the sheet; gross and net are sums of them. */
export function amountsOf(items: readonly Pick<PayItem, 'kind' | 'side' | 'amount'>[]): Amounts {
  const amounts = Object.fromEntries(moneyColumns.map((column) => [column, 0])) as Amounts;
  for (const { kind, side, amount } of items) {
    amounts[columnOf[kind]] += amount;
    if (side === 'earning') amounts.gross += amount;
    amounts.net += side === 'earning' ? amount : -amount;
  }
  return amounts;
}

export function totalAmounts(rows: readonly Amounts[]): Amounts {
  return Object.fromEntries(
    moneyColumns.map((column) => [column, sum(rows.map((row) => row[column]))]),
  ) as Amounts;
}

/** A number out of the formula of an item, for the columns that show hours and days; 0 when the item is not there. */
export function termOf(items: readonly PayItem[], kind: ItemKind, name: TermName): number {
  const item = items.find((each) => each.kind === kind);
  return item?.basis.terms.find((each) => each.name === name)?.value ?? 0;
}

export const SheetRow = z.strictObject({
  lineId: z.string(),
  position: z.number().int(),
  caregiverId: z.string(),
  name: z.string(),
  nationalId: z.string(),
  phone: z.string(),
  bankCard: z.string(),
  engagement: Engagement,
  days: z.number().int(),
  nights: z.number().int(),
  minutes: z.number().int().nullable(),
  hours150: z.number(),
  hours200: z.number(),
  holidayDays: z.number(),
  amounts: Amounts,
  items: z.array(z.strictObject({ kind: ItemKind, side: z.enum(sides), amount: Fen })),
});
export type SheetRow = z.output<typeof SheetRow>;
