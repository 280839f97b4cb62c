import { describe, expect, it } from 'vitest';
import { makeRoster } from '../../build/make-roster.ts';
import { month, type Day } from '../../shared/calendar/day.ts';
import {
  among,
  partCoverOf,
  partRulesOn,
  zoneOf,
  type PartPerson,
  type PartRule,
} from '../../shared/roster/zone-cover.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';
import { on } from '../support/roster-models.ts';

const november = month('2026-11');
const east = { id: 'east', name: '东区' };
const west = { id: 'west', name: '西区' };
const zones = [east, west];

function aRule(changes: Partial<PartRule> = {}): PartRule {
  return { shift: 'D', zoneId: 'east', sex: null, skill: null, minimum: 2, from: on(1), ...changes };
}
function somebody(
  id: string,
  zone: string | null,
  sex: 'male' | 'female' = 'female',
  skill = '',
): PartPerson {
  return { id, sex, zoneOn: () => zone, hasSkillOn: (wanted, day) => wanted === skill && day <= on(15) };
}
const people = [
  somebody('a', 'east', 'female', '鼻饲'),
  somebody('b', 'east', 'male'),
  somebody('c', 'west', 'female', '鼻饲'),
  somebody('d', null, 'male'),
];

const ids = (changes: Partial<PartRule>, day = on(1)) => among(aRule(changes), people, day);

describe('the part of the people that cover asks for', () => {
  it('is a zone, a sex, a skill that still holds, or these together', () => {
    expect(ids({})).toEqual(['a', 'b']);
    expect(ids({ zoneId: null, sex: 'female' })).toEqual(['a', 'c']);
    expect(ids({ sex: 'male' })).toEqual(['b']);
    expect(ids({ zoneId: null, skill: '鼻饲' })).toEqual(['a', 'c']);
    expect(ids({ zoneId: null, skill: '鼻饲' }, on(16))).toEqual([]);
  });

  it('has one rule in force, the newest that has begun; taken back, none', () => {
    const rules = [
      aRule(),
      aRule({ minimum: 3, from: on(10) }),
      aRule({ minimum: null, from: on(20) }),
      aRule({ sex: 'female', minimum: 1 }),
    ];
    const least = (day: Day) => partRulesOn(rules, day).map(({ minimum }) => minimum);
    expect([least(on(9)), least(on(10)), least(on(20))]).toEqual([[2, 1], [3, 1], [1]]);
  });

  it('costs what is missing and nothing for what is more; a zone that is gone asks nothing', () => {
    const cover = partCoverOf(
      [on(1), on(2)],
      [aRule({ from: on(2) }), aRule({ zoneId: 'gone' })],
      people,
      zones,
    );
    expect(cover).toEqual([
      {
        day: on(2),
        shift: 'D',
        minimum: 2,
        among: ['a', 'b'],
        missing: 100,
        surplus: 0,
        part: { zone: '东区', sex: null, skill: null },
      },
    ]);
  });
});

describe('the zone of a caregiver', () => {
  it('is where most of her pairs live, the first of two with as many, and none without pairs', () => {
    expect(zoneOf([], ['west', 'west', 'east'], zones, on(1))).toEqual({ zoneId: 'west', by: 'pairs' });
    expect(zoneOf([], ['west', 'east'], zones, on(1)).zoneId).toBe('east');
    expect(zoneOf([], [null], zones, on(1)).zoneId).toBeNull();
  });

  it('is what was set from its day on, until it is given back to the pairs', () => {
    const settings = [
      { zoneId: 'east', from: on(5) },
      { zoneId: null, from: on(20) },
    ];
    const at = (day: Day) => zoneOf(settings, ['west'], zones, day);
    expect(at(on(4))).toEqual({ zoneId: 'west', by: 'pairs' });
    expect(at(on(5))).toEqual({ zoneId: 'east', by: 'setting' });
    expect(at(on(20))).toEqual({ zoneId: 'west', by: 'pairs' });
  });
});

async function aHouseOfTwoZones(caregivers = 8) {
  const house = await aHouse({ today: '2026-10-31' });
  withStaff(house, { caregivers, residents: 16 });
  house.raw.exec(`
    INSERT INTO zone (id, name, position) VALUES ('east', '东区', 0), ('west', '西区', 1);
    UPDATE bed SET zone_id = CASE WHEN room < '105' THEN 'east' ELSE 'west' END;
    UPDATE resident SET sex = 'female' WHERE id <= 'r03';
    UPDATE caregiver SET sex = 'male' WHERE id = 'c08';
  `);
  return { house, director: await house.as('director') };
}

