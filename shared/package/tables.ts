import { z } from 'zod';
import { isDay } from '../calendar/day.ts';

/**
 * What leaves the centre, field by field: a field that is not here cannot be sent (PIPL art. 6 and 19, trust.md 6).
 * Left out on purpose: addresses, guardians and their telephones, vitals and findings, notes, bank cards, caregivers' ID
 * numbers, reasons for leave. The county supervises that a checkup took place, not what it found (domain.md 5: 体检 list).
 */
export const SCHEMA = 1;

type Field = { readonly value: z.ZodType; readonly purpose: string };
type Table = {
  readonly fields: Readonly<Record<string, Field>>;
  /** The fields that name a row; rows are sorted by them and no two are alike. */
  readonly key: readonly string[];
  /** Fields that must name a row of another table in the same package. */
  readonly references: Readonly<Record<string, string>>;
  /** The field, if any, whose day must lie in the month of the package. */
  readonly dayInPeriod?: string;
};

const field = (value: z.ZodType, purpose: string): Field => ({ value, purpose });

/** Text for a cell of the county's tables: no control or invisible characters, nothing that a spreadsheet takes for a formula. */
const Text = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(
      (text) =>
        text === text.trim() && !/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u.test(text) && !/^[=+\-@]/.test(text),
    );
const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
const DayText = z.string().refine(isDay);
const Count = (most: number) => z.int().min(0).max(most);
const Fen = z.int().min(-100_000_000).max(100_000_000);
const Name = Text(50).min(1);

const SEX = ['male', 'female'];
const DISABILITY = ['visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple'];
const MARK = ['day', 'night', 'rest', 'absent', 'personal', 'sick', 'annual', 'other-leave'];

export const tables = {
  attendance: {
    key: ['caregiver_id', 'day'],
    references: { caregiver_id: 'caregivers' },
    dayInPeriod: 'day',
    fields: {
      caregiver_id: field(Id, 'whose day'),
      day: field(DayText, 'which day'),
      mark: field(z.enum(MARK), 'whether the paid days were worked'),
    },
  },
  caregivers: {
    key: ['id'],
    references: {},
    fields: {
      id: field(Id, 'joins the tables'),
      name: field(Name, 'who was employed and paid'),
      sex: field(z.enum(SEX), 'statistics'),
      poor_household: field(z.boolean(), 'jobs given to poor households, which the programme counts'),
      started_on: field(DayText, 'establishment ratio of the month'),
      ended_on: field(DayText.nullable(), 'establishment ratio of the month'),
    },
  },
  checkups: {
    key: ['id'],
    references: { resident_id: 'residents' },
    dayInPeriod: 'day',
    fields: {
      id: field(Id, 'names the row'),
      resident_id: field(Id, 'who was seen'),
      day: field(DayText, 'that the regular checkup took place'),
    },
  },
  devices: {
    key: ['id'],
    references: { resident_id: 'residents' },
    fields: {
      id: field(Id, 'names the row'),
      code: field(Text(40).min(1), 'register of devices that the federation allotted'),
      name: field(Text(60).min(1), 'kind of device'),
      source: field(
        z.enum(['federation', 'fukang', 'donation', 'purchase', 'other']),
        'which programme paid',
      ),
      quantity: field(Count(10_000), 'stock'),
      condition: field(z.enum(['good', 'needs-repair', 'scrapped']), 'stock fit for use'),
      resident_id: field(Id.nullable(), 'who uses it'),
    },
  },
  pairings: {
    key: ['id'],
    references: { caregiver_id: 'caregivers', resident_id: 'residents' },
    fields: {
      id: field(Id, 'names the row'),
      caregiver_id: field(Id, 'who answers for the resident'),
      resident_id: field(Id, 'who is answered for'),
      starts_on: field(DayText, 'from when'),
      ends_on: field(DayText.nullable(), 'until when'),
    },
  },
  pay: {
    key: ['id'],
    references: { caregiver_id: 'caregivers' },
    fields: {
      id: field(Id, 'names the line'),
      run: field(Count(999).min(1), 'which pay run of the month'),
      kind: field(z.enum(['regular', 'reversal']), 'pay or its reversal'),
      caregiver_id: field(Id, 'who was paid'),
      engagement: field(z.enum(['employment', 'service', 'over-age']), 'which deductions apply'),
      days: field(z.int().min(-31).max(31), 'paid day shifts'),
      nights: field(z.int().min(-31).max(31), 'paid night shifts'),
      gross_fen: field(Fen, 'supervision of the wage fund'),
      deduction_fen: field(Fen, 'supervision of the wage fund'),
      tax_fen: field(Fen, 'supervision of the wage fund'),
      net_fen: field(Fen, 'supervision of the wage fund'),
    },
  },
  residents: {
    key: ['id'],
    references: {},
    fields: {
      id: field(Id, 'joins the tables'),
      name: field(Name, 'register of the county (县备案)'),
      sex: field(z.enum(SEX), 'statistics'),
      national_id: field(
        z.string().regex(/^\d{17}[\dX]$/),
        'finds one person in two centres or two benefits',
      ),
      certificate_no: field(
        z
          .string()
          .regex(/^\d{17}[\dX]\d\d(B\d)?$/)
          .nullable(),
        'comparison with the disability register',
      ),
      disability: field(z.enum(DISABILITY).nullable(), 'eligibility and statistics'),
      disability_level: field(z.int().min(1).max(4).nullable(), 'eligibility and statistics'),
      hardship: field(Text(40).nullable(), 'eligibility'),
      care_level: field(z.enum(['full', 'partial', 'self']).nullable(), 'care subsidy'),
      admitted_on: field(DayText, 'bed-days'),
      left_on: field(DayText.nullable(), 'bed-days'),
    },
  },
  roster: {
    key: ['caregiver_id', 'day'],
    references: { caregiver_id: 'caregivers' },
    dayInPeriod: 'day',
    fields: {
      caregiver_id: field(Id, 'who was to be on duty'),
      day: field(DayText, 'which day'),
      shift: field(
        z
          .string()
          .regex(/^[A-Z]$/)
          .nullable(),
        'cover day and night',
      ),
    },
  },
  stays: {
    key: ['id'],
    references: { resident_id: 'residents' },
    fields: {
      id: field(Id, 'names the row'),
      resident_id: field(Id, 'who'),
      bed: field(Text(20).min(1), 'one bed, one person'),
      starts_on: field(DayText, 'bed-days'),
      ends_on: field(DayText.nullable(), 'bed-days'),
    },
  },
} satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export type Row = Readonly<Record<string, string | number | boolean | null>>;
export type Tables = Readonly<Record<TableName, readonly Row[]>>;

/** Every table, in the order of its file in the package. */
export const tableNames = Object.keys(tables).toSorted() as TableName[];

/** People first, then what was done for them, then the money: the order in which a person checks a month. */
export const readingOrder = [
  'residents',
  'caregivers',
  'stays',
  'pairings',
  'devices',
  'checkups',
  'roster',
  'attendance',
  'pay',
] as const satisfies readonly TableName[];

/** The sums of pay, in the order in which they are read. */
export const totalNames = ['gross_fen', 'deduction_fen', 'tax_fen', 'net_fen'] as const;

export function tableOf(name: TableName): Table {
  return tables[name];
}
