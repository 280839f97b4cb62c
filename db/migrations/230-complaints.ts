import type { Migration } from '../migrate.ts';

/** Append-only: nothing of a complaint is ever changed, deleted, or written over by INSERT OR REPLACE, which passes a delete trigger by. */
const kept = (table: string, ...keys: string[]) => `
    CREATE TRIGGER ${table}_does_not_change BEFORE UPDATE ON ${table}
      BEGIN SELECT RAISE(ABORT, 'what was recorded of a complaint does not change'); END;
    CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, 'what was recorded of a complaint is never deleted'); END;
    CREATE TRIGGER ${table}_is_not_replaced BEFORE INSERT ON ${table}
      WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${keys.map((key) => `${key} = NEW.${key}`).join(' OR ')})
      BEGIN SELECT RAISE(ABORT, 'what was recorded of a complaint is not replaced'); END;`;

export const complaints: Migration = {
  version: 230,
  name: 'complaints',
  up: `
    -- A complaint as it was brought. Names are kept as they were then: they decide who may read it.
    CREATE TABLE complaint (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      happened_on TEXT NOT NULL,
      happened_time TEXT NOT NULL,
      place TEXT NOT NULL CHECK (place <> ''),
      resident_id TEXT REFERENCES resident (id),
      resident_name TEXT NOT NULL,
      concern_kind TEXT NOT NULL CHECK (concern_kind IN ('caregiver', 'account', 'other', 'unknown')),
      concern_id TEXT,
      concern_name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('violence', 'bullying', 'property', 'neglect', 'sexual', 'other')),
      teller TEXT NOT NULL CHECK (teller IN ('resident', 'guardian', 'staff', 'visitor', 'anonymous')),
      teller_name TEXT NOT NULL,
      said TEXT NOT NULL CHECK (said <> ''),
      done_at_once TEXT NOT NULL CHECK (done_at_once <> ''),
      doer TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      CHECK ((concern_kind IN ('caregiver', 'account')) = (concern_id IS NOT NULL)),
      CHECK ((concern_kind = 'unknown') = (concern_name = '')),
      CHECK (teller <> 'anonymous' OR teller_name = '')
    ) STRICT;
    CREATE INDEX complaint_by_recorder ON complaint (recorded_by, seq);
    ${kept('complaint', 'seq', 'id')}

    -- What was done about it, in the order in which it was written.
    CREATE TABLE complaint_step (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      complaint_id TEXT NOT NULL REFERENCES complaint (id),
      kind TEXT NOT NULL CHECK (kind IN ('measure', 'inquiry', 'police', 'civil-affairs', 'federation', 'guardian',
        'result', 'close', 'reopen')),
      happened_on TEXT NOT NULL,
      said TEXT NOT NULL CHECK (said <> ''),
      doer TEXT NOT NULL CHECK (doer <> ''),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE INDEX complaint_step_by_complaint ON complaint_step (complaint_id, seq);
    ${kept('complaint_step', 'seq', 'id')}
    CREATE TRIGGER complaint_closes_with_a_result BEFORE INSERT ON complaint_step
      WHEN NEW.kind = 'close' AND NOT EXISTS (
        SELECT 1 FROM complaint_step AS result WHERE result.complaint_id = NEW.complaint_id AND result.kind = 'result'
          AND result.seq > coalesce((SELECT max(seq) FROM complaint_step
            WHERE complaint_id = NEW.complaint_id AND kind = 'reopen'), 0))
      BEGIN SELECT RAISE(ABORT, 'a complaint is not closed without a result'); END;

    -- Letters sealed to the county: nothing of them can be read here, and nothing says who wrote one.
    CREATE TABLE complaint_letter (
      place INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE CHECK (length(number) = 12 AND number NOT GLOB '*[^0-9]*'),
      sealed_on TEXT NOT NULL,
      sealed BLOB NOT NULL CHECK (length(sealed) > 0)
    ) STRICT;
    ${kept('complaint_letter', 'place', 'number')}
    CREATE TRIGGER complaint_letter_comes_last BEFORE INSERT ON complaint_letter
      WHEN NEW.place IS NOT (SELECT coalesce(max(place), 0) + 1 FROM complaint_letter)
      BEGIN SELECT RAISE(ABORT, 'a letter takes the next place'); END;
  `,
};
