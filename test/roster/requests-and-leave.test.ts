import { describe, expect, it } from 'vitest';
import { makeRoster } from '../../build/make-roster.ts';
import { month, type Day } from '../../shared/calendar/day.ts';
import { wishCosts } from '../../shared/roster/requests.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { aRotatedDraft } from '../support/rotated.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;

async function aHouseWithStaff(options: Parameters<typeof withStaff>[1] = { caregivers: 6, residents: 12 }) {
  const house = await aHouse({ today: '2026-10-31' });
  withStaff(house, options);
  return { house, director: await house.as('director') };
}
type Director = Awaited<ReturnType<typeof aHouseWithStaff>>['director'];

const asks = (changes: Partial<Parameters<Director['roster']['requests']['ask']>[0]> = {}) => ({
  caregiverId: 'c01',
  kind: 'rest' as const,
  shift: null,
  leaveKind: null,
  startsOn: on(7),
  endsOn: on(8),
  weight: 'ordinary' as const,
  note: '',
  ...changes,
});
const asksLeave = (changes: Parameters<typeof asks>[0] = {}) =>
  asks({ kind: 'leave', leaveKind: 'personal', startsOn: on(3), endsOn: on(5), ...changes });

describe('what a caregiver asks for', () => {
  it('is taken down with who asked, who wrote it and when, and stays with every decision on it', async () => {
    const { house, director } = await aHouseWithStaff();
    const { id } = await director.roster.requests.ask(asks({ note: '孩子开学' }));
    house.pass(60_000);
    await director.roster.requests.approve({ id, writeDraft: false });
    house.pass(60_000);
    await director.roster.requests.withdraw({ id, reason: '不用了' });

    const [line] = await director.roster.requests.list({ month: november });
    expect(line).toMatchObject({
      caregiver: '护理1',
      kind: 'rest',
      note: '孩子开学',
      state: 'withdrawn',
      recordedBy: '王主任',
      askedAt: '2026-10-31T01:00:00.000Z',
    });
    expect(line?.decisions.map(({ state, reason, at, by }) => [state, reason, at.slice(11, 16), by])).toEqual(
      [
        ['withdrawn', '不用了', '01:02', '王主任'],
        ['approved', '', '01:01', '王主任'],
      ],
    );
  });

  it('reaches the roster: open, weightier when approved, and no more once it is declined or withdrawn', async () => {
    const { director } = await aHouseWithStaff();
    const wishes = async () =>
      (await director.roster.open({ month: november })).model.requests.map(
        ({ day, shift, wanted, weight }) => `${day} ${shift} ${wanted} ${weight}`,
      );
    const { id } = await director.roster.requests.ask(
      asks({ kind: 'not-shift', shift: 'N', weight: 'important', endsOn: on(7) }),
    );
    expect(await wishes()).toEqual([`2026-11-07 N false ${wishCosts.open.important}`]);
    await director.roster.requests.approve({ id, writeDraft: false });
    expect(await wishes()).toEqual([`2026-11-07 N false ${wishCosts.approved.important}`]);
    await director.roster.requests.withdraw({ id, reason: '改主意' });
    expect(await wishes()).toEqual([]);
    const other = await director.roster.requests.ask(asks());
    await director.roster.requests.decline({ id: other.id, reason: '人手不够' });
    expect(await wishes()).toEqual([]);
  });

  it('is heard when the roster is made', async () => {
    const { director } = await aHouseWithStaff();
    const { id } = await director.roster.requests.ask(asks({ weight: 'important' }));
    await director.roster.requests.approve({ id, writeDraft: false });
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    expect(view.cells['c01']?.slice(6, 8)).toEqual([null, null]);
  });

  it('may not contradict what she asked for before', async () => {
    const { director } = await aHouseWithStaff();
    await director.roster.requests.ask(asks());
    const refusal = await refusalOf(
      director.roster.requests.ask(asks({ kind: 'shift', shift: 'D', startsOn: on(8) })),
    );
    expect(refusal.sentence).toBe(
      '「护理1」2026年11月7日至2026年11月8日已经提过另一个愿望，两条不能同时满足；请先撤回那一条，或改日期。',
    );
    await director.roster.requests.ask(asks({ caregiverId: 'c02' }));
  });

  it('is about days to come on which she is employed, in a period that makes sense', async () => {
    const { house, director } = await aHouseWithStaff();
    const codeOf = async (changes: Parameters<typeof asks>[0]) =>
      (await refusalOf(director.roster.requests.ask(asks(changes)))).code;
    expect(await codeOf({ startsOn: on(9) })).toBe('ENDS_BEFORE_START');
    expect(await codeOf({ endsOn: '2026-12-20' as Day })).toBe('LEAVE_TOO_LONG');
    expect(await codeOf({ startsOn: '2026-10-01' as Day, endsOn: '2026-10-02' as Day })).toBe(
      'DAY_TOO_EARLY',
    );
    expect(await codeOf({ caregiverId: 'nobody' })).toBe('NOT_FOUND');
    expect(await codeOf({ kind: 'shift', shift: 'Q' })).toBe('NOT_FOUND');
    expect(await codeOf({ kind: 'shift', shift: null })).toBe('BAD_INPUT');
    expect(await codeOf({ kind: 'leave' })).toBe('BAD_INPUT');
    house.raw.prepare(`UPDATE caregiver SET ended_on = '2026-11-07' WHERE id = 'c01'`).run();
    expect((await refusalOf(director.roster.requests.ask(asks()))).sentence).toBe(
      '「护理1」2026年11月8日不在岗，不能登记愿望或请假；请核对日期。',
    );
  });

  it('is decided once; what was declined stays declined', async () => {
    const { director } = await aHouseWithStaff();
    const { id } = await director.roster.requests.ask(asks());
    await director.roster.requests.decline({ id, reason: '人手不够' });
    const refusal = await refusalOf(director.roster.requests.approve({ id, writeDraft: false }));
    expect(refusal.sentence).toBe('这一条未批准，不能再这样办；请刷新后再看。');
    expect((await refusalOf(director.roster.requests.withdraw({ id, reason: '算了' }))).code).toBe(
      'REQUEST_DECIDED',
    );
    expect((await refusalOf(director.roster.requests.decline({ id: 'nothing', reason: '无' }))).code).toBe(
      'NOT_FOUND',
    );
  });

  it('is read by the nurse and the clerk and decided by the director only', async () => {
    const { house, director } = await aHouseWithStaff();
    const { id } = await director.roster.requests.ask(asks());
    for (const role of ['nurse', 'clerk'] as const) {
      const client = await house.as(role);
      expect(await client.roster.requests.list({ month: november })).toHaveLength(1);
      expect((await refusalOf(client.roster.requests.approve({ id, writeDraft: false }))).code).toBe(
        'NOT_ALLOWED',
      );
    }
  });
});

