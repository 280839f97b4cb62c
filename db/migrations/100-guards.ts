import type { Migration } from '../migrate.ts';

export const guards: Migration = {
  version: 100,
  name: 'guards',
  up: `
    -- Approval of comprehensive hours by the labour department. It counts while it is whole: with the posts that it names.
    CREATE TABLE hours_approval (
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL CHECK (number <> ''),
      scope TEXT NOT NULL,
      starts_on TEXT NOT NULL,
      ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      ended_at TEXT,
      ended_by TEXT,
      ended_reason TEXT
    ) STRICT;
    -- Until now a setting kept the number and the last day; the day on which it was entered is the first that is known.
    INSERT INTO hours_approval (id, number, scope, starts_on, ends_on, recorded_at, recorded_by)
      SELECT 'from-setting', value ->> '$.number', '',
             min(date(changed_at, '+8 hours'), value ->> '$.until'), value ->> '$.until', changed_at, changed_by
      FROM setting WHERE key = 'comprehensive-hours' AND json_type(value) = 'object';

    -- Cover of a part of the people: of a zone, of one sex, with a skill; all NULL is the whole house.
    ALTER TABLE cover_rule ADD COLUMN sex TEXT CHECK (sex IN ('male', 'female'));
    ALTER TABLE cover_rule ADD COLUMN skill TEXT CHECK (skill <> '');

    -- The zone that somebody belongs to from a day on; NULL: as her pairs live.
    CREATE TABLE caregiver_zone (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      zone_id TEXT REFERENCES zone (id),
      effective_from TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;

    CREATE TABLE caregiver_skill (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      skill TEXT NOT NULL CHECK (skill <> ''),
      valid_until TEXT,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      ended_at TEXT,
      ended_by TEXT,
      ended_reason TEXT
    ) STRICT;
    CREATE UNIQUE INDEX caregiver_skill_one_current ON caregiver_skill (caregiver_id, skill) WHERE ended_at IS NULL;

    -- The due date, or the child's day of birth, from which the period was reckoned.
    ALTER TABLE protection ADD COLUMN basis_on TEXT;

    -- Work outside this house: another public-welfare post, or a job. weekdays: ISO numbers of the days she is there, '' when not known.
    CREATE TABLE other_post (
      id TEXT PRIMARY KEY,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      kind TEXT NOT NULL CHECK (kind IN ('public-welfare', 'job')),
      place TEXT NOT NULL CHECK (place <> ''),
      starts_on TEXT NOT NULL,
      ends_on TEXT CHECK (ends_on >= starts_on),
      weekdays TEXT NOT NULL DEFAULT '',
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      cancelled_at TEXT,
      cancelled_by TEXT,
      cancelled_reason TEXT
    ) STRICT;
    CREATE INDEX other_post_by_caregiver ON other_post (caregiver_id) WHERE cancelled_at IS NULL;

    -- Why a roster was published although a rule warned: one reason a rule, and everybody and every day it was given for.
    CREATE TABLE roster_override (
      id TEXT PRIMARY KEY,
      roster_id TEXT NOT NULL REFERENCES roster (id),
      rule TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      UNIQUE (roster_id, rule)
    ) STRICT;
    CREATE TABLE roster_override_case (
      override_id TEXT NOT NULL REFERENCES roster_override (id),
      position INTEGER NOT NULL,
      caregiver_id TEXT NOT NULL REFERENCES caregiver (id),
      first_day TEXT NOT NULL,
      last_day TEXT NOT NULL CHECK (last_day >= first_day),
      amount INTEGER NOT NULL,
      PRIMARY KEY (override_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER roster_override_is_not_changed BEFORE UPDATE ON roster_override
      BEGIN SELECT RAISE(ABORT, 'a reason that was given stays as it is'); END;
    CREATE TRIGGER roster_override_is_kept BEFORE DELETE ON roster_override
      BEGIN SELECT RAISE(ABORT, 'a reason that was given is never deleted'); END;
    CREATE TRIGGER roster_override_case_is_not_changed BEFORE UPDATE ON roster_override_case
      BEGIN SELECT RAISE(ABORT, 'a reason that was given stays as it is'); END;
    CREATE TRIGGER roster_override_case_is_kept BEFORE DELETE ON roster_override_case
      BEGIN SELECT RAISE(ABORT, 'a reason that was given is never deleted'); END;
  `,
};
