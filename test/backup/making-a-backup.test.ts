import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditHead } from '../../db/audit.ts';
import { FOLDER } from '../../electron/core/backup-set.ts';
import { refusalOf } from '../support/house.ts';
import { aHouseWithSticks, JOB } from './a-place.ts';

const setsIn = (path: string) => readdirSync(join(path, FOLDER)).filter((name) => name !== 'place.json');

describe('making a backup', () => {
  it('writes the database, the keyring and a manifest, and tells the director where and when', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    const head = auditHead(house.raw);

    const { made, failed } = await director.backup.make({ job: JOB });

    expect([made.length, failed]).toEqual([1, []]);
    const [name] = setsIn(stick.path);
    expect(name).toMatch(/^\d{9}-20261101-090000-[0-9a-f]{8}$/);
    expect(readdirSync(join(stick.path, FOLDER, name ?? '')).toSorted()).toEqual([
      'centre.db',
      'keyring.json',
      'manifest.json',
    ]);
    expect(await director.backup.list({})).toMatchObject([{ name, place: 'KINGSTON', state: 'ours' }]);
    const { last, backupLate, drillLate } = await director.backup.standing({});
    expect(last).toMatchObject({ place: 'KINGSTON', at: '2026-11-01T01:00:00.000Z', testedAt: null });
    expect([backupLate, drillLate]).toEqual([false, true]);
    const anchor = house.raw.prepare(`SELECT kind, seq, hash, reference FROM audit_anchor`).all();
    expect(anchor).toEqual([{ kind: 'backup', seq: head.seq, hash: head.hash, reference: name }]);
    expect(house.raw.prepare(`SELECT detail FROM audit WHERE action = 'backup.make'`).pluck().all()).toEqual([
      'KINGSTON',
    ]);
    expect(readdirSync(house.folder).filter((file) => file.includes('tmp'))).toEqual([]);
  });

  it('holds no word of the house in the clear', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    house.raw.prepare(`INSERT INTO setting VALUES ('room', '王国庆的房间', '', '')`).run();
    await director.backup.make({ job: JOB });
    const files = readdirSync(join(stick.path, FOLDER), { recursive: true, withFileTypes: true }).filter(
      (file) => file.isFile(),
    );
    expect(files.map(({ name }) => name).toSorted()).toEqual([
      'centre.db',
      'keyring.json',
      'manifest.json',
      'place.json',
    ]);
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name)).includes('王国庆'), name).toBe(false);
  });

  it('writes to both places at once, and one that is pulled out does not stop the other', async () => {
    const { director, sticks } = await aHouseWithSticks('KINGSTON', 'SANDISK');
    const other = (await director.backup.volumes({})).find(({ label }) => label === 'SANDISK');
    await director.backup.choose({ token: other?.token ?? '' });
    expect((await director.backup.make({ job: JOB })).made).toHaveLength(2);

    if (sticks[1]) sticks[1].plugged = false;
    const { made, failed } = await director.backup.make({ job: JOB });
    expect(made).toHaveLength(1);
    expect(failed).toMatchObject([{ code: 'BACKUP_PLACE_GONE', place: 'SANDISK' }]);
    expect((await director.backup.standing({})).trouble).toMatchObject({ code: 'BACKUP_PLACE_GONE' });
  });

  it('finds its place again when the stick comes back under another name', async () => {
    const { director, stick, sticks } = await aHouseWithSticks();
    await director.backup.make({ job: JOB });
    const moved = `${stick.path}-1`;
    renameSync(stick.path, moved);
    sticks.splice(0, 1, { ...stick, path: moved });

    expect((await director.backup.standing({})).places).toMatchObject([
      { label: 'KINGSTON-1', present: true },
    ]);
    await director.backup.make({ job: JOB });
    expect(setsIn(moved)).toHaveLength(2);
  });

  it('refuses without a place, and when the only one is not plugged in', async () => {
    const { director, stick } = await aHouseWithSticks();
    stick.plugged = false;
    expect(await refusalOf(director.backup.make({ job: JOB }))).toMatchObject({
      code: 'BACKUP_PLACE_GONE',
      sentence: '「KINGSTON」没有插好或中途拔掉了，没有留下不完整的备份；请插好后再试。',
    });
    const [place] = (await director.backup.standing({})).places;
    await director.backup.drop({ id: place?.id ?? '' });
    expect((await refusalOf(director.backup.make({ job: JOB }))).code).toBe('BACKUP_NO_PLACE');
  });

  it.each([
    ['is full', { free: 1000 }, 'BACKUP_NO_ROOM'],
    ['cannot be written to', { writable: false }, 'BACKUP_READ_ONLY'],
    ['is FAT and the file too large for it', { largestFile: 1000 }, 'BACKUP_TOO_LARGE'],
  ] as const)('leaves nothing on a stick that %s, and says so', async (_, facts, code) => {
    const { house, director, stick } = await aHouseWithSticks();
    stick.facts = { ...stick.facts, ...facts };
    const refusal = await refusalOf(director.backup.make({ job: JOB }));
    expect(refusal.code).toBe(code);
    expect(refusal.sentence).toContain('KINGSTON');
    expect(setsIn(stick.path)).toEqual([]);
    expect(
      house.raw.prepare(`SELECT object, detail FROM audit WHERE action = 'backup.failed'`).all(),
    ).toEqual([{ object: 'KINGSTON', detail: code }]);
    expect(house.faults).toEqual([]);
  });

  it('takes no folder that the system keeps to itself as a place', async () => {
    const { director, sticks } = await aHouseWithSticks();
    sticks.push({ path: '/sys', facts: { writable: true }, plugged: true });
    const sys = (await director.backup.volumes({})).find(({ label }) => label === 'sys');
    expect((await refusalOf(director.backup.choose({ token: sys?.token ?? '' }))).code).toBe(
      'BACKUP_READ_ONLY',
    );
    expect((await director.backup.standing({})).places).toHaveLength(1);
  });

  it('removes what a run that was cut off had left, and nothing that is not ours', async () => {
    const { director, stick } = await aHouseWithSticks();
    const folder = join(stick.path, FOLDER);
    const left = join(folder, '411799001-20261031-090000-0123abcd.tmp');
    mkdirSync(left);
    writeFileSync(join(left, 'centre.db'), 'half');
    mkdirSync(join(folder, '照片'));
    writeFileSync(join(folder, '说明.tmp'), 'mine');
    await director.backup.make({ job: JOB });
    expect(existsSync(left)).toBe(false);
    expect(setsIn(stick.path)).toEqual(expect.arrayContaining(['照片', '说明.tmp']));
  });

  it('can be cancelled, and leaves nothing behind', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    const asked = refusalOf(director.backup.make({ job: JOB }));
    while (!(await director.jobs.cancel({ job: JOB })).stopping)
      await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await asked).code).toBe('CANCELLED');
    expect(setsIn(stick.path)).toEqual([]);
    expect(
      readdirSync(house.folder)
        .toSorted()
        .filter((name) => name.includes('backup')),
    ).toEqual([]);
    expect((await director.backup.make({ job: JOB })).made).toHaveLength(1);
  });

  it('notices a backup that rots on the stick, and makes no promise on it any more', async () => {
    const { director, stick } = await aHouseWithSticks();
    await director.backup.make({ job: JOB });
    const [backup] = await director.backup.list({});
    expect(await director.backup.check({ backup: backup?.token ?? '', job: JOB })).toEqual({ whole: true });
    expect((await director.backup.standing({})).last?.testedAt).not.toBeNull();

    const file = join(stick.path, FOLDER, backup?.name ?? '', 'centre.db');
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
    writeFileSync(file, bytes);
    expect(await director.backup.check({ backup: backup?.token ?? '', job: JOB })).toEqual({ whole: false });
    expect(await director.backup.list({})).toMatchObject([{ state: 'damaged' }]);
  });

  it('is not made twice at the same time', async () => {
    const { director } = await aHouseWithSticks();
    const first = director.backup.make({ job: JOB });
    expect((await refusalOf(director.backup.make({ job: 'another-job' }))).code).toBe('BACKUP_RUNNING');
    expect((await first).made).toHaveLength(1);
  });
});

