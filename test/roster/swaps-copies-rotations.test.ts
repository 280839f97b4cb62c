import { describe, expect, it } from 'vitest';
import { addMonths, month, type Day } from '../../shared/calendar/day.ts';
import { evaluate } from '../../shared/roster/evaluate.ts';
import { aHouse, PASSWORD, refusalOf } from '../support/house.ts';
import { aRotatedDraft } from '../support/rotated.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
const december = addMonths(november, 1);
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;

async function aHouseWithStaff(options: Parameters<typeof withStaff>[1] = { caregivers: 6, residents: 12 }) {
  const house = await aHouse({ today: '2026-10-31' });
  withStaff(house, options);
  return { house, director: await house.as('director') };
}

/** A published November of four caregivers, written by hand: the first two may swap on the 10th, and the third is off. */
async function aPublishedNovember() {
  const { house, director } = await aHouseWithStaff({ caregivers: 4, residents: 8 });
  const { view, rosterId } = await aRotatedDraft(director, november);
  const rows: Record<string, string> = { c01: 'DDDN..DDD', c02: 'N..DDDN..DDD', c03: '', c04: '' };
  await director.roster.setCells({
    rosterId,
    cells: Object.entries(rows).flatMap(([caregiverId, letters]) =>
      view.model.days.map((day, index) => ({
        caregiverId,
        day,
        shift: /[A-Z]/.test(letters[index] ?? '') ? (letters[index] ?? null) : null,
      })),
    ),
  });
  return { house, director, rosterId };
}
const swap = (one: string, oneDay: number, other: string, otherDay = oneDay) => ({
  one: { caregiverId: one, day: on(oneDay) },
  other: { caregiverId: other, day: on(otherDay) },
});

describe('a swap', () => {
  it('is checked first, then written into the draft with who asked, when and why', async () => {
    const { director } = await aPublishedNovember();
    expect(await director.roster.swaps.check(swap('c01', 9, 'c03'))).toMatchObject({
      version: 1,
      state: 'draft',
      changes: [
        { caregiver: '护理1', day: on(9), before: 'D', after: null },
        { caregiver: '护理3', day: on(9), before: null, after: 'D' },
      ],
      refusals: [],
    });
    const done = await director.roster.swaps.agree({
      ...swap('c01', 9, 'c03'),
      askedBy: 'c01',
      reason: '孩子家长会',
    });
    expect(done).toEqual({ version: 1, state: 'draft', unanswered: 0 });
    const { cells } = await director.roster.open({ month: november });
    expect([cells['c01']?.[8], cells['c03']?.[8]]).toEqual([null, 'D']);
    expect(await director.roster.swaps.list({ month: november })).toMatchObject([
      {
        one: { caregiver: '护理1', day: on(9), shift: 'D' },
        other: { caregiver: '护理3', day: on(9), shift: null },
        askedBy: '护理1',
        reason: '孩子家长会',
        by: '王主任',
        version: 1,
      },
    ]);
  });

  it('makes a new version of a published roster, gives its duties anew, and leaves the older one as it was', async () => {
    const { house, director, rosterId } = await aPublishedNovember();
    await director.roster.publish({ rosterId });
    const before = await director.roster.open({ month: november, version: 1 });
    const done = await director.roster.swaps.agree({
      ...swap('c01', 9, 'c03', 12),
      askedBy: 'c03',
      reason: '看病',
    });
    expect(done).toMatchObject({ version: 2, state: 'published' });
    const after = await director.roster.open({ month: november });
    expect(after.versions.map(({ version, state }) => `${version} ${state}`)).toEqual([
      '2 published',
      '1 superseded',
    ]);
    expect((await director.roster.open({ month: november, version: 1 })).cells).toEqual(before.cells);
    const changed = Object.keys(after.cells).flatMap((id) =>
      after.model.days
        .filter((_, index) => after.cells[id]?.[index] !== before.cells[id]?.[index])
        .map((day) => `${id} ${day}`),
    );
    expect(changed.toSorted()).toEqual(['c01 2026-11-09', 'c03 2026-11-09']);
    const duties = await director.roster.duties({ day: on(9) });
    const day = duties.shifts.find(({ shift }) => shift.code === 'D');
    expect(day?.caregivers.map(({ name }) => name)).toEqual(['护理3']);
    expect(day?.caregivers[0]?.residents.length).toBe(4);
    expect(house.raw.prepare('SELECT count(*) FROM roster_swap').pluck().get()).toBe(1);
  });

  it('is refused with its reason, and then nothing is changed', async () => {
    const { house, director, rosterId } = await aPublishedNovember();
    await director.roster.publish({ rosterId });
    const refused = async (asked: ReturnType<typeof swap>) => {
      const refusal = await refusalOf(
        director.roster.swaps.agree({ ...asked, askedBy: asked.one.caregiverId, reason: '有事' }),
      );
      return refusal.sentence;
    };
    // C02 comes from a night on the 7th and would work on the 8th.
    expect(await refused(swap('c01', 8, 'c02'))).toBe(
      '不能这样改：「护理2」2026年11月8日，两班之间休息不足 11 小时（如下夜班接着上班）。请换一天，或换别人。',
    );
    expect(await refused(swap('c03', 8, 'c04'))).toBe('两个人这天的班一样，没有可换的；请另选日期。');
    expect(await refused(swap('c01', 8, 'c01', 9))).toBe('换班要有两个人，请选另一位护理员。');
    expect(
      await refused({
        one: { caregiverId: 'c01', day: on(8) },
        other: { caregiverId: 'c02', day: '2026-12-01' as Day },
      }),
    ).toBe('只能在同一个月里换班，请把两天选在同一个月。');
    house.setDay('2026-11-10');
    await director.people.signIn({ login: 'director', password: PASSWORD });
    expect(await refused(swap('c01', 9, 'c03'))).toContain('2026年11月9日已经过去，不能再换');
    const { versions } = await director.roster.open({ month: november });
    expect(versions).toHaveLength(1);
    expect(await director.roster.swaps.list({ month: november })).toEqual([]);
  });

  it('needs a roster, and two caregivers of the month', async () => {
    const { director } = await aHouseWithStaff();
    const refusal = await refusalOf(director.roster.swaps.check(swap('c01', 1, 'c02')));
    expect(refusal.sentence).toBe('2026年11月还没有排班，请先生成排班。');
    await aRotatedDraft(director, november);
    expect((await refusalOf(director.roster.swaps.check(swap('c01', 1, 'nobody')))).code).toBe('NOT_FOUND');
  });
});

