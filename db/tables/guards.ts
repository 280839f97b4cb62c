import type { Generated } from 'kysely';

export interface HoursApprovalTable {
  id: string;
  number: string;
  scope: string;
  starts_on: string;
  ends_on: string;
  recorded_at: string;
  recorded_by: string;
  ended_at: string | null;
  ended_by: string | null;
  ended_reason: string | null;
}

export interface CaregiverZoneTable {
  id: string;
  caregiver_id: string;
  zone_id: string | null;
  effective_from: string;
  recorded_at: string;
  recorded_by: string;
}

export interface CaregiverSkillTable {
  id: string;
  caregiver_id: string;
  skill: string;
  valid_until: string | null;
  recorded_at: string;
  recorded_by: string;
  ended_at: string | null;
  ended_by: string | null;
  ended_reason: string | null;
}

export interface OtherPostTable {
  id: string;
  caregiver_id: string;
  kind: 'public-welfare' | 'job';
  place: string;
  starts_on: string;
  ends_on: string | null;
  weekdays: Generated<string>;
  recorded_at: string;
  recorded_by: string;
  cancelled_at: string | null;
  cancelled_by: string | null;
  cancelled_reason: string | null;
}

export interface RosterOverrideTable {
  id: string;
  roster_id: string;
  rule: string;
  reason: string;
  recorded_at: string;
  recorded_by: string;
}

export interface RosterOverrideCaseTable {
  override_id: string;
  position: number;
  caregiver_id: string;
  first_day: string;
  last_day: string;
  amount: number;
}
