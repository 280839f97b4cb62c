import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type {
  HoursApprovalTable,
  OtherPostTable,
  RosterOverrideCaseTable,
  RosterOverrideTable,
} from './tables/guards.ts';

type Ended = { readonly at: string; readonly by: string; readonly reason: string };

export function guardQueries(db: Kysely<Schema>) {
  return {
    /** Every approval of comprehensive hours, the newest first, the ended too. */
    approvals: () =>
      db
        .selectFrom('hours_approval')
        .leftJoin('account', 'account.id', 'hours_approval.recorded_by')
        .selectAll('hours_approval')
        .select('account.name as recorder')
        .orderBy('starts_on', 'desc')
        .orderBy('hours_approval.recorded_at', 'desc')
        .execute(),

    currentApprovals: (): Promise<Selectable<HoursApprovalTable>[]> =>
      db.selectFrom('hours_approval').selectAll().where('ended_at', 'is', null).execute(),

    currentApprovalById: (id: string) =>
      db
        .selectFrom('hours_approval')
        .selectAll()
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),

    async insertApproval(row: Insertable<HoursApprovalTable>) {
      await db.insertInto('hours_approval').values(row).execute();
    },

    async completeApproval(id: string, scope: string, startsOn: string) {
      await db
        .updateTable('hours_approval')
        .set({ scope, starts_on: startsOn })
        .where('id', '=', id)
        .execute();
    },

    async endApproval(id: string, { at, by, reason }: Ended) {
      await db
        .updateTable('hours_approval')
        .set({ ended_at: at, ended_by: by, ended_reason: reason })
        .where('id', '=', id)
        .execute();
    },

    /** Who is employed in a period, in the order in which they were registered, with what tells people apart and until when they are certified. */
    certificates: (first: string, last: string) =>
      db
        .selectFrom('caregiver')
        .select(['id', 'name', 'sex', 'birth_on', 'phone', 'health_certificate_until'])
        .where('started_on', '<=', last)
        .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', first)]))
        .orderBy(sql`caregiver.rowid`)
        .execute(),

    /** Work elsewhere that touches a period, the cancelled too, with names. */
    postsBetween: (first: string, last: string) =>
      db
        .selectFrom('other_post')
        .innerJoin('caregiver', 'caregiver.id', 'other_post.caregiver_id')
        .selectAll('other_post')
        .select('caregiver.name as caregiver')
        .where('other_post.starts_on', '<=', last)
        .where((eb) => eb.or([eb('other_post.ends_on', 'is', null), eb('other_post.ends_on', '>=', first)]))
        .orderBy('other_post.starts_on')
        .orderBy('caregiver.pinyin')
        .execute(),

    currentPostById: (id: string) =>
      db
        .selectFrom('other_post')
        .selectAll()
        .where('id', '=', id)
        .where('cancelled_at', 'is', null)
        .executeTakeFirst(),

    async insertPost(row: Insertable<OtherPostTable>) {
      await db.insertInto('other_post').values(row).execute();
    },

    async cancelPost(id: string, { at, by, reason }: Ended) {
      await db
        .updateTable('other_post')
        .set({ cancelled_at: at, cancelled_by: by, cancelled_reason: reason })
        .where('id', '=', id)
        .execute();
    },

    overridesOf: (rosterId: string) =>
      db
        .selectFrom('roster_override')
        .leftJoin('account', 'account.id', 'roster_override.recorded_by')
        .selectAll('roster_override')
        .select('account.name as recorder')
        .where('roster_id', '=', rosterId)
        .orderBy('rule')
        .execute(),

    casesOf: (rosterId: string) =>
      db
        .selectFrom('roster_override_case')
        .innerJoin('roster_override', 'roster_override.id', 'roster_override_case.override_id')
        .innerJoin('caregiver', 'caregiver.id', 'roster_override_case.caregiver_id')
        .selectAll('roster_override_case')
        .select('caregiver.name as caregiver')
        .where('roster_override.roster_id', '=', rosterId)
        .orderBy('roster_override_case.position')
        .execute(),

    async insertOverride(
      row: Insertable<RosterOverrideTable>,
      cases: readonly Insertable<RosterOverrideCaseTable>[],
    ) {
      await db.insertInto('roster_override').values(row).execute();
      for (const one of cases) await db.insertInto('roster_override_case').values(one).execute();
    },
  };
}
