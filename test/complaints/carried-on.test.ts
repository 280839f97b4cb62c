import { createRouterClient } from '@orpc/server';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { House } from '../../electron/core/house.ts';
import { openPackage } from '../../electron/county/open-package.ts';
import { router } from '../../electron/core/router.ts';
import { day, month } from '../../shared/calendar/day.ts';
import { aHouseWithSticks, JOB, volumesOf } from '../backup/a-place.ts';
import { aComplaint, idOf, peopleOf } from '../support/complaints.ts';
import { PASSWORD, refusalOf, aHouse } from '../support/house.ts';
import { fillOctober } from '../support/october.ts';
import { IDENTITY, RECIPIENT } from '../support/packages.ts';

const OPEN = '她用拖鞋打了他的手背';
const SEALED = '主任收走了补助卡';

/** Every file below a folder. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());

describe('complaints', () => {
  it('come back with a backup, handling and letter too, under the same rules; the stick shows nothing of them', async () => {
    const { house, director, sticks, stick } = await aHouseWithSticks();
    peopleOf(house);
    const nurse = await house.as('nurse');
    const doer = await idOf(nurse);
    await director.package.setCountyKey({ recipient: RECIPIENT });
    const { id } = await nurse.complaints.record(aComplaint(doer, { said: OPEN }));
    const on = day('2026-11-01');
    await director.complaints.addStep({ id, kind: 'measure', on, said: '停班', doer: '王主任' });
    const concern = { concernKind: 'account', concernId: await idOf(director), said: SEALED } as const;
    const { number, file } = await nurse.complaints.letters.seal(aComplaint(doer, concern));
    await director.backup.make({ job: JOB });
    for (const each of [...filesIn(stick.path), ...filesIn(house.folder)]) {
      const bytes = readFileSync(each);
      // The manifest on the stick is plain and counts rows: of these it must not, the number alone would tell.
      for (const word of [OPEN, SEALED, number, 'complaint']) expect(bytes.includes(word), each).toBe(false);
    }

    const folder = mkdtempSync(join(tmpdir(), 'nuantuo-new-'));
    const other = new House({
      folder,
      now: () => Date.parse('2026-11-05T09:00:00+08:00'),
      kdf: { N: 2 ** 4, r: 8, p: 1 },
      volumes: volumesOf(sticks, tmpdir()),
      log: () => {},
    });
    onTestFinished(() => {
      other.lock();
      rmSync(folder, { recursive: true, force: true });
    });
    const window = () =>
      createRouterClient(router, { context: { house: other, connection: other.connect() } });
    const pc = window();
    const backup = (await pc.backup.found({}))[0]?.token ?? '';
    const proof = { code: house.recoveryCode };
    await pc.backup.restore({ backup, proof, knowsOfPackages: false, job: JOB });
    await pc.people.signIn({ login: 'director', password: PASSWORD });
    expect((await pc.complaints.open({ id })).handling?.steps).toMatchObject([
      { kind: 'measure', said: '停班' },
    ]);
    const [again, clerk] = [window(), window()];
    await again.people.signIn({ login: 'nurse', password: PASSWORD });
    expect(await again.complaints.open({ id })).toMatchObject({ said: OPEN, handling: null });
    expect(await again.complaints.letters.fetch({ letterNumber: number })).toEqual(file);
    await clerk.people.signIn({ login: 'clerk', password: PASSWORD });
    expect((await refusalOf(clerk.complaints.open({ id }))).code).toBe('NOT_FOUND');
  });

  it('do not go up with the month', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    fillOctober(house);
    const [director, nurse] = [await house.as('director'), await house.as('nurse')];
    await director.package.setCountyKey({ recipient: RECIPIENT });
    await nurse.complaints.record(
      aComplaint(await idOf(nurse), { said: OPEN, concernKind: 'unknown', concernId: null }),
    );
    const { file } = await director.package.build({ month: month('2026-10'), correction: false });
    const packed = Buffer.from(await openPackage(Buffer.from(file.base64, 'base64'), [IDENTITY]));
    expect(packed.includes('residents.ndjson')).toBe(true);
    for (const word of [OPEN, 'complaint']) expect(packed.includes(word)).toBe(false);
  });
});
