import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepCopy, opensWith } from '../../db/copy.ts';
import type { TestHouse } from '../support/house.ts';
import { aHouseWithSticks, JOB } from './a-place.ts';

const DAY = 86_400_000;

/** Sets when a file or a folder was written: so many days before the day of the house. */
function wroteIt(house: TestHouse, name: string, daysAgo: number): void {
  const at = new Date(house.house.now() - daysAgo * DAY);
  utimesSync(join(house.folder, name), at, at);
}

/** What updates leave: a copy under the key of the house. */
function copyBeforeUpdate(house: TestHouse, version: number, daysAgo: number): string {
  const name = `centre.db.v${version}.bak`;
  keepCopy(house.raw, join(house.folder, name), Uint8Array.from(house.house.open?.dataKey ?? []));
  wroteIt(house, name, daysAgo);
  return name;
}

/** What restores leave, and a crash with an altered journal: a folder with a centre's files; `more` is a file of somebody else in it. */
function folderBeforeRestore(house: TestHouse, name: string, daysAgo: number, more?: string): string {
  mkdirSync(join(house.folder, name));
  for (const file of ['centre.db', 'keyring.json', 'keyring.bak', ...(more ? [more] : [])])
    writeFileSync(join(house.folder, name, file), file);
  wroteIt(house, name, daysAgo);
  return name;
}

const linesOf = (house: TestHouse) =>
  house.raw
    .prepare(`SELECT actor, object FROM audit WHERE action = 'backup.removeCopy' ORDER BY object`)
    .all();
const present = (house: TestHouse, names: readonly string[]) =>
  names.filter((name) => existsSync(join(house.folder, name)));

describe('old copies on this PC', () => {
  it('go by the rule when a backup was made, each with its line in the log, and are shown until then', async () => {
    const { house, director, stick } = await aHouseWithSticks();
    const updates = [80, 140, 200].map((version, index) =>
      copyBeforeUpdate(house, version, 300 - 100 * index),
    );
    const restores = ['before-restore', 'before-restore-2', 'before-restore-3'].map((name, index) =>
      folderBeforeRestore(house, name, 120 - index),
    );
    const crashes = ['0a', '0b', '0c'].map((mark, index) =>
      folderBeforeRestore(house, `centre.db.crashed-000000${mark}`, 120 - index),
    );
    const all = [...updates, ...restores, ...crashes];
    const { copies } = await director.backup.standing({});
    expect(copies.map(({ kind }) => kind).toSorted()).toEqual([
      ...crashes.map(() => 'crash'),
      ...restores.map(() => 'restore'),
      ...updates.map(() => 'update'),
    ]);
    expect(copies.every(({ bytes }) => bytes > 0)).toBe(true);

    stick.plugged = false;
    await director.backup.make({ job: JOB }).catch(() => undefined);
    expect(present(house, all)).toHaveLength(9);

    stick.plugged = true;
    expect((await director.backup.make({ job: JOB })).made).toHaveLength(1);
    expect(present(house, all)).toEqual([updates, restores, crashes].flatMap((names) => names.slice(1)));
    expect(linesOf(house)).toEqual([
      { actor: 'system', object: 'before-restore' },
      { actor: 'system', object: 'centre.db.crashed-0000000a' },
      { actor: 'system', object: 'centre.db.v80.bak' },
    ]);
    expect((await director.backup.standing({})).copies).toHaveLength(6);
  });

  it('stay when somebody put a file of theirs among them; what was on its way out when the power went goes at last', async () => {
    const { house, director } = await aHouseWithSticks();
    const used = folderBeforeRestore(house, 'before-restore', 400, '说明.txt');
    const others = ['before-restore-2', 'before-restore-3'].map((name) =>
      folderBeforeRestore(house, name, 200),
    );
    folderBeforeRestore(house, 'before-restore-4.tmp', 200);
    const foreign = ['before-restore-old', 'centre.db.bak', 'centre.db.v1.bak.tmp'];
    for (const name of foreign) {
      writeFileSync(join(house.folder, name), name);
      wroteIt(house, name, 400);
    }
    await director.backup.make({ job: JOB });
    expect(present(house, [used, ...others, ...foreign])).toHaveLength(6);
    expect(existsSync(join(house.folder, 'before-restore-4.tmp'))).toBe(false);
    expect(linesOf(house)).toEqual([]);
    expect(house.faults).toEqual([]);
  });

  it('under a key that this PC no longer has do not take the place of those that open', async () => {
    const { house, director } = await aHouseWithSticks();
    const open = [80, 140].map((version) => copyBeforeUpdate(house, version, 300));
    await house.as('nurse');
    const before = Uint8Array.from(house.house.open?.dataKey ?? []);
    const nurse = (await director.people.accounts({})).find(({ login }) => login === 'nurse');
    await director.people.endAccount({ id: nurse?.id ?? '', reason: '调离' });
    const key = house.house.open?.dataKey ?? new Uint8Array();
    const [locked] = open.map((name) => join(house.folder, name));
    expect([opensWith(locked ?? '', before), opensWith(locked ?? '', key)]).toEqual([true, false]);
    const young = copyBeforeUpdate(house, 210, 10);
    await director.backup.make({ job: JOB });
    expect(present(house, [...open, young])).toEqual([young]);
    expect(readdirSync(house.folder).filter((name) => name.startsWith(`${young}-`))).toEqual([]);
  });
});
