import type { Insertable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { ComplaintLetterTable, ComplaintStepTable, ComplaintTable } from './tables/complaints.ts';

/** Complaints, what was done about them, and letters sealed to the county. Who may see which row is not decided here. */
export function complaintQueries(db: Kysely<Schema>) {
  return {
    all: () => db.selectFrom('complaint').selectAll().orderBy('seq', 'desc').execute(),

    recordedBy: (account: string) =>
      db
        .selectFrom('complaint')
        .selectAll()
        .where('recorded_by', '=', account)
        .orderBy('seq', 'desc')
        .execute(),

    byId: (id: string) => db.selectFrom('complaint').selectAll().where('id', '=', id).executeTakeFirst(),

    async insert(row: Omit<Insertable<ComplaintTable>, 'seq'>) {
      await db.insertInto('complaint').values(row).execute();
    },

    /** The steps of one complaint, or of all of them, in the order in which they were written. */
    steps: (complaintId?: string) =>
      db
        .selectFrom('complaint_step')
        .selectAll()
        .$if(complaintId !== undefined, (query) => query.where('complaint_id', '=', complaintId ?? ''))
        .orderBy('seq')
        .execute(),

    async insertStep(row: Omit<Insertable<ComplaintStepTable>, 'seq'>) {
      await db.insertInto('complaint_step').values(row).execute();
    },

    lastLetter: () =>
      db.selectFrom('complaint_letter').selectAll().orderBy('place', 'desc').limit(1).executeTakeFirst(),

    letter: (number: string) =>
      db.selectFrom('complaint_letter').selectAll().where('number', '=', number).executeTakeFirst(),

    async insertLetter(row: Insertable<ComplaintLetterTable>) {
      await db.insertInto('complaint_letter').values(row).execute();
    },
  };
}
