import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What the fairness ledger and the roster's history are gathered from: few columns, for they are many rows. */
export function fairnessQueries(db: Kysely<Schema>) {
  return {
    currentMarks: (first: string, last: string, caregiverId?: string) =>
      db
        .selectFrom('attendance')
        .select(['caregiver_id', 'day', 'mark'])
        .where('superseded_at', 'is', null)
        .where('day', '>=', first)
        .where('day', '<=', last)
        .$if(caregiverId !== undefined, (query) => query.where('caregiver_id', '=', caregiverId ?? ''))
        .execute(),

    publishedCells: (first: string, last: string, caregiverId?: string) =>
      db
        .selectFrom('roster_cell')
        .innerJoin('roster', 'roster.id', 'roster_cell.roster_id')
        .select(['caregiver_id', 'day', 'shift_code'])
        .where('roster.state', '=', 'published')
        .where('roster.month', '>=', first.slice(0, 7))
        .where('roster.month', '<=', last.slice(0, 7))
        .where('day', '>=', first)
        .where('day', '<=', last)
        .$if(caregiverId !== undefined, (query) => query.where('caregiver_id', '=', caregiverId ?? ''))
        .execute(),

    /** Months whose attendance is closed now. */
    async closedMonths(first: string, last: string): Promise<string[]> {
      const rows = await db
        .selectFrom('attendance_close')
        .select('month')
        .where('reopened_at', 'is', null)
        .where('month', '>=', first)
        .where('month', '<=', last)
        .execute();
      return rows.map(({ month }) => month);
    },
  };
}
