import type { Generated } from 'kysely';
import type { LeaveTable } from './rosters.ts';

export interface RosterRequestTable {
  id: string;
  caregiver_id: string;
  kind: 'rest' | 'shift' | 'not-shift' | 'leave';
  shift_code: string | null;
  leave_kind: LeaveTable['kind'] | null;
  starts_on: string;
  ends_on: string;
  weight: 'ordinary' | 'important';
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
}

export interface RosterRequestDecisionTable {
  id: string;
  request_id: string;
  number: number;
  state: 'approved' | 'declined' | 'withdrawn';
  reason: Generated<string>;
  leave_id: string | null;
  recorded_at: string;
  recorded_by: string;
}

export interface RosterSwapTable {
  id: string;
  month: string;
  roster_id: string;
  one_id: string;
  one_day: string;
  one_shift: string | null;
  other_id: string;
  other_day: string;
  other_shift: string | null;
  asked_by: string;
  reason: string;
  recorded_at: string;
  recorded_by: string;
}

export interface RosterOriginTable {
  roster_id: string;
  kind: 'copy' | 'rotation';
  source_month: string | null;
  kept: number;
  recorded_at: string;
  recorded_by: string;
}

export interface RosterDroppedTable {
  roster_id: string;
  caregiver_id: string;
  day: string;
  shift_code: string;
  rule: string;
  amount: number;
}

export interface RotationPatternTable {
  id: string;
  name: string;
  cells: string;
  recorded_at: string;
  recorded_by: string;
  retired_at: string | null;
  retired_by: string | null;
}

export interface RotationAssignmentTable {
  id: string;
  caregiver_id: string;
  pattern_id: string;
  offset_days: number;
  starts_on: string;
  recorded_at: string;
  recorded_by: string;
  ended_at: string | null;
  ended_by: string | null;
}
