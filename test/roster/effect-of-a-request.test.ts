import { describe, expect, it } from 'vitest';
import { effectOf, type Proposal } from '../../shared/roster/effect.ts';
import { contradict, wishCosts, wishesOf, type Asked } from '../../shared/roster/requests.ts';
import { COST_MISSING } from '../../shared/roster/model.ts';
import { aCover, aModel, aPerson, on, rowOf } from '../support/roster-models.ts';

const model = aModel({
  days: [1, 2, 3, 4, 5, 6, 7].map(on),
  people: ['xie', 'wu', 'zhao', 'qian'].map((id) => aPerson(id)),
  cover: [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [aCover(on(day), 'D', 1), aCover(on(day), 'N', 1)]),
});
const roster = {
  xie: rowOf(model, 'DDDN..D'),
  wu: rowOf(model, 'N..DDDN'),
  zhao: rowOf(model, '.N....D'),
  qian: rowOf(model, '..N.N..'),
};
const asks = (changes: Partial<Proposal>): Proposal => ({
  person: 'xie',
  days: [on(2)],
  kind: 'rest',
  shift: null,
  ...changes,
});

describe('what a request does to the roster as it stands', () => {
  it('says that nothing changes when the day is free already', () => {
    expect(effectOf(model, roster, asks({ days: [on(5)] }))).toEqual({
      changes: [],
      shortfalls: [],
      touched: [],
    });
  });

  it('clears the cells of a leave, names the shift that is left with too few, and who could stand in', () => {
    const { changes, shortfalls, touched } = effectOf(model, roster, asks({ kind: 'leave' }));
    expect(changes).toEqual([{ day: on(2), before: 'D', after: null }]);
    expect(shortfalls).toEqual([
      {
        day: on(2),
        shift: 'D',
        minimum: 1,
        part: null,
        there: 0,
        // Qian would have a day of rest before her night; Wu comes from a night, Zhao has one herself.
        standIns: [{ person: 'qian', minutes: 2 * 480 }],
        blocked: [
          { person: 'wu', by: 'restBetween' },
          { person: 'zhao', by: 'working' },
        ],
      },
    ]);
    expect(touched.every(({ hard }) => !hard)).toBe(true);
  });

  it('puts whoever has the fewest hours first', () => {
    const { shortfalls } = effectOf(model, roster, asks({ days: [on(7)] }));
    expect(shortfalls).toEqual([]); // Zhao is there too
    const alone = { ...roster, zhao: rowOf(model, '.N.....') };
    const left = effectOf(model, alone, asks({ days: [on(7)] })).shortfalls[0];
    expect(left?.standIns).toEqual([
      { person: 'zhao', minutes: 480 },
      { person: 'qian', minutes: 960 },
    ]);
  });

  it('says which rule a wished shift would break', () => {
    const { changes, touched } = effectOf(model, roster, asks({ kind: 'shift', shift: 'N', days: [on(1)] }));
    expect(changes).toEqual([{ day: on(1), before: 'D', after: 'N' }]);
    expect(touched.filter(({ hard }) => hard).map(({ rule, days }) => ({ rule, days }))).toEqual([
      { rule: 'restBetween', days: [on(1), on(2)] },
    ]);
  });

  it('clears a shift that is not wanted, and leaves any other', () => {
    const notNight = asks({ kind: 'not-shift', shift: 'N', days: [on(3), on(4)] });
    expect(effectOf(model, roster, notNight).changes).toEqual([{ day: on(4), before: 'N', after: null }]);
  });

  it('does not count what was short before', () => {
    const short = { ...roster, wu: rowOf(model, '...DDDN') };
    const { shortfalls } = effectOf(model, short, asks({ days: [on(1)] }));
    expect(shortfalls.map(({ day, shift }) => `${day} ${shift}`)).toEqual(['2026-11-01 D']);
  });

  it('tells a zone from the whole house, and offers only people of the zone', () => {
    const part = { zone: '一区', sex: null, skill: null };
    const cover = [...model.cover, { ...aCover(on(3), 'D', 1, ['xie', 'wu']), part }];
    const { shortfalls } = effectOf({ ...model, cover }, roster, asks({ days: [on(3)] }));
    expect(shortfalls.map(({ part: of, minimum, there }) => ({ of, minimum, there }))).toEqual([
      { of: null, minimum: 1, there: 0 },
      { of: part, minimum: 1, there: 0 },
    ]);
    expect(shortfalls[1]?.standIns.map(({ person }) => person)).toEqual(['wu']);
    expect(shortfalls[1]?.blocked).toContainEqual({ person: 'zhao', by: 'elsewhere' });
  });

  it('leaves out days of another month', () => {
    const leave = asks({ kind: 'leave', days: ['2026-12-01' as never] });
    expect(effectOf(model, roster, leave)).toEqual({ changes: [], shortfalls: [], touched: [] });
  });
});

const asked = (changes: Partial<Asked> = {}): Asked => ({
  person: 'xie',
  kind: 'rest',
  shift: null,
  weight: 'ordinary',
  state: 'open',
  startsOn: '2026-10-30',
  endsOn: on(2),
  ...changes,
});

const all = () => true;

describe('the wishes that the generator hears', () => {
  const days = [1, 2, 3].map(on);

  it('are open or approved, on each day of the roster that they name', () => {
    expect(wishesOf([asked()], days, all)).toEqual(
      [1, 2].map((day) => ({ person: 'xie', day: on(day), shift: null, wanted: true, weight: 4 })),
    );
    expect(wishesOf([asked({ state: 'declined' }), asked({ state: 'withdrawn' })], days, all)).toEqual([]);
  });

  it('weigh more when they are approved, but never as much as a shift without people', () => {
    for (const weight of ['ordinary', 'important'] as const) {
      expect(wishCosts.approved[weight]).toBeGreaterThan(wishCosts.open[weight]);
      expect(wishCosts.approved[weight]).toBeLessThan(COST_MISSING);
    }
    expect(wishCosts.approved.ordinary).toBeGreaterThan(wishCosts.open.important);
  });

  it('hold a leave that is not decided yet as an important wish for rest, and an approved one as leave', () => {
    expect(wishesOf([asked({ kind: 'leave', startsOn: on(3), endsOn: on(3) })], days, all)).toEqual([
      { person: 'xie', day: on(3), shift: null, wanted: true, weight: wishCosts.open.important },
    ]);
    expect(wishesOf([asked({ kind: 'leave', state: 'approved' })], days, all)).toEqual([]);
  });

  it('leave out days on which she is not there', () => {
    const wish = asked({ kind: 'not-shift', shift: 'N', startsOn: on(1), endsOn: on(3) });
    expect(wishesOf([wish], days, (_person, day) => day === on(2))).toEqual([
      { person: 'xie', day: on(2), shift: 'N', wanted: false, weight: 4 },
    ]);
  });

  it('may not contradict one another', () => {
    const on1 = { startsOn: on(1), endsOn: on(1) };
    const rest = { kind: 'rest', shift: null, ...on1 } as const;
    const night = { kind: 'shift', shift: 'N', ...on1 } as const;
    const notNight = { kind: 'not-shift', shift: 'N', ...on1 } as const;
    const notDay = { kind: 'not-shift', shift: 'D', ...on1 } as const;
    expect(contradict(rest, night)).toBe(true);
    expect(contradict(night, notNight)).toBe(true);
    expect(contradict(night, notDay)).toBe(false);
    expect(contradict(notNight, notDay)).toBe(false);
    expect(contradict(notNight, notNight)).toBe(true);
    expect(contradict(rest, { ...night, startsOn: on(2), endsOn: on(3) })).toBe(false);
  });
});
