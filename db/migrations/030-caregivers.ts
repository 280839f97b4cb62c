import type { Migration } from '../migrate.ts';

export const caregivers: Migration = {
  version: 30,
  name: 'caregivers',
  up: `
    CREATE TABLE caregiver (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      pinyin TEXT NOT NULL,
      initials TEXT NOT NULL,
      sex TEXT NOT NULL CHECK (sex IN ('male', 'female')),
      national_id TEXT NOT NULL UNIQUE CHECK (length(national_id) = 18),
      birth_on TEXT NOT NULL,
      address TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      poor_household INTEGER NOT NULL CHECK (poor_household IN (0, 1)),
      kinship TEXT NOT NULL DEFAULT '',
      health_certificate_until TEXT,
      bank_card TEXT NOT NULL DEFAULT '',
      started_on TEXT NOT NULL,
      ended_on TEXT CHECK (ended_on IS NULL OR ended_on >= started_on),
      end_reason TEXT,
      note TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX caregiver_pinyin ON caregiver (pinyin);
    CREATE INDEX caregiver_initials ON caregiver (initials);

    -- What a caregiver is paid and how: a new row from a day on replaces the row before it.
    CREATE TABLE pay_term (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      effective_from TEXT NOT NULL,
      engagement TEXT NOT NULL CHECK (engagement IN ('employment', 'service', 'over-age')),
      base_wage_fen INTEGER NOT NULL CHECK (base_wage_fen >= 0),
      insurance TEXT NOT NULL CHECK (insurance IN ('on', 'off')),
      insurance_reason TEXT NOT NULL DEFAULT '',
      insurance_base_fen INTEGER CHECK (insurance_base_fen >= 0),
      -- JSON: the schemes that are off although insurance is on, each with its reason.
      schemes_off TEXT NOT NULL DEFAULT '{}',
      special_deduction_fen INTEGER NOT NULL DEFAULT 0 CHECK (special_deduction_fen >= 0),
      tax_relief TEXT NOT NULL DEFAULT 'none' CHECK (tax_relief IN ('none', 'first-job', 'sixty-thousand')),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      superseded_at TEXT,
      CHECK (insurance = 'on' OR insurance_reason <> '')
    ) STRICT;
    CREATE UNIQUE INDEX pay_term_current ON pay_term (caregiver_id, effective_from) WHERE superseded_at IS NULL;

    CREATE TABLE pairing (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      resident_id TEXT NOT NULL REFERENCES resident (id),
      starts_on TEXT NOT NULL,
      ends_on TEXT CHECK (ends_on IS NULL OR ends_on >= starts_on),
      end_reason TEXT,
      end_recorded_at TEXT,
      end_recorded_by TEXT,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX pairing_one_open_per_resident ON pairing (resident_id) WHERE ends_on IS NULL;
    CREATE INDEX pairing_by_caregiver ON pairing (caregiver_id);
  `,
};
