import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../electron/core/backup-reading.ts';
import { FILES, FOLDER, setAt, setsOn } from '../../electron/core/backup-set.ts';
import { isGenuine } from '../../electron/core/backup-seal.ts';
import { canonicalLine, readCanonicalLine, type Json } from '../../shared/package/canonical.ts';
import { refusalOf } from '../support/house.ts';
import { aHouseWithSticks, JOB } from './a-place.ts';

/** A house with one backup on its stick, and where that lies. */
async function backedUp(...labels: readonly string[]) {
  const made = await aHouseWithSticks(...labels);
  await made.director.backup.make({ job: JOB });
  const [set] = setsOn(made.stick);
  if (!set) throw new Error('no backup');
  return { ...made, set, place: join(made.stick.path, FOLDER) };
}
type BackedUp = Awaited<ReturnType<typeof backedUp>>;

/** What a restore of the set that stands first in the list is answered with; the house is as before. */
async function refused({ house, director }: BackedUp, name?: string) {
  const found = (await director.backup.found({})).find((one) => name === undefined || one.name === name);
  const lines = house.raw.prepare('SELECT count(*) FROM account').pluck().get();
  const proof = { code: house.recoveryCode };
  const refusal = await refusalOf(
    director.backup.restore({
      backup: found?.token ?? '0'.repeat(32),
      proof,
      knowsOfPackages: true,
      job: JOB,
    }),
  );
  expect(house.raw.prepare('SELECT count(*) FROM account').pluck().get()).toBe(lines);
  expect(house.faults).toEqual([]);
  expect(readdirSync(house.folder).filter((file) => /restore|drill|tmp/.test(file))).toEqual([]);
  return refusal;
}

/** Writes another manifest in the place of the set's own, in the form that is read, sealed by nobody. */
function forge(folder: string, change: (manifest: Record<string, Json>) => Record<string, Json>): void {
  const file = join(folder, FILES.manifest);
  const manifest = readCanonicalLine(readFileSync(file)) as Record<string, Json>;
  writeFileSync(file, canonicalLine(change(manifest)));
}

describe('a backup whose keyring or manifest came from somebody else', () => {
  it('is refused by its part: a keyring of 50 MB, one of nothing, one of a million brackets, a folder', async () => {
    const made = await backedUp();
    const keyring = join(made.set.folder, FILES.keyring);
    const spoil: (() => void)[] = [
      () => truncateSync(keyring, 50 * 2 ** 20),
      () => truncateSync(keyring, 0),
      () => writeFileSync(keyring, '['.repeat(1_000_000)),
      () => (rmSync(keyring), mkdirSync(keyring)),
    ];
    for (const act of spoil) {
      act();
      expect(await refused(made)).toMatchObject({ code: 'RESTORE_DAMAGED', data: { part: 'keyring' } });
    }
  });

  it('is refused when the keyring has the size that the manifest says, and is another', async () => {
    const made = await backedUp();
    const file = join(made.set.folder, FILES.keyring);
    const honest = readFileSync(file, 'utf8');
    writeFileSync(file, honest.replace('"revision"', '"revisiom"'));
    expect(await refused(made)).toMatchObject({ code: 'RESTORE_DAMAGED', data: { part: 'keyring' } });
    writeFileSync(file, ' '.repeat(Buffer.byteLength(honest)));
    // A second copy beside it, as it lies in a house, is nothing in a backup: it is not read.
    writeFileSync(join(made.set.folder, 'keyring.bak'), honest);
    expect(await refused(made)).toMatchObject({ code: 'RESTORE_DAMAGED', data: { part: 'keyring' } });
  });

  it('is refused as a forged manifest when anything in it is changed, paths and other names among it', async () => {
    const made = await backedUp();
    const file = join(made.set.folder, FILES.manifest);
    const honest = readFileSync(file);
    const content = (manifest: Record<string, Json>) => manifest['content'] as Record<string, Json>;
    const forgeries: ((manifest: Record<string, Json>) => Record<string, Json>)[] = [
      (manifest) => ({ ...manifest, name: '../../../etc/passwd' }),
      (manifest) => ({ ...manifest, name: `${made.set.name}/../x` }),
      (manifest) => ({ ...manifest, database: { size: 0, sha256: '0'.repeat(64) } }),
      (manifest) => ({ ...manifest, database: { path: '../centre.db', size: 1, sha256: '0'.repeat(64) } }),
      (manifest) => ({ ...manifest, content: { ...content(manifest), rows: { '../x': 1 } } }),
      (manifest) => ({ ...manifest, content: { ...content(manifest), schema: 0 } }),
      (manifest) => ({
        ...manifest,
        content: { ...content(manifest), audit: { count: 0, head: '0'.repeat(64) } },
      }),
      (manifest) => ({ ...manifest, made_at: '9999-12-31T00:00:00Z' }),
      (manifest) => ({ ...manifest, centre: { ...(manifest['centre'] as object), name: '柳河\u202e镇' } }),
    ];
    for (const [index, change] of forgeries.entries()) {
      writeFileSync(file, honest);
      forge(made.set.folder, change);
      expect((await refused(made)).code, `forgery ${index}`).toBe('RESTORE_DAMAGED');
    }
    for (const bytes of [
      '',
      '{}',
      '['.repeat(60_000),
      '\0'.repeat(100),
      '{"__proto__":{}}\n',
      ' '.repeat(2 ** 20),
    ]) {
      writeFileSync(file, bytes);
      expect(await refused(made)).toMatchObject({ code: 'RESTORE_DAMAGED', data: { part: 'manifest' } });
    }
  });

  it('is refused with the key of its own keyring, when that is whole but of another house', async () => {
    const [made, other] = [await backedUp(), await backedUp()];
    cpSync(join(other.set.folder, FILES.keyring), join(made.set.folder, FILES.keyring));
    const { size } = setAt(made.set.folder, made.set.name);
    expect(size).toBeGreaterThan(0);
    expect(['RESTORE_DAMAGED', 'RESTORE_WRONG_CENTRE']).toContain((await refused(made)).code);
  });
});

