import type { Migration } from '../migrate.ts';

export const health: Migration = {
  version: 50,
  name: 'health',
  up: `
    -- Whole numbers: temperature in tenths of a degree Celsius, glucose in tenths of mmol/L, weight in tenths of a kilogram,
    -- height in tenths of a centimetre. round: the how-manieth checkup of the day. doer, typist, superseded_actor: the id of an
    -- account or a caregiver; doer '' = the workbook did not say. A correction has superseded_by, a withdrawal has not.
    CREATE TABLE checkup (
      id TEXT PRIMARY KEY,
      resident_id TEXT NOT NULL REFERENCES resident (id),
      day TEXT NOT NULL,
      round INTEGER NOT NULL DEFAULT 1 CHECK (round BETWEEN 1 AND 99),
      temperature INTEGER,
      pulse INTEGER,
      respiration INTEGER,
      systolic INTEGER,
      diastolic INTEGER,
      oxygen INTEGER,
      glucose INTEGER,
      weight INTEGER,
      height INTEGER,
      note TEXT NOT NULL DEFAULT '',
      unusual_confirmed TEXT NOT NULL DEFAULT '',
      doer TEXT NOT NULL,
      typist TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      superseded_at TEXT,
      superseded_by TEXT REFERENCES checkup (id) DEFERRABLE INITIALLY DEFERRED,
      superseded_actor TEXT,
      superseded_reason TEXT,
      CHECK ((systolic IS NULL) = (diastolic IS NULL)),
      CHECK (systolic IS NULL OR systolic > diastolic),
      CHECK ((superseded_at IS NULL) = (superseded_actor IS NULL)),
      CHECK ((superseded_at IS NULL) = (superseded_reason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX checkup_one_current ON checkup (resident_id, day, round) WHERE superseded_at IS NULL;
    CREATE INDEX checkup_by_day ON checkup (day);
    -- Height is measured once in years; without this the search for the last one would read a resident's whole history.
    CREATE INDEX checkup_with_height ON checkup (resident_id, day, round) WHERE height IS NOT NULL AND superseded_at IS NULL;
    -- What was recorded stays as it was; only the mark that it no longer counts may be set, once.
    CREATE TRIGGER checkup_is_never_rewritten BEFORE UPDATE ON checkup
      WHEN OLD.superseded_at IS NOT NULL
        OR NEW.superseded_at IS NULL
        OR (NEW.id, NEW.resident_id, NEW.day, NEW.round, NEW.note, NEW.unusual_confirmed, NEW.doer, NEW.typist, NEW.recorded_at)
          IS NOT (OLD.id, OLD.resident_id, OLD.day, OLD.round, OLD.note, OLD.unusual_confirmed, OLD.doer, OLD.typist, OLD.recorded_at)
        OR (NEW.temperature, NEW.pulse, NEW.respiration, NEW.systolic, NEW.diastolic, NEW.oxygen, NEW.glucose, NEW.weight, NEW.height)
          IS NOT (OLD.temperature, OLD.pulse, OLD.respiration, OLD.systolic, OLD.diastolic, OLD.oxygen, OLD.glucose, OLD.weight, OLD.height)
      BEGIN SELECT RAISE(ABORT, 'a checkup is corrected by a new row'); END;
    CREATE TRIGGER checkup_is_never_deleted BEFORE DELETE ON checkup
      BEGIN SELECT RAISE(ABORT, 'a checkup is never deleted'); END;
  `,
};
