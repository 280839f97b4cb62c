import type { Generated } from 'kysely';

/**
 * The tables as types, one interface a table, as the migrations leave them (test/db/schema.test.ts compares both).
 * Booleans are 0 or 1, days and instants are ISO text, money is fen.
 */
export interface CentreTable {
  id: number;
  name: string;
  county: string;
  county_code: string;
  township: string;
  code: string;
  demo: 0 | 1;
  set_up_at: string;
}

export interface SettingTable {
  key: string;
  value: string;
  changed_at: string;
  changed_by: string;
}

export interface AccountTable {
  id: string;
  login: string;
  name: string;
  role: 'director' | 'nurse' | 'clerk';
  created_at: string;
  created_by: string;
  ended_at: string | null;
  ended_by: string | null;
  ended_reason: string | null;
}

export interface AuditTable {
  seq: number;
  at: string;
  actor: string;
  action: string;
  object: string;
  detail: string;
  prev: string;
  hash: string;
}

export interface CorrectionTable {
  id: string;
  subject: string;
  subject_id: string;
  field: string;
  before: string | null;
  after: string | null;
  reason: string;
  recorded_at: string;
  recorded_by: string;
}

export interface ResidentTable {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  sex: 'male' | 'female' | null;
  national_id: string | null;
  birth_on: string | null;
  certificate_no: string | null;
  disability: 'visual' | 'hearing' | 'speech' | 'physical' | 'intellectual' | 'mental' | 'multiple' | null;
  disability_level: number | null;
  address: Generated<string>;
  hardship: string | null;
  care_level: 'full' | 'partial' | 'self' | null;
  guardian_name: Generated<string>;
  guardian_relation: Generated<string>;
  guardian_phone: Generated<string>;
  admitted_on: string | null;
  left_on: string | null;
  left_reason: string | null;
  standing: 'registered' | 'provisional';
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
}

export interface ResidentDoubtTable {
  id: string;
  resident_id: string;
  field: string;
  kind: string;
  raw: string;
  proposal: string | null;
  source: string;
  recorded_at: string;
  recorded_by: string;
  resolved_at: string | null;
  resolved_by: string | null;
  resolution: string | null;
}

export interface ZoneTable {
  id: string;
  name: string;
  disability: ResidentTable['disability'];
  position: number;
}

export interface BedTable {
  id: string;
  zone_id: string | null;
  room: string;
  number: number;
  label: string;
  recorded_at: string;
  recorded_by: string;
  retired_on: string | null;
}

export interface StayTable {
  id: string;
  resident_id: string;
  bed_id: string;
  starts_on: string;
  ends_on: string | null;
  end_reason: string | null;
  end_recorded_at: string | null;
  end_recorded_by: string | null;
  recorded_at: string;
  recorded_by: string;
}

export interface DeviceTable {
  id: string;
  code: string;
  name: string;
  model: Generated<string>;
  quantity: number;
  source: 'federation' | 'fukang' | 'donation' | 'purchase' | 'other';
  received_on: string | null;
  condition: 'good' | 'needs-repair' | 'scrapped';
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
}

export interface DeviceHoldingTable {
  id: string;
  device_id: string;
  resident_id: string;
  starts_on: string;
  ends_on: string | null;
  end_reason: string | null;
  end_recorded_at: string | null;
  end_recorded_by: string | null;
  recorded_at: string;
  recorded_by: string;
}

export interface CaregiverTable {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  sex: 'male' | 'female';
  national_id: string;
  birth_on: string;
  address: Generated<string>;
  phone: Generated<string>;
  poor_household: 0 | 1;
  kinship: Generated<string>;
  health_certificate_until: string | null;
  bank_card: Generated<string>;
  started_on: string;
  ended_on: string | null;
  end_reason: string | null;
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
}