describe('cover by zone in a house', () => {
  it('shows what the residents of each zone need, and which caregivers belong to it by their pairs', async () => {
    const { director } = await aHouseOfTwoZones();
    const parts = await director.roster.parts.on({ day: on(1) });
    expect(parts.zones).toEqual([
      {
        id: 'east',
        name: '东区',
        residents: 8,
        women: 3,
        men: 5,
        needs: [
          { shift: 'D', people: 2 },
          { shift: 'N', people: 1 },
        ],
      },
      expect.objectContaining({ id: 'west', residents: 8, women: 0 }),
    ]);
    expect(parts.caregivers.map(({ id, zoneId, zoneBy }) => `${id} ${zoneId} ${zoneBy}`)).toEqual([
      'c01 east pairs',
      'c02 east pairs',
      'c03 east pairs',
      'c04 east pairs',
      'c05 west pairs',
      'c06 west pairs',
      'c07 west pairs',
      'c08 west pairs',
    ]);
    expect(parts.outside).toBe(0);
  });

  it('goes into the roster from its day on, and the generator covers it', async () => {
    const { director } = await aHouseOfTwoZones(10);
    await director.roster.parts.set({
      shift: 'D',
      zoneId: 'west',
      sex: 'female',
      skill: null,
      minimum: 1,
      from: on(10),
    });
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    const asked = view.model.cover.filter(({ part }) => part);
    expect(asked).toHaveLength(21);
    expect(asked[0]).toMatchObject({
      day: on(10),
      minimum: 1,
      among: ['c05', 'c06', 'c07'],
      surplus: 0,
      part: { zone: '西区', sex: 'female', skill: null },
    });
    expect({ hard: view.hard, open: view.open }).toEqual({ hard: 0, open: 0 });
    for (let day = 10; day <= 30; day++) {
      const there = ['c05', 'c06', 'c07'].filter((id) => view.cells[id]?.[day - 1] === 'D');
      expect(there.length).toBeGreaterThanOrEqual(1);
    }
    // The whole house still needs what all residents need.
    expect((await director.roster.cover.on({ day: on(15) })).cover[0]).toMatchObject({
      minimum: 4,
      usual: 4,
    });
  });

  it('follows a caregiver who is set to another zone, and a skill until it runs out', async () => {
    const { director } = await aHouseOfTwoZones();
    await director.roster.parts.place({ caregiverId: 'c01', zoneId: 'west', from: on(15) });
    await director.roster.parts.addSkill({ caregiverId: 'c01', skill: '鼻饲', validUntil: on(20) });
    const rule = { shift: 'D', zoneId: 'west', sex: null, skill: '鼻饲', minimum: 1, from: on(1) };
    await director.roster.parts.set(rule);
    const asked = async () =>
      (await director.roster.open({ month: november })).model.cover.filter(({ part }) => part);
    const days = (rows: Awaited<ReturnType<typeof asked>>) =>
      rows.filter((row) => row.among?.includes('c01')).map(({ day }) => day);
    expect(days(await asked())).toEqual([15, 16, 17, 18, 19, 20].map(on));

    const renewed = await director.roster.parts.addSkill({
      caregiverId: 'c01',
      skill: '鼻饲',
      validUntil: null,
    });
    expect(days(await asked())).toHaveLength(16);
    const parts = await director.roster.parts.on({ day: on(16) });
    expect(parts.caregivers[0]).toMatchObject({
      zoneId: 'west',
      zoneBy: 'setting',
      skills: [renewed].map(({ id }) => ({ id, skill: '鼻饲', validUntil: null })),
    });
    expect(parts.rules).toMatchObject([{ minimum: 1, among: 1, from: on(1) }]);

    await director.roster.parts.endSkill({ id: renewed.id, reason: '证书吊销' });
    expect(days(await asked())).toEqual([]);
    await director.roster.parts.set({ ...rule, minimum: null });
    expect(await asked()).toEqual([]);
  });

  it('refuses a part that is everybody, and zones, people and skills that are none', async () => {
    const { director } = await aHouseOfTwoZones();
    const rule = { shift: 'D', zoneId: null, sex: null, skill: null, minimum: 1, from: on(1) };
    expect((await refusalOf(director.roster.parts.set(rule))).sentence).toBe(
      '请选分区、性别或技能；全中心的要求请在上面改。',
    );
    const codes = await Promise.all([
      refusalOf(director.roster.parts.set({ ...rule, zoneId: 'north' })),
      refusalOf(director.roster.parts.set({ ...rule, sex: 'male', shift: 'Q' })),
      refusalOf(director.roster.parts.place({ caregiverId: 'nobody', zoneId: null, from: on(1) })),
      refusalOf(director.roster.parts.endSkill({ id: 'none', reason: '错' })),
    ]);
    expect(codes.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});
