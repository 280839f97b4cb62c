import type { Database } from 'better-sqlite3';
import type { AuditFields } from './audit.ts';
import type { JournalDamage } from './journal.ts';

/** What a damaged journal lost, and when the newest line of the log that is left was written (ISO text). */
export type JournalLoss = JournalDamage & { readonly last: string };

const ACTION = 'people.journalDamaged';
/** So long everybody reads of it on every page: who enters the lost things again may only come after a weekend. */
const TOLD = 3 * 24 * 3_600_000;

/** The line of the log that tells of it. */
export function lossLine({ last, changes }: JournalLoss, at: string): AuditFields {
  return { at, actor: '-', action: ACTION, object: '', detail: `${last} · ${changes}` };
}

/** Since when changes are missing, if the log tells of such a loss in the last three days; otherwise null. `now` in milliseconds since 1970 UTC. */
export function recentLoss(raw: Database, now: number): string | null {
  const line = raw
    .prepare('SELECT at, detail FROM audit WHERE action = ? ORDER BY seq DESC LIMIT 1')
    .get(ACTION) as { at: string; detail: string } | undefined;
  if (!line || now - Date.parse(line.at) > TOLD) return null;
  return line.detail.split(' ')[0] ?? null;
}
