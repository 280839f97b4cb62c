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

export interface AccountPinTable {
  account_id: string;
  salt: string;
  hash: string;
  cost_n: number;
  cost_r: number;
  cost_p: number;
  wrong: number;
  set_at: string;
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
