import { describe, expect, it } from 'vitest';
import { aHouse, PASSWORD, refusalOf, type Client } from '../support/house.ts';

const PIN = '4719';
const setPin = (client: Client, pin = PIN) => client.people.pins.set({ password: PASSWORD, pin });

describe('taking turns by PIN', () => {
  it('goes from one person to the next at the same window, and the log says who came', async () => {
    const house = await aHouse();
    const [director, nurse] = [await house.as('director'), await house.as('nurse')];
    await setPin(nurse);
    expect(
      (await director.people.pins.list({})).map(({ login, pin }) => `${login} ${pin}`).toSorted(),
    ).toEqual(['clerk none', 'director none', 'nurse set']);

    expect(await director.people.pins.take({ login: 'nurse', pin: PIN })).toMatchObject({ role: 'nurse' });

    expect((await director.people.state({})).me).toMatchObject({ login: 'nurse' });
    expect((await refusalOf(director.people.accounts({}))).code).toBe('NOT_ALLOWED');
    expect(house.raw.prepare('SELECT action, object FROM audit ORDER BY seq DESC LIMIT 1').get()).toEqual({
      action: 'people.pins.take',
      object: 'nurse',
    });
  });

  it('opens nothing: after a sign-out or a lock the password is needed', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    await setPin(director);
    await director.people.signOut({});
    expect((await refusalOf(director.people.pins.take({ login: 'director', pin: PIN }))).code).toBe(
      'NOT_SIGNED_IN',
    );

    await director.people.signIn({ login: 'director', password: PASSWORD });
    house.pass(16 * 60_000);
    expect((await refusalOf(director.people.pins.take({ login: 'director', pin: PIN }))).code).toBe(
      'NOT_SIGNED_IN',
    );
    expect(house.house.open).toBeNull();
  });

  it('is closed by the fifth wrong try, also across restarts, and opened by the password', async () => {
    const house = await aHouse();
    const [director, nurse] = [await house.as('director'), await house.as('nurse')];
    await setPin(nurse);
    for (const left of [4, 3, 2, 1])
      expect(await refusalOf(director.people.pins.take({ login: 'nurse', pin: '5820' }))).toMatchObject({
        code: 'PIN_WRONG',
        data: { left },
      });
    expect((await refusalOf(director.people.pins.take({ login: 'nurse', pin: '5820' }))).code).toBe(
      'PIN_CLOSED',
    );
    house.house.lock();
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect((await refusalOf(director.people.pins.take({ login: 'nurse', pin: PIN }))).code).toBe(
      'PIN_CLOSED',
    );
    expect(
      house.raw.prepare(`SELECT count(*) FROM audit WHERE action = 'people.pins.refused'`).pluck().get(),
    ).toBe(5);
    expect((await director.people.state({})).me).toMatchObject({ login: 'director' });

    await nurse.people.signIn({ login: 'nurse', password: PASSWORD });
    expect(await director.people.pins.take({ login: 'nurse', pin: PIN })).toMatchObject({ role: 'nurse' });
  });

  it('is set by oneself alone, with the password, and not one that anybody tries first', async () => {
    const house = await aHouse();
    const nurse = await house.as('nurse');
    expect((await refusalOf(nurse.people.pins.set({ password: 'guess', pin: PIN }))).code).toBe(
      'WRONG_PASSWORD',
    );
    for (const pin of ['1111', '1234', '987654'])
      expect((await refusalOf(setPin(nurse, pin))).code, pin).toBe('PIN_TOO_SIMPLE');
    for (const pin of ['123', '1234567', '12a4', '４７１９'])
      expect((await refusalOf(setPin(nurse, pin))).code, pin).toBe('BAD_INPUT');
    expect((await refusalOf(nurse.people.pins.take({ login: 'nurse', pin: PIN }))).code).toBe('PIN_NONE');
    expect((await refusalOf(nurse.people.pins.take({ login: '不认识的人', pin: PIN }))).code).toBe(
      'PIN_NONE',
    );
  });

  it('ends when its owner gives it up, the password is reset, or the account ends', async () => {
    const house = await aHouse();
    const [director, nurse, clerk] = [
      await house.as('director'),
      await house.as('nurse'),
      await house.as('clerk'),
    ];
    const idOf = async (login: string) =>
      (await director.people.accounts({})).find((account) => account.login === login)?.id ?? '';
    const take = (login: string) => refusalOf(director.people.pins.take({ login, pin: PIN }));

    await setPin(nurse);
    await nurse.people.pins.drop({});
    expect((await take('nurse')).code).toBe('PIN_NONE');
    await setPin(nurse);
    await director.people.resetPassword({ id: await idOf('nurse'), password: 'another-word' });
    expect((await take('nurse')).code).toBe('PIN_NONE');
    await setPin(clerk);
    await director.people.endAccount({ id: await idOf('clerk'), reason: '离职' });
    expect((await take('clerk')).code).toBe('PIN_NONE');
  });

  it('takes along nothing that the one before left half done', async () => {
    const house = await aHouse();
    const [director, nurse] = [await house.as('director'), await house.as('nurse')];
    await setPin(nurse);
    const { id } = await director.people.prepareRecoveryCode({ password: PASSWORD });
    expect(house.house.drafts.has(id)).toBe(true);
    await director.people.pins.take({ login: 'nurse', pin: PIN });
    expect(house.house.drafts.has(id)).toBe(false);
  });

  it('keeps no PIN in the clear, and less work for the same PIN than a password asks', async () => {
    const house = await aHouse();
    await setPin(await house.as('nurse'));
    await setPin(await house.as('clerk'));
    const rows = house.raw.prepare('SELECT salt, hash, cost_n FROM account_pin').all() as { hash: string }[];
    expect(JSON.stringify(rows)).not.toContain(PIN);
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  });
});
