import type { Day } from '../calendar/day.ts';
import type { Vitals } from '../health/vitals.ts';
import type { Disability, DisabilityLevel } from '../identity/certificate.ts';
import type { Sex } from '../identity/citizen-id.ts';
import type { Fen } from '../money/money.ts';
import type { AttendanceMark } from './attendance-marks.ts';
import type { Fault, LedgerMend, SheetKind } from './kinds.ts';
import type { SkipReason } from './layout.ts';
import type { BedPlace } from './read-bed.ts';

/** A person of the workbook (by sheet and row) or of the house (by id). */
export type PersonRef = { readonly sheet: string; readonly row: number } | { readonly id: string };

/** What a row of each kind says. A null is "not written down", or in doubt and therefore not taken. */
export type ResidentRecord = {
  readonly name: string;
  readonly sex: Sex | null;
  readonly nationalId: string | null;
  readonly birthOn: Day | null;
  readonly certificateNo: string | null;
  readonly disability: Disability | null;
  readonly disabilityLevel: DisabilityLevel | null;
  readonly address: string;
  readonly hardship: string | null;
  readonly careLevel: 'full' | 'partial' | 'self' | null;
  readonly guardianName: string;
  readonly guardianRelation: string;
  readonly guardianPhone: string;
  readonly admittedOn: Day | null;
  readonly bed: BedPlace | null;
  readonly note: string;
};

export type CaregiverRecord = {
  readonly name: string;
  readonly sex: Sex;
  readonly nationalId: string;
  readonly birthOn: Day;
  readonly address: string;
  readonly phone: string;
  readonly poorHousehold: boolean;
  readonly kinship: string;
  readonly healthCertificateUntil: Day | null;
  readonly startedOn: Day;
  readonly baseWage: Fen | null;
  readonly engagement: 'employment' | 'service' | 'over-age';
  /** null: the workbook does not say. */
  readonly insured: boolean | null;
  readonly bankCard: string;
  readonly residents: readonly PersonRef[];
  readonly note: string;
};

export type DeviceRecord = {
  readonly code: string;
  readonly name: string;
  readonly model: string;
  readonly quantity: number;
  readonly source: 'federation' | 'fukang' | 'donation' | 'purchase' | 'other';
  readonly receivedOn: Day | null;
  readonly holder: PersonRef | null;
  readonly condition: 'good' | 'needs-repair' | 'scrapped';
  readonly note: string;
};

export type AttendanceRecord = {
  readonly caregiver: PersonRef;
  readonly days: readonly { readonly day: Day; readonly mark: AttendanceMark }[];
};

export type CheckupRecord = {
  readonly resident: PersonRef;
  readonly day: Day;
  readonly vitals: Vitals;
  readonly note: string;
};

export type Records = {
  residents: ResidentRecord;
  caregivers: CaregiverRecord;
  devices: DeviceRecord;
  attendance: AttendanceRecord;
  checkups: CheckupRecord;
};

/**
 * `new`: comes in. `already`: is in the house. `doubtful`: cannot come in as it is and nobody has decided yet.
 * `provisional`: a resident who is taken in, the doubtful cells to be looked at later. `left-out`: somebody chose so.
 */
export const rowStates = ['new', 'already', 'doubtful', 'provisional', 'left-out'] as const;
export type RowState = (typeof rowStates)[number];

export type LedgerRow<K extends SheetKind = SheetKind> = {
  readonly sheet: string;
  readonly row: number;
  /** The person whom a row of residents or caregivers is about, where the name can be read. */
  readonly name: string | null;
  readonly hidden: boolean;
  /** By column: what stands in the cell (with the user's own mends), and how it was understood. */
  readonly raw: readonly string[];
  /** What stood in the file before the user's mends. */
  readonly before: readonly string[];
  readonly shown: readonly string[];
  /** The row as it stands in the file, in one line: the same row is known again by it. */
  readonly print: string;
  readonly faults: readonly Fault[];
  readonly mends: readonly LedgerMend[];
  readonly state: RowState;
  /** Whether a resident in doubt may be taken in provisionally. */
  readonly mayBeProvisional: boolean;
  /** null when too little could be read for a record. */
  readonly record: Records[K] | null;
  /** The record of the house that this row already is. */
  readonly recordId: string | null;
};

export type LedgerSheet<K extends SheetKind = SheetKind> = {
  readonly name: string;
  readonly kind: K;
  readonly month: string | null;
  readonly columns: readonly { readonly field: string; readonly heading: string }[];
  readonly unused: readonly string[];
  readonly skipped: readonly { readonly row: number; readonly why: SkipReason }[];
  readonly rows: readonly LedgerRow<K>[];
};

export type AnySheet = { [K in SheetKind]: LedgerSheet<K> }[SheetKind];

/** Everything that was understood of a workbook. */
export type Understanding = {
  readonly sheets: readonly AnySheet[];
  /** Sheets that are none of ours, or hidden. */
  readonly ignored: readonly { readonly name: string; readonly why: 'not-recognised' | 'hidden' | 'empty' }[];
  /** The month of the attendance sheet, or of the checkups, or of the title: the month that the ledger speaks of. */
  readonly month: string | null;
};
