import type { Migration } from '../migrate.ts';

export const secondSigningKey: Migration = {
  version: 210,
  name: 'second-signing-key',
  up: `
    -- The centre's SM2 key, while the setting of the second signature is on; kept when it is off again, so that the letter that
    -- ends it can be written once more.
    CREATE TABLE second_key (
      id TEXT PRIMARY KEY,
      public_key TEXT NOT NULL UNIQUE CHECK (public_key LIKE '04%' AND length(public_key) = 130),
      private_key BLOB NOT NULL CHECK (length(private_key) = 32),
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL,
      ended_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX second_key_one_current ON second_key ((1)) WHERE ended_at IS NULL;
  `,
};
