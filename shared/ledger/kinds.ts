import type { VitalKey } from '../health/vitals.ts';

/** What a sheet of the workbook is about. */
export const sheetKinds = ['residents', 'caregivers', 'devices', 'attendance', 'checkups'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** What a column is about. Attendance also has one column a day: `day-1` … `day-31`. */
export type Field =
  | 'serial'
  | 'name'
  | 'sex'
  | 'nationalId'
  | 'birthOn'
  | 'age'
  | 'certificateNo'
  | 'disability'
  | 'disabilityLevel'
  | 'address'
  | 'hardship'
  | 'careLevel'
  | 'guardianName'
  | 'guardianRelation'
  | 'guardianPhone'
  | 'admittedOn'
  | 'bed'
  | 'room'
  | 'bedNumber'
  | 'note'
  | 'poorHousehold'
  | 'kinship'
  | 'healthCertificateUntil'
  | 'startedOn'
  | 'baseWage'
  | 'engagement'
  | 'insurance'
  | 'bankCard'
  | 'phone'
  | 'residents'
  | 'code'
  | 'model'
  | 'quantity'
  | 'source'
  | 'receivedOn'
  | 'holder'
  | 'condition'
  | 'day'
  | 'bloodPressure'
  | 'total'
  | VitalKey
  | `day-${number}`;

/** What is wrong with a cell. A fault is never mended without somebody saying so. */
export const faultKinds = [
  'id-check-digit',
  'id-length',
  'id-unreadable',
  'id-digits-lost',
  'duplicate-id',
  'cert-unreadable',
  'cert-id-mismatch',
  'cert-level-mismatch',
  'cert-category-mismatch',
  'sex-id-mismatch',
  'birth-id-mismatch',
  'impossible-date',
  'bed-taken-twice',
  'vital-out-of-range',
  'unknown-resident',
  'unknown-caregiver',
  'ambiguous-resident',
  'ambiguous-caregiver',
  'depends-on-left-out-row',
  'duplicate-code',
  'paired-twice',
  'in-doubt-already',
  'differs-from-record',
  'twice-in-sheet',
  'days-miscounted',
  'month-closed',
  'missing',
  'unreadable',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** How a cell was understood beyond its letter, without changing what it means. Every one is listed in the report. */
export const mendKinds = [
  'spaces',
  'full-width',
  'lower-case',
  'date-style',
  'date-serial',
  'year-of-sheet',
  'bed-style',
  'word',
  'unit',
  'point',
  'rounded',
  'names-split',
  'from-id',
  'from-certificate',
  'from-age',
  'assumed',
] as const;
export type MendKind = (typeof mendKinds)[number];

/** What to write instead, and where that comes from. */
export const proposalReasons = [
  'certificate',
  'id',
  'old-number',
  'month-end',
  'century',
  'free-neighbour',
  'point',
  'swapped-digits',
  'row-above',
  'similar-name',
  'multiple',
] as const;
export type Proposal = { readonly text: string; readonly why: (typeof proposalReasons)[number] };

export type Fault = {
  readonly sheet: string;
  /** As Excel counts. */
  readonly row: number;
  /** The heading as it stands in the sheet; the field's usual heading when the sheet has no such column. */
  readonly column: string;
  readonly field: Field;
  readonly kind: FaultKind;
  readonly raw: string;
  readonly proposal: Proposal | null;
  /** `row`: the row cannot come in as it is. `cell`: the row comes in without this cell. */
  readonly effect: 'row' | 'cell';
  /** What it clashes with: the other row, the record in the house, the name. */
  readonly other: string;
};

export type LedgerMend = {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly field: Field;
  readonly kind: MendKind;
  readonly raw: string;
  readonly read: string;
};
