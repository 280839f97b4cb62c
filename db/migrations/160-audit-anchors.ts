import type { Migration } from '../migrate.ts';

export const auditAnchors: Migration = {
  version: 160,
  name: 'audit-anchors',
  up: `
    -- Where the head of the log was carried out of this PC: whoever holds such a place can tell whether the log still holds it.
    CREATE TABLE audit_anchor (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('package', 'backup', 'paper', 'receipt')),
      at TEXT NOT NULL,
      seq INTEGER NOT NULL CHECK (seq >= 0),
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      reference TEXT NOT NULL,
      UNIQUE (kind, reference, seq, hash)
    ) STRICT;
    CREATE TRIGGER audit_anchor_is_never_changed BEFORE UPDATE ON audit_anchor
      BEGIN SELECT RAISE(ABORT, 'an anchor stays as it is'); END;
    CREATE TRIGGER audit_anchor_is_never_deleted BEFORE DELETE ON audit_anchor
      BEGIN SELECT RAISE(ABORT, 'an anchor is kept'); END;
    CREATE TRIGGER audit_anchor_is_never_replaced BEFORE INSERT ON audit_anchor
      WHEN EXISTS (SELECT 1 FROM audit_anchor WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'an anchor stays as it is'); END;

    -- Packages have carried the head from the first one on.
    INSERT INTO audit_anchor (kind, at, seq, hash, reference)
      SELECT 'package', built_at, json_extract(manifest, '$.audit_count'), json_extract(manifest, '$.audit_head'), file_name
      FROM package ORDER BY epoch, seq;

    -- INSERT OR REPLACE would pass by the trigger against deleting: a line can only be put at the end, on the line before it.
    CREATE TRIGGER audit_only_grows_at_its_end BEFORE INSERT ON audit
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
        OR NEW.prev IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1),
          '0000000000000000000000000000000000000000000000000000000000000000')
      BEGIN SELECT RAISE(ABORT, 'the audit log only grows at its end'); END;

    -- The page of the log asks for one person, one kind of act, or some days.
    CREATE INDEX audit_by_actor ON audit (actor, seq);
    CREATE INDEX audit_by_action ON audit (action, seq);
    CREATE INDEX audit_by_time ON audit (at, seq);
  `,
};