describe('a stick with odd things in the folder of backups', () => {
  it('shows the honest backup among names that are none, and makes, checks and lists as ever', async () => {
    const made = await backedUp();
    const { place, director, house, set } = made;
    for (const name of [
      '..foo',
      '-rf',
      'CON',
      '王国庆',
      `${set.name} `,
      `${set.name}.bak`,
      set.name.toUpperCase(),
      'x'.repeat(200),
    ])
      mkdirSync(join(place, name), { recursive: true });
    const name = '411799101-20261101-090000-00000000';
    writeFileSync(join(place, name), 'a file, not a folder');
    symlinkSync(place, join(place, '411799101-20261101-090000-00000001'));
    symlinkSync('411799101-20261101-090000-00000002', join(place, '411799101-20261101-090000-00000002'));
    symlinkSync('/nowhere', join(place, '411799101-20261101-090000-00000003'));
    const listed = await director.backup.found({});
    expect(listed.filter(({ state }) => state === 'ours').map((one) => one.name)).toEqual([set.name]);
    expect(listed.filter(({ state }) => state !== 'ours').every(({ state }) => state === 'incomplete')).toBe(
      true,
    );
    expect(await refused(made, name)).toMatchObject({ code: 'RESTORE_DAMAGED', data: { part: 'manifest' } });
    expect((await director.backup.make({ job: JOB })).made).toHaveLength(1);
    const backup = listed.find((one) => one.name === set.name)?.token ?? '';
    expect(await director.backup.check({ backup, job: JOB })).toEqual({ whole: true });
    expect(house.faults).toEqual([]);
  });

  it(
    'takes a pipe, a device, a folder and a link in a circle for no database: nothing is waited for',
    { timeout: 300_000 },
    async () => {
      const made = await backedUp();
      const file = join(made.set.folder, FILES.database);
      const spoil: (() => void)[] = [
        () => void execFileSync('mkfifo', [file]),
        () => symlinkSync('/dev/zero', file),
        () => mkdirSync(file),
        () => symlinkSync(file, file),
      ];
      for (const act of spoil) {
        rmSync(file, { recursive: true, force: true });
        act();
        // Its manifest may say whatever fits: nought bytes, or the size of a folder.
        for (const size of [0, 4096]) {
          forge(made.set.folder, (manifest) => ({ ...manifest, database: { size, sha256: '0'.repeat(64) } }));
          const [found] = await made.director.backup.list({});
          const backup = found?.token ?? '';
          expect(await made.director.backup.check({ backup, job: JOB })).toEqual({ whole: false });
          expect((await refused(made)).code).toBe('RESTORE_DAMAGED');
        }
      }
    },
  );

  it('is a stick without backups when the folder is a file, or a link to nothing', async () => {
    const made = await backedUp();
    rmSync(made.place, { recursive: true });
    writeFileSync(made.place, 'not a folder');
    expect(await made.director.backup.found({})).toEqual([]);
    expect(await refused(made)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await refusalOf(made.director.backup.make({ job: JOB }))).code).toBe('BACKUP_PLACE_GONE');
    rmSync(made.place);
    symlinkSync('/nowhere', made.place);
    expect(await made.director.backup.found({})).toEqual([]);
    expect(made.house.faults).toEqual([]);
  });

  it('keeps two backups of one name on two sticks apart: the altered one is refused, the honest one restored', async () => {
    const made = await backedUp('KINGSTON', 'TOSHIBA');
    const other = join(made.sticks[1]?.path ?? '', FOLDER);
    cpSync(made.place, other, { recursive: true });
    const file = join(other, made.set.name, FILES.database);
    const bytes = readFileSync(file);
    bytes.fill(0xff, 8192, 12_288);
    writeFileSync(file, bytes);
    const found = await made.director.backup.found({});
    expect(found.map(({ name, place }) => [name, place]).toSorted()).toEqual([
      [made.set.name, 'KINGSTON'],
      [made.set.name, 'TOSHIBA'],
    ]);
    const order = { proof: { code: made.house.recoveryCode }, knowsOfPackages: true, job: JOB };
    const tokenOn = (place: string) => found.find((one) => one.place === place)?.token ?? '';
    expect(
      await refusalOf(made.director.backup.restore({ ...order, backup: tokenOn('TOSHIBA') })),
    ).toMatchObject({
      code: 'RESTORE_DAMAGED',
      data: { part: 'database' },
    });
    expect((await made.director.backup.restore({ ...order, backup: tokenOn('KINGSTON') })).centre).not.toBe(
      '',
    );
    expect(made.house.faults).toEqual([]);
  });
});

