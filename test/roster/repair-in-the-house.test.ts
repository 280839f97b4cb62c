import { describe, expect, it } from 'vitest';
import { addMonths, month, type Day } from '../../shared/calendar/day.ts';
import { aHouse, PASSWORD, refusalOf } from '../support/house.ts';
import { aRotatedDraft } from '../support/rotated.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;

/** November of five caregivers, published; it is the 9th. The fifth rests, the others follow one another. */
async function aPublishedNovember(rows: Record<string, string>) {
  const house = await aHouse({ today: '2026-10-31' });
  withStaff(house, { caregivers: 5, residents: 10 });
  const director = await house.as('director');
  const { view, rosterId } = await aRotatedDraft(director, november);
  await director.roster.setCells({
    rosterId,
    cells: ['c01', 'c02', 'c03', 'c04', 'c05'].flatMap((caregiverId) =>
      view.model.days.map((day, index) => {
        const letter = rows[caregiverId]?.[index] ?? '.';
        return { caregiverId, day, shift: /[A-Z]/.test(letter) ? letter : null };
      }),
    ),
  });
  for (const [shift, minimum] of [
    ['D', 1],
    ['N', 1],
  ] as const)
    await director.roster.cover.set({ shift, minimum, from: on(1) });
  await director.roster.publish({ rosterId });
  house.setDay(on(9));
  await director.people.signIn({ login: 'director', password: PASSWORD });
  return { house, director };
}
const month30 = (pattern: string, shift: number) =>
  Array.from({ length: 30 }, (_, day) => pattern[(day + shift) % pattern.length]).join('');
const rotation = {
  c01: month30('DN..', 0),
  c02: month30('DN..', 1),
  c03: month30('DN..', 2),
  c04: month30('DN..', 3),
  c05: '',
};
const call = { caregiverId: 'c01', startsOn: on(9), endsOn: on(10) };

const refused = async (asked: Promise<unknown>) => (await refusalOf(asked)).sentence;

