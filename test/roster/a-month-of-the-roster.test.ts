import { describe, expect, it } from 'vitest';
import { makeRoster } from '../../build/make-roster.ts';
import { month, type Day } from '../../shared/calendar/day.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;

async function aHouseWithStaff(options: Parameters<typeof withStaff>[1] = {}) {
  const house = await aHouse({ today: '2026-10-31' });
  return { house, staff: withStaff(house, options), director: await house.as('director') };
}

describe('making the roster of a month', () => {
  it('starts a centre with a day shift and a night shift, and the cover that its residents need', async () => {
    const { director } = await aHouseWithStaff();
    expect((await director.roster.shifts.list({})).map(({ code, name }) => `${code} ${name}`)).toEqual([
      'D 白班',
      'N 夜班',
    ]);
    expect(await director.roster.cover.on({ day: on(1) })).toEqual({
      residents: 38,
      cover: [
        { shift: 'D', minimum: 10, usual: 10, rule: null },
        { shift: 'N', minimum: 3, usual: 3, rule: null },
      ],
    });
  });

  it('makes a lawful draft for 19 caregivers and 38 residents without an open shift', async () => {
    const { director } = await aHouseWithStaff();
    const { view, remarks } = await makeRoster(director, { month: november, seed: 1 });

    expect(view.roster).toMatchObject({ month: '2026-11', version: 1, state: 'draft', madeBy: '王主任' });
    expect({ hard: view.hard, open: view.open, remarks }).toEqual({ hard: 0, open: 0, remarks: [] });
    expect(view.people).toHaveLength(19);
    expect(await director.roster.open({ month: november })).toEqual(view);
  });

  it('gives the same cells for the same seed in another house', async () => {
    const [one, other] = [await aHouseWithStaff(), await aHouseWithStaff()];
    const make = ({ director }: typeof one) => makeRoster(director, { month: november, seed: 42 });
    expect((await make(one)).view.cells).toEqual((await make(other)).view.cells);
  });

  it('respects leave, somebody who begins in the middle of the month, and night protection', async () => {
    const { house, director } = await aHouseWithStaff();
    await director.roster.leave.add({
      caregiverId: 'c01',
      kind: 'sick',
      startsOn: on(3),
      endsOn: on(9),
      note: '',
    });
    await director.roster.protection.add({
      caregiverId: 'c02',
      kind: 'pregnancy',
      startsOn: on(1),
      endsOn: on(30),
    });
    house.raw.prepare(`UPDATE caregiver SET started_on = '2026-11-16' WHERE id = 'c03'`).run();

    const { view } = await makeRoster(director, { month: november, seed: 1 });

    expect(view.hard).toBe(0);
    expect(view.cells['c01']?.slice(2, 9)).toEqual(Array(7).fill(null));
    expect(view.cells['c02']).not.toContain('N');
    expect(view.cells['c03']?.slice(0, 15)).toEqual(Array(15).fill(null));
  });

  it('remembers the nights at the end of the month before, from attendance', async () => {
    const { director } = await aHouseWithStaff({ caregivers: 1, residents: 2 });
    await director.attendance.set({
      cells: [{ caregiverId: 'c01', day: '2026-10-31' as Day, mark: 'night' }],
      reason: '补登',
    });
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    expect(view.model.people[0]?.before.at(-1)).toBe('N');
    expect(view.cells['c01']?.[0]).toBeNull();
  });

  it('keeps locked cells when it is made again, as a new version', async () => {
    const { director } = await aHouseWithStaff();
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    const rosterId = view.roster?.id ?? '';
    await director.roster.setCells({ rosterId, cells: [{ caregiverId: 'c01', day: on(1), shift: 'N' }] });
    await director.roster.lock({ rosterId, cells: [{ caregiverId: 'c01', day: on(1) }], locked: true });

    const again = await makeRoster(director, { month: november, seed: 2 });

    expect(again.view.roster).toMatchObject({ version: 2, state: 'draft' });
    expect(again.view.cells['c01']?.[0]).toBe('N');
    expect(again.view.model.locks).toEqual([{ person: 'c01', day: on(1), shift: 'N' }]);
    expect(again.view.versions.map(({ version, state }) => `${version} ${state}`)).toEqual([
      '2 draft',
      '1 superseded',
    ]);
  });

  it('says that there is nobody to roster', async () => {
    const { director } = await aHouseWithStaff({ caregivers: 0, residents: 0 });
    const refusal = await refusalOf(makeRoster(director, { month: november, seed: 1 }));
    expect(refusal.sentence).toBe('2026年11月没有在岗的护理员，请先登记护理员。');
  });
});

