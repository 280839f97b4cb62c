import type { Generated } from 'kysely';

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
