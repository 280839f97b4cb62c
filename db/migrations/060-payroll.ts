import type { Migration } from '../migrate.ts';

export const payroll: Migration = {
  version: 60,
  name: 'payroll',
  up: `
    -- Effective-dated rule parameters; value is JSON. status says how far the value is confirmed (domain.md 0).
    CREATE TABLE parameter (
      id TEXT PRIMARY KEY,
      key TEXT NOT NULL,
      value TEXT NOT NULL CHECK (json_valid(value)),
      effective_from TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('confirmed', 'secondary', 'unconfirmed', 'local')),
      source TEXT NOT NULL CHECK (source <> ''),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      superseded_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX parameter_current ON parameter (key, effective_from) WHERE superseded_at IS NULL;

    CREATE TABLE holiday (
      id TEXT PRIMARY KEY,
      day TEXT NOT NULL,
      name TEXT NOT NULL CHECK (name <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('statutory', 'rest', 'work')),
      status TEXT NOT NULL CHECK (status IN ('confirmed', 'secondary', 'unconfirmed', 'local')),
      source TEXT NOT NULL CHECK (source <> ''),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      superseded_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX holiday_current ON holiday (day) WHERE superseded_at IS NULL;

    CREATE TABLE pay_run (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
      kind TEXT NOT NULL CHECK (kind IN ('regular', 'reversal')),
      state TEXT NOT NULL CHECK (state IN ('draft', 'reviewed', 'locked')),
      reverses TEXT UNIQUE REFERENCES pay_run (id),
      reason TEXT NOT NULL DEFAULT '',
      pay_on TEXT NOT NULL,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      reviewed_at TEXT,
      reviewed_by TEXT,
      locked_at TEXT,
      locked_by TEXT,
      UNIQUE (month, number),
      CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
      CHECK (kind = 'regular' OR reason <> ''),
      CHECK ((state = 'draft') = (reviewed_by IS NULL)),
      CHECK ((state = 'locked') = (locked_by IS NOT NULL)),
      CHECK (reviewed_by IS NULL OR reviewed_by <> made_by)
    ) STRICT;
    CREATE UNIQUE INDEX pay_run_one_open ON pay_run (month) WHERE state <> 'locked';

    CREATE TABLE pay_line (
      id TEXT PRIMARY KEY,
      run_id TEXT NOT NULL REFERENCES pay_run (id),
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      position INTEGER NOT NULL,
      engagement TEXT NOT NULL CHECK (engagement IN ('employment', 'service', 'over-age')),
      days INTEGER NOT NULL,
      nights INTEGER NOT NULL,
      gross_fen INTEGER NOT NULL,
      deduction_fen INTEGER NOT NULL,
      tax_fen INTEGER NOT NULL,
      net_fen INTEGER NOT NULL,
      insurance_fen INTEGER NOT NULL,
      special_deduction_fen INTEGER NOT NULL,
      facts TEXT NOT NULL CHECK (json_valid(facts)),
      UNIQUE (run_id, caregiver_id),
      CHECK (net_fen = gross_fen - deduction_fen - tax_fen)
    ) STRICT;

    CREATE TABLE pay_item (
      id TEXT PRIMARY KEY,
      line_id TEXT NOT NULL REFERENCES pay_line (id),
      position INTEGER NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('earning', 'deduction', 'tax')),
      kind TEXT NOT NULL,
      amount_fen INTEGER NOT NULL,
      basis TEXT NOT NULL CHECK (json_valid(basis)),
      UNIQUE (line_id, kind)
    ) STRICT;

    -- What attendance cannot know: ordered overtime, bonus, back pay, compensation of damage, court orders.
    CREATE TABLE pay_extra (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      kind TEXT NOT NULL CHECK (kind IN ('overtime-150', 'overtime-200', 'bonus', 'back-pay', 'damage', 'court')),
      day TEXT,
      minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440),
      amount_fen INTEGER CHECK (amount_fen > 0),
      note TEXT NOT NULL CHECK (note <> ''),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      cancelled_at TEXT,
      cancelled_by TEXT,
      CHECK (
        CASE WHEN kind LIKE 'overtime-%'
          THEN day IS NOT NULL AND minutes IS NOT NULL AND amount_fen IS NULL
          ELSE amount_fen IS NOT NULL AND minutes IS NULL
        END
      )
    ) STRICT;
    CREATE INDEX pay_extra_by_month ON pay_extra (month) WHERE cancelled_at IS NULL;

    -- Income and tax of the year from before the first run that this program made.
    CREATE TABLE pay_opening (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      year INTEGER NOT NULL,
      through_month TEXT NOT NULL,
      months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 12),
      income_fen INTEGER NOT NULL CHECK (income_fen >= 0),
      insurance_fen INTEGER NOT NULL CHECK (insurance_fen >= 0),
      special_deduction_fen INTEGER NOT NULL CHECK (special_deduction_fen >= 0),
      withheld_fen INTEGER NOT NULL CHECK (withheld_fen >= 0),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      superseded_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX pay_opening_current ON pay_opening (caregiver_id, year) WHERE superseded_at IS NULL;

    CREATE TRIGGER pay_run_locked_stays BEFORE UPDATE ON pay_run WHEN OLD.state = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
    CREATE TRIGGER pay_run_locked_is_kept BEFORE DELETE ON pay_run WHEN OLD.state = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
    CREATE TRIGGER pay_line_of_locked_run_is_complete BEFORE INSERT ON pay_line
      WHEN (SELECT state FROM pay_run WHERE id = NEW.run_id) = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
    CREATE TRIGGER pay_line_of_locked_run_stays BEFORE UPDATE ON pay_line
      WHEN (SELECT state FROM pay_run WHERE id = OLD.run_id) = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
    CREATE TRIGGER pay_line_of_locked_run_is_kept BEFORE DELETE ON pay_line
      WHEN (SELECT state FROM pay_run WHERE id = OLD.run_id) = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
    CREATE TRIGGER pay_item_of_locked_run_is_complete BEFORE INSERT ON pay_item
      WHEN (SELECT r.state FROM pay_line l JOIN pay_run r ON r.id = l.run_id WHERE l.id = NEW.line_id) = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
    CREATE TRIGGER pay_item_of_locked_run_stays BEFORE UPDATE ON pay_item
      WHEN (SELECT r.state FROM pay_line l JOIN pay_run r ON r.id = l.run_id WHERE l.id = OLD.line_id) = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
    CREATE TRIGGER pay_item_of_locked_run_is_kept BEFORE DELETE ON pay_item
      WHEN (SELECT r.state FROM pay_line l JOIN pay_run r ON r.id = l.run_id WHERE l.id = OLD.line_id) = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
  `,
};
