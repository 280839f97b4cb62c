import type { Database } from 'better-sqlite3';
import { createHash } from 'node:crypto';

export type AuditFields = { at: string; actor: string; action: string; object: string; detail: string };
export type AuditLine = AuditFields & { seq: number; prev: string; hash: string };

/** What the first line of all names as the hash before it. */
export const FIRST_HASH = '0'.repeat(64);

/** SHA-256 over the mark, the number, the hash before and each field with its length, so that no two lines read the same (trust.md 5). */
export function hashOfLine(seq: number, prev: string, fields: AuditFields): string {
  const hash = createHash('sha256').update('TYAUDIT1');
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  hash.update(number).update(Buffer.from(prev, 'hex'));
  for (const field of [fields.at, fields.actor, fields.action, fields.object, fields.detail]) {
    const bytes = Buffer.from(field);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest('hex');
}

/** Adds one line to the chain; call it inside the transaction of the change that it tells of. */
export function appendAudit(raw: Database, fields: AuditFields): void {
  const { seq, hash: prev } = auditHead(raw);
  const next = seq + 1;
  raw
    .prepare(
      'INSERT INTO audit (seq, at, actor, action, object, detail, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(
      next,
      fields.at,
      fields.actor,
      fields.action,
      fields.object,
      fields.detail,
      prev,
      hashOfLine(next, prev, fields),
    );
}

/** When the newest line was written, as the clock of the PC stood then; null before the first. */
export function newestLineAt(raw: Database): string | null {
  return (
    (raw.prepare('SELECT at FROM audit ORDER BY seq DESC LIMIT 1').pluck().get() as string | undefined) ??
    null
  );
}

/** Number and hash of the newest line; 0 and 64 zeros before the first. */
export function auditHead(raw: Database): { seq: number; hash: string } {
  const last = raw.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined;
  return last ?? { seq: 0, hash: FIRST_HASH };
}
