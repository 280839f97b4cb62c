import type { Generated } from 'kysely';

export interface RosterRepairTable {
  id: string;
  month: string;
  roster_id: string;
  caregiver_id: string;
  starts_on: string;
  ends_on: string;
  kind: 'fewest' | 'fairest' | 'cheapest' | 'others' | 'own';
  note: Generated<string>;
  recorded_at: string;
  recorded_by: string;
}

export interface RosterRepairCellTable {
  repair_id: string;
  position: number;
  caregiver_id: string;
  day: string;
  shift_before: string | null;
  shift_after: string | null;
  sick: 0 | 1;
  takes_from: string | null;
  gives_to: string | null;
  fills_open: 0 | 1;
  rule: string | null;
  rule_amount: number | null;
  rule_hard: 0 | 1 | null;
}
