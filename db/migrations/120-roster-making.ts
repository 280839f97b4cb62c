import type { Migration } from '../migrate.ts';

export const rosterMaking: Migration = {
  version: 120,
  name: 'roster-making',
  up: `
    -- How a version was made: with the seed of the roster and this effort the solver gives the same cells again, unless it was
    -- stopped. Cost and bound are those of evaluate(); remarks are what contradicted itself, as the window reads them.
    CREATE TABLE roster_making (
      roster_id TEXT PRIMARY KEY REFERENCES roster (id),
      effort INTEGER NOT NULL CHECK (effort > 0),
      ended TEXT NOT NULL CHECK (ended IN ('proven', 'spent', 'stopped')),
      cost REAL NOT NULL,
      bound REAL,
      remarks TEXT NOT NULL CHECK (json_valid(remarks)),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER roster_making_is_not_changed BEFORE UPDATE ON roster_making
      BEGIN SELECT RAISE(ABORT, 'how a roster was made does not change'); END;
    CREATE TRIGGER roster_making_is_kept BEFORE DELETE ON roster_making
      BEGIN SELECT RAISE(ABORT, 'how a roster was made is never deleted'); END;
  `,
};
