import { describe, expect, it } from 'vitest';
import { RosterRun } from '../../electron/services/roster-runs.ts';
import { remarkText } from '../../renderer/roster/remark-text.ts';
import { month, type Day } from '../../shared/calendar/day.ts';
import { messages } from '../../shared/messages/index.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import type { MakingProgress } from '../../shared/roster/generate-contract.ts';
import { noTerms } from '../../shared/roster/model.ts';
import type { Remark } from '../../shared/roster/remarks.ts';
import { aHouse, type Client } from '../support/house.ts';
import { aModel, aPerson, peopleNamed } from '../support/roster-models.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;
const EFFORT = 10_000_000;

async function aSmallHouse() {
  const house = await aHouse({ today: '2026-10-31' });
  const { caregivers } = withStaff(house, { caregivers: 8, residents: 12 });
  return { director: await house.as('director'), caregivers };
}

/** Makes November as the desk does: what is said while it works, the draft, and what is said of it afterwards. */
async function makeNovember(director: Client) {
  const { run } = await director.roster.generate.begin({ month: november, seed: 1, effort: EFFORT });
  let progress: MakingProgress;
  for (let after = 0; ; after = progress.news) {
    progress = await director.roster.generate.watch({ run, after });
    if (progress.ended) break;
  }
  const { view, remarks } = await director.roster.make({ run });
  const later = await director.roster.generate.origin({ rosterId: view.roster?.id ?? '' });
  const said = (language: Language) =>
    remarks.map((remark) => remarkText(remark as Remark, { view, words: messages[language], language }));
  return {
    view,
    sentences: { 'zh-CN': said('zh-CN'), en: said('en') },
    /** The same is said on the way, with the draft, and whenever it is opened again. */
    isSaidThroughout: [progress.remarks, later?.remarks].map(
      (one) => JSON.stringify(one) === JSON.stringify(remarks),
    ),
    missingOn: [...new Set((progress.standing?.slots ?? []).map(({ day }) => day))],
  };
}