describe('copying last month', () => {
  it('makes a lawful draft, and lists every shift that could not be kept with its rule', async () => {
    const { house, director } = await aHouseWithStaff();
    const { view, rosterId } = await aRotatedDraft(director, november);
    await director.roster.publish({ rosterId });
    await director.roster.leave.add({
      caregiverId: 'c02',
      kind: 'annual',
      startsOn: '2026-12-07' as Day,
      endsOn: '2026-12-13' as Day,
      note: '',
    });
    house.raw.prepare(`UPDATE caregiver SET ended_on = '2026-11-30' WHERE id = 'c03'`).run();

    const laid = await director.roster.copy.lastMonth({ month: december });

    const { model, cells, roster } = await director.roster.open({ month: december });
    expect(roster).toMatchObject({ id: laid.rosterId, version: 1, state: 'draft' });
    expect(evaluate(model, cells).hard).toBe(0);
    expect(Object.values(cells).flat().filter(Boolean)).toHaveLength(laid.kept);
    const origin = await director.roster.copy.origin({ rosterId: laid.rosterId });
    expect(origin).toMatchObject({ kind: 'copy', sourceMonth: '2026-11', kept: laid.kept, by: '王主任' });
    expect(origin?.dropped).toHaveLength(laid.dropped);
    const rules = new Set(origin?.dropped.map(({ rule, caregiver }) => `${caregiver} ${rule}`));
    expect(rules).toContain('护理2 leave');
    expect(rules).toContain('护理3 notEmployed');
    // 1 December is a Tuesday, and so is 3 November.
    expect(cells['c01']?.[0]).toBe(view.cells['c01']?.[2]);
  });

  it('takes up attendance where there was no roster yet', async () => {
    const { director } = await aHouseWithStaff({ caregivers: 2, residents: 4 });
    await director.attendance.set({
      cells: [{ caregiverId: 'c01', day: '2026-10-06' as Day, mark: 'day' }],
      reason: '补登',
    });
    await director.roster.copy.lastMonth({ month: november });
    const { cells } = await director.roster.open({ month: november });
    expect(cells['c01']?.[2]).toBe('D');
  });

  it('keeps locked cells of the draft that it replaces', async () => {
    const { director } = await aHouseWithStaff({ caregivers: 4, residents: 8 });
    const first = await aRotatedDraft(director, november);
    await director.roster.publish({ rosterId: first.rosterId });
    const { rosterId } = await director.roster.copy.lastMonth({ month: december });
    const cell = { caregiverId: 'c01', day: '2026-12-05' as Day };
    await director.roster.setCells({ rosterId, cells: [{ ...cell, shift: 'N' }] });
    await director.roster.lock({ rosterId, cells: [cell], locked: true });
    await director.roster.copy.lastMonth({ month: december });
    const after = await director.roster.open({ month: december });
    expect(after.cells['c01']?.[4]).toBe('N');
    expect(after.model.locks).toHaveLength(1);
    expect(after.versions.map(({ version, state }) => `${version} ${state}`)).toEqual([
      '2 draft',
      '1 superseded',
    ]);
  });

  it('says that there is nothing to copy', async () => {
    const { director } = await aHouseWithStaff();
    expect((await refusalOf(director.roster.copy.lastMonth({ month: november }))).sentence).toBe(
      '2026年10月没有排班，也没有考勤，没有可以照抄的；请用「生成排班」。',
    );
    expect(await director.roster.copy.origin({ rosterId: 'none' })).toBeNull();
  });
});

