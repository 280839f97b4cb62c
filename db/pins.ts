import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { AccountPinTable } from './tables/people.ts';

export type PinRow = Selectable<AccountPinTable>;

export function pinQueries(db: Kysely<Schema>) {
  return {
    /** Current accounts in the order in which they were made, with the wrong tries at their PIN; null where there is none. */
    currentPeople: () =>
      db
        .selectFrom('account')
        .leftJoin('account_pin', 'account_pin.account_id', 'account.id')
        .select(['account.id', 'account.login', 'account.name', 'account.role', 'account_pin.wrong'])
        .where('account.ended_at', 'is', null)
        .orderBy('account.created_at')
        .orderBy('account.login')
        .execute(),

    pinOf: (accountId: string): Promise<PinRow | undefined> =>
      db.selectFrom('account_pin').selectAll().where('account_id', '=', accountId).executeTakeFirst(),

    async setPin(row: PinRow) {
      const { account_id: _id, ...pin } = row;
      await db
        .insertInto('account_pin')
        .values(row)
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet(pin))
        .execute();
    },

    async dropPin(accountId: string) {
      await db.deleteFrom('account_pin').where('account_id', '=', accountId).execute();
    },

    /** Notes a wrong try, or with 0 that the right PIN or the password was given. */
    async countWrong(accountId: string, wrong: number) {
      await db.updateTable('account_pin').set({ wrong }).where('account_id', '=', accountId).execute();
    },
  };
}
