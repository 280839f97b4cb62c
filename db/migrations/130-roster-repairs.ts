import type { Migration } from '../migrate.ts';

export const rosterRepairs: Migration = {
  version: 130,
  name: 'roster-repairs',
  up: `
    -- A sick call that was answered by a new version of the published roster: who was away, in which sense it was the best.
    CREATE TABLE roster_repair (
      id TEXT PRIMARY KEY,
      month TEXT NOT NULL,
      roster_id TEXT NOT NULL UNIQUE REFERENCES roster (id),
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      starts_on TEXT NOT NULL,
      ends_on TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('fewest', 'fairest', 'cheapest', 'others', 'own')),
      note TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      CHECK (ends_on >= starts_on)
    ) STRICT;
    CREATE INDEX roster_repair_by_month ON roster_repair (month);

    -- Each changed cell with its reason: whose shift she takes, who takes hers, the rule behind a rest that is given back.
    CREATE TABLE roster_repair_cell (
      repair_id TEXT NOT NULL REFERENCES roster_repair (id),
      position INTEGER NOT NULL,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      day TEXT NOT NULL,
      shift_before TEXT REFERENCES shift_type (code),
      shift_after TEXT REFERENCES shift_type (code),
      sick INTEGER NOT NULL CHECK (sick IN (0, 1)),
      takes_from TEXT REFERENCES caregiver (id),
      gives_to TEXT REFERENCES caregiver (id),
      fills_open INTEGER NOT NULL CHECK (fills_open IN (0, 1)),
      rule TEXT,
      rule_amount REAL,
      rule_hard INTEGER CHECK (rule_hard IN (0, 1)),
      PRIMARY KEY (repair_id, position),
      CHECK (shift_before IS NOT shift_after)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER roster_repair_is_never_changed BEFORE UPDATE ON roster_repair
      BEGIN SELECT RAISE(ABORT, 'a repair stays as it was agreed'); END;
    CREATE TRIGGER roster_repair_is_never_deleted BEFORE DELETE ON roster_repair
      BEGIN SELECT RAISE(ABORT, 'a repair is never deleted'); END;
    CREATE TRIGGER roster_repair_cell_is_never_changed BEFORE UPDATE ON roster_repair_cell
      BEGIN SELECT RAISE(ABORT, 'a repair stays as it was agreed'); END;
    CREATE TRIGGER roster_repair_cell_is_never_deleted BEFORE DELETE ON roster_repair_cell
      BEGIN SELECT RAISE(ABORT, 'a repair is never deleted'); END;
  `,
};
