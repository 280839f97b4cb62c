import { correctionQueries, type CorrectionRow } from '../../db/corrections.ts';
import { peopleQueries } from '../../db/people.ts';
import type { Change } from '../../shared/residents/changes.ts';
import type { Work } from '../core/door.ts';

/** Leaves a row for each changed field of a record: what stood there, what stands there now, why, who, when. */
export async function recordCorrections(
  { db, newId, at, who }: Work,
  subject: string,
  subjectId: string,
  changes: readonly Change[],
  reason: string,
): Promise<void> {
  const rows = changes.map((change): CorrectionRow => ({
    id: newId(),
    subject,
    subject_id: subjectId,
    ...change,
    reason,
    recorded_at: at,
    recorded_by: who.id,
  }));
  await correctionQueries(db).record(rows);
}

/** The name of whoever has an account id, ended accounts too; an id that is no account (set-up, import) stands for itself. */
export async function namesOfPeople({ db }: Work): Promise<(id: string) => string> {
  const names = new Map((await peopleQueries(db).accounts()).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** The corrections of a record with the names of who made them, newest first. */
export async function correctionsOf(work: Work, subject: string, subjectId: string) {
  const nameOf = await namesOfPeople(work);
  const rows = await correctionQueries(work.db).of(subject, subjectId);
  return rows.map(({ recorded_at, recorded_by, field, before, after, reason }) => ({
    at: recorded_at,
    by: nameOf(recorded_by),
    field,
    before,
    after,
    reason,
  }));
}
