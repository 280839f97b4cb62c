import type { Database } from 'better-sqlite3';
import type { AuditAnchorTable } from './tables/audit.ts';

export type AnchorKind = AuditAnchorTable['kind'];

/**
 * A place of the log that is known outside of this PC: `seq` and `hash` are the number and hash of the line that was the newest
 * when it was carried out (auditHead), `reference` says on what: the name of a file, a paper with its month.
 */
export type Anchor = {
  readonly kind: AnchorKind;
  readonly at: string;
  readonly seq: number;
  readonly hash: string;
  readonly reference: string;
};

/**
 * Writes down that the head of the log was carried out of the PC (trust.md 5). Said twice it stands once. Anchors are told to
 * the director and looked for at each start; whoever rewrites the log could rewrite this list too, so the proof is what lies
 * outside: the package, the backup, the paper, the receipt.
 */
export function recordAnchor(raw: Database, { kind, at, seq, hash, reference }: Anchor): void {
  raw
    .prepare(
      'INSERT OR IGNORE INTO audit_anchor (kind, at, seq, hash, reference) VALUES (@kind, @at, @seq, @hash, @reference)',
    )
    .run({ kind, at, seq, hash, reference });
}

/** Every anchor, the newest place of the log first. */
export function anchorsNewestFirst(raw: Database): Anchor[] {
  return raw
    .prepare('SELECT kind, at, seq, hash, reference FROM audit_anchor ORDER BY seq DESC, id DESC')
    .all() as Anchor[];
}

/** An anchor that the log does not hold, and the hash of the line that stands in its place ('' when there is none). */
export type LostAnchor = Anchor & { readonly found: string };

/** The anchors whose line is another now or is gone, the oldest place first. */
export function lostAnchors(raw: Database): LostAnchor[] {
  return raw
    .prepare(
      `SELECT anchor.kind, anchor.at, anchor.seq, anchor.hash, anchor.reference, coalesce(audit.hash, '') AS found
      FROM audit_anchor AS anchor LEFT JOIN audit ON audit.seq = anchor.seq
      WHERE anchor.seq > 0 AND audit.hash IS NOT anchor.hash
      ORDER BY anchor.seq, anchor.id`,
    )
    .all() as LostAnchor[];
}
