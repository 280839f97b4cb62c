import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aHouse, PASSWORD, refusalOf } from '../support/house.ts';

describe('signing in', () => {
  it('tells who is signed in and closes the file with the last one who leaves', async () => {
    const house = await aHouse();
    const director = await house.as('director');

    expect((await director.people.state({})).me).toMatchObject({ login: 'director', role: 'director' });
    await director.people.signOut({});

    expect(house.house.open).toBeNull();
    expect((await director.people.state({})).stage).toBe('locked');
    expect((await refusalOf(director.people.accounts({}))).code).toBe('NOT_SIGNED_IN');
  });

  it('refuses a wrong password with a sentence, and makes the sixth try wait', async () => {
    const house = await aHouse();
    const guest = house.stranger();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await refusalOf(guest.people.signIn({ login: 'nurse', password: 'guess' }))).code).toBe(
        'WRONG_PASSWORD',
      );
    }

    const refusal = await refusalOf(guest.people.signIn({ login: 'nurse', password: PASSWORD }));
    expect(refusal).toMatchObject({ code: 'TOO_MANY_TRIES', data: { seconds: 30 } });

    house.pass(31_000);
    expect(await guest.people.signIn({ login: 'nurse', password: PASSWORD })).toMatchObject({
      role: 'nurse',
    });
  });

  it('locks after the idle minutes, and not while work goes on', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    await director.people.setIdleMinutes({ minutes: 5 });
    house.pass(4 * 60_000);
    await director.people.accounts({});
    house.pass(4 * 60_000);
    await director.people.accounts({});

    house.pass(5 * 60_000 + 1);

    expect((await refusalOf(director.people.accounts({}))).code).toBe('NOT_SIGNED_IN');
  });

  it('does not lock under work that runs, only after it', async () => {
    const house = await aHouse();
    let sweep = Promise.resolve();
    await house.house.queue.run(async () => {
      house.pass(16 * 60_000);
      sweep = house.house.sweepSoon();
      await new Promise((resolve) => setImmediate(resolve));
      expect(house.house.open).not.toBeNull();
    });
    await sweep;
    expect(house.house.open).toBeNull();
  });

  it('gives a director back their account with the paper code, and names the line with a slip', async () => {
    const house = await aHouse();
    const guest = house.stranger();
    const lines = house.recoveryCode.split('\n');
    const slipped = [
      lines[0],
      lines[1],
      `${lines[2]?.slice(0, 3)}${lines[2]?.[3] === 'A' ? 'B' : 'A'}${lines[2]?.slice(4)}`,
      lines[3],
    ];

    const refusal = await refusalOf(
      guest.people.recover({ code: slipped.join('\n'), login: 'director', password: 'new-password' }),
    );
    expect(refusal).toMatchObject({ code: 'WRONG_RECOVERY_CODE', data: { line: 3 } });
    expect(refusal.sentence).toContain('第 3 行');

    await guest.people.recover({
      code: house.recoveryCode.toLowerCase(),
      login: 'director',
      password: 'new-password',
    });
    await guest.people.signOut({});
    expect((await refusalOf(guest.people.signIn({ login: 'director', password: PASSWORD }))).code).toBe(
      'WRONG_PASSWORD',
    );
    expect(await guest.people.signIn({ login: 'director', password: 'new-password' })).toMatchObject({
      role: 'director',
    });
  });

  it('does not let somebody in whose account was ended, nor end the last director', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    const nurse = await house.as('nurse');
    const accounts = await director.people.accounts({});
    const idOf = (login: string) => accounts.find((account) => account.login === login)?.id ?? '';

    expect((await refusalOf(director.people.endAccount({ id: idOf('director'), reason: '调离' }))).code).toBe(
      'LAST_DIRECTOR',
    );
    await director.people.endAccount({ id: idOf('nurse'), reason: '调离' });

    expect((await refusalOf(nurse.people.accounts({}))).code).toBe('NOT_SIGNED_IN');
    expect((await refusalOf(nurse.people.signIn({ login: 'nurse', password: PASSWORD }))).code).toBe(
      'WRONG_PASSWORD',
    );
  });

  it('opens nothing with a keyring that somebody altered, and says that it is not the password', async () => {
    const house = await aHouse();
    await (await house.as('director')).people.signOut({});
    for (const file of [house.house.keyringFile, house.house.keyringFile.replace('.json', '.bak')])
      writeFileSync(file, readFileSync(file, 'utf8').replace('"name": "赵会计"', '"name": "孙会计"'));

    expect(
      (await refusalOf(house.stranger().people.signIn({ login: 'director', password: PASSWORD }))).code,
    ).toBe('KEYRING_DAMAGED');
    expect(house.house.open).toBeNull();
  });

  it('tells a damaged file, in whichever page, from a foreign one and from none', async () => {
    const house = await aHouse();
    const guest = house.stranger();
    await (await house.as('director')).people.signOut({});
    const file = house.house.databaseFile;
    const whole = readFileSync(file);
    const signIn = () => guest.people.signIn({ login: 'director', password: PASSWORD });
    const flipped = (at: number) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const wiped = Buffer.concat([Buffer.alloc(4096), whole.subarray(4096)]);
    const cut = whole.subarray(0, whole.length - 5000);

    for (const damaged of [16, 17, 24, 60, 200, 4000, 4095, 4096, 20_000].map(flipped).concat(wiped, cut)) {
      writeFileSync(file, damaged);
      expect(await refusalOf(signIn())).toMatchObject({ code: 'FILE_DAMAGED' });
    }
    writeFileSync(file, Buffer.alloc(8192, 'not a database'));
    expect((await refusalOf(signIn())).code).toBe('FILE_FOREIGN');
    rmSync(file);
    const gone = await refusalOf(signIn());
    expect(gone.code).toBe('FILE_GONE');
    expect(gone.sentence).toContain('从备份恢复');

    // The salt is the one part of the file that the cipher does not vouch for: nothing hangs on it, and the log tells of it.
    writeFileSync(file, flipped(3));
    expect(await signIn()).toMatchObject({ role: 'director' });
    expect(house.raw.prepare('SELECT action FROM audit ORDER BY seq DESC LIMIT 2').pluck().all()).toEqual([
      'people.signIn',
      'people.markChanged',
    ]);
  });

  it('says that file and keyring are not a pair when the file is of another centre', async () => {
    const [house, other] = [await aHouse(), await aHouse()];
    for (const each of [house, other]) await (await each.as('director')).people.signOut({});
    copyFileSync(other.house.databaseFile, house.house.databaseFile);

    const refusal = await refusalOf(
      house.stranger().people.signIn({ login: 'director', password: PASSWORD }),
    );
    expect(refusal.code).toBe('FILE_FOREIGN');
    expect(refusal.sentence).toContain('不是一对');
  });

  it('keeps every sign-in, refusal and change in the audit log, whose chain holds', async () => {
    const house = await aHouse();
    const director = await house.as('director');
    await refusalOf(house.stranger().people.signIn({ login: 'nurse', password: 'guess' }));

    const lines = await director.audit.lines({ limit: 50 });

    expect(lines.map((line) => line.action)).toEqual([
      'people.signInRefused',
      'people.addAccount',
      'people.addAccount',
      'people.setUp',
    ]);
    expect(await director.audit.standing({})).toMatchObject({ whole: 5, count: 5, faultCount: 0 });
  });

  it('lets no password and no key reach the disk in the clear', async () => {
    const house = await aHouse();
    await (await house.as('director')).people.signOut({});
    const bytes = Buffer.concat([
      readFileSync(house.house.databaseFile),
      readFileSync(house.house.keyringFile),
    ]);
    expect(bytes.includes(PASSWORD)).toBe(false);
    expect(bytes.includes('CREATE TABLE')).toBe(false);
  });
});
