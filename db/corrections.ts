import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { CorrectionTable } from './tables/people.ts';

export type CorrectionRow = Selectable<CorrectionTable>;

/** What was changed in records that are kept as one row: who, when, what stood there before, why. */
export function correctionQueries(db: Kysely<Schema>) {
  return {
    async record(rows: readonly CorrectionRow[]) {
      if (rows.length > 0)
        await db
          .insertInto('correction')
          .values([...rows])
          .execute();
    },

    of: (subject: string, subjectId: string): Promise<CorrectionRow[]> =>
      db
        .selectFrom('correction')
        .selectAll()
        .where('subject', '=', subject)
        .where('subject_id', '=', subjectId)
        .orderBy('recorded_at', 'desc')
        .orderBy('field')
        .execute(),
  };
}