describe('the backup of the day', () => {
  it('is made by itself when nobody works, once a day, and before the house is closed', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    await house.house.sweepSoon();
    expect(setsIn(stick.path)).toEqual([]); // somebody has just sent something
    house.pass(6_000);
    await house.house.sweepSoon();
    expect(await director.backup.list({})).toMatchObject([{ reason: 'daily' }]);
    house.pass(60_000);
    await house.house.sweepSoon();
    expect(setsIn(stick.path)).toHaveLength(1);

    house.setDay('2026-11-02');
    await house.house.close();
    expect(setsIn(stick.path)).toHaveLength(2);
  });

  it('does not count as the last good one once it was found damaged, and is made anew the same day', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    await director.backup.make({ job: JOB });
    house.pass(60_000);
    await director.backup.make({ job: JOB });
    const [older, newer] = setsIn(stick.path).toSorted();
    const file = join(stick.path, FOLDER, newer ?? '', 'centre.db');
    const bytes = readFileSync(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const listed = await director.backup.list({});
    const spoilt = listed.find(({ name }) => name === newer)?.token ?? '';

    expect(await director.backup.check({ backup: spoilt, job: JOB })).toEqual({ whole: false });
    expect((await director.backup.standing({})).last).toMatchObject({ at: '2026-11-01T01:00:00.000Z' });

    const oldest = listed.find(({ name }) => name === older)?.token ?? '';
    writeFileSync(join(stick.path, FOLDER, older ?? '', 'centre.db'), bytes);
    await director.backup.check({ backup: oldest, job: JOB });
    expect(await director.backup.standing({})).toMatchObject({ last: null, backupLate: true });
    house.pass(60_000);
    await house.house.sweepSoon();
    expect((await director.backup.standing({})).last).toMatchObject({ at: '2026-11-01T01:02:00.000Z' });
  });

  it('keeps seven days, four weeks and twelve months of a year of backups', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    for (let index = 0; index < 11; index += 1) {
      house.setDay(`2026-12-${String(index + 1).padStart(2, '0')}`);
      await director.backup.make({ job: JOB });
    }
    // 5 to 11 December by day; the Sunday of the week before is among them.
    expect(setsIn(stick.path).map((name) => name.slice(16, 18))).toEqual(
      expect.arrayContaining(['05', '06', '07', '08', '09', '10', '11']),
    );
    expect(setsIn(stick.path)).toHaveLength(7);
    expect(house.raw.prepare(`SELECT count(*) FROM audit WHERE action = 'backup.remove'`).pluck().get()).toBe(
      4,
    );
  });

  it('takes up a backup that was finished after the house had been closed', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    await director.backup.make({ job: JOB });
    const [name] = setsIn(stick.path);
    const kept = join(stick.path, 'kept');
    cpSync(join(stick.path, FOLDER, name ?? ''), kept, { recursive: true });
    rmSync(join(stick.path, FOLDER, name ?? ''), { recursive: true });
    house.raw.exec('DROP TRIGGER backup_stays; DELETE FROM backup');
    cpSync(kept, join(stick.path, FOLDER, name ?? ''), { recursive: true });

    house.pass(60_000);
    await house.house.sweepSoon();
    expect((await director.backup.standing({})).last).toMatchObject({ place: 'KINGSTON' });
    expect(house.raw.prepare(`SELECT count(*) FROM audit WHERE action = 'backup.adopt'`).pluck().get()).toBe(
      1,
    );
  });
});
