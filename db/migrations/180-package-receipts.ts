import type { Migration } from '../migrate.ts';

export const packageReceipts: Migration = {
  version: 180,
  name: 'package-receipts',
  up: `
    -- A package that the county returned never entered the chain: the month is built again in the same place. What is unique is
    -- the statement, no longer its number.
    CREATE TABLE package_180 (
      id TEXT PRIMARY KEY,
      epoch INTEGER NOT NULL CHECK (epoch > 0),
      seq INTEGER NOT NULL CHECK (seq > 0),
      period TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('full', 'correction', 'empty')),
      statement_hash TEXT NOT NULL UNIQUE CHECK (length(statement_hash) = 64),
      prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
      -- Of the rows alone: a correction that would change nothing is seen by it.
      data_hash TEXT NOT NULL CHECK (length(data_hash) = 64),
      manifest TEXT NOT NULL,
      file_name TEXT NOT NULL,
      size INTEGER NOT NULL,
      content BLOB NOT NULL,
      built_at TEXT NOT NULL,
      built_by TEXT NOT NULL
    ) STRICT;
    INSERT INTO package_180 (id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size,
        content, built_at, built_by)
      SELECT id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size, content, built_at,
        built_by
      FROM package;
    DROP TABLE package;
    ALTER TABLE package_180 RENAME TO package;
    CREATE INDEX package_by_period ON package (period);
    CREATE INDEX package_by_place ON package (epoch, seq);
    CREATE TRIGGER package_is_never_changed BEFORE UPDATE ON package
      BEGIN SELECT RAISE(ABORT, 'a package that was built stays as it is'); END;
    CREATE TRIGGER package_is_never_deleted BEFORE DELETE ON package
      BEGIN SELECT RAISE(ABORT, 'a package that was built is kept'); END;

    -- A signing key is made before it is used: the county must know it first.
    ALTER TABLE signing_key ADD COLUMN begun_at TEXT;
    UPDATE signing_key SET begun_at = created_at;
    DROP INDEX signing_key_one_current;
    CREATE UNIQUE INDEX signing_key_one_current ON signing_key ((1)) WHERE ended_at IS NULL AND begun_at IS NOT NULL;
    CREATE UNIQUE INDEX signing_key_one_next ON signing_key ((1)) WHERE ended_at IS NULL AND begun_at IS NULL;

    -- The county's age key to come, and the number of the card that told it; 0 when the key was typed.
    ALTER TABLE county_key ADD COLUMN next_recipient TEXT CHECK (next_recipient LIKE 'age1%');
    ALTER TABLE county_key ADD COLUMN number INTEGER NOT NULL DEFAULT 0;

    -- The key with which the county signs what it answers; a person compared its fingerprint with the stamped form.
    CREATE TABLE county_signer (
      id TEXT PRIMARY KEY,
      public_key TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      ended_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX county_signer_one_current ON county_signer ((1)) WHERE ended_at IS NULL;

    -- What the county answered, as it was signed: the centre's proof of delivery. It may speak of a package that this PC does
    -- not have (any more).
    CREATE TABLE package_receipt (
      id TEXT PRIMARY KEY,
      epoch INTEGER NOT NULL CHECK (epoch > 0),
      seq INTEGER NOT NULL CHECK (seq > 0),
      statement_hash TEXT NOT NULL CHECK (length(statement_hash) = 64),
      verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'waiting', 'refused')),
      code TEXT,
      facts TEXT NOT NULL CHECK (json_valid(facts)),
      next_seq INTEGER NOT NULL,
      last_hash TEXT NOT NULL CHECK (length(last_hash) = 64),
      received_on TEXT NOT NULL,
      content BLOB NOT NULL UNIQUE,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      CHECK ((verdict = 'accepted') = (code IS NULL))
    ) STRICT;
    CREATE INDEX package_receipt_by_statement ON package_receipt (statement_hash);
    CREATE TRIGGER package_receipt_is_never_changed BEFORE UPDATE ON package_receipt
      BEGIN SELECT RAISE(ABORT, 'a receipt stays as it is'); END;
    CREATE TRIGGER package_receipt_is_never_deleted BEFORE DELETE ON package_receipt
      BEGIN SELECT RAISE(ABORT, 'a receipt is kept'); END;

    -- The county's word that a new epoch may begin, and after which package.
    CREATE TABLE package_resync (
      id TEXT PRIMARY KEY,
      epoch INTEGER NOT NULL UNIQUE CHECK (epoch > 1),
      last_epoch INTEGER NOT NULL,
      last_seq INTEGER NOT NULL,
      last_hash TEXT NOT NULL CHECK (length(last_hash) = 64),
      confirmed_by TEXT NOT NULL,
      confirmed_on TEXT NOT NULL,
      content BLOB NOT NULL,
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER package_resync_is_never_changed BEFORE UPDATE ON package_resync
      BEGIN SELECT RAISE(ABORT, 'a re-sync token stays as it is'); END;
    CREATE TRIGGER package_resync_is_never_deleted BEFORE DELETE ON package_resync
      BEGIN SELECT RAISE(ABORT, 'a re-sync token is kept'); END;
  `,
};
