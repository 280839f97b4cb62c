import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FOLDER, keyringBytes, setsOn } from '../../electron/core/backup-set.ts';
import { House } from '../../electron/core/house.ts';
import { router } from '../../electron/core/router.ts';
import { PASSWORD, refusalOf } from '../support/house.ts';
import { aHouseWithSticks, JOB, volumesOf, type Stick } from './a-place.ts';

/** Another PC, with nothing on it but the program, and the stick. */
function anEmptyPc(sticks: readonly Stick[]) {
  const folder = mkdtempSync(join(tmpdir(), 'nuantuo-new-'));
  const faults: unknown[] = [];
  const house = new House({
    folder,
    now: () => Date.parse('2026-11-05T09:00:00+08:00'),
    kdf: { N: 2 ** 4, r: 8, p: 1 },
    volumes: volumesOf(sticks, tmpdir()),
    log: (line) => void faults.push(line),
  });
  onTestFinished(() => {
    house.lock();
    rmSync(folder, { recursive: true, force: true });
  });
  const client = createRouterClient(router, { context: { house, connection: house.connect() } });
  return { house, folder, client, faults };
}

async function aBackedUpHouse() {
  const made = await aHouseWithSticks();
  made.house.raw.prepare(`INSERT INTO setting VALUES ('mark', 'before', '', '')`).run();
  await made.director.backup.make({ job: JOB });
  return made;
}
const mark = (house: { raw: { prepare(sql: string): { pluck(): { get(): unknown } } } }) =>
  house.raw.prepare(`SELECT value FROM setting WHERE key = 'mark'`).pluck().get();
const rawOf = (house: House) => {
  if (!house.open) throw new Error('closed');
  return house.open.store;
};

describe('restoring on another PC', () => {
  it('lists what is on the stick, tells what is in it, and brings everything back with the paper code', async () => {
    const { house, sticks } = await aBackedUpHouse();
    const pc = anEmptyPc(sticks);
    const [found] = await pc.client.backup.found({});
    expect(found).toMatchObject({ centre: '柳河镇重度残疾人托养中心', place: 'KINGSTON', state: 'ours' });
    const proof = { code: house.recoveryCode };
    const backup = found?.token ?? '';

    expect(await pc.client.backup.look({ backup, proof, job: JOB })).toMatchObject({
      centre: '柳河镇重度残疾人托养中心',
      residents: 0,
      packagesAfter: 0,
    });
    expect(readdirSync(pc.folder)).toEqual([]);

    const restored = await pc.client.backup.restore({ backup, proof, knowsOfPackages: false, job: JOB });
    expect(restored.newEpoch).toBe(true); // packages may have gone up from the old PC since
    expect(readdirSync(pc.folder).filter((name) => /restore/.test(name))).toEqual([]);
    await pc.client.people.signIn({ login: 'director', password: PASSWORD });
    expect(mark(rawOf(pc.house))).toBe('before');
    expect(
      rawOf(pc.house).raw.prepare(`SELECT value FROM setting WHERE key = 'package.epoch'`).pluck().get(),
    ).toBe('2');
    expect(
      rawOf(pc.house).raw.prepare(`SELECT actor, object FROM audit WHERE action = 'backup.restore'`).get(),
    ).toEqual({ actor: '-', object: found?.name });
    expect(pc.faults).toEqual([]);
  });

  it('takes a director’s password of that time, but not a nurse’s', async () => {
    const { sticks } = await aBackedUpHouse();
    const pc = anEmptyPc(sticks);
    const backup = (await pc.client.backup.found({}))[0]?.token ?? '';
    const by = (login: string, password: string) =>
      pc.client.backup.restore({ backup, proof: { login, password }, knowsOfPackages: false, job: JOB });
    expect((await refusalOf(by('nurse', PASSWORD))).code).toBe('RESTORE_NOT_DIRECTOR');
    expect((await refusalOf(by('director', 'wrong'))).code).toBe('WRONG_PASSWORD');
    expect(readdirSync(pc.folder)).toEqual(['throttle.json']); // wrong tries outlive a restart

    expect((await by('director', PASSWORD)).centre).toBe('柳河镇重度残疾人托养中心');
  });

  it('names the line of the paper code that was typed wrong, and slows guessing down', async () => {
    const { house, sticks } = await aBackedUpHouse();
    const pc = anEmptyPc(sticks);
    const backup = (await pc.client.backup.found({}))[0]?.token ?? '';
    const lines = house.recoveryCode.split('\n');
    const slip = [
      lines[0],
      lines[1]?.replace(/.$/, (last) => (last === '7' ? '8' : '7')),
      lines[2],
      lines[3],
    ].join('\n');
    expect(await refusalOf(pc.client.backup.look({ backup, proof: { code: slip }, job: JOB }))).toMatchObject(
      {
        code: 'WRONG_RECOVERY_CODE',
        data: { line: 2 },
      },
    );
    const codes: string[] = [];
    for (let index = 0; index < 7; index += 1)
      codes.push(
        (
          await refusalOf(
            pc.client.backup.look({
              backup,
              proof: { login: 'director', password: String(index) },
              job: JOB,
            }),
          )
        ).code,
      );
    expect(codes.at(-1)).toBe('TOO_MANY_TRIES');
  });
});

