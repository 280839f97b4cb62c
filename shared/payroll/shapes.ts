import { z } from 'zod';
import { Day, Month } from '../calendar/day.ts';
import { ExtraKind } from './extras.ts';
import { SchemeStanding } from './insurance.ts';
import { Engagement, Fen, ParameterUse, PayItem, PayWarning } from './items.ts';
import { Amounts, SheetRow } from './sheet.ts';
import { PayTerm } from './term.ts';

const Sum = z.number().int().min(0).max(1_000_000_000);

export const RunState = z.enum(['draft', 'reviewed', 'locked']);
export type RunState = z.output<typeof RunState>;

const Signed = z.strictObject({ at: z.string(), by: z.string() });

/** What a run is, who made it and how far it is. Names of people, not ids. */
export const RunHead = z.strictObject({
  id: z.string(),
  month: Month,
  number: z.number().int(),
  kind: z.enum(['regular', 'reversal']),
  state: RunState,
  reason: z.string(),
  payOn: Day,
  made: Signed,
  reviewed: Signed.nullable(),
  locked: Signed.nullable(),
  /** The run that takes this one back, when there is one that is locked. */
  reversedBy: z.string().nullable(),
  people: z.number().int(),
  gross: Fen,
  net: Fen,
});
export type RunHead = z.output<typeof RunHead>;

const RunLine = z.strictObject({
  id: z.string(),
  position: z.number().int(),
  caregiverId: z.string(),
  name: z.string(),
  engagement: Engagement,
  days: z.number().int(),
  nights: z.number().int(),
  amounts: Amounts,
  warnings: z.array(PayWarning),
});
export type RunLine = z.output<typeof RunLine>;

export const Run = z.strictObject({
  head: RunHead,
  lines: z.array(RunLine),
  totals: Amounts,
  /** Parameters behind these numbers that nobody has confirmed yet. */
  unconfirmed: z.array(ParameterUse),
});
export type Run = z.output<typeof Run>;

export const Slip = z.strictObject({
  id: z.string(),
  head: RunHead,
  name: z.string(),
  engagement: Engagement,
  days: z.number().int(),
  nights: z.number().int(),
  minutes: z.number().int().nullable(),
  amounts: Amounts,
  items: z.array(PayItem),
  schemes: z.array(SchemeStanding),
  warnings: z.array(PayWarning),
});
export type Slip = z.output<typeof Slip>;

export const Sheet = z.strictObject({
  centre: z.strictObject({ name: z.string(), township: z.string(), demo: z.boolean() }),
  head: RunHead,
  from: Day,
  until: Day,
  rows: z.array(SheetRow),
  totals: Amounts,
  /** The net total in capitals, as a voucher carries it. */
  capitals: z.string(),
});
export type Sheet = z.output<typeof Sheet>;

export const TermLine = z.strictObject({
  caregiverId: z.string(),
  name: z.string(),
  startedOn: Day,
  endedOn: Day.nullable(),
  bankCard: z.string(),
  /** The term that counts for the month; null when none has begun. */
  term: PayTerm.nullable(),
  terms: z.number().int(),
});
export type TermLine = z.output<typeof TermLine>;

export const ExtraLine = z.strictObject({
  id: z.string(),
  caregiverId: z.string(),
  name: z.string(),
  kind: ExtraKind,
  day: Day.nullable(),
  minutes: z.number().int().nullable(),
  amount: Fen.nullable(),
  note: z.string(),
});
export type ExtraLine = z.output<typeof ExtraLine>;

export const Opening = z.strictObject({
  throughMonth: Month,
  months: z.number().int().min(1).max(12),
  income: Sum,
  insurance: Sum,
  special: Sum,
  withheld: Sum,
});
