import type { Migration } from '../migrate.ts';

export const packageContent: Migration = {
  version: 220,
  name: 'package-content',
  up: `
    -- The file of a package, some 120 kB, stands in a table of its own: a list of packages reads none of it.
    CREATE TABLE package_content (
      package_id TEXT PRIMARY KEY REFERENCES package (id),
      content BLOB NOT NULL
    ) STRICT;
    INSERT INTO package_content (package_id, content) SELECT id, content FROM package ORDER BY rowid;

    CREATE TABLE package_220 (
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
      built_at TEXT NOT NULL,
      built_by TEXT NOT NULL
    ) STRICT;
    INSERT INTO package_220 (rowid, id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name,
        size, built_at, built_by)
      SELECT rowid, id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size, built_at,
        built_by
      FROM package ORDER BY rowid;
    DROP TABLE package;
    ALTER TABLE package_220 RENAME TO package;
    CREATE INDEX package_by_period ON package (period);
    CREATE INDEX package_by_place ON package (epoch, seq);
    CREATE TRIGGER package_is_never_changed BEFORE UPDATE ON package
      BEGIN SELECT RAISE(ABORT, 'a package that was built stays as it is'); END;
    CREATE TRIGGER package_is_never_deleted BEFORE DELETE ON package
      BEGIN SELECT RAISE(ABORT, 'a package that was built is kept'); END;
    -- INSERT OR REPLACE would pass by the triggers against deleting.
    CREATE TRIGGER package_is_never_replaced BEFORE INSERT ON package
      WHEN EXISTS (SELECT 1 FROM package WHERE id = NEW.id OR statement_hash = NEW.statement_hash)
      BEGIN SELECT RAISE(ABORT, 'a package that was built stays as it is'); END;
    CREATE TRIGGER package_content_is_never_changed BEFORE UPDATE ON package_content
      BEGIN SELECT RAISE(ABORT, 'a package that was built stays as it is'); END;
    CREATE TRIGGER package_content_is_never_deleted BEFORE DELETE ON package_content
      BEGIN SELECT RAISE(ABORT, 'a package that was built is kept'); END;
    CREATE TRIGGER package_content_is_never_replaced BEFORE INSERT ON package_content
      WHEN EXISTS (SELECT 1 FROM package_content WHERE package_id = NEW.package_id)
      BEGIN SELECT RAISE(ABORT, 'a package that was built stays as it is'); END;
  `,
};
