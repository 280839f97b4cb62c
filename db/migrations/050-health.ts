import type { Migration } from '../migrate.ts';

export const health: Migration = {
  version: 50,
  name: 'health',
  up: `
    -- Whole numbers: temperature in tenths of a degree Celsius, glucose in tenths of mmol/L, weight in tenths of a kilogram.
    CREATE TABLE checkup (
      id TEXT PRIMARY KEY,
      resident_id TEXT NOT NULL REFERENCES resident (id),
      day TEXT NOT NULL,
      temperature INTEGER,
      pulse INTEGER,
      respiration INTEGER,
      systolic INTEGER,
      diastolic INTEGER,
      glucose INTEGER,
      weight INTEGER,
      oxygen INTEGER,
      note TEXT NOT NULL DEFAULT '',
      unusual_confirmed TEXT NOT NULL DEFAULT '',
      doer TEXT NOT NULL,
      typist TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      superseded_at TEXT,
      superseded_by TEXT REFERENCES checkup (id),
      superseded_reason TEXT
    ) STRICT;
    CREATE INDEX checkup_by_resident ON checkup (resident_id, day);
    CREATE INDEX checkup_by_day ON checkup (day);
  `,
};
