import type { Migration } from '../migrate.ts';

export const accountPins: Migration = {
  version: 200,
  name: 'account-pins',
  up: `
    -- A short number by which people take turns at the window of an open centre; it opens no file. Stretched like a password.
    CREATE TABLE account_pin (
      account_id TEXT PRIMARY KEY REFERENCES account (id),
      salt TEXT NOT NULL CHECK (length(salt) = 32),
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      cost_n INTEGER NOT NULL CHECK (cost_n > 1),
      cost_r INTEGER NOT NULL CHECK (cost_r > 0),
      cost_p INTEGER NOT NULL CHECK (cost_p > 0),
      -- Wrong tries since the last right one; with five only the password helps.
      wrong INTEGER NOT NULL CHECK (wrong BETWEEN 0 AND 5),
      set_at TEXT NOT NULL
    ) STRICT;
  `,
};
