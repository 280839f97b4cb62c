import { describe, expect, it } from 'vitest';
import { appendAudit, auditHead, hashOfLine } from '../../db/audit.ts';
import { anchorCode } from '../../shared/audit/anchor-code.ts';
import { day, month } from '../../shared/calendar/day.ts';
import { fillOctober, readyHouse } from '../support/october.ts';
import { aHouse, refusalOf, type TestHouse } from '../support/house.ts';

const actions = (house: TestHouse) =>
  house.raw.prepare('SELECT action, object, detail FROM audit ORDER BY seq').all() as {
    action: string;
    object: string;
    detail: string;
  }[];
const looks = (house: TestHouse, action: string) => actions(house).filter((line) => line.action === action);

/** Takes the guards away from the log, as somebody with the key could, and leaves the rest to the test. */
function unguard(house: TestHouse): void {
  const names = house.raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'`)
    .pluck()
    .all() as string[];
  for (const name of names) house.raw.exec(`DROP TRIGGER "${name}"`);
}

describe('looking at what is sensitive', () => {
  it('leaves a line that says who looked at whose file, and none of what was shown', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    fillOctober(house);
    const nurse = await house.as('nurse');
    await nurse.residents.open({ id: 'r1' });
    await nurse.checkups.trend({ residentId: 'r1', from: day('2026-01-01'), to: day('2026-11-05') });

    const director = await house.as('director');
    const lines = await director.audit.lines({ limit: 10, kind: 'read' });
    expect(lines.map(({ who, action, about, detail }) => ({ who, action, about, detail }))).toEqual([
      { who: '李护士', action: 'checkups.trend', about: '孙春生', detail: '2026-01-01 2026-11-05' },
      { who: '李护士', action: 'residents.open', about: '孙春生', detail: '' },
    ]);
  });

  it('is one line for the same person at the same file within five minutes, and another later', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    fillOctober(house);
    const [nurse, director] = [await house.as('nurse'), await house.as('director')];
    for (let time = 0; time < 5; time += 1) {
      await nurse.residents.open({ id: 'r1' });
      house.pass(30_000);
    }
    expect(looks(house, 'residents.open')).toHaveLength(1);
    await nurse.residents.open({ id: 'r2' });
    await director.residents.open({ id: 'r1' });
    expect(looks(house, 'residents.open')).toHaveLength(3);
    house.pass(3 * 60_000);
    await nurse.residents.open({ id: 'r1' });
    expect(looks(house, 'residents.open')).toHaveLength(4);
  });

  it('leaves nothing when it was refused, and a line each time a file leaves the house', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    fillOctober(house);
    const clerk = await house.as('clerk');
    expect((await refusalOf(clerk.residents.open({ id: 'r1' }))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf((await house.as('nurse')).residents.open({ id: 'nobody' }))).code).toBe(
      'NOT_FOUND',
    );
    expect(looks(house, 'residents.open')).toEqual([]);
    await clerk.payroll.workbook({ month: month('2026-10') });
    await clerk.payroll.workbook({ month: month('2026-10') });
    expect(looks(house, 'payroll.workbook')).toEqual([
      { action: 'payroll.workbook', object: '', detail: '2026-10' },
      { action: 'payroll.workbook', object: '', detail: '2026-10' },
    ]);
  });

  it('is not shown at all when the line cannot be written', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    fillOctober(house);
    house.raw.exec(`CREATE TRIGGER no_more BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    const refusal = await refusalOf((await house.as('director')).residents.open({ id: 'r1' }));
    expect(refusal.code).toBe('UNEXPECTED');
  });
});

describe('the page of the log', () => {
  it('is asked for one person, one kind of act, and some days', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    fillOctober(house);
    const director = await house.as('director');
    const nurse = await house.as('nurse');
    await refusalOf(house.stranger().people.signIn({ login: 'clerk', password: 'guess' }));
    house.setDay('2026-11-06');
    const nurseAgain = house.stranger();
    await nurseAgain.people.signIn({ login: 'nurse', password: 'liuhe-2026' });
    await nurseAgain.residents.open({ id: 'r1' });
    expect(nurse).toBeDefined();
    const directorAgain = house.stranger();
    await directorAgain.people.signIn({ login: 'director', password: 'liuhe-2026' });
    await directorAgain.beds.add({ room: '301', numbers: [1], zoneId: null });
    const names = async (input: Parameters<typeof director.audit.lines>[0]) =>
      (await directorAgain.audit.lines(input)).map(({ action }) => action);

    expect(await names({ limit: 50, kind: 'entrance', from: day('2026-11-06') })).toEqual([
      'people.signIn',
      'people.signIn',
    ]);
    expect(await names({ limit: 50, kind: 'entrance', until: day('2026-11-05') })).toEqual([
      'people.signInRefused',
      'people.signIn',
      'people.setUp',
    ]);
    expect(await names({ limit: 1, kind: 'change' })).toEqual(['beds.add']);
    const { me } = await nurseAgain.people.state({});
    expect(await names({ limit: 50, actor: me?.id ?? '', kind: 'read' })).toEqual(['residents.open']);
    expect(await names({ limit: 50, kind: 'copy' })).toEqual([]);
  });
});

describe('whether the log is whole', () => {
  it('is known soon after sign-in and follows every line that comes', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const director = await house.as('director');
    const before = await director.audit.standing({});
    expect(before).toMatchObject({ checking: null, unreadable: false, faultCount: 0, whole: before.count });
    await director.beds.add({ room: '301', numbers: [1], zoneId: null });
    const after = await director.audit.standing({});
    expect(after).toMatchObject({ whole: before.count + 1, count: before.count + 1, faultCount: 0 });
    expect(after.code).toBe(anchorCode(auditHead(house.raw).hash));
  });

  it('names the row that somebody changed past the program, with what stands there', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const director = await house.as('director');
    await director.beds.add({ room: '301', numbers: [1], zoneId: null });
    unguard(house);
    house.raw.exec(`UPDATE audit SET object = '别的' WHERE seq = 2`);

    await director.audit.verify({ job: 'look-it-over' });

    expect(await director.audit.standing({})).toMatchObject({
      whole: 1,
      faultCount: 1,
      faults: [
        { kind: 'content', seq: 2, line: { who: '王主任', action: 'people.addAccount', object: '别的' } },
      ],
    });
  });

  it('is looked over anew at the next sign-in', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const director = await house.as('director');
    unguard(house);
    house.raw.exec('DELETE FROM audit WHERE seq = 2');
    await director.people.signOut({});
    const again = house.stranger();
    await again.people.signIn({ login: 'director', password: 'liuhe-2026' });
    expect(await again.audit.standing({})).toMatchObject({
      whole: 1,
      faults: [{ kind: 'missing', seq: 2, through: 2 }],
    });
  });

  it('is walked in slices: a request in between is answered long before the end, and the walk can be stopped', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const director = await house.as('director');
    const insert = house.raw.prepare(
      `INSERT INTO audit VALUES (?, '2026-11-05T01:00:00.000Z', 'director', 'beds.add', '', '', ?, ?)`,
    );
    house.raw.transaction(() => {
      let { seq, hash } = auditHead(house.raw);
      for (let count = 0; count < 20_000; count += 1) {
        const fields = {
          at: '2026-11-05T01:00:00.000Z',
          actor: 'director',
          action: 'beds.add',
          object: '',
          detail: '',
        };
        const next = hashOfLine(seq + 1, hash, fields);
        insert.run(seq + 1, hash, next);
        [seq, hash] = [seq + 1, next];
      }
    })();

    let ended = false;
    const walk = director.audit.verify({ job: 'look-it-over' }).finally(() => (ended = true));
    const seen = await director.jobs.progress({ job: 'look-it-over' });
    expect(seen?.total).toBeGreaterThan(20_000);
    await director.beds.board({});
    expect(ended).toBe(false);
    expect(await walk).toMatchObject({ faultCount: 0, lost: 0 });

    const stopped = refusalOf(director.audit.verify({ job: 'stop-me-now' }));
    await director.jobs.cancel({ job: 'stop-me-now' });
    expect((await stopped).code).toBe('CANCELLED');
  });
});

describe('a place of the log that was carried out', () => {
  it('is written down by every package, and the log holds it', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const director = await readyHouse(house);
    const { seq } = await director.audit.stamp({});
    await director.package.build({ month: month('2026-10'), correction: false });
    expect(await director.audit.anchors({})).toMatchObject([{ kind: 'package', seq, held: true }]);
    expect((await director.audit.standing({})).proven).toMatchObject({ seq });
  });

  it('is proven line by line with the code on a signed paper, typed in months later', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    fillOctober(house);
    const clerk = await house.as('clerk');
    const stamp = await clerk.audit.stamp({});
    await clerk.audit.printed({ paper: 'pay-sheet', of: '2026-10', stamp });
    const director = await house.as('director');
    await director.beds.add({ room: '301', numbers: [1], zoneId: null });

    expect(await director.audit.compare({ code: stamp.code.toLowerCase(), seq: stamp.seq })).toMatchObject({
      verdict: 'held',
      seq: stamp.seq,
      proven: stamp.seq,
    });
    expect(await director.audit.compare({ code: stamp.code })).toMatchObject({ verdict: 'held' });
    const slip = await refusalOf(director.audit.compare({ code: `${stamp.code.slice(0, -1)}*` }));
    expect(slip).toMatchObject({ code: 'ANCHOR_CODE_WRONG', data: { group: 8 } });
    expect(slip.sentence).toContain('第 8 组');
    expect(looks(house, 'audit.printed')).toEqual([
      { action: 'audit.printed', object: 'pay-sheet', detail: `2026-10 ${stamp.seq} ${stamp.code}` },
    ]);
  });

  it('shows a log that was rewritten from some row on, although it fits together', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const director = await house.as('director');
    const early = await director.audit.stamp({});
    await director.audit.printed({ paper: 'roster', of: '2026-11', stamp: early });
    await director.beds.add({ room: '301', numbers: [1], zoneId: null });
    await director.beds.add({ room: '302', numbers: [1], zoneId: null });
    const late = await director.audit.stamp({});
    await director.audit.printed({ paper: 'attendance', of: '2026-10', stamp: late });
    unguard(house);
    house.raw.exec(`UPDATE audit SET detail = '没有这回事' WHERE seq = ${early.seq + 2}`);
    let prev = house.raw.prepare('SELECT hash FROM audit WHERE seq = ?').pluck().get(early.seq) as string;
    for (const line of house.raw.prepare('SELECT * FROM audit WHERE seq > ? ORDER BY seq').all(early.seq) as {
      seq: number;
      at: string;
      actor: string;
      action: string;
      object: string;
      detail: string;
    }[]) {
      const hash = hashOfLine(line.seq, prev, line);
      house.raw.prepare('UPDATE audit SET prev = ?, hash = ? WHERE seq = ?').run(prev, hash, line.seq);
      prev = hash;
    }
    await director.audit.verify({ job: 'look-it-over' });

    expect(await director.audit.standing({})).toMatchObject({
      faultCount: 0,
      lost: [{ kind: 'paper', reference: 'attendance 2026-10', seq: late.seq }],
      proven: { reference: 'roster 2026-11', seq: early.seq },
    });
    expect(await director.audit.compare({ code: late.code, seq: late.seq })).toMatchObject({
      verdict: 'changed',
      proven: 0,
    });
    expect(await director.audit.compare({ code: late.code })).toMatchObject({ verdict: 'unknown' });
    expect(await director.audit.compare({ code: early.code })).toMatchObject({
      verdict: 'held',
      proven: early.seq,
    });
    house.raw.exec(`DELETE FROM audit WHERE seq >= ${late.seq}`);
    expect(await director.audit.compare({ code: late.code, seq: late.seq })).toMatchObject({
      verdict: 'gone',
    });
  });

  it('says that a restore explains a line that is not there', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const director = await house.as('director');
    const printedLater = { code: anchorCode('ab'.repeat(32)), seq: 900 };
    expect(await director.audit.compare(printedLater)).toMatchObject({ verdict: 'gone', restoredAt: null });
    const at = '2026-11-05T01:00:00.000Z';
    appendAudit(house.raw, { at, actor: '-', action: 'backup.restore', object: '', detail: '' });
    expect(await director.audit.compare(printedLater)).toMatchObject({ verdict: 'gone', restoredAt: at });
  });

  it('is not made up: a code that the log does not hold is no anchor', async () => {
    const house = await aHouse({ today: '2026-11-05' });
    const clerk = await house.as('clerk');
    const refusal = await refusalOf(
      clerk.audit.printed({
        paper: 'pay-sheet',
        of: '2026-10',
        stamp: { seq: 3, code: anchorCode('ab'.repeat(32)) },
      }),
    );
    expect(refusal.code).toBe('ANCHOR_CODE_WRONG');
    expect(await (await house.as('director')).audit.anchors({})).toEqual([]);
  });
});
