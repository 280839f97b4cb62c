import type { Generated } from 'kysely';

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
