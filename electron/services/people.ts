import { peopleQueries, type AccountRow } from '../../db/people.ts';
import { pinQueries } from '../../db/pins.ts';
import { door } from '../core/door.ts';
import { endWrap, KEY_CHANGE_DUE } from '../core/key-change.ts';
import { keepKeyring } from '../core/keyring-file.ts';
import { requireOwnPassword, requireStrong, rewrap } from '../core/passwords.ts';
import { refuse } from '../core/refuse.ts';
import { entrances } from './entrances.ts';
import { pins } from './pins.ts';
import { recoveryCodes } from './recovery-codes.ts';

const account = (row: AccountRow) => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: row.role,
  createdAt: row.created_at,
  endedAt: row.ended_at,
  endedReason: row.ended_reason,
});

export const people = {
  ...entrances,
  ...recoveryCodes,
  pins,

  changePassword: door.people.changePassword.handler(
    async ({ input, context: { house, connection, who, note, afterwards, undo } }) => {
      requireStrong(input.after);
      await requireOwnPassword(house, who, input.before);
      undo(keepKeyring(house.keyringFile));
      await rewrap(house, who, input.after);
      afterwards(() => house.signOutAccount(who.id, connection));
      note(who.id);
      return {};
    },
  ),

  accounts: door.people.accounts.handler(async ({ context: { db } }) =>
    (await peopleQueries(db).accounts()).map(account),
  ),

  addAccount: door.people.addAccount.handler(
    async ({ input, context: { house, db, newId, at, who, note, undo } }) => {
      requireStrong(input.password);
      const queries = peopleQueries(db);
      if (await queries.loginIsKnown(input.login)) refuse('LOGIN_TAKEN', { login: input.login });
      const row = {
        id: newId(),
        login: input.login,
        name: input.name,
        role: input.role,
        created_at: at,
        created_by: who.id,
      };
      await queries.addAccount(row);
      // A wrap without an account opens nothing (sign-in looks the account up), so the file may be written before the commit.
      undo(keepKeyring(house.keyringFile));
      await rewrap(house, row, input.password);
      note(row.id, `${input.login} ${input.role}`);
      return account({ ...row, ended_at: null, ended_by: null, ended_reason: null });
    },
  ),

  resetPassword: door.people.resetPassword.handler(async ({ input, context: { house, db, note, undo } }) => {
    requireStrong(input.password);
    const found = await peopleQueries(db).currentAccount(input.id);
    if (!found) refuse('NOT_FOUND', { what: input.id });
    undo(keepKeyring(house.keyringFile));
    await rewrap(house, found, input.password);
    house.throttle.right(found.login);
    await pinQueries(db).dropPin(found.id); // whoever knew the old password may know the PIN
    note(found.id, found.login);
    return {};
  }),

  endAccount: door.people.endAccount.handler(
    async ({ input, context: { house, db, at, who, note, afterwards } }) => {
      const queries = peopleQueries(db);
      const found = await queries.currentAccount(input.id);
      if (!found) refuse('NOT_FOUND', { what: input.id });
      if (found.role === 'director' && (await queries.otherDirectors(found.id)) === 0)
        refuse('LAST_DIRECTOR', {});
      await queries.endAccount(found.id, { at, by: who.id, reason: input.reason });
      await queries.setSetting(KEY_CHANGE_DUE, at, at, who.id);
      afterwards(() => {
        endWrap(house, found.id, who.id);
        house.signOutAccount(found.id);
      });
      note(found.id, `${found.login}: ${input.reason}`);
      return {};
    },
  ),

  setIdleMinutes: door.people.setIdleMinutes.handler(
    async ({ input, context: { house, db, at, who, note } }) => {
      await peopleQueries(db).setSetting('idle-minutes', String(input.minutes), at, who.id);
      house.idleMinutes = input.minutes;
      note('idle-minutes', String(input.minutes));
      return {};
    },
  ),
};
