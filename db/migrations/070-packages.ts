import type { Migration } from '../migrate.ts';

export const packages: Migration = {
  version: 70,
  name: 'packages',
  up: `
    -- The private key is PKCS#8 and never leaves this file (trust.md 4.5).
    CREATE TABLE signing_key (
      id TEXT PRIMARY KEY,
      public_key TEXT NOT NULL UNIQUE,
      private_key BLOB NOT NULL,
      fingerprint TEXT NOT NULL UNIQUE,
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL,
      ended_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX signing_key_one_current ON signing_key ((1)) WHERE ended_at IS NULL;

    CREATE TABLE county_key (
      id TEXT PRIMARY KEY,
      recipient TEXT NOT NULL CHECK (recipient LIKE 'age1%'),
      recorded_at TEXT NOT NULL,
      recorded_by TEXT NOT NULL,
      ended_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX county_key_one_current ON county_key ((1)) WHERE ended_at IS NULL;

    CREATE TABLE package (
      id TEXT PRIMARY KEY,
      epoch INTEGER NOT NULL CHECK (epoch > 0),
      seq INTEGER NOT NULL CHECK (seq > 0),
      period TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('full', 'correction', 'empty')),
      statement_hash TEXT NOT NULL CHECK (length(statement_hash) = 64),
      prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
      -- Of the rows alone: a correction that would change nothing is seen by it.
      data_hash TEXT NOT NULL CHECK (length(data_hash) = 64),
      manifest TEXT NOT NULL,
      file_name TEXT NOT NULL,
      size INTEGER NOT NULL,
      content BLOB NOT NULL,
      built_at TEXT NOT NULL,
      built_by TEXT NOT NULL,
      UNIQUE (epoch, seq)
    ) STRICT;
    CREATE INDEX package_by_period ON package (period);
    CREATE TRIGGER package_is_never_changed BEFORE UPDATE ON package
      BEGIN SELECT RAISE(ABORT, 'a package that was built stays as it is'); END;
    CREATE TRIGGER package_is_never_deleted BEFORE DELETE ON package
      BEGIN SELECT RAISE(ABORT, 'a package that was built is kept'); END;
  `,
};