describe('changing and publishing a roster', () => {
  it('answers an edit with what it breaks, and publishes nothing that breaks the law', async () => {
    const { director } = await aHouseWithStaff();
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    const rosterId = view.roster?.id ?? '';
    const name = view.people[0]?.name;
    const judged = await director.roster.setCells({
      rosterId,
      cells: [
        { caregiverId: 'c01', day: on(1), shift: 'N' },
        { caregiverId: 'c01', day: on(2), shift: 'D' },
        { caregiverId: 'c01', day: on(3), shift: null },
      ],
    });
    expect(judged.hard).toBe(1);

    const refusal = await refusalOf(director.roster.publish({ rosterId }));
    expect(refusal.code).toBe('ROSTER_BREAKS_RULE');
    expect(refusal.sentence).toBe(
      `还有 1 处违规，不能发布；第一处：「${name}」2026年11月2日，两班之间休息不足 11 小时（如下夜班接着上班）。请先改好。`,
    );
  });

  it('freezes what it publishes and gives every resident somebody on every shift', async () => {
    const { house, director } = await aHouseWithStaff();
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    const rosterId = view.roster?.id ?? '';

    expect(await director.roster.publish({ rosterId })).toEqual({
      duties: 38 * 2 * 30,
      unanswered: 0,
      open: 0,
    });

    const { shifts } = await director.roster.duties({ day: on(15) });
    for (const { shift, caregivers, unanswered } of shifts) {
      expect(unanswered).toEqual([]);
      const loads = caregivers.map(({ residents }) => residents.length);
      expect(loads.reduce((sum, load) => sum + load, 0)).toBe(38);
      expect(Math.max(...loads)).toBeLessThanOrEqual(shift.maxResidents);
    }
    const edit = { rosterId, cells: [{ caregiverId: 'c01', day: on(1), shift: null }] };
    expect((await refusalOf(director.roster.setCells(edit))).code).toBe('ROSTER_NOT_DRAFT');
    expect(() => house.raw.prepare(`UPDATE roster_cell SET shift_code = NULL`).run()).toThrow(/new version/);
  });

  it('takes up a published roster as a new draft, and the newer one replaces the older', async () => {
    const { director } = await aHouseWithStaff();
    const first = await makeRoster(director, { month: november, seed: 1 });
    await director.roster.publish({ rosterId: first.view.roster?.id ?? '' });
    const draft = await director.roster.revise({ month: november });
    expect(draft.cells).toEqual(first.view.cells);
    expect((await refusalOf(director.roster.revise({ month: november }))).code).toBe('ROSTER_HAS_DRAFT');
    await director.roster.publish({ rosterId: draft.roster?.id ?? '' });
    const { versions } = await director.roster.open({ month: november });
    expect(versions.map(({ version, state }) => `${version} ${state}`)).toEqual([
      '2 published',
      '1 superseded',
    ]);
  });

  it('goes back to what is published when a draft beside it is put away', async () => {
    const { director } = await aHouseWithStaff({ caregivers: 6, residents: 8 });
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    await director.roster.publish({ rosterId: view.roster?.id ?? '' });
    const rosterId = (await director.roster.revise({ month: november })).roster?.id ?? '';
    await director.roster.putAway({ rosterId });
    const { roster, versions } = await director.roster.open({ month: november });
    expect([roster?.version, roster?.state, versions[0]?.state]).toEqual([1, 'published', 'superseded']);
    expect((await refusalOf(director.roster.putAway({ rosterId }))).code).toBe('ROSTER_NOT_DRAFT');
    expect((await director.roster.revise({ month: november, version: 2 })).roster?.version).toBe(3);
  });

  it('takes up an old version again; the draft that was there can be taken up again too', async () => {
    const { director } = await aHouseWithStaff({ caregivers: 6, residents: 8 });
    const first = await makeRoster(director, { month: november, seed: 1 });
    const second = await makeRoster(director, { month: november, seed: 2 });
    const again = await director.roster.revise({ month: november, version: 1 });
    expect(again.cells).toEqual(first.view.cells);
    expect(again.versions.map(({ version, state }) => `${version} ${state}`)).toEqual([
      '3 draft',
      '2 superseded',
      '1 superseded',
    ]);
    const back = await director.roster.revise({ month: november, version: 2 });
    expect(back.cells).toEqual(second.view.cells);
    const codeOf = async (version: number) =>
      (await refusalOf(director.roster.revise({ month: november, version }))).code;
    expect([await codeOf(4), await codeOf(9)]).toEqual(['ROSTER_HAS_DRAFT', 'NOT_FOUND']);
  });

  it('shows a resident who came after publishing as not answered for', async () => {
    const { house, director } = await aHouseWithStaff({ caregivers: 6, residents: 8 });
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    await director.roster.publish({ rosterId: view.roster?.id ?? '' });
    house.raw
      .prepare(
        `INSERT INTO resident (id, name, pinyin, initials, standing, admitted_on, recorded_at, recorded_by)
         VALUES ('new', '新来', 'xinlai', 'xl', 'provisional', '2026-11-10', '', '')`,
      )
      .run();
    const names = async (day: Day) =>
      (await director.roster.duties({ day })).shifts.map(({ unanswered }) =>
        unanswered.map(({ name }) => name),
      );
    expect(await names(on(9))).toEqual([[], []]);
    expect(await names(on(10))).toEqual([['新来'], ['新来']]);
  });

  it('is read by everyone and changed by the director only', async () => {
    const { house, director } = await aHouseWithStaff();
    await makeRoster(director, { month: november, seed: 1 });
    for (const role of ['nurse', 'clerk'] as const) {
      const client = await house.as(role);
      expect((await client.roster.open({ month: november })).people).toHaveLength(19);
      expect((await refusalOf(makeRoster(client, { month: november, seed: 1 }))).code).toBe('NOT_ALLOWED');
    }
  });

  it('gives the month as an Excel sheet', async () => {
    const { director } = await aHouseWithStaff();
    expect((await refusalOf(director.roster.workbook({ month: november }))).code).toBe('NOT_FOUND');
    await makeRoster(director, { month: november, seed: 1 });
    const file = await director.roster.workbook({ month: november });
    expect(file.name).toBe('2026年11月排班表.xlsx');
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });
});