describe('leave that is asked for', () => {
  it('shows what approving does before anything is recorded', async () => {
    const { director } = await aHouseWithStaff();
    expect(await director.roster.requests.effect(wishOf(asksLeave()))).toEqual([]);
    const { view } = await aRotatedDraft(director, november);
    const cells = view.cells['c01']?.slice(2, 5) ?? [];
    const [effect] = await director.roster.requests.effect(wishOf(asksLeave()));
    expect(effect).toMatchObject({ month: '2026-11', version: 1, state: 'draft' });
    expect(effect?.changes.map(({ before, after }) => [before, after])).toEqual(
      cells.filter(Boolean).map((cell) => [cell, null]),
    );
    for (const { there, minimum, standIns, blocked } of effect?.shortfalls ?? []) {
      expect(there).toBeLessThan(minimum);
      expect([...standIns, ...blocked].every(({ caregiver }) => caregiver.startsWith('护理'))).toBe(true);
    }
    expect(await director.roster.leave.list({ month: november })).toEqual([]);
  });

  it('becomes leave when it is approved, and clears the draft where the director wants it', async () => {
    const { director } = await aHouseWithStaff();
    const { view } = await aRotatedDraft(director, november);
    const worked = view.cells['c01']?.slice(2, 5).filter(Boolean).length;
    const { id } = await director.roster.requests.ask(asksLeave({ note: '喝喜酒' }));
    const done = await director.roster.requests.approve({ id, writeDraft: true });

    expect(done.changed).toBe(worked);
    const after = await director.roster.open({ month: november });
    expect(after.cells['c01']?.slice(2, 5)).toEqual([null, null, null]);
    expect(after.hard).toBe(0);
    expect(await director.roster.leave.list({ month: november })).toMatchObject([
      { id: done.leaveId, kind: 'personal', startsOn: on(3), endsOn: on(5), note: '喝喜酒', cancelled: null },
    ]);
  });

  it('may also be entered at once, and then takes her shifts out of the draft where that is wanted', async () => {
    const { director } = await aHouseWithStaff();
    const { view } = await aRotatedDraft(director, november);
    const worked = view.cells['c01']?.slice(2, 5).filter(Boolean).length;
    const leave = { caregiverId: 'c01', kind: 'sick' as const, startsOn: on(3), endsOn: on(5), note: '' };
    const done = await director.roster.leave.add({ ...leave, writeDraft: true });
    expect(done.changed).toBe(worked);
    expect((await director.roster.open({ month: november })).hard).toBe(0);
  });

  it('leaves the draft alone when the director does not want it', async () => {
    const { director } = await aHouseWithStaff();
    const { view } = await aRotatedDraft(director, november);
    const { id } = await director.roster.requests.ask(asksLeave());
    expect(await director.roster.requests.approve({ id, writeDraft: false })).toMatchObject({ changed: 0 });
    expect((await director.roster.open({ month: november })).cells).toEqual(view.cells);
  });

  it('is cancelled with the request when the caregiver takes it back, and says so', async () => {
    const { director } = await aHouseWithStaff();
    const { id } = await director.roster.requests.ask(asksLeave());
    await director.roster.requests.approve({ id, writeDraft: false });
    await director.roster.requests.withdraw({ id, reason: '婚期改了' });
    expect(await director.roster.leave.list({ month: november })).toMatchObject([
      { cancelled: { reason: '婚期改了' } },
    ]);
    const [line] = await director.roster.requests.list({ month: november });
    expect(line?.decisions.map(({ leave }) => leave?.cancelled)).toEqual([true, true]);
    await director.roster.requests.ask(asksLeave());
  });

  it('is refused where leave is entered already, when it is asked and when it is approved', async () => {
    const { director } = await aHouseWithStaff();
    const { id } = await director.roster.requests.ask(asksLeave());
    await director.roster.leave.add({
      caregiverId: 'c01',
      kind: 'sick',
      startsOn: on(5),
      endsOn: on(6),
      note: '',
    });
    expect((await refusalOf(director.roster.requests.approve({ id, writeDraft: true }))).sentence).toBe(
      '「护理1」2026年11月5日至2026年11月6日已经登记了请假，请先取消那一条，或改日期。',
    );
    expect(
      (await refusalOf(director.roster.requests.ask(asksLeave({ startsOn: on(6), endsOn: on(9) })))).code,
    ).toBe('LEAVE_OVERLAPS');
    expect((await director.roster.requests.list({ month: november }))[0]?.state).toBe('open');
  });

  it('may be a wish for rest as long as it is open', async () => {
    const { director } = await aHouseWithStaff();
    await director.roster.requests.ask(asksLeave());
    const { model } = await director.roster.open({ month: november });
    expect(model.requests.map(({ weight }) => weight)).toEqual(Array(3).fill(wishCosts.open.important));
    expect(model.people[0]?.absences).toEqual([]);
  });
});

