import type { Migration } from '../migrate.ts';

export const residents: Migration = {
  version: 20,
  name: 'residents',
  up: `
    CREATE TABLE resident (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (name <> ''),
      pinyin TEXT NOT NULL,
      initials TEXT NOT NULL,
      sex TEXT CHECK (sex IN ('male', 'female')),
      national_id TEXT CHECK (length(national_id) = 18),
      birth_on TEXT,
      certificate_no TEXT,
      disability TEXT CHECK (disability IN ('visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple')),
      disability_level INTEGER CHECK (disability_level BETWEEN 1 AND 4),
      address TEXT NOT NULL DEFAULT '',
      hardship TEXT,
      care_level TEXT CHECK (care_level IN ('full', 'partial', 'self')),
      guardian_name TEXT NOT NULL DEFAULT '',
      guardian_relation TEXT NOT NULL DEFAULT '',
      guardian_phone TEXT NOT NULL DEFAULT '',
      admitted_on TEXT,
      left_on TEXT,
      left_reason TEXT,
      standing TEXT NOT NULL CHECK (standing IN ('registered', 'provisional')),
      note TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      CHECK (left_on IS NULL OR admitted_on IS NULL OR left_on >= admitted_on),
      CHECK (standing = 'provisional' OR (national_id IS NOT NULL AND sex IS NOT NULL AND admitted_on IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX resident_national_id ON resident (national_id) WHERE national_id IS NOT NULL;
    CREATE INDEX resident_pinyin ON resident (pinyin);
    CREATE INDEX resident_initials ON resident (initials);

    CREATE TABLE resident_doubt (
      id TEXT PRIMARY KEY,
      resident_id TEXT NOT NULL REFERENCES resident (id),
      field TEXT NOT NULL,
      kind TEXT NOT NULL,
      raw TEXT NOT NULL,
      proposal TEXT,
      source TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      resolved_at TEXT,
      resolved_by TEXT,
      resolution TEXT
    ) STRICT;
    CREATE INDEX resident_doubt_open ON resident_doubt (resident_id) WHERE resolved_at IS NULL;

    CREATE TABLE zone (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      disability TEXT CHECK (disability IN ('visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental', 'multiple')),
      position INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE bed (
      id TEXT PRIMARY KEY,
      zone_id TEXT REFERENCES zone (id),
      room TEXT NOT NULL,
      number INTEGER NOT NULL,
      label TEXT NOT NULL UNIQUE,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      retired_on TEXT,
      UNIQUE (room, number)
    ) STRICT;

    CREATE TABLE stay (
      id TEXT PRIMARY KEY,
      resident_id TEXT NOT NULL REFERENCES resident (id),
      bed_id TEXT NOT NULL REFERENCES bed (id),
      starts_on TEXT NOT NULL,
      ends_on TEXT CHECK (ends_on IS NULL OR ends_on >= starts_on),
      end_reason TEXT,
      end_recorded_at TEXT,
      end_recorded_by TEXT,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX stay_one_open_per_bed ON stay (bed_id) WHERE ends_on IS NULL;
    CREATE UNIQUE INDEX stay_one_open_per_resident ON stay (resident_id) WHERE ends_on IS NULL;
    CREATE TRIGGER stay_never_overlaps BEFORE INSERT ON stay
      WHEN EXISTS (
        SELECT 1 FROM stay s
        WHERE (s.bed_id = NEW.bed_id OR s.resident_id = NEW.resident_id)
          AND s.starts_on < coalesce(NEW.ends_on, '9999-12-31')
          AND coalesce(s.ends_on, '9999-12-31') > NEW.starts_on
      )
      BEGIN SELECT RAISE(ABORT, 'stays overlap'); END;

    CREATE TABLE device (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      name TEXT NOT NULL,
      model TEXT NOT NULL DEFAULT '',
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      source TEXT NOT NULL CHECK (source IN ('federation', 'fukang', 'donation', 'purchase', 'other')),
      received_on TEXT,
      condition TEXT NOT NULL CHECK (condition IN ('good', 'needs-repair', 'scrapped')),
      note TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE device_holding (
      id TEXT PRIMARY KEY,
      device_id TEXT NOT NULL REFERENCES device (id),
      resident_id TEXT NOT NULL REFERENCES resident (id),
      starts_on TEXT NOT NULL,
      ends_on TEXT CHECK (ends_on IS NULL OR ends_on >= starts_on),
      end_reason TEXT,
      end_recorded_at TEXT,
      end_recorded_by TEXT,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX device_holding_one_open ON device_holding (device_id) WHERE ends_on IS NULL;
  `,
};
