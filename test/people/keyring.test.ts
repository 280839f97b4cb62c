import { createRouterClient } from '@orpc/server';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appendAudit } from '../../db/audit.ts';
import { House } from '../../electron/core/house.ts';
import { costForThisPc, DEFAULT_KDF, workOf } from '../../electron/core/key-wrap.ts';
import { parseKeyring } from '../../electron/core/keyring-shape.ts';
import { router } from '../../electron/core/router.ts';
import { readRecoveryCode } from '../../shared/people/recovery-code.ts';
import { CENTRE, STAFF } from '../support/centre.ts';
import { aHouse, PASSWORD, refusalOf, type TestHouse } from '../support/house.ts';
import { keyringOfVersion1 } from '../support/old-keyring.ts';

const keyringIn = (house: TestHouse) => parseKeyring(readFileSync(house.house.keyringFile, 'utf8'));
const copyIn = (house: TestHouse) => house.house.keyringFile.replace('.json', '.bak');
const entryOf = (house: TestHouse, login: string) =>
  keyringIn(house).entries.find((entry) => entry.login === login);
const actions = (house: TestHouse) =>
  house.raw.prepare('SELECT action FROM audit ORDER BY seq').pluck().all();
const signedOut = async () => {
  const house = await aHouse();
  await (await house.as('director')).people.signOut({});
  return house;
};
const signIn = (house: TestHouse, login = 'director', password = PASSWORD) =>
  house.stranger().people.signIn({ login, password });

