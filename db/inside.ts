import type { Database } from 'better-sqlite3';
import type { LastPackage } from '../shared/backup/epoch.ts';

/** What a person recognises a centre's file by. */
export type CountsInside = {
  readonly centre: string;
  readonly residents: number;
  readonly checkups: number;
  /** The last day of which a checkup, an attendance or an admission was written down. */
  readonly lastDay: string | null;
};

/** People in the house, checkups on record, the last day written of. Works on every version from the first release on. */
export function insideOf(raw: Database): CountsInside {
  const one = <T>(sql: string) => raw.prepare(sql).pluck().get() as T;
  return {
    centre: one<string>('SELECT name FROM centre'),
    residents: one<number>('SELECT count(*) FROM resident WHERE left_on IS NULL'),
    checkups: one<number>('SELECT count(*) FROM checkup'),
    lastDay: one<string | null>(
      `SELECT max(day) FROM (
        SELECT max(day) AS day FROM checkup UNION ALL SELECT max(day) FROM attendance UNION ALL SELECT max(admitted_on) FROM resident)`,
    ),
  };
}

/** Where a file stands in the chain of packages. */
export type ChainInside = { readonly last: LastPackage; readonly setting: number };

/** Its newest package, and the epoch that it was told to use (1 when it was told none). */
export function chainOf(raw: Database): ChainInside {
  const last = raw
    .prepare('SELECT epoch, seq, statement_hash AS hash FROM package ORDER BY epoch DESC, seq DESC LIMIT 1')
    .get() as LastPackage | undefined;
  const setting = raw.prepare(`SELECT value FROM setting WHERE key = 'package.epoch'`).pluck().get() as
    | string
    | undefined;
  return { last: last ?? null, setting: Number(setting ?? 1) };
}

/** How many packages a file holds that came after this one. */
export function packagesAfter(raw: Database, last: LastPackage): number {
  return raw
    .prepare('SELECT count(*) FROM package WHERE epoch > :epoch OR (epoch = :epoch AND seq > :seq)')
    .pluck()
    .get({ epoch: last?.epoch ?? 0, seq: last?.seq ?? 0 }) as number;
}

/** Whether an account of this login is a director's and in use. */
export function isDirector(raw: Database, login: string): boolean {
  return (
    raw
      .prepare(`SELECT 1 FROM account WHERE login = ? AND role = 'director' AND ended_at IS NULL`)
      .get(login) !== undefined
  );
}
