import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { Throttle } from '../../electron/core/throttle.ts';
import { aHouse, PASSWORD, refusalOf, type Client, type TestHouse } from '../support/house.ts';

const DAY = 24 * 3600_000;
const START = Date.parse('2026-11-01T09:00:00+08:00');

const guess = async (client: Client, times: number, login = 'nurse') => {
  for (let attempt = 1; attempt <= times; attempt += 1)
    await refusalOf(client.people.signIn({ login, password: 'guess' }));
};
const fileOf = (house: TestHouse) => join(house.folder, 'throttle.json');

/** The same centre after the program was started anew, its clock at another time. */
function restarted(house: TestHouse, at: number) {
  const clock = { now: at };
  const next = new House({ folder: house.folder, kdf: { N: 2 ** 4, r: 8, p: 1 }, now: () => clock.now });
  const client = createRouterClient(router, { context: { house: next, connection: next.connect() } });
  return { next, client, clock };
}

async function closedHouse() {
  const house = await aHouse();
  await (await house.as('director')).people.signOut({});
  return house;
}

describe('guessing', () => {
  it('is slowed down across a restart, and the file names nobody', async () => {
    const house = await closedHouse();
    await guess(house.stranger(), 5);
    const { client, clock } = restarted(house, START + 10_000);

    expect(await refusalOf(client.people.signIn({ login: 'nurse', password: PASSWORD }))).toMatchObject({
      code: 'TOO_MANY_TRIES',
      data: { seconds: 20 },
    });
    expect(readFileSync(fileOf(house), 'utf8')).not.toMatch(/nurse|李护士|guess/);
    clock.now += 20_000;
    expect(await client.people.signIn({ login: 'nurse', password: PASSWORD })).toMatchObject({
      role: 'nurse',
    });
  });

  it('gains nothing from a clock that is set back, and is not locked out until that day comes again', async () => {
    const house = await closedHouse();
    await guess(house.stranger(), 5);
    const { client, clock } = restarted(house, START - 300 * DAY);
    const signIn = () => client.people.signIn({ login: 'nurse', password: PASSWORD });

    expect(await refusalOf(signIn())).toMatchObject({ data: { seconds: 30 } });
    clock.now += 29_000;
    expect(await refusalOf(signIn())).toMatchObject({ data: { seconds: 1 } });
    clock.now += 1_000;
    expect(await signIn()).toMatchObject({ role: 'nurse' });
  });

  it('is not freed by damaging the file: then everybody waits a little', async () => {
    const house = await closedHouse();
    await guess(house.stranger(), 5);
    const whole = readFileSync(fileOf(house), 'utf8');
    const spoiled = [
      '',
      '{}',
      'null',
      whole.slice(0, 40),
      whole.replace('"wrong":5', '"wrong":-5'),
      whole.replace('"seconds":30', '"seconds":-30'),
      whole.replace('"version":1', '"version":2'),
      ' '.repeat(2 * 1024 * 1024),
    ];
    for (const text of spoiled) {
      writeFileSync(fileOf(house), text);
      for (const login of ['nurse', 'director'])
        expect(
          await refusalOf(restarted(house, START + DAY).client.people.signIn({ login, password: PASSWORD })),
        ).toMatchObject({ code: 'TOO_MANY_TRIES', data: { seconds: 60 } });
    }
  });

  it('waits longer with each wrong try, a quarter of an hour at most, and begins anew after the right one', () => {
    const throttle = new Throttle(null, 0);
    const waits = Array.from({ length: 12 }, () => {
      throttle.wrong('a', 0);
      return throttle.wait('a', 0);
    });
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
    expect(throttle.wait('b', 0)).toBe(0);
    throttle.right('a');
    throttle.wrong('a', 0);
    expect(throttle.wait('a', 0)).toBe(0);
  });

  it('fills no disk with names: beyond five hundred all count as one', () => {
    const throttle = new Throttle(null, 0);
    for (let name = 0; name < 510; name += 1) throttle.wrong(`name ${name}`, 0);
    expect(throttle.wait('somebody else', 0)).toBeGreaterThan(0);
  });

  it('counts tries at the paper code apart from those at passwords', async () => {
    const house = await closedHouse();
    const guest = house.stranger();
    const wrong = { code: `${'0000-0000-0000-00'}`, login: 'director', password: 'new-password' };
    expect((await refusalOf(guest.people.recover(wrong))).code).toBe('WRONG_RECOVERY_CODE');
    const other = await aHouse();
    for (let attempt = 1; attempt <= 5; attempt += 1)
      expect(await refusalOf(guest.people.recover({ ...wrong, code: other.recoveryCode }))).toMatchObject({
        code: 'WRONG_RECOVERY_CODE',
        data: { line: 0 },
      });
    expect((await refusalOf(guest.people.recover({ ...wrong, code: house.recoveryCode }))).code).toBe(
      'TOO_MANY_TRIES',
    );
    expect(await guest.people.signIn({ login: 'director', password: PASSWORD })).toMatchObject({
      role: 'director',
    });
  });
});

describe('sign-ins that were refused while the centre was closed', () => {
  it('stand in the log, each with its instant and name, once somebody signs in, also after a restart', async () => {
    const house = await closedHouse();
    const before = house.house.at;
    await guess(house.stranger(), 1);
    house.pass(60_000);
    const later = house.house.at;
    await guess(house.stranger(), 1, '不认识的人');
    const { next, client } = restarted(house, START + 3600_000);
    await refusalOf(
      client.people.recover({
        code: (await aHouse()).recoveryCode,
        login: 'director',
        password: 'new-password',
      }),
    );

    await client.people.signIn({ login: 'director', password: PASSWORD });

    const lines = next.open?.store.raw
      .prepare('SELECT at, actor, action, object FROM audit ORDER BY seq DESC LIMIT 4')
      .all();
    const closed = new Date(START + 3600_000).toISOString();
    expect(lines?.toReversed()).toEqual([
      { at: before, actor: '-', action: 'people.signInRefused', object: 'nurse' },
      { at: later, actor: '-', action: 'people.signInRefused', object: '?' },
      { at: closed, actor: '-', action: 'people.recoverRefused', object: '' },
      expect.objectContaining({ at: closed, action: 'people.signIn', object: 'director' }),
    ]);
    next.lock();
    await client.people.signIn({ login: 'director', password: PASSWORD });
    expect(
      next.open?.store.raw.prepare(`SELECT count(*) FROM audit WHERE action LIKE '%Refused'`).pluck().get(),
    ).toBe(3);
    next.lock();
  });

  it('are counted where they are too many to be kept one by one', async () => {
    const house = await closedHouse();
    for (let attempt = 0; attempt < 503; attempt += 1) house.house.throttle.refused('nurse', START);
    await house.stranger().people.signIn({ login: 'director', password: PASSWORD });
    expect(
      house.raw
        .prepare(`SELECT object, detail FROM audit WHERE action = 'people.signInRefused' AND detail <> ''`)
        .all(),
    ).toEqual([{ object: '?', detail: '+3' }]);
  });
});