describe('a backup that changes while it is read', () => {
  async function order() {
    const made = await backedUp();
    const key = Uint8Array.from(made.house.house.open?.dataKey ?? []);
    const { manifest, folder, name } = made.set;
    if (!manifest || !isGenuine(manifest, key)) throw new Error('not our own backup');
    return { folder, name, manifest, key, into: join(made.house.folder, 'drill.tmp') };
  }

  it.each<[string, string, (folder: string) => void]>([
    ['grows', 'database', (folder) => appendFileSync(join(folder, FILES.database), 'more')],
    ['is cut', 'database', (folder) => truncateSync(join(folder, FILES.database), 4096)],
    ['loses its file', 'database', (folder) => rmSync(join(folder, FILES.database))],
    [
      'has a folder for a file',
      'database',
      (folder) => (rmSync(join(folder, FILES.database)), mkdirSync(join(folder, FILES.database))),
    ],
    ['gets another keyring', 'keyring', (folder) => writeFileSync(join(folder, FILES.keyring), '{}')],
    ['loses its keyring', 'keyring', (folder) => rmSync(join(folder, FILES.keyring))],
    ['is taken away', 'gone', (folder) => renameSync(folder, `${folder}.away`)],
  ])('and %s after its manifest was verified is refused, and no copy stays', async (_, damaged, change) => {
    const reading = await order();
    change(reading.folder);
    expect(readBackup(reading, () => undefined)).toEqual({ damaged });
    expect(setAt(reading.into, reading.name).size).toBe(0);
  });

  it('and is overwritten behind what was read already is refused too', async () => {
    const reading = await order();
    const file = join(reading.folder, FILES.database);
    let changed = false;
    const answer = readBackup(reading, ({ done }) => {
      // Told of the first piece: the rest, or the next look at it, is another.
      if (changed || done === 0) return;
      changed = true;
      writeFileSync(join(reading.into, FILES.database), readFileSync(file).fill(0xff, 8192, 8256));
    });
    expect(changed).toBe(true);
    expect(answer).toEqual({ damaged: 'database' });
  });
});
