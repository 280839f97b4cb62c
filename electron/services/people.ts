import { randomBytes } from 'node:crypto';
import { auditHead, auditLines, firstBrokenLine } from '../../db/audit.ts';
import { peopleQueries, type AccountRow } from '../../db/people.ts';
import { LEAST_PASSWORD } from '../../shared/people/password.ts';
import { readRecoveryCode, writeRecoveryCode } from '../../shared/people/recovery-code.ts';
import { door } from '../core/door.ts';
import type { House } from '../core/house.ts';
import {
  newKeyring,
  readKeyring,
  unlock,
  unlockByRecovery,
  withEntry,
  withoutEntry,
  writeKeyring,
} from '../core/keyring.ts';
import { begin, keyringOf, unlockStore, writeLine } from '../core/open-centre.ts';
import { refuse } from '../core/refuse.ts';
import { seedCentre } from '../core/seed-centre.ts';

const account = (row: AccountRow) => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: row.role,
  createdAt: row.created_at,
  endedAt: row.ended_at,
  endedReason: row.ended_reason,
});

function requireStrong(password: string): void {
  if ([...password].length < LEAST_PASSWORD) refuse('WEAK_PASSWORD', { least: LEAST_PASSWORD });
}

function requirePatience(house: House, name: string): void {
  const seconds = house.throttle.wait(name, house.now());
  if (seconds > 0) refuse('TOO_MANY_TRIES', { seconds });
}

function dataKeyOf(house: House): Uint8Array {
  if (!house.open) throw new Error('the house is closed');
  return house.open.dataKey;
}

