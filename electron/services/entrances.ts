import { randomBytes } from 'node:crypto';
import { peopleQueries } from '../../db/people.ts';
import { readRecoveryCode, writeRecoveryCode } from '../../shared/people/recovery-code.ts';
import { door } from '../core/door.ts';
import { newKeyring, unlock, unlockByRecovery, withEntry, writeKeyring } from '../core/keyring.ts';
import { begin, keyringOf, unlockStore, writeLine } from '../core/open-centre.ts';
import { dataKeyOf, requirePatience, requireStrong } from '../core/passwords.ts';
import { refuse } from '../core/refuse.ts';
import { seedCentre } from '../core/seed-centre.ts';

/** The ways into the closed centre: where it stands, set up, sign in and out, recover. */
export const entrances = {
  state: door.people.state.handler(async ({ context: { house, connection, today } }) => {
    const stage = !house.isSetUp ? ('absent' as const) : house.open ? ('open' as const) : ('locked' as const);
    const shared = { stage, me: connection.me, idleMinutes: house.idleMinutes, demo: house.demo, today };
    if (stage === 'absent') return { ...shared, centreName: null, centre: null, signIns: [] };
    const { centreName, entries } = keyringOf(house);
    const signIns = entries.map(({ login, name }) => ({ login, name }));
    if (!connection.me || !house.open) return { ...shared, centreName, centre: null, signIns };
    const centre = await peopleQueries(house.open.store.db).centre();
    return {
      ...shared,
      centreName,
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
};