describe('restoring on the same PC', () => {
  it('brings back what was, keeps the old files beside, and signs everybody out', async () => {
    const { house, director } = await aBackedUpHouse();
    const nurse = await house.as('nurse');
    house.raw.prepare(`UPDATE setting SET value = 'after' WHERE key = 'mark'`).run();
    const backup = (await director.backup.found({}))[0]?.token ?? '';
    const { newEpoch } = await director.backup.restore({
      backup,
      proof: { code: house.recoveryCode },
      knowsOfPackages: false,
      job: JOB,
    });
    expect(newEpoch).toBe(false); // the old file says that nothing was sent since
    expect((await refusalOf(nurse.residents.list({}))).code).toBe('NOT_SIGNED_IN');
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect(mark(house)).toBe('before');
    expect((await refusalOf(nurse.residents.list({}))).code).toBe('NOT_SIGNED_IN');
    expect(readdirSync(join(house.folder, 'before-restore'))).toEqual(
      expect.arrayContaining(['centre.db', 'keyring.json']),
    );
  });

  it('is refused while another process has the centre open: what is written there would be lost', async () => {
    const { house, director, sticks } = await aBackedUpHouse();
    const second = new House({
      folder: house.folder,
      now: house.house.now,
      kdf: house.house.kdf,
      volumes: volumesOf(sticks, house.folder),
    });
    const stranger = createRouterClient(router, {
      context: { house: second, connection: second.connect() },
    });
    const order = {
      backup: (await stranger.backup.found({}))[0]?.token ?? '',
      proof: { code: house.recoveryCode },
      knowsOfPackages: false,
      job: JOB,
    };
    const refusal = await refusalOf(stranger.backup.restore(order));
    expect(refusal).toMatchObject({ code: 'CENTRE_OPEN_ELSEWHERE' });
    await director.people.setIdleMinutes({ minutes: 7 });
    house.house.lock();
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect((await director.people.state({})).idleMinutes).toBe(7);
    house.house.lock();
    await stranger.backup.restore(order); // nobody has it open any more
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect((await director.people.state({})).idleMinutes).toBe(15);
  });

  it('works before anybody can sign in, when the file is damaged', async () => {
    const { house, director } = await aBackedUpHouse();
    house.house.lock();
    const bytes = readFileSync(house.house.databaseFile);
    bytes.fill(0xff, 8192, 12_288);
    writeFileSync(house.house.databaseFile, bytes);
    const stranger = house.stranger();
    expect((await refusalOf(stranger.people.signIn({ login: 'director', password: PASSWORD }))).code).toBe(
      'FILE_DAMAGED',
    );
    const backup = (await stranger.backup.found({}))[0]?.token ?? '';
    await stranger.backup.restore({
      backup,
      proof: { code: house.recoveryCode },
      knowsOfPackages: false,
      job: JOB,
    });
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect(mark(house)).toBe('before');
  });

  it('opens a backup from before the data key was changed, with what was valid then', async () => {
    const { house, director, sticks } = await aBackedUpHouse();
    const nurse = (await director.people.accounts({})).find(({ login }) => login === 'nurse');
    house.pass(60_000);
    await director.people.endAccount({ id: nurse?.id ?? '', reason: '调离' });
    const [backup] = await director.backup.list({});
    expect(backup?.state).toBe('other-key');

    const pc = anEmptyPc(sticks);
    const [found] = await pc.client.backup.found({});
    await pc.client.backup.restore({
      backup: found?.token ?? '',
      proof: { code: house.recoveryCode },
      knowsOfPackages: false,
      job: JOB,
    });
    expect((await pc.client.people.signIn({ login: 'nurse', password: PASSWORD })).role).toBe('nurse');

    house.pass(60_000);
    await house.house.sweepSoon(); // the day has its backup, but today's paper does not open it
    expect((await director.backup.list({})).map(({ state }) => state).toSorted()).toEqual([
      'other-key',
      'ours',
    ]);
  });

  it('takes the second copy of the keyring along when the first is gone, and none that does not open', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    const kept = readFileSync(house.house.keyringFile);
    rmSync(house.house.keyringFile);
    expect((await director.backup.make({ job: JOB })).made).toHaveLength(1);
    const [set] = setsOn(stick);
    expect(set && keyringBytes(set)?.equals(kept)).toBe(true);
    writeFileSync(`${house.folder}/keyring.bak`, '{}');
    expect((await refusalOf(director.backup.make({ job: JOB }))).code).toBe('BACKUP_FAILED');
  });

  it('is not for a nurse while somebody works', async () => {
    const { house } = await aBackedUpHouse();
    const nurse = await house.as('nurse');
    expect((await refusalOf(nurse.backup.found({}))).code).toBe('NOT_ALLOWED');
    const backup = '0'.repeat(32);
    const proof = { code: house.recoveryCode };
    expect((await refusalOf(nurse.backup.look({ backup, proof, job: JOB }))).code).toBe('NOT_ALLOWED');
    expect(
      (await refusalOf(nurse.backup.restore({ backup, proof, knowsOfPackages: true, job: JOB }))).code,
    ).toBe('NOT_ALLOWED');
  });

  it('refuses the backup of another centre and shows it as such', async () => {
    const other = await aBackedUpHouse();
    const { house, director, sticks } = await aHouseWithSticks();
    cpSync(join(other.stick.path, FOLDER), join(sticks[0]?.path ?? '', FOLDER), { recursive: true });
    const [found] = await director.backup.found({});
    expect(found?.state).toBe('foreign');
    const proof = { code: other.house.recoveryCode };
    expect(
      await refusalOf(director.backup.look({ backup: found?.token ?? '', proof, job: JOB })),
    ).toMatchObject({
      code: 'RESTORE_WRONG_CENTRE',
    });
    expect(house.faults).toEqual([]);
  });

  it('warns when packages went up after the backup, and then begins a new epoch', async () => {
    const { house, director } = await aBackedUpHouse();
    house.raw
      .prepare(
        `INSERT INTO package (id, epoch, seq, period, kind, statement_hash, prev_hash, data_hash, manifest, file_name, size, built_at, built_by)
        VALUES ('p1', 1, 1, '2026-10', 'full', :hash, :zeros, :hash, '{}', 'p.tyx', 1, '', '')`,
      )
      .run({ hash: 'a'.repeat(64), zeros: '0'.repeat(64) });
    const backup = (await director.backup.found({}))[0]?.token ?? '';
    const order = { backup, proof: { code: house.recoveryCode }, job: JOB };
    expect(await director.backup.look(order)).toMatchObject({ packagesAfter: 1 });
    expect(await refusalOf(director.backup.restore({ ...order, knowsOfPackages: false }))).toMatchObject({
      code: 'RESTORE_OLDER_THAN_PACKAGE',
      data: { packages: 1 },
    });
    expect(existsSync(join(house.folder, 'before-restore'))).toBe(false);
    expect((await director.backup.restore({ ...order, knowsOfPackages: true })).newEpoch).toBe(true);
  });
});

describe('the drill', () => {
  it('tries a restore out with the paper code, records who saw what, and leaves nothing', async () => {
    const { house, director } = await aBackedUpHouse();
    const backup = (await director.backup.list({}))[0]?.token ?? '';
    expect((await refusalOf(director.backup.drill({ backup, code: 'ABCD', job: JOB }))).code).toBe(
      'WRONG_RECOVERY_CODE',
    );
    const inside = await director.backup.drill({ backup, code: house.recoveryCode, job: JOB });
    expect(inside).toMatchObject({ residents: 0, checkups: 0, lastDay: null });
    expect(await director.backup.standing({})).toMatchObject({ drillLate: false, drill: { residents: 0 } });
    expect(readdirSync(house.folder).filter((name) => /tmp|restore/.test(name))).toEqual([]);
    house.setDay('2027-02-01');
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect(await director.backup.standing({})).toMatchObject({ drillLate: true, backupLate: true, days: 92 });
    await director.backup.setReminders({ backupDays: 10, drillDays: 366 });
    expect(await director.backup.standing({})).toMatchObject({ drillLate: false, backupDays: 10 });
  });
});