describe('what contradicts itself in the records', { timeout: 60_000 }, () => {
  it('locks that cannot stand together: one holds, the other is named with its rule', async () => {
    const { director } = await aSmallHouse();
    const rosterId = (await makeNovember(director)).view.roster?.id ?? '';
    const cells = [
      { caregiverId: 'c01', day: on(29), shift: 'N' },
      { caregiverId: 'c01', day: on(30), shift: 'D' },
    ];
    await director.roster.setCells({ rosterId, cells });
    const places = cells.map(({ caregiverId, day }) => ({ caregiverId, day }));
    await director.roster.lock({ rosterId, cells: places, locked: true });
    const { view, sentences, isSaidThroughout, missingOn } = await makeNovember(director);
    expect(sentences).toEqual({
      'zh-CN': ['护理1 11月30日锁定的「白班」不能保留：两班之间休息不足 11 小时（如下夜班接着上班）'],
      en: [
        '护理1, 30 Nov: the locked Day cannot be kept: less than 11 h of rest between two shifts (work right after a night)',
      ],
    });
    expect(view.cells['c01']?.[28]).toBe('N');
    expect({ hard: view.hard, missingOn, isSaidThroughout }).toEqual({
      hard: 0,
      missingOn: [],
      isSaidThroughout: [true, true],
    });
  });

  it('leave for everybody on one day: the day is named, every other day is whole', async () => {
    const { director, caregivers } = await aSmallHouse();
    for (const caregiverId of caregivers) {
      const leave = { caregiverId, kind: 'personal', startsOn: on(10), endsOn: on(10), note: '' } as const;
      await director.roster.leave.add(leave);
    }
    const { view, sentences, isSaidThroughout, missingOn } = await makeNovember(director);
    expect(sentences).toEqual({
      'zh-CN': ['11月10日所有人都请假或不在岗，当天的班全部空缺'],
      en: ['10 Nov: everybody is on leave or not employed; all shifts of the day are open'],
    });
    expect({ hard: view.hard, missingOn, isSaidThroughout }).toEqual({
      hard: 0,
      missingOn: [on(10)],
      isSaidThroughout: [true, true],
    });
  });

  it('nobody with the skill: the skill is named, the shifts themselves are covered', async () => {
    const { director } = await aSmallHouse();
    await director.roster.parts.set({
      shift: 'D',
      zoneId: null,
      sex: null,
      skill: '鼻饲',
      minimum: 1,
      from: on(29),
    });
    const { view, sentences, isSaidThroughout, missingOn } = await makeNovember(director);
    expect(sentences).toEqual({
      'zh-CN': ['没有人能上「白班」（要求：鼻饲），2 天空缺'],
      en: ['Nobody can work Day (asked for: 鼻饲): open on 2 days'],
    });
    expect({ hard: view.hard, missingOn, isSaidThroughout }).toEqual({
      hard: 0,
      missingOn: [on(29), on(30)],
      isSaidThroughout: [true, true],
    });
    const whole = view.cells;
    const onDay = (day: number) => Object.values(whole).filter((cells) => cells[day - 1] === 'D').length;
    expect([onDay(29), onDay(30)]).toEqual([3, 3]);
  });

  it('cover from a day on which its shift is out of use: it is left out and named; one that ended with its shift is not', async () => {
    const { director } = await aSmallHouse();
    const late = {
      code: 'P',
      name: '小夜班',
      nameEn: 'Late',
      startsAt: '14:00',
      endsAt: '22:00',
      minutes: 480,
      night: false,
      maxResidents: 15,
    };
    await director.roster.shifts.save(late);
    await director.roster.cover.set({ shift: 'P', minimum: 1, from: on(28) });
    await director.roster.shifts.save({ ...late, code: 'A', name: '早班', nameEn: 'Early' });
    await director.roster.cover.set({ shift: 'A', minimum: 2, from: '2026-10-01' as Day });
    for (const code of ['P', 'A']) await director.roster.shifts.retire({ code });
    const { view, sentences, isSaidThroughout, missingOn } = await makeNovember(director);
    expect(sentences).toEqual({
      'zh-CN': ['在岗要求里的「P」没有这个班次，或已停用，3 天的要求未计入'],
      en: ['Cover asks for P, which does not exist or was retired: left out on 3 days'],
    });
    expect({ hard: view.hard, missingOn, isSaidThroughout }).toEqual({
      hard: 0,
      missingOn: [],
      isSaidThroughout: [true, true],
    });
  });

  it('minimum hours above the maximum, which only a model can hold so far: the person and the rule are named', async () => {
    const [first, ...others] = peopleNamed(8);
    const terms = { ...noTerms, leastMinutes: 160 * 60, mostMinutes: 80 * 60 };
    const model = aModel({ residents: 12, people: [aPerson(first?.id ?? '', { terms }), ...others] });
    const run = new RosterRun(
      { month: november, seed: 1, effort: EFFORT, model, fingerprint: '' },
      () => undefined,
    );
    for (let after = 0; ;) {
      const { news, ended } = await run.progress(after);
      if (ended) break;
      after = news;
    }
    const view = { model, people: model.people.map(({ id }) => ({ id, name: id })) } as unknown as RosterView;
    const said = (language: Language) =>
      run.made?.remarks.map((remark) =>
        remarkText(remark as Remark, { view, words: messages[language], language }),
      );
    expect(said('zh-CN')).toEqual(['p01：「本月最少工时」这个月无论怎么排都做不到，已尽量接近']);
    expect(said('en')).toEqual([
      'p01: nobody could keep "least hours in the month" this month; it was kept as far as it can be',
    ]);
    const hers = (run.made?.roster['p01'] ?? []).filter((cell) => cell !== null);
    expect(hers).toHaveLength((80 * 60) / 480);
  });
});