export const people = {
  state: door.people.state.handler(async ({ context: { house, connection, today } }) => {
    const stage = !house.isSetUp ? ('absent' as const) : house.open ? ('open' as const) : ('locked' as const);
    const shared = { stage, me: connection.me, idleMinutes: house.idleMinutes, demo: house.demo, today };
    if (stage === 'absent') return { ...shared, centre: null, signIns: [] };
    const signIns = keyringOf(house).entries.map(({ login, name }) => ({ login, name }));
    if (!connection.me || !house.open) return { ...shared, centre: null, signIns };
    const centre = await peopleQueries(house.open.store.db).centre();
    return {
      ...shared,
      signIns,
      centre: {
        name: centre.name,
        county: centre.county,
        countyCode: centre.county_code,
        township: centre.township,
        code: centre.code,
        demo: centre.demo === 1,
      },
    };
  }),

  setUp: door.people.setUp.handler(
    async ({ input: { centre, director }, context: { house, connection, newId, at } }) => {
      if (house.isSetUp) refuse('ALREADY_SET_UP', {});
      requireStrong(director.password);
      const [dataKey, recovery] = [new Uint8Array(randomBytes(32)), new Uint8Array(randomBytes(32))];
      const row = {
        id: newId(),
        login: director.login,
        name: director.name,
        role: 'director' as const,
        created_at: at,
        created_by: 'set-up',
      };
      const keyring = await withEntry(
        newKeyring(newId(), centre.name, dataKey, recovery),
        row,
        director.password,
        dataKey,
        house.kdf,
      );
      const store = house.unlock(dataKey, true);
      try {
        await seedCentre(store, { ...centre, demo: house.demo }, row, { at, newId });
        // The keyring comes last: until it is there the centre counts as not set up and the wizard can simply be run again.
        writeKeyring(house.keyringFile, keyring, dataKey);
      } catch (error) {
        house.lock();
        throw error;
      }
      await begin(
        house,
        connection,
        store,
        { ...row, ended_at: null, ended_by: null, ended_reason: null },
        'people.setUp',
      );
      return { recoveryCode: writeRecoveryCode(recovery) };
    },
  ),

  signIn: door.people.signIn.handler(async ({ input, context: { house, connection } }) => {
    const keyring = keyringOf(house);
    requirePatience(house, input.login);
    const unlocked = await unlock(keyring, input.login, input.password);
    if (!unlocked) {
      house.throttle.wrong(input.login, house.now());
      if (house.open) writeLine(house, house.open.store, '-', 'people.signInRefused', input.login);
      refuse('WRONG_PASSWORD', {});
    }
    house.throttle.right(input.login);
    const wasOpen = house.open !== null;
    const store = unlockStore(house, unlocked.dataKey);
    const found = await peopleQueries(store.db).currentAccount(unlocked.accountId);
    if (!found) {
      if (!wasOpen) house.lock();
      refuse('WRONG_PASSWORD', {});
    }
    return begin(house, connection, store, found, 'people.signIn');
  }),

  signOut: door.people.signOut.handler(async ({ context: { house, connection } }) => {
    if (connection.me && house.open)
      writeLine(house, house.open.store, connection.me.id, 'people.signOut', connection.me.login);
    house.signOut(connection);
    return {};
  }),

  present: door.people.present.handler(async () => ({})),

  recover: door.people.recover.handler(async ({ input, context: { house, connection } }) => {
    const keyring = keyringOf(house);
    requirePatience(house, 'recovery');
    requireStrong(input.password);
    const code = readRecoveryCode(input.code);
    if (!code.ok) refuse('WRONG_RECOVERY_CODE', { line: code.line });
    const dataKey = unlockByRecovery(keyring, code.secret);
    if (!dataKey) {
      house.throttle.wrong('recovery', house.now());
      refuse('WRONG_RECOVERY_CODE', { line: 0 });
    }
    house.throttle.right('recovery');
    const wasOpen = house.open !== null;
    const store = unlockStore(house, dataKey);
    const found = await peopleQueries(store.db).currentAccountByLogin(input.login);
    if (!found || found.role !== 'director') {
      if (!wasOpen) house.lock();
      refuse('NOT_FOUND', { what: input.login });
    }
    writeKeyring(
      house.keyringFile,
      await withEntry(keyring, found, input.password, dataKeyOf(house), house.kdf),
      dataKeyOf(house),
    );
    house.throttle.right(input.login);
    return begin(house, connection, store, found, 'people.recover');
  }),

  changePassword: door.people.changePassword.handler(
    async ({ input, context: { house, connection, who, note, afterwards } }) => {
      requirePatience(house, who.login);
      requireStrong(input.after);
      const keyring = readKeyring(house.keyringFile);
      if (!(await unlock(keyring, who.login, input.before))) {
        house.throttle.wrong(who.login, house.now());
        refuse('WRONG_PASSWORD', {});
      }
      house.throttle.right(who.login);
      writeKeyring(
        house.keyringFile,
        await withEntry(keyring, who, input.after, dataKeyOf(house), house.kdf),
        dataKeyOf(house),
      );
      afterwards(() => house.signOutAccount(who.id, connection));
      note(who.id);
      return {};
    },
  ),

  accounts: door.people.accounts.handler(async ({ context: { db } }) =>
    (await peopleQueries(db).accounts()).map(account),
  ),

  addAccount: door.people.addAccount.handler(
    async ({ input, context: { house, db, newId, at, who, note } }) => {
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
      const keyring = await withEntry(
        readKeyring(house.keyringFile),
        row,
        input.password,
        dataKeyOf(house),
        house.kdf,
      );
      writeKeyring(house.keyringFile, keyring, dataKeyOf(house));
      note(row.id, `${input.login} ${input.role}`);
      return account({ ...row, ended_at: null, ended_by: null, ended_reason: null });
    },
  ),

  resetPassword: door.people.resetPassword.handler(async ({ input, context: { house, db, note } }) => {
    requireStrong(input.password);
    const found = await peopleQueries(db).currentAccount(input.id);
    if (!found) refuse('NOT_FOUND', { what: input.id });
    const keyring = await withEntry(
      readKeyring(house.keyringFile),
      found,
      input.password,
      dataKeyOf(house),
      house.kdf,
    );
    writeKeyring(house.keyringFile, keyring, dataKeyOf(house));
    house.throttle.right(found.login);
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
      afterwards(() => {
        writeKeyring(
          house.keyringFile,
          withoutEntry(readKeyring(house.keyringFile), found.id),
          dataKeyOf(house),
        );
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

  audit: door.people.audit.handler(async ({ input, context: { raw } }) => {
    const head = auditHead(raw);
    const lines = auditLines(raw, input.limit, input.before).map(
      ({ prev: _prev, hash: _hash, ...line }) => line,
    );
    return { count: head.seq, head: head.hash, brokenAt: firstBrokenLine(raw), lines };
  }),
};