describe('a sick call', () => {
  it('is answered by alternatives that cover her shifts, and nothing is changed by asking', async () => {
    const { house, director } = await aPublishedNovember(rotation);
    const before = await director.roster.open({ month: november });
    const found = await director.roster.repair.options(call);
    expect(found).toMatchObject({
      month: november,
      version: 1,
      caregiver: '护理1',
      vacated: [
        { day: on(9), shift: 'D' },
        { day: on(10), shift: 'N' },
      ],
    });
    expect(found.alternatives[0]?.kinds).toContain('fewest');
    expect(found.alternatives[0]?.figures).toMatchObject({ open: 0, cells: 2, people: 1, minutes: 960 });
    expect(
      found.alternatives[0]?.changes.map(({ caregiver, day, before: old, after, takesFrom, sick }) => [
        caregiver,
        day,
        old,
        after,
        takesFrom,
        sick,
      ]),
    ).toEqual([
      ['护理1', on(9), 'D', null, null, true],
      ['护理1', on(10), 'N', null, null, true],
      ['护理5', on(9), null, 'D', '护理1', false],
      ['护理5', on(10), null, 'N', '护理1', false],
    ]);
    expect(await director.roster.open({ month: november })).toEqual(before);
    expect(house.raw.prepare('SELECT count(*) FROM leave').pluck().get()).toBe(0);
  });

  it('once agreed, is a sick leave, a new published version with its reasons, and duties given anew from today on', async () => {
    const { house, director } = await aPublishedNovember(rotation);
    const before = await director.roster.open({ month: november });
    const pastDuties = () =>
      director.roster.duties({ day: on(8) }).then(({ shifts }) => shifts.map(({ caregivers }) => caregivers));
    const duties = await pastDuties();
    const { version, alternatives } = await director.roster.repair.options(call);
    const best = alternatives[0];
    const done = await director.roster.repair.accept({
      ...call,
      version,
      kind: 'fewest',
      note: '发烧',
      changes: (best?.changes ?? []).flatMap(({ sick, caregiverId, day, before: old, after }) =>
        sick ? [] : [{ caregiverId, day, before: old, after }],
      ),
    });
    expect(done).toMatchObject({ version: 2, open: 0 });
    const after = await director.roster.open({ month: november });
    expect(after.roster).toMatchObject({ version: 2, state: 'published' });
    const changed = after.people.flatMap(({ id }) =>
      after.model.days
        .filter((_, index) => after.cells[id]?.[index] !== before.cells[id]?.[index])
        .map((day) => `${id} ${day}`),
    );
    expect(changed.toSorted()).toEqual(
      [`c01 ${on(10)}`, `c01 ${on(9)}`, `c05 ${on(10)}`, `c05 ${on(9)}`].toSorted(),
    );
    expect(await director.roster.leave.list({ month: november })).toMatchObject([
      { caregiverId: 'c01', kind: 'sick', note: '发烧', startsOn: on(9), endsOn: on(10), cancelled: null },
    ]);
    expect(await pastDuties()).toEqual(duties);
    const today = await director.roster.duties({ day: on(9) });
    expect(today.shifts.find(({ shift }) => shift.code === 'D')?.caregivers.map(({ name }) => name)).toEqual([
      '护理5',
    ]);
    expect(await director.roster.repair.list({ month: november })).toMatchObject([
      {
        caregiver: '护理1',
        kind: 'fewest',
        note: '发烧',
        version: 2,
        by: '王主任',
        changes: [
          { caregiver: '护理1', sick: true, givesTo: '护理5' },
          { caregiver: '护理1', sick: true, givesTo: '护理5' },
          { caregiver: '护理5', takesFrom: '护理1', before: null, after: 'D' },
          { caregiver: '护理5', takesFrom: '护理1', before: null, after: 'N' },
        ],
      },
    ]);
    expect(
      house.raw.prepare("SELECT count(*) FROM audit WHERE action = 'roster.repair.accept'").pluck().get(),
    ).toBe(1);
  });

  it('is refused with one sentence where it cannot be mended, and then nothing is changed', async () => {
    const { house, director } = await aPublishedNovember(rotation);
    expect(await refused(director.roster.repair.options({ ...call, startsOn: on(8) }))).toBe(
      '2026年11月8日太早，最早只能是2026年11月9日。',
    );
    expect(await refused(director.roster.repair.options({ ...call, endsOn: on(8) }))).toMatch(/结束/);
    expect(await refused(director.roster.repair.options({ ...call, endsOn: on(18) }))).toMatch(
      /一次最多补 7 天的班，这次是 10 天。请先补到2026年11月15日/,
    );
    const december = { ...call, startsOn: '2026-12-01' as Day, endsOn: '2026-12-02' as Day };
    expect(await refused(director.roster.repair.options(december))).toMatch(/2026年12月还没有已发布的排班/);
    const accept = (changes: Parameters<typeof director.roster.repair.accept>[0]['changes'], version = 1) =>
      director.roster.repair.accept({ ...call, version, kind: 'own', note: '', changes });
    // The version that was looked at is not the one that people know any more.
    expect(await refused(accept([], 7))).toBe('2026年11月的排班已经变了，什么都没有改；请重新看一次方案。');
    expect(await refused(accept([{ caregiverId: 'c05', day: on(9), before: 'N', after: 'D' }]))).toMatch(
      /重新看一次方案/,
    );
    expect(await refused(accept([{ caregiverId: 'c05', day: on(3), before: null, after: 'D' }]))).toMatch(
      /太早/,
    );
    // C03 comes from a night on the 8th.
    const c03 = rotation.c03;
    expect(c03[7]).toBe('N');
    expect(await refused(accept([{ caregiverId: 'c03', day: on(9), before: null, after: 'D' }]))).toMatch(
      /不能这样改：「护理3」.*休息不足/,
    );
    await director.roster.revise({ month: november });
    expect(await refused(director.roster.repair.options(call))).toMatch(/已有一份草稿/);
    expect(house.raw.prepare('SELECT count(*) FROM leave').pluck().get()).toBe(0);
    expect(house.raw.prepare('SELECT count(*) FROM roster_repair').pluck().get()).toBe(0);
  });

  it('is looked into no longer than somebody waits for the answer', async () => {
    const { house, director } = await aPublishedNovember(rotation);
    const gone = new AbortController();
    const asked = refusalOf(director.roster.repair.options(call, { signal: gone.signal }));
    setTimeout(() => gone.abort(), 20);
    expect(await asked).toMatchObject({ code: 'CANCELLED' });
    const late = director.roster.repair.options(call, { signal: gone.signal });
    expect(await refusalOf(late)).toMatchObject({ code: 'CANCELLED' });
    expect(house.faults).toEqual([]);
    expect((await director.roster.repair.options(call)).vacated).toHaveLength(2);
  });

  it('leaves open what nobody can cover, and says of each person what forbids it', async () => {
    const { director } = await aPublishedNovember(rotation);
    for (const caregiverId of ['c03', 'c04', 'c05'])
      await director.roster.leave.add({
        caregiverId,
        kind: 'annual',
        startsOn: on(9),
        endsOn: on(9),
        note: '',
      });
    const found = await director.roster.repair.options({ ...call, endsOn: on(9) });
    expect(found.alternatives.map(({ figures }) => [figures.open, figures.cells])).toEqual([[1, 0]]);
    const blocks = found.alternatives[0]?.open[0]?.blocks ?? [];
    expect(blocks.map(({ caregiver }) => caregiver)).toContain('护理5');
    expect(blocks.find(({ caregiver }) => caregiver === '护理5')?.by).toBe('leave');
    expect(blocks.map(({ caregiver }) => caregiver)).not.toContain('护理1');
  });

  it('can be answered by one chosen person a shift, the lawful first', async () => {
    const { director } = await aPublishedNovember(rotation);
    const list = await director.roster.repair.replacements({ ...call, day: on(9), shift: 'D' });
    expect(list[0]).toMatchObject({ caregiver: '护理5', by: null, minutes: 480, overtime: 0 });
    expect(list.map(({ caregiver }) => caregiver)).not.toContain('护理1');
    expect(list.find(({ caregiver }) => caregiver === '护理3')?.by).toBe('restBetween');
    const done = await director.roster.repair.accept({
      ...call,
      version: 1,
      kind: 'own',
      note: '',
      changes: [{ caregiverId: 'c05', day: on(9), before: null, after: 'D' }],
    });
    expect(done).toMatchObject({ version: 2, open: 1 });
  });

  it('needs no second leave where the sick leave is on record already', async () => {
    const { director } = await aPublishedNovember(rotation);
    await director.roster.leave.add({ ...call, kind: 'sick', note: '' });
    const found = await director.roster.repair.options(call);
    expect(found.vacated.length).toBe(2);
    await director.roster.repair.accept({ ...call, version: 1, kind: 'own', note: '', changes: [] });
    expect((await director.roster.leave.list({ month: november })).length).toBe(1);
    expect(addMonths(november, 1)).toBe('2026-12');
  });
});