export interface PayTermTable {
  id: string;
  caregiver_id: string;
  effective_from: string;
  engagement: 'employment' | 'service' | 'over-age';
  base_wage_fen: number;
  insurance: 'on' | 'off';
  insurance_reason: Generated<string>;
  insurance_base_fen: number | null;
  schemes_off: Generated<string>;
  special_deduction_fen: Generated<number>;
  tax_relief: Generated<'none' | 'first-job' | 'sixty-thousand'>;
  recorded_at: string;
  recorded_by: string;
  superseded_at: string | null;
}

export interface PairingTable {
  id: string;
  caregiver_id: string;
  resident_id: string;
  starts_on: string;
  ends_on: string | null;
  end_reason: string | null;
  end_recorded_at: string | null;
  end_recorded_by: string | null;
  recorded_at: string;
  recorded_by: string;
}

export interface ShiftTypeTable {
  code: string;
  name: string;
  name_en: string;
  starts_at: string;
  ends_at: string;
  minutes: number;
  night: 0 | 1;
  max_residents: number;
  position: number;
  recorded_at: string;
  recorded_by: string;
  retired_on: string | null;
}

export interface CoverRuleTable {
  id: string;
  shift_code: string;
  zone_id: string | null;
  minimum: number | null;
  effective_from: string;
  recorded_at: string;
  recorded_by: string;
}

export interface LeaveTable {
  id: string;
  caregiver_id: string;
  kind: 'personal' | 'sick' | 'annual' | 'rest' | 'maternity' | 'other';
  starts_on: string;
  ends_on: string;
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancelled_reason: string | null;
}

export interface ProtectionTable {
  id: string;
  caregiver_id: string;
  kind: 'pregnancy' | 'nursing';
  starts_on: string;
  ends_on: string;
  recorded_at: string;
  recorded_by: string;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancelled_reason: string | null;
}

export interface RosterTable {
  id: string;
  month: string;
  version: number;
  state: 'draft' | 'published' | 'superseded';
  seed: number;
  made_at: string;
  made_by: string;
  published_at: string | null;
  published_by: string | null;
}

export interface RosterCellTable {
  roster_id: string;
  caregiver_id: string;
  day: string;
  shift_code: string | null;
  locked: Generated<0 | 1>;
}

export interface DutyTable {
  roster_id: string;
  day: string;
  shift_code: string;
  resident_id: string;
  caregiver_id: string;
  basis: string;
}

export interface AttendanceTable {
  id: string;
  caregiver_id: string;
  day: string;
  mark: 'day' | 'night' | 'rest' | 'absent' | 'personal' | 'sick' | 'annual' | 'other-leave';
  source: 'ledger' | 'roster' | 'manual';
  reason: Generated<string>;
  recorded_at: string;
  recorded_by: string;
  superseded_at: string | null;
  superseded_by: string | null;
}

export interface AttendanceCloseTable {
  id: string;
  month: string;
  people: number;
  closed_at: string;
  closed_by: string;
  reopened_at: string | null;
  reopened_by: string | null;
  reopened_reason: string | null;
}

export interface CheckupTable {
  id: string;
  resident_id: string;
  day: string;
  round: Generated<number>;
  temperature: number | null;
  pulse: number | null;
  respiration: number | null;
  systolic: number | null;
  diastolic: number | null;
  oxygen: number | null;
  glucose: number | null;
  weight: number | null;
  height: number | null;
  note: Generated<string>;
  unusual_confirmed: Generated<string>;
  doer: string;
  typist: string;
  recorded_at: string;
  superseded_at: string | null;
  superseded_by: string | null;
  superseded_actor: string | null;
  superseded_reason: string | null;
}

export interface ParameterTable {
  id: string;
  key: string;
  value: string;
  effective_from: string;
  status: 'confirmed' | 'secondary' | 'unconfirmed' | 'local';
  source: string;
  recorded_at: string;
  recorded_by: string;
  superseded_at: string | null;
}

export interface HolidayTable {
  id: string;
  day: string;
  name: string;
  kind: 'statutory' | 'rest' | 'work';
  status: 'confirmed' | 'secondary' | 'unconfirmed' | 'local';
  source: string;
  recorded_at: string;
  recorded_by: string;
  superseded_at: string | null;
}

