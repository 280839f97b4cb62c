import { createRouterClient } from '@orpc/server';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StoreIsForeign } from '../../db/connect.ts';
import { openStore } from '../../db/open.ts';
import { House } from '../../electron/core/house.ts';
import { changeDataKey, rekeyDraft } from '../../electron/core/rekey.ts';
import { router } from '../../electron/core/router.ts';
import { aHouse, PASSWORD, refusalOf, type TestHouse } from '../support/house.ts';

const kdf = { N: 2 ** 4, r: 8, p: 1 };
const keyOf = (house: TestHouse) => Buffer.from(house.house.open?.dataKey ?? []);
const idOf = async (house: TestHouse, login: string) =>
  (await (await house.as('director')).people.accounts({})).find((account) => account.login === login)?.id ??
  '';

function clientIn(folder: string) {
  const house = new House({ folder, kdf, now: () => Date.parse('2026-11-02T09:00:00+08:00') });
  return { house, client: createRouterClient(router, { context: { house, connection: house.connect() } }) };
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-rekey-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('a change of the data key', () => {
  it('follows when an account ends: who kept key and keyring of before reads nothing of the new file', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const [key, kept] = [keyOf(house), aFolder()];
    const id = await idOf(house, 'nurse');
    cpSync(house.house.keyringFile, join(kept, 'keyring.json'));

    await director.people.endAccount({ id, reason: '调离' });

    expect(keyOf(house).equals(key)).toBe(false);
    expect(house.raw.prepare('SELECT action FROM audit ORDER BY seq DESC LIMIT 2').pluck().all()).toEqual([
      'people.changeKey',
      'people.endAccount',
    ]);
    await director.people.signOut({});
    expect(() => openStore({ file: house.house.databaseFile, key })).toThrow(StoreIsForeign);
    cpSync(house.house.databaseFile, join(kept, 'centre.db'));
    const thief = clientIn(kept).client;
    expect((await refusalOf(thief.people.signIn({ login: 'nurse', password: PASSWORD }))).code).toBe(
      'FILE_FOREIGN',
    );
  });

  it('leaves every password and the paper code of those who stay as they are', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    await director.people.endAccount({ id: await idOf(house, 'nurse'), reason: '调离' });
    await director.people.signOut({});

    const guest = house.stranger();
    expect(await guest.people.signIn({ login: 'clerk', password: PASSWORD })).toMatchObject({
      role: 'clerk',
    });
    await guest.people.signOut({});
    expect(await guest.people.signIn({ login: 'director', password: PASSWORD })).toMatchObject({
      role: 'director',
    });
    await guest.people.signOut({});
    await guest.people.recover({ code: house.recoveryCode, login: 'director', password: 'new-password' });
    expect(house.raw.prepare('SELECT count(*) FROM account').pluck().get()).toBe(3);
    expect((await refusalOf(guest.people.signIn({ login: 'nurse', password: PASSWORD }))).code).toBe(
      'WRONG_PASSWORD',
    );
  });

  it(
    'leaves an openable centre wherever it is cut off, from either copy of the keyring',
    { timeout: 120_000 },
    async () => {
      const house = await aHouse();
      await house.as('director');
      house.raw.prepare(`INSERT INTO setting VALUES ('room', '朝阳的房间', '', '')`).run();
      const shots = aFolder();
      const steps: string[] = [];
      changeDataKey(house.house, (step) => {
        steps.push(step);
        cpSync(house.folder, join(shots, step), { recursive: true });
      });
      expect(steps).toEqual([
        'announced',
        'announced twice',
        'copied',
        'closed',
        'renamed',
        'reopened',
        'forgotten',
        'forgotten twice',
      ]);

      for (const step of steps) {
        for (const lost of [null, 'keyring.json', 'keyring.bak']) {
          const folder = join(shots, `${step} without ${lost}`);
          cpSync(join(shots, step), folder, { recursive: true });
          if (lost) rmSync(join(folder, lost));
          for (const login of ['nurse', 'director']) {
            const { house: found, client } = clientIn(folder);
            expect(await client.people.signIn({ login, password: PASSWORD }), folder).toMatchObject({
              login,
            });
            expect(
              found.open?.store.raw.prepare(`SELECT value FROM setting WHERE key = 'room'`).pluck().get(),
            ).toBe('朝阳的房间');
            expect(readFileSync(found.keyringFile, 'utf8'), folder).not.toContain('"next"');
            await client.people.signOut({});
            expect(
              readdirSync(folder).filter((name) => /rekey|-wal|tmp/.test(name)),
              folder,
            ).toEqual([]);
          }
          const { client, house: last } = clientIn(folder);
          await client.people.recover({
            code: house.recoveryCode,
            login: 'director',
            password: 'new-password',
          });
          last.lock();
        }
      }
    },
  );

  it('that the disk stops leaves the old key in force, ends the account all the same, and is made up for at the next sign-in', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const [key, id] = [keyOf(house), await idOf(house, 'nurse')];
    mkdirSync(rekeyDraft(house.house.databaseFile)); // in the way of the copy

    await director.people.endAccount({ id, reason: '调离' });

    expect(house.faults).toMatchObject([{ request: 'people.changeKey' }]);
    expect(keyOf(house).equals(key)).toBe(true);
    expect(readFileSync(house.house.keyringFile, 'utf8')).not.toContain('"next"');
    expect(readFileSync(house.house.keyringFile, 'utf8')).not.toContain('李护士');
    expect((await director.people.accounts({})).find((account) => account.id === id)?.endedAt).not.toBeNull();

    rmSync(rekeyDraft(house.house.databaseFile), { recursive: true });
    await director.people.signOut({});
    await house.stranger().people.signIn({ login: 'clerk', password: PASSWORD });
    expect(keyOf(house).equals(key)).toBe(false);
    expect(existsSync(rekeyDraft(house.house.databaseFile))).toBe(false);
  });

  it('leaves no wrap behind of an account whose end was committed just before the power went', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const [key, id] = [keyOf(house), await idOf(house, 'nurse')];
    house.raw
      .prepare(`UPDATE account SET ended_at = 'at', ended_by = 'by', ended_reason = '调离' WHERE id = ?`)
      .run(id);
    house.raw.prepare(`INSERT INTO setting VALUES ('key-change-due', 'at', 'at', 'by')`).run();
    await director.people.signOut({});
    expect(readFileSync(house.house.keyringFile, 'utf8')).toContain(id);

    await house.stranger().people.signIn({ login: 'clerk', password: PASSWORD });

    expect(readFileSync(house.house.keyringFile, 'utf8')).not.toContain(id);
    expect(keyOf(house).equals(key)).toBe(false);
  });

  it('wipes the old key from memory, and the one of a house that locks', async () => {
    const house = await aHouse();
    await house.as('director');
    const old = house.house.open?.dataKey;
    changeDataKey(house.house);
    expect(old?.every((byte) => byte === 0)).toBe(true);
    const present = house.house.open?.dataKey;
    house.house.lock();
    expect(present?.every((byte) => byte === 0)).toBe(true);
  });
});