describe('shifts, cover, leave', () => {
  it('adds a shift with its own cover, and retires it when no draft uses it', async () => {
    const { director } = await aHouseWithStaff();
    const evening = {
      code: 'E',
      name: '晚班',
      nameEn: 'Evening',
      startsAt: '14:00',
      endsAt: '22:00',
      minutes: 480,
      night: false,
      maxResidents: 10,
    };
    await director.roster.shifts.save(evening);
    await director.roster.cover.set({ shift: 'E', minimum: 1, from: on(1) });
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    expect(view).toMatchObject({ hard: 0, open: 0 });
    expect((await refusalOf(director.roster.shifts.retire({ code: 'E' }))).sentence).toContain(
      '2026年11月的排班草稿还在用「晚班」',
    );
    await director.roster.publish({ rosterId: view.roster?.id ?? '' });
    await director.roster.shifts.retire({ code: 'E' });
    expect((await director.roster.shifts.list({})).map(({ code }) => code)).toEqual(['D', 'N']);
    expect((await director.roster.open({ month: november })).model.shifts.map(({ code }) => code)).toEqual([
      'D',
      'N',
      'E',
    ]);
  });

  it('refuses a paid time that is longer than the shift, and a name that is taken', async () => {
    const { director } = await aHouseWithStaff();
    const shift = {
      code: 'E',
      name: '晚班',
      nameEn: 'Evening',
      startsAt: '14:00',
      endsAt: '22:00',
      minutes: 540,
      night: false,
      maxResidents: 10,
    };
    expect((await refusalOf(director.roster.shifts.save(shift))).code).toBe('SHIFT_TOO_SHORT');
    expect(
      (await refusalOf(director.roster.shifts.save({ ...shift, minutes: 480, name: '白班' }))).code,
    ).toBe('SHIFT_NAME_TAKEN');
  });

  it('keeps what a shift was before it was corrected', async () => {
    const { house, director } = await aHouseWithStaff();
    const [day] = await director.roster.shifts.list({});
    await director.roster.shifts.save({ ...day!, maxResidents: 3 });
    expect(
      house.raw.prepare(`SELECT field, before, after FROM correction WHERE subject = 'shift'`).all(),
    ).toEqual([{ field: 'max_residents', before: '4', after: '3' }]);
    expect((await director.roster.cover.on({ day: on(1) })).cover[0]).toMatchObject({ usual: 13 });
  });

  it('lets a cover rule begin on a day and go back to the usual on another', async () => {
    const { director } = await aHouseWithStaff();
    await director.roster.cover.set({ shift: 'D', minimum: 12, from: on(5) });
    await director.roster.cover.set({ shift: 'D', minimum: null, from: on(20) });
    const least = async (day: Day) => (await director.roster.cover.on({ day })).cover[0]?.minimum;
    expect([await least(on(4)), await least(on(5)), await least(on(20))]).toEqual([10, 12, 10]);
  });

  it('refuses leave that ends before it begins, is too long or overlaps, and frees the days when it is cancelled', async () => {
    const { director } = await aHouseWithStaff();
    const leave = { caregiverId: 'c01', kind: 'sick' as const, note: '', startsOn: on(3), endsOn: on(5) };
    const { id } = await director.roster.leave.add(leave);
    expect(
      (await refusalOf(director.roster.leave.add({ ...leave, startsOn: on(5), endsOn: on(6) }))).sentence,
    ).toBe('「护理1」2026年11月3日至2026年11月5日已经登记了请假，请先取消那一条，或改日期。');
    expect(
      (await refusalOf(director.roster.leave.add({ ...leave, startsOn: on(6), endsOn: on(2) }))).code,
    ).toBe('ENDS_BEFORE_START');
    expect(
      (await refusalOf(director.roster.leave.add({ ...leave, startsOn: on(6), endsOn: '2027-11-06' as Day })))
        .code,
    ).toBe('LEAVE_TOO_LONG');
    await director.roster.leave.cancel({ id, reason: '已康复' });
    expect(await director.roster.leave.list({ month: november })).toMatchObject([
      { cancelled: { reason: '已康复' } },
    ]);
    await director.roster.leave.add(leave);
  });

  it('lets the extension limits warn once comprehensive hours are approved', async () => {
    const { director } = await aHouseWithStaff();
    expect(await director.roster.hours.approvals({})).toEqual([]);
    await director.roster.hours.approve({
      number: '平人社〔2026〕8号',
      scope: '护理员',
      startsOn: '2026-01-01' as Day,
      endsOn: '2026-12-31' as Day,
    });
    const limits = async (of: string) => (await director.roster.open({ month: month(of) })).model.limits;
    expect((await limits('2026-11')).comprehensiveHours).toBe(true);
    expect((await limits('2027-01')).comprehensiveHours).toBe(false);
  });
});