export interface PayRunTable {
  id: string;
  month: string;
  number: number;
  kind: 'regular' | 'reversal';
  state: 'draft' | 'reviewed' | 'locked';
  reverses: string | null;
  reason: Generated<string>;
  pay_on: string;
  made_at: string;
  made_by: string;
  reviewed_at: string | null;
  reviewed_by: string | null;
  locked_at: string | null;
  locked_by: string | null;
}

export interface PayLineTable {
  id: string;
  run_id: string;
  caregiver_id: string;
  position: number;
  engagement: 'employment' | 'service' | 'over-age';
  days: number;
  nights: number;
  gross_fen: number;
  deduction_fen: number;
  tax_fen: number;
  net_fen: number;
  insurance_fen: number;
  special_deduction_fen: number;
  facts: string;
}

export interface PayItemTable {
  id: string;
  line_id: string;
  position: number;
  side: 'earning' | 'deduction' | 'tax';
  kind: string;
  amount_fen: number;
  basis: string;
}

export interface PayExtraTable {
  id: string;
  month: string;
  caregiver_id: string;
  kind: 'overtime-150' | 'overtime-200' | 'bonus' | 'back-pay' | 'damage' | 'court';
  day: string | null;
  minutes: number | null;
  amount_fen: number | null;
  note: string;
  recorded_at: string;
  recorded_by: string;
  cancelled_at: string | null;
  cancelled_by: string | null;
}

export interface PayOpeningTable {
  id: string;
  caregiver_id: string;
  year: number;
  through_month: string;
  months: number;
  income_fen: number;
  insurance_fen: number;
  special_deduction_fen: number;
  withheld_fen: number;
  recorded_at: string;
  recorded_by: string;
  superseded_at: string | null;
}

export interface SigningKeyTable {
  id: string;
  public_key: string;
  private_key: Uint8Array;
  fingerprint: string;
  created_at: string;
  created_by: string;
  ended_at: string | null;
}

export interface CountyKeyTable {
  id: string;
  recipient: string;
  recorded_at: string;
  recorded_by: string;
  ended_at: string | null;
}

export interface PackageTable {
  id: string;
  epoch: number;
  seq: number;
  period: string;
  kind: 'full' | 'correction' | 'empty';
  statement_hash: string;
  prev_hash: string;
  data_hash: string;
  manifest: string;
  file_name: string;
  size: number;
  content: Uint8Array;
  built_at: string;
  built_by: string;
}

export interface LedgerImportTable {
  id: string;
  file_name: string;
  sha256: string;
  report: string;
  imported_at: string;
  imported_by: string;
}

export interface LedgerRowTable {
  fingerprint: string;
  import_id: string;
  sheet: string;
  row: number;
  kind: string;
  record_id: string;
}

export interface Schema {
  centre: CentreTable;
  setting: SettingTable;
  account: AccountTable;
  audit: AuditTable;
  correction: CorrectionTable;
  resident: ResidentTable;
  resident_doubt: ResidentDoubtTable;
  zone: ZoneTable;
  bed: BedTable;
  stay: StayTable;
  device: DeviceTable;
  device_holding: DeviceHoldingTable;
  caregiver: CaregiverTable;
  pay_term: PayTermTable;
  pairing: PairingTable;
  shift_type: ShiftTypeTable;
  cover_rule: CoverRuleTable;
  leave: LeaveTable;
  protection: ProtectionTable;
  roster: RosterTable;
  roster_cell: RosterCellTable;
  duty: DutyTable;
  attendance: AttendanceTable;
  attendance_close: AttendanceCloseTable;
  checkup: CheckupTable;
  parameter: ParameterTable;
  holiday: HolidayTable;
  pay_run: PayRunTable;
  pay_line: PayLineTable;
  pay_item: PayItemTable;
  pay_extra: PayExtraTable;
  pay_opening: PayOpeningTable;
  signing_key: SigningKeyTable;
  county_key: CountyKeyTable;
  package: PackageTable;
  ledger_import: LedgerImportTable;
  ledger_row: LedgerRowTable;
}
