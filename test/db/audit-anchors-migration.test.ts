import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { anchorsNewestFirst, recordAnchor } from '../../db/anchors.ts';
import { appendAudit, auditHead } from '../../db/audit.ts';
import { migrate } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';

const line = { at: '2026-11-01T01:00:00.000Z', actor: 'a1', action: 'beds.add', object: 'b1', detail: '' };

/** A file as it was before places of the log were kept: three lines, and a package that carried the second. */
function anOlderFile() {
  const raw = new Driver(':memory:');
  migrate(
    raw,
    migrations.filter(({ version }) => version < 160),
  );
  for (let count = 0; count < 2; count += 1) appendAudit(raw, line);
  const head = auditHead(raw);
  raw
    .prepare(
      `INSERT INTO package (id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size,
        content, built_at, built_by) VALUES ('p1', 1, 1, '2026-10', 'full', @hash, @hash, @hash, @manifest, 'TYX1.tyx', 1,
        x'00', '2026-11-01T02:00:00.000Z', 'a1')`,
    )
    .run({
      hash: '0'.repeat(64),
      manifest: JSON.stringify({ audit_count: head.seq, audit_head: head.hash }),
    });
  appendAudit(raw, line);
  return { raw, head };
}

describe('bringing a file to version 160', () => {
  it('leaves the log as it is and knows the places that earlier packages carried out', () => {
    const { raw, head } = anOlderFile();
    const before = raw.prepare('SELECT * FROM audit').all();
    migrate(raw, migrations);
    expect(raw.prepare('SELECT * FROM audit').all()).toEqual(before);
    expect(anchorsNewestFirst(raw)).toEqual([
      { kind: 'package', at: '2026-11-01T02:00:00.000Z', seq: 2, hash: head.hash, reference: 'TYX1.tyx' },
    ]);
  });

  it('keeps an anchor once and for good', () => {
    const { raw, head } = anOlderFile();
    migrate(raw, migrations);
    const anchor = { kind: 'backup', at: line.at, ...head, reference: 'stick' } as const;
    recordAnchor(raw, anchor);
    recordAnchor(raw, { ...anchor, at: '2026-11-09T01:00:00.000Z' });
    expect(anchorsNewestFirst(raw)).toHaveLength(2);
    expect(() => raw.exec('UPDATE audit_anchor SET seq = 1')).toThrow(/stays as it is/);
    expect(() => raw.exec('DELETE FROM audit_anchor')).toThrow(/kept/);
    expect(() =>
      raw.exec(
        `INSERT OR REPLACE INTO audit_anchor (id, kind, at, seq, hash, reference) SELECT id, 'paper', at, seq, hash, '' FROM audit_anchor`,
      ),
    ).toThrow(/stays as it is/);
  });

  it('takes a line of the log at its end only, on the line before it', () => {
    const { raw } = anOlderFile();
    migrate(raw, migrations);
    expect(() => raw.exec('INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE seq = 2')).toThrow(
      /only grows/,
    );
    expect(() =>
      raw.exec(
        `INSERT INTO audit SELECT 9, at, actor, action, object, detail, hash, replace(hash, '0', '1') FROM audit WHERE seq = 3`,
      ),
    ).toThrow(/only grows/);
    expect(() =>
      raw.exec(
        `INSERT INTO audit SELECT 4, at, actor, action, object, detail, prev, replace(hash, '0', '1') FROM audit WHERE seq = 3`,
      ),
    ).toThrow(/only grows/);
    appendAudit(raw, line);
    expect(auditHead(raw).seq).toBe(4);
  });
});
