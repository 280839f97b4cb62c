import type { Database } from 'better-sqlite3';
import type { Kysely, Selectable } from 'kysely';
import type { Schema } from './schema.ts';
import type { AccountTable, CentreTable } from './tables/people.ts';

export type AccountRow = Selectable<AccountTable>;

/** Writes a setting outside of a request. */
export function putSetting(raw: Database, row: { key: string; value: string; at: string; by: string }): void {
  raw
    .prepare(
      `INSERT INTO setting (key, value, changed_at, changed_by) VALUES (@key, @value, @at, @by)
       ON CONFLICT (key) DO UPDATE
       SET value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    )
    .run(row);
}

/** Whose wraps may go along when the data key changes. */
export function currentAccountIds(raw: Database): ReadonlySet<string> {
  return new Set(raw.prepare('SELECT id FROM account WHERE ended_at IS NULL').pluck().all() as string[]);
}

export function peopleQueries(db: Kysely<Schema>) {
  return {
    centre: () => db.selectFrom('centre').selectAll().executeTakeFirstOrThrow(),

    async recordCentre(centre: Omit<Selectable<CentreTable>, 'id'>) {
      await db
        .insertInto('centre')
        .values({ id: 1, ...centre })
        .execute();
    },

    accounts: (): Promise<AccountRow[]> =>
      db.selectFrom('account').selectAll().orderBy('created_at').orderBy('login').execute(),

    currentAccount: (id: string): Promise<AccountRow | undefined> =>
      db
        .selectFrom('account')
        .selectAll()
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),

    currentAccountByLogin: (login: string): Promise<AccountRow | undefined> =>
      db
        .selectFrom('account')
        .selectAll()
        .where('login', '=', login)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),

    loginIsKnown: async (login: string): Promise<boolean> =>
      (await db.selectFrom('account').select('id').where('login', '=', login).executeTakeFirst()) !==
      undefined,

    async otherDirectors(id: string): Promise<number> {
      const { count } = await db
        .selectFrom('account')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('role', '=', 'director')
        .where('ended_at', 'is', null)
        .where('id', '<>', id)
        .executeTakeFirstOrThrow();
      return count;
    },

    async addAccount(
      account: Pick<AccountRow, 'id' | 'login' | 'name' | 'role' | 'created_at' | 'created_by'>,
    ) {
      await db.insertInto('account').values(account).execute();
    },

    async endAccount(id: string, ended: { at: string; by: string; reason: string }) {
      await db
        .updateTable('account')
        .set({ ended_at: ended.at, ended_by: ended.by, ended_reason: ended.reason })
        .where('id', '=', id)
        .execute();
    },

    async setting(key: string): Promise<string | undefined> {
      return (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())
        ?.value;
    },

    settingWithTime: (key: string): Promise<{ value: string; changed_at: string } | undefined> =>
      db.selectFrom('setting').select(['value', 'changed_at']).where('key', '=', key).executeTakeFirst(),

    async setSetting(key: string, value: string, at: string, by: string) {
      const row = { value, changed_at: at, changed_by: by };
      await db
        .insertInto('setting')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
  };
}
