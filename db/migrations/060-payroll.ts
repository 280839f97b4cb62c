import type { Migration } from '../migrate.ts';

export const payroll: Migration = {
  version: 60,
  name: 'payroll',
  up: `
    -- Effective-dated rule parameters; value is JSON. status says how far the value is confirmed (domain.md 0).
    CREATE TABLE parameter (
      id TEXT PRIMARY KEY,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      effective_from TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('confirmed', 'secondary', 'unconfirmed', 'local')),
      source TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      superseded_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX parameter_current ON parameter (key, effective_from) WHERE superseded_at IS NULL;

    CREATE TABLE holiday (
      day TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('statutory', 'rest', 'work')),
      status TEXT NOT NULL CHECK (status IN ('confirmed', 'secondary', 'unconfirmed', 'local')),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE pay_run (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL,
      number INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('regular', 'reversal')),
      state TEXT NOT NULL CHECK (state IN ('draft', 'reviewed', 'locked')),
      reverses TEXT REFERENCES pay_run (id),
      reason TEXT NOT NULL DEFAULT '',
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      reviewed_at TEXT,
      reviewed_by TEXT,
      locked_at TEXT,
      locked_by TEXT,
      UNIQUE (month, number)
    ) STRICT;

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
      facts TEXT NOT NULL,
      UNIQUE (run_id, caregiver_id),
      CHECK (net_fen = gross_fen - deduction_fen - tax_fen)
    ) STRICT;

    CREATE TABLE pay_item (
      id TEXT PRIMARY KEY,
      line_id TEXT NOT NULL REFERENCES pay_line (id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      amount_fen INTEGER NOT NULL,
      basis TEXT NOT NULL
    ) STRICT;
    CREATE INDEX pay_item_by_line ON pay_item (line_id);
    CREATE TRIGGER pay_line_of_locked_run_stays BEFORE UPDATE ON pay_line
      WHEN (SELECT state FROM pay_run WHERE id = OLD.run_id) = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
    CREATE TRIGGER pay_line_of_locked_run_is_kept BEFORE DELETE ON pay_line
      WHEN (SELECT state FROM pay_run WHERE id = OLD.run_id) = 'locked'
      BEGIN SELECT RAISE(ABORT, 'a locked pay run is only corrected by reversal'); END;
  `,
};
