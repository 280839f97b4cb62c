import { describe, expect, it } from 'vitest';
import { aHouse, PASSWORD, refusalOf, type Client } from '../support/house.ts';

const third = (code: string) => code.split('\n')[2] ?? '';
const recover = (guest: Client, code: string) =>
  guest.people.recover({ code, login: 'director', password: 'new-password' });

describe('a new paper code', () => {
  it('holds once its third line was typed back; then the old paper opens nothing, and the data key is another', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const key = Buffer.from(house.house.open?.dataKey ?? []);
    const { id, recoveryCode } = await director.people.prepareRecoveryCode({ password: PASSWORD });
    expect(recoveryCode).not.toBe(house.recoveryCode);

    await director.people.takeRecoveryCode({ id, line: third(recoveryCode).toLowerCase() });

    expect(Buffer.from(house.house.open?.dataKey ?? []).equals(key)).toBe(false);
    expect(house.house.drafts.size).toBe(0);
    expect(await director.people.keys({})).toMatchObject({
      recoveryCodeAt: house.house.at,
      changedAt: house.house.at,
      changeIsDue: false,
      waitsFor: [],
    });
    await director.people.signOut({});
    const guest = house.stranger();
    expect(await refusalOf(recover(guest, house.recoveryCode))).toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    expect(await recover(guest, recoveryCode)).toMatchObject({ role: 'director' });
    await guest.people.signOut({});
    expect(await guest.people.signIn({ login: 'nurse', password: PASSWORD })).toMatchObject({
      role: 'nurse',
    });
  });

  it('leaves the old one in force until then: a slip, a sign-out or another person changes nothing', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const { id, recoveryCode } = await director.people.prepareRecoveryCode({ password: PASSWORD });
    const [first = ''] = recoveryCode.split('\n');
    expect(await refusalOf(director.people.takeRecoveryCode({ id, line: first }))).toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
      data: { line: 3 },
    });
    const another = house.stranger();
    await another.people.signIn({ login: 'director', password: PASSWORD });
    expect((await refusalOf(another.people.takeRecoveryCode({ id, line: third(recoveryCode) }))).code).toBe(
      'NOT_FOUND',
    );
    await director.people.signOut({});
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect((await refusalOf(director.people.takeRecoveryCode({ id, line: third(recoveryCode) }))).code).toBe(
      'NOT_FOUND',
    );
    expect(await recover(house.stranger(), house.recoveryCode)).toMatchObject({ role: 'director' });
  });

  it('is made only with the director’s own password', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    expect((await refusalOf(director.people.prepareRecoveryCode({ password: 'guess' }))).code).toBe(
      'WRONG_PASSWORD',
    );
    expect(
      (await refusalOf((await house.as('nurse')).people.prepareRecoveryCode({ password: PASSWORD }))).code,
    ).toBe('NOT_ALLOWED');
  });
});
