import type { Database } from 'better-sqlite3';
import type { AuditLine } from './audit.ts';

export type LineFilter = {
  /** Only lines before this number. */
  readonly before?: number | undefined;
  readonly actor?: string | undefined;
  /** Only these acts; an empty list finds nothing. */
  readonly actions?: readonly string[] | undefined;
  /** All acts but these. */
  readonly otherThan?: readonly string[] | undefined;
  /** Instants as ISO text, from the first and before the second. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** The newest lines that meet every condition, newest first. */
export function linesWhere(raw: Database, filter: LineFilter, limit: number): AuditLine[] {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, ...facts: (string | number)[]) => {
    conditions.push(condition);
    values.push(...facts);
  };
  if (filter.before !== undefined) add('seq < ?', filter.before);
  if (filter.actor !== undefined) add('actor = ?', filter.actor);
  if (filter.actions) add('action IN (SELECT value FROM json_each(?))', JSON.stringify(filter.actions));
  if (filter.otherThan)
    add('action NOT IN (SELECT value FROM json_each(?))', JSON.stringify(filter.otherThan));
  if (filter.from !== undefined) add('at >= ?', filter.from);
  if (filter.to !== undefined) add('at < ?', filter.to);
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return raw
    .prepare(`SELECT * FROM audit ${where} ORDER BY seq DESC LIMIT ?`)
    .all(...values, limit) as AuditLine[];
}

/** One line by its number. */
export function lineAt(raw: Database, seq: number): AuditLine | undefined {
  return raw.prepare('SELECT * FROM audit WHERE seq = ?').get(seq) as AuditLine | undefined;
}

/** The line whose hash begins with these hexadecimal digits. */
export function lineByHash(raw: Database, prefix: string): AuditLine | undefined {
  return raw
    .prepare('SELECT * FROM audit WHERE hash >= ? AND hash < ? ORDER BY seq LIMIT 1')
    .get(prefix, `${prefix}g`) as AuditLine | undefined;
}

/** What people call the things with these ids: residents, caregivers, beds, devices, accounts, months of pay and rosters. */
export function namesOfThings(raw: Database, ids: readonly string[]): Map<string, string> {
  const rows = raw
    .prepare(
      `WITH asked AS (SELECT value AS id FROM json_each(?))
      SELECT id, name FROM account WHERE id IN (SELECT id FROM asked)
      UNION ALL SELECT id, name FROM resident WHERE id IN (SELECT id FROM asked)
      UNION ALL SELECT id, name FROM caregiver WHERE id IN (SELECT id FROM asked)
      UNION ALL SELECT id, label FROM bed WHERE id IN (SELECT id FROM asked)
      UNION ALL SELECT id, name || ' ' || code FROM device WHERE id IN (SELECT id FROM asked)
      UNION ALL SELECT id, month FROM pay_run WHERE id IN (SELECT id FROM asked)
      UNION ALL SELECT id, month FROM roster WHERE id IN (SELECT id FROM asked)
      UNION ALL SELECT id, file_name FROM package WHERE id IN (SELECT id FROM asked)
      UNION ALL SELECT line.id, caregiver.name FROM pay_line AS line
        JOIN caregiver ON caregiver.id = line.caregiver_id WHERE line.id IN (SELECT id FROM asked)`,
    )
    .all(JSON.stringify(ids)) as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
