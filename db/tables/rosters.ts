import type { Generated } from 'kysely';

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
  sex: Generated<'male' | 'female' | null>;
  skill: Generated<string | null>;
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
  basis_on: Generated<string | null>;
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
  basis: 'own' | 'near' | 'shared';
  kept: Generated<0 | 1>;
  wish: 'met' | 'unmet' | null;
  planned_at: string;
  planned_by: string;
  superseded_at: string | null;
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