describe('granting a wish in the draft', () => {
  it('puts the wished shift where it is lawful, and refuses where it is not', async () => {
    const { director } = await aHouseWithStaff();
    const { view } = await aRotatedDraft(director, november);
    await director.roster.setCells({
      rosterId: view.roster?.id ?? '',
      cells: [13, 14, 15, 16, 17].map((day) => ({
        caregiverId: 'c01',
        day: on(day),
        shift: day === 15 ? 'D' : null,
      })),
    });
    const lawful = await director.roster.requests.ask(
      asks({ kind: 'shift', shift: 'N', startsOn: on(16), endsOn: on(16) }),
    );
    expect(await director.roster.requests.approve({ id: lawful.id, writeDraft: true })).toMatchObject({
      changed: 1,
    });
    const breaking = await director.roster.requests.ask(
      asks({ kind: 'shift', shift: 'D', startsOn: on(17), endsOn: on(17) }),
    );
    const refusal = await refusalOf(director.roster.requests.approve({ id: breaking.id, writeDraft: true }));
    expect(refusal.sentence).toBe(
      '不能这样改：「护理1」2026年11月17日，两班之间休息不足 11 小时（如下夜班接着上班）。请换一天，或换别人。',
    );
    // Approved all the same, as a wish for the next time the roster is made.
    await director.roster.requests.approve({ id: breaking.id, writeDraft: false });
  });
});

function wishOf({ caregiverId, kind, shift, leaveKind, startsOn, endsOn }: ReturnType<typeof asks>) {
  return { caregiverId, kind, shift, leaveKind, startsOn, endsOn };
}
