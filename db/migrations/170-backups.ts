import type { Migration } from '../migrate.ts';

export const backups: Migration = {
  version: 170,
  name: 'backups',
  up: `
    -- Where backups go: a volume that carries our marker with this id; the path is where it was last seen.
    CREATE TABLE backup_place (
      id TEXT PRIMARY KEY,
      label TEXT NOT NULL CHECK (label <> ''),
      path TEXT NOT NULL CHECK (path <> ''),
      chosen_at TEXT NOT NULL,
      chosen_by TEXT NOT NULL,
      ended_at TEXT,
      ended_by TEXT,
      CHECK ((ended_at IS NULL) = (ended_by IS NULL))
    ) STRICT;

    -- Each backup that was written, opened, compared and read back.
    CREATE TABLE backup (
      name TEXT NOT NULL,
      place_id TEXT NOT NULL REFERENCES backup_place (id),
      reason TEXT NOT NULL CHECK (reason IN ('daily', 'asked', 'before-migration', 'closing')),
      size INTEGER NOT NULL CHECK (size > 0),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      audit_count INTEGER NOT NULL CHECK (audit_count >= 0),
      audit_head TEXT NOT NULL CHECK (length(audit_head) = 64),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      PRIMARY KEY (place_id, name)
    ) STRICT;
    CREATE INDEX backup_by_time ON backup (made_at);

    -- What came of looking at one again, and of tries that gave none (no name).
    CREATE TABLE backup_check (
      id TEXT PRIMARY KEY,
      place_id TEXT REFERENCES backup_place (id),
      name TEXT,
      outcome TEXT NOT NULL,
      facts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(facts)),
      checked_at TEXT NOT NULL,
      checked_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX backup_check_by_backup ON backup_check (place_id, name);

    -- A restore that was tried out with the paper code: what the director saw in it.
    CREATE TABLE backup_drill (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      made_at TEXT NOT NULL,
      place TEXT NOT NULL,
      residents INTEGER NOT NULL CHECK (residents >= 0),
      checkups INTEGER NOT NULL CHECK (checkups >= 0),
      last_day TEXT,
      drilled_at TEXT NOT NULL,
      drilled_by TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER backup_does_not_change BEFORE UPDATE ON backup
      BEGIN SELECT RAISE(ABORT, 'a record of a backup does not change'); END;
    CREATE TRIGGER backup_stays BEFORE DELETE ON backup
      BEGIN SELECT RAISE(ABORT, 'a record of a backup is never deleted'); END;
    CREATE TRIGGER backup_check_does_not_change BEFORE UPDATE ON backup_check
      BEGIN SELECT RAISE(ABORT, 'a record of a look at a backup does not change'); END;
    CREATE TRIGGER backup_check_stays BEFORE DELETE ON backup_check
      BEGIN SELECT RAISE(ABORT, 'a record of a look at a backup is never deleted'); END;
    CREATE TRIGGER backup_drill_does_not_change BEFORE UPDATE ON backup_drill
      BEGIN SELECT RAISE(ABORT, 'a record of a drill does not change'); END;
    CREATE TRIGGER backup_drill_stays BEFORE DELETE ON backup_drill
      BEGIN SELECT RAISE(ABORT, 'a record of a drill is never deleted'); END;
  `,
};
