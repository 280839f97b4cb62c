export interface BackupPlaceTable {
  id: string;
  label: string;
  path: string;
  chosen_at: string;
  chosen_by: string;
  ended_at: string | null;
  ended_by: string | null;
}

export interface BackupTable {
  name: string;
  place_id: string;
  reason: 'daily' | 'asked' | 'before-migration' | 'closing';
  size: number;
  sha256: string;
  audit_count: number;
  audit_head: string;
  made_at: string;
  made_by: string;
}

export interface BackupCheckTable {
  id: string;
  place_id: string | null;
  name: string | null;
  outcome: string;
  facts: string;
  checked_at: string;
  checked_by: string;
}

export interface BackupDrillTable {
  id: string;
  name: string;
  made_at: string;
  place: string;
  residents: number;
  checkups: number;
  last_day: string | null;
  drilled_at: string;
  drilled_by: string;
}