describe('the keyring', () => {
  it('changes a password by a wrap of its own: database, data key and everybody else stay as they are', async () => {
    const house = await aHouse();
    const nurse = await house.as('nurse');
    const [key, clerk] = [Buffer.from(house.house.open?.dataKey ?? []), entryOf(house, 'clerk')];

    await nurse.people.changePassword({ before: PASSWORD, after: 'another-word' });

    expect(Buffer.from(house.house.open?.dataKey ?? []).equals(key)).toBe(true);
    expect(entryOf(house, 'clerk')).toEqual(clerk);
    expect((await refusalOf(signIn(house, 'nurse'))).code).toBe('WRONG_PASSWORD');
    expect(await signIn(house, 'nurse', 'another-word')).toMatchObject({ role: 'nurse' });
  });

  it('stretches a password with more work at sign-in once this PC can', async () => {
    const house = await signedOut();
    const later = new House({ folder: house.folder, kdf: { N: 2 ** 6, r: 8, p: 1 } });
    const client = createRouterClient(router, { context: { house: later, connection: later.connect() } });

    await client.people.signIn({ login: 'director', password: PASSWORD });
    later.lock();

    expect(entryOf(house, 'director')?.kdf.N).toBe(2 ** 6);
    expect(entryOf(house, 'nurse')?.kdf.N).toBe(2 ** 4);
    expect(await signIn(house)).toMatchObject({ role: 'director' });
    expect(entryOf(house, 'director')?.kdf.N, 'less is never taken').toBe(2 ** 6);
  });

  it('asks for a quarter of the memory on a small PC', () => {
    expect(costForThisPc(16 * 2 ** 30)).toEqual(DEFAULT_KDF);
    expect(costForThisPc(2 * 2 ** 30)).toEqual({ N: 2 ** 15, r: 8, p: 3 });
    expect(workOf(costForThisPc(2 * 2 ** 30))).toBeLessThan(workOf(DEFAULT_KDF));
  });

  it('lies there twice: when the first is damaged, cut, empty or gone, the copy opens the centre and the log says so', async () => {
    const house = await signedOut();
    const file = house.house.keyringFile;
    const whole = readFileSync(file, 'utf8');
    for (const text of ['', whole.slice(0, 300), whole.replace('"entries"', '"entires"'), null]) {
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
      const guest = house.stranger();
      expect(await guest.people.state({})).toMatchObject({ stage: 'locked', keyring: 'copy' });

      await guest.people.signIn({ login: 'director', password: PASSWORD });

      expect(actions(house).slice(-2)).toEqual(['people.keyringMended', 'people.signIn']);
      expect(readFileSync(file).equals(readFileSync(copyIn(house)))).toBe(true);
      expect(await guest.people.state({})).toMatchObject({ keyring: 'whole' });
      await guest.people.signOut({});
    }
  });

  it('mends a lost or damaged copy at the next sign-in', async () => {
    const house = await signedOut();
    for (const spoil of [() => rmSync(copyIn(house)), () => writeFileSync(copyIn(house), 'x')]) {
      spoil();
      await signIn(house);
      expect(readFileSync(copyIn(house)).equals(readFileSync(house.house.keyringFile))).toBe(true);
      house.house.lock();
    }
  });

  it('lets no password of before in by a copy that fell behind', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const behind = readFileSync(copyIn(house));
    await director.people.changePassword({ before: PASSWORD, after: 'another-word' });
    await director.people.signOut({});
    writeFileSync(copyIn(house), behind);

    expect((await refusalOf(signIn(house))).code).toBe('WRONG_PASSWORD');
    expect(await signIn(house, 'director', 'another-word')).toMatchObject({ role: 'director' });
    expect(readFileSync(copyIn(house)).equals(behind)).toBe(false);
  });

  it('is asked for when both are lost, and no set-up writes over the database that is still there', async () => {
    const house = await signedOut();
    for (const file of [house.house.keyringFile, copyIn(house)]) rmSync(file);
    const database = readFileSync(house.house.databaseFile);
    const guest = house.stranger();

    expect(await guest.people.state({})).toMatchObject({ stage: 'locked', keyring: 'lost', signIns: [] });
    expect((await refusalOf(signIn(house))).code).toBe('KEYRING_DAMAGED');
    expect(
      (
        await refusalOf(
          guest.people.setUp({
            centre: CENTRE,
            director: { login: 'new', name: STAFF.director, password: PASSWORD },
          }),
        )
      ).code,
    ).toBe('ALREADY_SET_UP');
    expect(readFileSync(house.house.databaseFile).equals(database)).toBe(true);
  });

  it('blesses nothing that was slipped in while the centre is open', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const altered = readFileSync(house.house.keyringFile, 'utf8').replace('赵会计', '孙会计');
    for (const file of [house.house.keyringFile, copyIn(house)]) writeFileSync(file, altered);

    const refusal = await refusalOf(
      director.people.addAccount({ login: 'x', name: '某人', role: 'nurse', password: PASSWORD }),
    );

    expect(refusal.code).toBe('KEYRING_DAMAGED');
    expect(readFileSync(house.house.keyringFile, 'utf8')).toBe(altered);
    expect(await director.people.accounts({})).toHaveLength(3);
  });

  it('is as it was when the change that it belongs to is refused for want of room', async () => {
    const house = await aHouse();
    const [director, nurse] = [await house.as('director'), await house.as('nurse')];
    const id = (await director.people.accounts({})).find(({ login }) => login === 'clerk')?.id ?? '';
    const fill = house.raw.prepare('INSERT INTO setting VALUES (?, ?, ?, ?)');
    house.raw.pragma(`max_page_count = ${String(house.raw.pragma('page_count', { simple: true }))}`);
    const rows = { n: 0 };
    const full = () => {
      for (const size of [3000, 300, 30, 1])
        for (;;) {
          try {
            fill.run(`k${(rows.n += 1)}`, 'x'.repeat(size), '', '');
          } catch {
            break;
          }
        }
      for (;;) {
        try {
          appendAudit(house.raw, { at: '', actor: '', action: '', object: '', detail: '' });
        } catch {
          return;
        }
      }
    };
    full();
    const [before, copy] = [readFileSync(house.house.keyringFile), readFileSync(copyIn(house))];
    for (const change of [
      () => nurse.people.changePassword({ before: PASSWORD, after: 'another-word' }),
      () => director.people.resetPassword({ id, password: 'another-word' }),
      () => director.people.addAccount({ login: 'x', name: '某人', role: 'nurse', password: PASSWORD }),
    ])
      expect((await refusalOf(change())).code).toBe('DISK_FULL');
    expect(readFileSync(house.house.keyringFile).equals(before)).toBe(true);
    expect(readFileSync(copyIn(house)).equals(copy)).toBe(true);
    expect(house.faults).toEqual([]);
  });

  it('of the first version still opens, by password and by paper, and is rewritten as each comes', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const accounts = (await director.people.accounts({})).map((account) => ({
      ...account,
      password: PASSWORD,
    }));
    const code = readRecoveryCode(house.recoveryCode);
    if (!code.ok || !house.house.open) throw new Error('the house is not as expected');
    const centre = { id: keyringIn(house).centreId, name: CENTRE.name };
    const old = keyringOfVersion1(centre, accounts, code.secret, house.house.open.dataKey);
    await director.people.signOut({});
    writeFileSync(house.house.keyringFile, old);
    rmSync(copyIn(house));

    expect(await signIn(house)).toMatchObject({ role: 'director' });
    expect(keyringIn(house).version).toBe(2);
    expect(
      ['director', 'nurse', 'clerk'].map((login) => 'publicKey' in (entryOf(house, login) ?? {})),
    ).toEqual([true, false, false]);
    expect(existsSync(copyIn(house))).toBe(true);
    house.house.lock();
    expect(await signIn(house, 'nurse')).toMatchObject({ role: 'nurse' });
    expect('publicKey' in (entryOf(house, 'nurse') ?? {})).toBe(true);
    house.house.lock();
    await house
      .stranger()
      .people.recover({ code: house.recoveryCode, login: 'director', password: 'new-password' });
    expect('publicKey' in keyringIn(house).recovery).toBe(true);
    expect((await refusalOf(signIn(house, 'clerk', 'wrong'))).code).toBe('WRONG_PASSWORD');
    expect(await signIn(house, 'clerk')).toMatchObject({ role: 'clerk' });
  });
});

describe('a set-up that is cut off', () => {
  it('counts as not begun before its keyring is written, and as done afterwards', async () => {
    const house = await signedOut();
    const { databaseFile, keyringFile } = house.house;
    const [database, keyring] = [readFileSync(databaseFile), readFileSync(keyringFile)];
    for (const file of [databaseFile, keyringFile, copyIn(house)]) rmSync(file);

    writeFileSync(`${databaseFile}.setup`, database);
    expect(new House({ folder: house.folder }).isSetUp).toBe(false);
    expect(existsSync(`${databaseFile}.setup`)).toBe(false);

    writeFileSync(`${databaseFile}.setup`, database);
    writeFileSync(keyringFile, keyring);
    const after = new House({ folder: house.folder, kdf: { N: 2 ** 4, r: 8, p: 1 } });
    const client = createRouterClient(router, { context: { house: after, connection: after.connect() } });
    expect(await client.people.signIn({ login: 'director', password: PASSWORD })).toMatchObject({
      role: 'director',
    });
    after.lock();
  });
});
