import type { Migration } from '../migrate.ts';

export const rosterRequests: Migration = {
  version: 90,
  name: 'roster-requests',
  up: `
    -- What a caregiver asks for (执行人), as an account took it down (代录人). Its state is its last decision; none: open.
    CREATE TABLE roster_request (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      kind TEXT NOT NULL CHECK (kind IN ('rest', 'shift', 'not-shift', 'leave')),
      shift_code TEXT REFERENCES shift_type (code),
      leave_kind TEXT CHECK (leave_kind IN ('personal', 'sick', 'annual', 'rest', 'maternity', 'other')),
      starts_on TEXT NOT NULL,
      ends_on TEXT NOT NULL,
      weight TEXT NOT NULL CHECK (weight IN ('ordinary', 'important')),
      note TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      CHECK (ends_on >= starts_on),
      CHECK ((kind IN ('shift', 'not-shift')) = (shift_code IS NOT NULL)),
      CHECK ((kind = 'leave') = (leave_kind IS NOT NULL))
    ) STRICT;
    CREATE INDEX roster_request_by_days ON roster_request (starts_on, ends_on);

    CREATE TABLE roster_request_decision (
      id TEXT PRIMARY KEY,
      request_id TEXT NOT NULL REFERENCES roster_request (id),
      number INTEGER NOT NULL CHECK (number > 0),
      state TEXT NOT NULL CHECK (state IN ('approved', 'declined', 'withdrawn')),
      reason TEXT NOT NULL DEFAULT '',
      leave_id TEXT REFERENCES leave (id),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      CHECK (state = 'approved' OR reason <> ''),
      UNIQUE (request_id, number)
    ) STRICT;

    CREATE TRIGGER roster_request_is_never_changed BEFORE UPDATE ON roster_request
      BEGIN SELECT RAISE(ABORT, 'a request is only answered by a decision'); END;
    CREATE TRIGGER roster_request_is_never_deleted BEFORE DELETE ON roster_request
      BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;
    CREATE TRIGGER roster_request_decision_is_never_changed BEFORE UPDATE ON roster_request_decision
      BEGIN SELECT RAISE(ABORT, 'a decision is only followed by another'); END;
    CREATE TRIGGER roster_request_decision_is_never_deleted BEFORE DELETE ON roster_request_decision
      BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;

    -- An exchange that was agreed: what stood at (one, one_day) and (other, other_day) changed places in this version.
    CREATE TABLE roster_swap (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL,
      roster_id TEXT NOT NULL REFERENCES roster (id),
      one_id TEXT NOT NULL REFERENCES caregiver (id),
      one_day TEXT NOT NULL,
      one_shift TEXT REFERENCES shift_type (code),
      other_id TEXT NOT NULL REFERENCES caregiver (id),
      other_day TEXT NOT NULL,
      other_shift TEXT REFERENCES shift_type (code),
      asked_by TEXT NOT NULL REFERENCES caregiver (id),
      reason TEXT NOT NULL CHECK (reason <> ''),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      CHECK (one_id <> other_id)
    ) STRICT;
    CREATE INDEX roster_swap_by_month ON roster_swap (month);

    -- Where a draft came from when it was not generated, and each shift that could not be taken over, with the rule.
    CREATE TABLE roster_origin (
      roster_id TEXT PRIMARY KEY REFERENCES roster (id),
      kind TEXT NOT NULL CHECK (kind IN ('copy', 'rotation')),
      source_month TEXT,
      kept INTEGER NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE roster_dropped (
      roster_id TEXT NOT NULL REFERENCES roster (id),
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      day TEXT NOT NULL,
      shift_code TEXT NOT NULL REFERENCES shift_type (code),
      rule TEXT NOT NULL,
      amount INTEGER NOT NULL,
      PRIMARY KEY (roster_id, caregiver_id, day)
    ) STRICT, WITHOUT ROWID;

    -- A rhythm of the house: shift letters, '-' for rest.
    CREATE TABLE rotation_pattern (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      cells TEXT NOT NULL CHECK (length(cells) BETWEEN 2 AND 28),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      retired_at TEXT,
      retired_by TEXT
    ) STRICT;
    CREATE UNIQUE INDEX rotation_pattern_one_name ON rotation_pattern (name) WHERE retired_at IS NULL;

    -- On starts_on she is at place "offset_days" (from 0) of the pattern.
    CREATE TABLE rotation_assignment (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      pattern_id TEXT NOT NULL REFERENCES rotation_pattern (id),
      offset_days INTEGER NOT NULL CHECK (offset_days BETWEEN 0 AND 27),
      starts_on TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      ended_at TEXT,
      ended_by TEXT
    ) STRICT;
    CREATE UNIQUE INDEX rotation_assignment_one_current ON rotation_assignment (caregiver_id) WHERE ended_at IS NULL;
  `,
};
