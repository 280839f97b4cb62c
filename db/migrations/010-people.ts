import type { Migration } from '../migrate.ts';

export const people: Migration = {
  version: 10,
  name: 'people',
  up: `
    CREATE TABLE centre (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL CHECK (name <> ''),
      county TEXT NOT NULL,
      county_code TEXT NOT NULL CHECK (length(county_code) = 6),
      township TEXT NOT NULL,
      code TEXT NOT NULL CHECK (length(code) = 9),
      demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
      set_up_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE setting (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      changed_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE account (
      id TEXT PRIMARY KEY,
      login TEXT NOT NULL UNIQUE CHECK (login <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      role TEXT NOT NULL CHECK (role IN ('director', 'nurse', 'clerk')),
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL,
      ended_at TEXT,
      ended_by TEXT,
      ended_reason TEXT,
      CHECK ((ended_at IS NULL) = (ended_by IS NULL))
    ) STRICT;

    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      object TEXT NOT NULL,
      detail TEXT NOT NULL,
      prev TEXT NOT NULL CHECK (length(prev) = 64),
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
    ) STRICT;
    CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
    CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

    CREATE TABLE correction (
      id TEXT PRIMARY KEY,
      subject TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      field TEXT NOT NULL,
      before TEXT,
      after TEXT,
      reason TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX correction_by_subject ON correction (subject, subject_id);
  `,
};
