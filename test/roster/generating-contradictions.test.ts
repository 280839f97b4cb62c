import { describe, expect, it } from 'vitest';
import { loadLinearProgramming } from '../../electron/jobs/linear-program.ts';
import { remarkText } from '../../renderer/roster/remark-text.ts';
import { month } from '../../shared/calendar/day.ts';
import { messages } from '../../shared/messages/index.ts';
import type { RosterView } from '../../shared/roster/contract.ts';
import { gapOf } from '../../shared/roster/gap.ts';
import { generate, QUICK_EFFORT } from '../../shared/roster/generate.ts';
import { noTerms, type RosterModel } from '../../shared/roster/model.ts';
import { aCover, aModel, aPerson, on, peopleNamed } from '../support/roster-models.ts';

const linear = await loadLinearProgramming();

/** What is said of a model, sentence by sentence, beside a lawful roster of it. */
function saidOf(model: RosterModel, language: 'zh-CN' | 'en' = 'zh-CN') {
  const made = generate(model, { seed: 1, linear, effort: QUICK_EFFORT });
  const view = {
    month: month('2026-11'),
    model: {
      ...model,
      shifts: model.shifts.map((shift) => ({
        name: shift.code === 'N' ? '夜班' : '白班',
        nameEn: shift.code,
        ...shift,
      })),
    },
    people: model.people.map(({ id }) => ({ id, name: id, leave: [] })),
  } as unknown as RosterView;
  return {
    made,
    sentences: made.remarks.map((remark) =>
      remarkText(remark, { view, words: messages[language], language }),
    ),
    /** Days on which everybody who is needed is there. */
    whole: model.days.filter((day) => made.open.every((slot) => slot.day !== day)).length,
  };
}

describe('what contradicts itself is said, and the rest of the month is rostered', () => {
  it('locks that cannot stand together', () => {
    const locks = [
      { person: 'p01', day: on(1), shift: 'N' },
      { person: 'p01', day: on(2), shift: 'D' },
    ];
    const { made, sentences, whole } = saidOf(aModel({ locks }));
    expect(sentences).toEqual([
      'p01 11月2日锁定的「白班」不能保留：两班之间休息不足 11 小时（如下夜班接着上班）',
    ]);
    expect({ hard: made.hard, whole }).toEqual({ hard: 0, whole: 30 });
  });

  it('a lock on a day of leave, and one on a shift that does not exist', () => {
    const [first, ...others] = peopleNamed(19);
    const people = [
      { ...aPerson(first?.id ?? ''), absences: [{ day: on(4), why: 'leave' as const }] },
      ...others,
    ];
    const locks = [
      { person: 'p01', day: on(4), shift: 'D' },
      { person: 'p02', day: on(5), shift: 'X' },
    ];
    expect(saidOf(aModel({ people, locks })).sentences).toEqual([
      'p01 11月4日锁定的「白班」不能保留：这天请假，不能排班',
      'p02 11月5日锁定的「X」不能保留：没有这个班次，或已停用',
    ]);
  });

  it('leave for everybody on one day', () => {
    const people = peopleNamed(19).map((person) => ({
      ...person,
      absences: [{ day: on(10), why: 'leave' as const }],
    }));
    const { made, sentences, whole } = saidOf(aModel({ people }));
    expect(sentences).toEqual(['11月10日所有人都请假或不在岗，当天的班全部空缺']);
    expect(made.hard).toBe(0);
    expect(whole).toBe(29);
  });

  it('nobody with the skill', () => {
    const part = { zone: null, sex: null, skill: '鼻饲' };
    const model = aModel();
    const cover = [
      ...model.cover,
      { ...aCover(on(3), 'D', 1, []), part },
      { ...aCover(on(4), 'D', 1, []), part },
    ];
    const { made, sentences } = saidOf({ ...model, cover });
    expect(sentences).toEqual(['没有人能上「白班」（要求：鼻饲），2 天空缺']);
    expect(made.open.map(({ day, missing }) => `${day} ${missing}`)).toEqual([
      '2026-11-03 1',
      '2026-11-04 1',
    ]);
  });

  it('nobody who may work nights', () => {
    const people = peopleNamed(19).map((person) => ({ ...person, shifts: ['D'] }));
    expect(saidOf(aModel({ people })).sentences).toEqual(['没有人能上「夜班」，30 天空缺']);
  });

  it('minimum hours above the maximum', () => {
    const [first, ...others] = peopleNamed(19);
    const terms = { ...noTerms, leastMinutes: 160 * 60, mostMinutes: 80 * 60 };
    const { made, sentences, whole } = saidOf(
      aModel({ people: [aPerson(first?.id ?? '', { terms }), ...others] }),
    );
    expect(sentences).toEqual(['p01：「本月最少工时」这个月无论怎么排都做不到，已尽量接近']);
    expect(made.violations.filter(({ hard }) => hard).map(({ rule, person }) => `${rule} ${person}`)).toEqual(
      ['leastMinutes p01'],
    );
    expect(whole).toBeGreaterThan(25);
  });

  it('cover for a shift that does not exist', () => {
    const model = aModel();
    const { made, sentences, whole } = saidOf(
      { ...model, cover: [...model.cover, aCover(on(1), 'X', 3)] },
      'en',
    );
    expect(sentences).toEqual(['Cover asks for X, which does not exist or was retired: left out on 1 days']);
    expect({ hard: made.hard, whole }).toEqual({ hard: 0, whole: 30 });
  });
});

describe('how far a roster is from the best possible', () => {
  it('is rounded up, a part of the bound where that says something, and never below nothing', () => {
    expect(gapOf(1004, 1000)).toEqual({ kind: 'percent', percent: 0.4 });
    expect(gapOf(1000.01, 1000)).toEqual({ kind: 'none' });
    expect(gapOf(1000.3, 1000)).toEqual({ kind: 'percent', percent: 0.1 });
    expect(gapOf(59, 20)).toEqual({ kind: 'points', points: 39 });
    expect(gapOf(59, -300)).toEqual({ kind: 'points', points: 59 });
    expect(gapOf(0, -3)).toEqual({ kind: 'none' });
    expect(gapOf(59, null)).toEqual({ kind: 'unknown' });
  });
});
