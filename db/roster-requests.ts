import type { Database } from 'better-sqlite3';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type {
  RosterDroppedTable,
  RosterOriginTable,
  RosterRequestDecisionTable,
  RosterRequestTable,
  RosterSwapTable,
} from './tables/roster-requests.ts';

export type RequestRow = Selectable<RosterRequestTable>;

/** What caregivers ask for, with the decisions on it. */
export function requestQueries(db: Kysely<Schema>) {
  const named = () =>
    db
      .selectFrom('roster_request')
      .innerJoin('caregiver', 'caregiver.id', 'roster_request.caregiver_id')
      .leftJoin('account', 'account.id', 'roster_request.recorded_by')
      .selectAll('roster_request')
      .select(['caregiver.name as caregiver', 'account.name as recorder']);

  return {
    /** Requests that touch the period, in every state, the earliest day first. */
    between: (first: string, last: string) =>
      named()
        .where('starts_on', '<=', last)
        .where('ends_on', '>=', first)
        .orderBy('starts_on')
        .orderBy('caregiver.pinyin')
        .orderBy('roster_request.id')
        .execute(),

    byId: (id: string) => named().where('roster_request.id', '=', id).executeTakeFirst(),

    /** The decisions on requests that touch the period, the newest first, with who made them and the leave that they made. */
    decisionsBetween: (first: string, last: string) =>
      decisions(db)
        .where('roster_request.starts_on', '<=', last)
        .where('roster_request.ends_on', '>=', first)
        .execute(),

    decisionsOf: (requestId: string) =>
      decisions(db).where('roster_request_decision.request_id', '=', requestId).execute(),

    async insert(row: Insertable<RosterRequestTable>) {
      await db.insertInto('roster_request').values(row).execute();
    },

    async decide(row: Insertable<RosterRequestDecisionTable>) {
      await db.insertInto('roster_request_decision').values(row).execute();
    },
  };
}

function decisions(db: Kysely<Schema>) {
  return db
    .selectFrom('roster_request_decision')
    .innerJoin('roster_request', 'roster_request.id', 'roster_request_decision.request_id')
    .leftJoin('account', 'account.id', 'roster_request_decision.recorded_by')
    .leftJoin('leave', 'leave.id', 'roster_request_decision.leave_id')
    .selectAll('roster_request_decision')
    .select(['account.name as decider', 'leave.cancelled_at as leave_cancelled_at'])
    .orderBy('number', 'desc');
}

/** Swaps that were agreed, and where drafts came from. */
export function swapQueries(db: Kysely<Schema>) {
  return {
    ofMonth: (month: string) =>
      db
        .selectFrom('roster_swap')
        .innerJoin('roster', 'roster.id', 'roster_swap.roster_id')
        .innerJoin('caregiver as one', 'one.id', 'roster_swap.one_id')
        .innerJoin('caregiver as other', 'other.id', 'roster_swap.other_id')
        .innerJoin('caregiver as asker', 'asker.id', 'roster_swap.asked_by')
        .leftJoin('account', 'account.id', 'roster_swap.recorded_by')
        .selectAll('roster_swap')
        .select([
          'one.name as one_name',
          'other.name as other_name',
          'asker.name as asker_name',
          'account.name as recorder',
          'roster.version',
          'roster.state',
        ])
        .where('roster_swap.month', '=', month)
        .orderBy('roster_swap.recorded_at', 'desc')
        .orderBy('roster_swap.id')
        .execute(),

    async insert(row: Insertable<RosterSwapTable>) {
      await db.insertInto('roster_swap').values(row).execute();
    },
  };
}

export function originQueries(db: Kysely<Schema>) {
  return {
    of: (rosterId: string) =>
      db
        .selectFrom('roster_origin')
        .leftJoin('account', 'account.id', 'roster_origin.recorded_by')
        .selectAll('roster_origin')
        .select('account.name as recorder')
        .where('roster_id', '=', rosterId)
        .executeTakeFirst(),

    droppedOf: (rosterId: string) =>
      db
        .selectFrom('roster_dropped')
        .innerJoin('caregiver', 'caregiver.id', 'roster_dropped.caregiver_id')
        .selectAll('roster_dropped')
        .select('caregiver.name as caregiver')
        .where('roster_id', '=', rosterId)
        .orderBy('caregiver.pinyin')
        .orderBy('caregiver.id')
        .orderBy('day')
        .execute(),

    async insert(row: Insertable<RosterOriginTable>) {
      await db.insertInto('roster_origin').values(row).execute();
    },
  };
}

/** Keeps each shift that a new draft could not take over. */
export function insertDropped(raw: Database, rows: readonly Selectable<RosterDroppedTable>[]): void {
  const insert = raw.prepare(
    'INSERT INTO roster_dropped (roster_id, caregiver_id, day, shift_code, rule, amount) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const row of rows) {
    insert.run(row.roster_id, row.caregiver_id, row.day, row.shift_code, row.rule, row.amount);
  }
}
