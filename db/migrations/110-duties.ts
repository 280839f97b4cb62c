import type { Migration } from '../migrate.ts';

export const duties: Migration = {
  version: 110,
  name: 'duties',
  up: `
    -- What a resident (or whoever speaks for her) asks for in intimate care; the newest row counts, the others are kept.
    CREATE TABLE care_wish (
      id TEXT PRIMARY KEY,
      resident_id TEXT NOT NULL REFERENCES resident (id),
      intimate_care TEXT NOT NULL CHECK (intimate_care IN ('same-sex', 'any')),
      said_by TEXT NOT NULL CHECK (said_by IN ('resident', 'guardian')),
      said_on TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      superseded_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX care_wish_one_current ON care_wish (resident_id) WHERE superseded_at IS NULL;

    -- Duties may be given anew for days to come without another version of the roster; what stood before is kept.
    CREATE TABLE duty_now (
      roster_id TEXT NOT NULL REFERENCES roster (id),
      day TEXT NOT NULL,
      shift_code TEXT NOT NULL REFERENCES shift_type (code),
      resident_id TEXT NOT NULL REFERENCES resident (id),
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      basis TEXT NOT NULL CHECK (basis IN ('own', 'near', 'shared')),
      kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
      wish TEXT CHECK (wish IN ('met', 'unmet')),
      planned_at TEXT NOT NULL,
      planned_by TEXT NOT NULL,
      superseded_at TEXT
    ) STRICT;
    INSERT INTO duty_now (roster_id, day, shift_code, resident_id, caregiver_id, basis, planned_at, planned_by)
      SELECT duty.roster_id, duty.day, duty.shift_code, duty.resident_id, duty.caregiver_id, duty.basis,
             coalesce(roster.published_at, roster.made_at), coalesce(roster.published_by, roster.made_by)
      FROM duty JOIN roster ON roster.id = duty.roster_id;
    DROP TABLE duty;
    ALTER TABLE duty_now RENAME TO duty;
    CREATE UNIQUE INDEX duty_one_current ON duty (roster_id, day, shift_code, resident_id) WHERE superseded_at IS NULL;
    CREATE TRIGGER duty_is_kept BEFORE DELETE ON duty
      BEGIN SELECT RAISE(ABORT, 'a duty is never deleted'); END;
  `,
};