describe('rotation patterns', () => {
  it('are kept as they are typed, corrected with what stood before, and retired when nobody follows them', async () => {
    const { house, director } = await aHouseWithStaff({ caregivers: 3, residents: 4 });
    const { rotation } = director.roster;
    const { id, cells } = await rotation.save({ id: null, name: '三白一夜', cells: 'd d d n 休 休' });
    expect(cells).toBe('DDDN--');
    await rotation.save({ id, name: '三白一夜', cells: 'DDDN---' });
    expect((await refusalOf(rotation.save({ id, name: '三白一夜', cells: 'DDDN---' }))).code).toBe(
      'NOTHING_CHANGED',
    );
    expect(
      house.raw
        .prepare(`SELECT field, before, after FROM correction WHERE subject = 'rotation-pattern'`)
        .all(),
    ).toEqual([{ field: 'cells', before: 'DDDN--', after: 'DDDN---' }]);
    expect((await refusalOf(rotation.save({ id: null, name: '三白一夜', cells: 'DD--' }))).code).toBe(
      'PATTERN_NAME_TAKEN',
    );
    expect((await refusalOf(rotation.save({ id: null, name: '两白', cells: 'DQ--' }))).sentence).toBe(
      '轮班模式要写 2 到 28 天，至少一个班：用班次字母（D、N）和表示休息的「-」，如 DDDN--。',
    );
    await rotation.assign({ patternId: id, startsOn: on(1), people: [{ caregiverId: 'c01', offset: 8 }] });
    expect((await refusalOf(rotation.retire({ id }))).sentence).toContain('还有 1 人在用「三白一夜」');
    expect((await rotation.list({})).assignments).toMatchObject([
      { caregiver: '护理1', offset: 1, by: '王主任' },
    ]);
    await rotation.assign({ patternId: null, startsOn: on(1), people: [{ caregiverId: 'c01', offset: 0 }] });
    await rotation.retire({ id });
    expect(await rotation.list({})).toEqual({ patterns: [], assignments: [] });
    await rotation.save({ id: null, name: '三白一夜', cells: 'DDDN--' });
  });

  it('are laid over a month, dropping what is not lawful', async () => {
    const { director } = await aHouseWithStaff({ caregivers: 4, residents: 8 });
    const { rotation } = director.roster;
    expect((await refusalOf(rotation.lay({ month: november }))).code).toBe('ROTATION_NONE');
    const { id } = await rotation.save({ id: null, name: '三白一夜', cells: 'DDDN--' });
    await rotation.assign({
      patternId: id,
      startsOn: on(1),
      people: ['c01', 'c02', 'c03'].map((caregiverId, offset) => ({ caregiverId, offset })),
    });
    await director.roster.protection.add({
      caregiverId: 'c02',
      kind: 'nursing',
      startsOn: on(1),
      endsOn: on(30),
    });
    const laid = await rotation.lay({ month: november });
    const { model, cells } = await director.roster.open({ month: november });
    const letters = (caregiver: string) => (cells[caregiver] ?? []).map((cell) => cell ?? '-').join('');
    expect(letters('c01')).toBe('DDDN--'.repeat(5));
    expect(letters('c02').slice(0, 12)).toBe('DD---DDD---D');
    expect(letters('c04')).toBe('-'.repeat(30));
    expect(evaluate(model, cells).hard).toBe(0);
    const origin = await director.roster.copy.origin({ rosterId: laid.rosterId });
    expect(origin).toMatchObject({ kind: 'rotation', sourceMonth: null });
    expect(
      new Set(origin?.dropped.map(({ caregiver, shift, rule }) => `${caregiver} ${shift} ${rule}`)),
    ).toEqual(new Set(['护理2 N protectedNight']));
    expect(laid).toMatchObject({ version: 1, hard: 0, dropped: 5 });
  });
});
