import type { Migration } from '../migrate.ts';

export const rosters: Migration = {
  version: 40,
  name: 'rosters',
  up: `
    CREATE TABLE shift_type (
      code TEXT PRIMARY KEY CHECK (length(code) = 1),
      name TEXT NOT NULL UNIQUE,
      name_en TEXT NOT NULL,
      starts_at TEXT NOT NULL,
      ends_at TEXT NOT NULL,
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
      night INTEGER NOT NULL CHECK (night IN (0, 1)),
      max_residents INTEGER NOT NULL CHECK (max_residents > 0),
      position INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      retired_on TEXT
    ) STRICT;

    CREATE TABLE cover_rule (
      id TEXT PRIMARY KEY,
      shift_code TEXT NOT NULL REFERENCES shift_type (code),
      zone_id TEXT REFERENCES zone (id),
      minimum INTEGER CHECK (minimum >= 0), -- NULL: from this day on as the residents in house need it
      effective_from TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE leave (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      kind TEXT NOT NULL CHECK (kind IN ('personal', 'sick', 'annual', 'rest', 'maternity', 'other')),
      starts_on TEXT NOT NULL,
      ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
      note TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      cancelled_at TEXT,
      cancelled_by TEXT,
      cancelled_reason TEXT
    ) STRICT;

    -- Days on which the law forbids nights and overtime (女职工劳动保护特别规定 6, 9).
    CREATE TABLE protection (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      kind TEXT NOT NULL CHECK (kind IN ('pregnancy', 'nursing')),
      starts_on TEXT NOT NULL,
      ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      cancelled_at TEXT,
      cancelled_by TEXT,
      cancelled_reason TEXT
    ) STRICT;

    CREATE TABLE roster (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL,
      version INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'superseded')),
      seed INTEGER NOT NULL,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      published_at TEXT,
      published_by TEXT,
      UNIQUE (month, version)
    ) STRICT;
    CREATE UNIQUE INDEX roster_one_draft ON roster (month) WHERE state = 'draft';
    CREATE UNIQUE INDEX roster_one_published ON roster (month) WHERE state = 'published';

    CREATE TABLE roster_cell (
      roster_id TEXT NOT NULL REFERENCES roster (id),
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      day TEXT NOT NULL,
      shift_code TEXT REFERENCES shift_type (code),
      locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
      PRIMARY KEY (roster_id, caregiver_id, day)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER roster_cell_is_frozen_once_published BEFORE UPDATE ON roster_cell
      WHEN (SELECT state FROM roster WHERE id = OLD.roster_id) <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a published roster is only changed by a new version'); END;
    CREATE TRIGGER roster_cell_is_kept BEFORE DELETE ON roster_cell
      BEGIN SELECT RAISE(ABORT, 'a roster is never deleted'); END;

    CREATE TABLE duty (
      roster_id TEXT NOT NULL REFERENCES roster (id),
      day TEXT NOT NULL,
      shift_code TEXT NOT NULL REFERENCES shift_type (code),
      resident_id TEXT NOT NULL REFERENCES resident (id),
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      basis TEXT NOT NULL,
      PRIMARY KEY (roster_id, day, shift_code, resident_id)
    ) STRICT, WITHOUT ROWID;

    -- One row a caregiver and day that counts; a correction supersedes the row before it.
    CREATE TABLE attendance (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      day TEXT NOT NULL,
      mark TEXT NOT NULL CHECK (mark IN ('day', 'night', 'rest', 'absent', 'personal', 'sick', 'annual', 'other-leave')),
      source TEXT NOT NULL CHECK (source IN ('ledger', 'roster', 'manual')),
      reason TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      superseded_at TEXT,
      superseded_by TEXT REFERENCES attendance (id)
    ) STRICT;
    CREATE UNIQUE INDEX attendance_one_current ON attendance (caregiver_id, day) WHERE superseded_at IS NULL;
    CREATE INDEX attendance_by_day ON attendance (day);

    -- A month that is closed takes no more changes; opening it again leaves the closing and its reason on record.
    CREATE TABLE attendance_close (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL,
      people INTEGER NOT NULL,
      closed_at TEXT NOT NULL,
      closed_by TEXT NOT NULL,
      reopened_at TEXT,
      reopened_by TEXT,
      reopened_reason TEXT
    ) STRICT;
    CREATE UNIQUE INDEX attendance_close_one_current ON attendance_close (month) WHERE reopened_at IS NULL;
  `,
};
