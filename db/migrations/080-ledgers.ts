import type { Migration } from '../migrate.ts';

export const ledgers: Migration = {
  version: 80,
  name: 'ledgers',
  up: `
    CREATE TABLE ledger_import (
      id TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      report TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      imported_by TEXT NOT NULL
    ) STRICT;

    -- Every row that came in leaves its fingerprint, so that bringing in the same workbook again adds nothing.
    CREATE TABLE ledger_row (
      fingerprint TEXT PRIMARY KEY,
      import_id TEXT NOT NULL REFERENCES ledger_import (id),
      sheet TEXT NOT NULL,
      row INTEGER NOT NULL,
      kind TEXT NOT NULL,
      record_id TEXT NOT NULL
    ) STRICT;
  `,
};
