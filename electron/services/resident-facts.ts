import { residentQueries, type ResidentRow } from '../../db/residents.ts';
import { examine, completed, type Problem } from '../../shared/residents/examine.ts';
import { differences, type Change } from '../../shared/residents/changes.ts';
import type { ResidentFacts } from '../../shared/residents/facts.ts';
import { missingForRegister, standingOf } from '../../shared/residents/standing.ts';
import type { Work } from '../core/door.ts';
import { refuse } from '../core/refuse.ts';
import { recordCorrections } from './corrections.ts';
import { columnsOf, factsOf } from './resident-rows.ts';

export type Kept = { id: string; standing: 'registered' | 'provisional'; openDoubts: number };

/** Refuses an ID number that stands in another file. */
export async function requireOwnNationalId(
  { db }: Work,
  facts: ResidentFacts,
  ownId?: string,
): Promise<void> {
  const other = await fileWithNumber(db, facts, ownId);
  if (other) refuse('NATIONAL_ID_TAKEN', { name: other.name, left: other.left_on !== null });
}

export async function fileWithNumber(db: Work['db'], { nationalId }: ResidentFacts, ownId?: string) {
  const other = nationalId === null ? undefined : await residentQueries(db).byNationalId(nationalId);
  return other && other.id !== ownId ? other : undefined;
}

export type ChangeOrder = {
  readonly row: ResidentRow;
  readonly changes: Partial<ResidentFacts>;
  readonly reason: string;
  readonly certificateDiffers: boolean;
  /** Doubts that the change settles even where the value stays as it is. */
  readonly settles: readonly string[];
};

/**
 * Changes facts of a file: gathers what is known, lets the rules judge what the change would bring, writes the row, one
 * correction a field, and settles the doubts about the changed fields. Ends with the standing the file then has.
 */
export async function changeFacts(work: Work, order: ChangeOrder): Promise<Kept & { changed: Change[] }> {
  const { row, reason } = order;
  const queries = residentQueries(work.db);
  const before = factsOf(row);
  const after = completed({ ...before, ...order.changes });
  const changed = differences(before, after);

  const known = new Set(examine(before, work.today).map(({ kind }) => kind));
  requireNone(examine(after, work.today, order.certificateDiffers).filter(({ kind }) => !known.has(kind)));
  await requireOwnNationalId(work, after, row.id);
  if (row.left_on !== null && after.admittedOn !== null && after.admittedOn > row.left_on)
    refuse('DAY_TOO_EARLY', { day: row.left_on, earliest: after.admittedOn });

  const doubts = await queries.openDoubts(row.id);
  const touched = new Set(changed.map(({ field }) => field));
  const settled = doubts
    .filter(({ id, field }) => order.settles.includes(id) || touched.has(field))
    .map(({ id }) => id);
  const openDoubts = doubts.length - settled.length;
  const missing = missingForRegister(after);
  if (missing.length > 0 && (row.standing === 'registered' || openDoubts === 0))
    refuse('FIELDS_NEEDED', { fields: missing });

  const standing = standingOf(after, openDoubts);
  await queries.update(row.id, { ...columnsOf(after), standing });
  await recordCorrections(work, 'resident', row.id, changed, reason);
  if (settled.length > 0)
    await queries.resolveDoubts(settled, { at: work.at, by: work.who.id, resolution: reason });
  return { id: row.id, standing, openDoubts, changed };
}

/** Refuses with the first problem, if there is one. */
export function requireNone([first]: readonly Problem[]): void {
  if (first) refuse(first.refusal.code, first.refusal.data);
}
