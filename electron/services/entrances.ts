import { randomBytes } from 'node:crypto';
import { peopleQueries } from '../../db/people.ts';
import { pinQueries } from '../../db/pins.ts';
import { readRecoveryCode, writeRecoveryCode } from '../../shared/people/recovery-code.ts';
import { door } from '../core/door.ts';
import { keepKeyring, keyringIsCopy, keyringsOf, writeKeyring } from '../core/keyring-file.ts';
import { KeyringIsDamaged, type Keyring } from '../core/keyring-shape.ts';
import { changeKeyIfDue } from '../core/key-change.ts';
import { firstThatOpens, keyringsToTry } from '../core/keyring-use.ts';
import { newKeyring, tryPassword, tryRecovery, withEntry } from '../core/keyring.ts';
import { begin, recordRefusal, tidyKeyring, unlockStore, writeLine } from '../core/open-centre.ts';
import { RECOVERY, requirePatience, requireStrong, rewrap } from '../core/passwords.ts';
import { refuse } from '../core/refuse.ts';
import type { House } from '../core/house.ts';
import { seedCentre } from '../core/seed-centre.ts';
import { makeFile } from '../core/set-up-file.ts';

/** The ways into the closed centre: where it stands, set up, sign in and out, recover. */
export const entrances = {
  state: door.people.state.handler(async ({ context: { house, connection, today } }) => {
    const stage = !house.isSetUp ? ('absent' as const) : house.open ? ('open' as const) : ('locked' as const);
    const clockBehind = connection.me ? house.clockBehind : null;
    const journalCut = connection.me ? house.journalCut : null;
    const shared = {
      stage,
      me: connection.me,
      idleMinutes: house.idleMinutes,
      clockBehind,
      journalCut,
      demo: house.demo,
      today,
    };
    const none = { centreName: null, centre: null, signIns: [] };
    if (stage === 'absent') return { ...shared, ...none, keyring: 'whole' as const };
    const kept = keyringToShow(house);
    if (!kept) return { ...shared, ...none, keyring: 'lost' as const };
    const known = {
      ...shared,
      keyring: keyringIsCopy(house.keyringFile) ? ('copy' as const) : ('whole' as const),
      centreName: kept.centreName,
      signIns: kept.entries.map(({ login, name }) => ({ login, name })),
    };
    if (!connection.me || !house.open) return { ...known, centre: null };
    const centre = await peopleQueries(house.open.store.db).centre();
    return {
      ...known,
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
      await makeFile(
        house.databaseFile,
        dataKey,
        (store) => seedCentre(store, { ...centre, demo: house.demo }, row, { at, newId }),
        (mark) => void writeKeyring(house.keyringFile, { ...keyring, mark }, dataKey),
      );
      const store = house.unlock(dataKey);
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
    const keyrings = keyringsToTry(house);
    requirePatience(house, input.login);
    const opened = await firstThatOpens(keyrings, (keyring) =>
      tryPassword(keyring, input.login, input.password),
    );
    if (!opened) {
      recordRefusal(house, input.login);
      refuse('WRONG_PASSWORD', {});
    }
    const { keyring, found: keys } = opened;
    house.throttle.right(input.login);
    return lockedAgainOnFault(house, async () => {
      const unlocked = unlockStore(house, markIn(keyring), keys);
      const found = await peopleQueries(unlocked.store.db).currentAccount(keys.accountId);
      if (!found) refuse('WRONG_PASSWORD', {});
      await tidyKeyring(house, keyring, unlocked, { account: found, password: input.password });
      const person = await begin(house, connection, unlocked.store, found, 'people.signIn');
      await pinQueries(unlocked.store.db).countWrong(found.id, 0);
      await changeKeyIfDue(house, person.id);
      return person;
    });
  }),

  signOut: door.people.signOut.handler(async ({ context: { house, connection } }) => {
    if (connection.me && house.open)
      writeLine(house, house.open.store, connection.me.id, 'people.signOut', connection.me.login);
    house.signOut(connection);
    return {};
  }),

  present: door.people.present.handler(async () => ({})),

  recover: door.people.recover.handler(async ({ input, context: { house, connection } }) => {
    const keyrings = keyringsToTry(house);
    requirePatience(house, RECOVERY);
    requireStrong(input.password);
    const code = readRecoveryCode(input.code);
    if (!code.ok) refuse('WRONG_RECOVERY_CODE', { line: code.line });
    const opened = await firstThatOpens(keyrings, (keyring) => tryRecovery(keyring, code.secret));
    if (!opened) {
      recordRefusal(house, RECOVERY);
      refuse('WRONG_RECOVERY_CODE', { line: 0 });
    }
    const { keyring, found: keys } = opened;
    house.throttle.right(RECOVERY);
    return lockedAgainOnFault(house, async () => {
      const unlocked = unlockStore(house, markIn(keyring), keys);
      const found = await peopleQueries(unlocked.store.db).currentAccountByLogin(input.login);
      if (!found || found.role !== 'director') refuse('NOT_FOUND', { what: input.login });
      await tidyKeyring(house, keyring, unlocked, { paper: code.secret });
      const undo = keepKeyring(house.keyringFile);
      try {
        await rewrap(house, found, input.password);
        house.throttle.right(input.login);
        return await begin(house, connection, unlocked.store, found, 'people.recover');
      } catch (error) {
        undo();
        throw error;
      }
    });
  }),
};

/** What the sign-in page may know; null when neither the keyring nor its copy can be read. */
function keyringToShow(house: House): Keyring | null {
  try {
    return keyringsOf(house.keyringFile)[0];
  } catch (error) {
    if (error instanceof KeyringIsDamaged) return null;
    throw error;
  }
}

const markIn = (keyring: Keyring) => ({ mark: keyring.version === 2 ? keyring.mark : null });

/** A sign-in that does not come to its end leaves the house as it found it. */
async function lockedAgainOnFault<T>(house: House, work: () => Promise<T>): Promise<T> {
  const wasOpen = house.open !== null;
  try {
    return await work();
  } catch (error) {
    if (!wasOpen) house.lock();
    throw error;
  }
}
