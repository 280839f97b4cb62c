import { describe, expect, it } from 'vitest';
import { daysOf, month, type Day } from '../../shared/calendar/day.ts';
import { aHouse, PASSWORD, refusalOf } from '../support/house.ts';
import { layRoster } from '../support/roster-lay.ts';
import { on } from '../support/roster-models.ts';
import { withStaff } from '../support/staff.ts';

const [november, december] = [month('2026-11'), month('2026-12')];

/** Six caregivers and eight residents; the roster is laid by hand, so that these tests do not wait for the generator. */
async function aHouseWithRoster(today = '2026-10-25') {
  const house = await aHouse({ today });
  withStaff(house, { caregivers: 6, residents: 8 });
  const director = await house.as('director');
  const lay = (of: typeof november, rhythm: (person: number, day: number) => 'D' | 'N' | null, version = 1) =>
    layRoster(house, of, rhythm, version);
  /** Three on by day, one at night, two at rest; a rhythm of six days. */
  const usual = (person: number, day: number) =>
    (['D', 'D', 'D', 'N', null, null] as const)[(person + day) % 6] ?? null;
  /** The director on a later day: the screen was locked in between. */
  const later = async (day: string) => {
    house.setDay(day);
    const client = house.stranger();
    await client.people.signIn({ login: 'director', password: PASSWORD });
    return client;
  };
  const answered = async (day: Day, client = director) =>
    new Map(
      (await client.roster.duties({ day })).shifts
        .filter((one) => one.shift.code === 'D')
        .flatMap(({ caregivers }) => caregivers)
        .flatMap(({ id, residents }) =>
          residents.map((resident) => [resident.id, { ...resident, id }] as const),
        ),
    );
  return { house, director, later, lay, usual, answered };
}

describe('the duties of a house', () => {
  it('stay with whoever stood in the last time, also across the turn of the month', async () => {
    const { director, lay, answered } = await aHouseWithRoster();
    // c01 and c02 are on together, five days of seven; nobody else is, so that r05 to r08 are stood in for by the same two.
    const two = (begins: number) => (person: number, day: number) =>
      person < 2 && (begins + day) % 7 < 5 ? ('D' as const) : null;
    await director.roster.publish({ rosterId: lay(november, two(0)) });
    await director.roster.publish({ rosterId: lay(december, two(30)) });
    const last = await answered(on(30));
    const first = await answered('2026-12-01' as Day);
    for (const [resident, { id }] of last)
      expect([resident, first.get(resident)?.id]).toEqual([resident, id]);
    const shared = [...first.values()].filter(({ basis }) => basis !== 'own');
    expect(shared).toHaveLength(4);
    expect(shared.every(({ kept }) => kept)).toBe(true);
  });

  it('give somebody of her own sex to a resident who asks for it, and the wish is on record with who said and wrote it', async () => {
    const { house, director, lay, usual, answered } = await aHouseWithRoster();
    house.raw.exec(`UPDATE caregiver SET sex = 'male' WHERE id IN ('c05', 'c06')`);
    const nurse = await house.as('nurse');
    const wish = {
      residentId: 'r01',
      intimateCare: 'same-sex',
      saidBy: 'resident',
      saidOn: '2026-10-20',
    } as const;
    await nurse.residents.wish.record({ ...wish, saidOn: '2026-10-20' as Day, note: '洗浴' });
    await director.roster.publish({ rosterId: lay(november, usual) });

    const days = await Promise.all(daysOf(november).map(async (day) => (await answered(day)).get('r01')));
    const own = days.filter((one) => one?.basis === 'own');
    expect(own.every((one) => one?.wish === 'unmet')).toBe(true);
    expect(own.length).toBeGreaterThan(5);
    expect(days.filter((one) => one?.wish === 'met').length).toBeGreaterThan(5);
    expect(await nurse.residents.wish.of({ residentId: 'r01' })).toMatchObject({
      now: {
        intimateCare: 'same-sex',
        saidBy: 'resident',
        saidOn: '2026-10-20',
        note: '洗浴',
        recordedBy: '李护士',
      },
      earlier: [],
    });
  });

  it('show a wish only to those who may read residents’ files', async () => {
    const { house, director, lay, usual } = await aHouseWithRoster();
    await director.residents.wish.record({
      residentId: 'r01',
      intimateCare: 'same-sex',
      saidBy: 'guardian',
      saidOn: '2026-10-20' as Day,
      note: '',
    });
    await director.roster.publish({ rosterId: lay(november, usual) });
    const clerk = await house.as('clerk');
    const wishes = async (client: typeof clerk) =>
      (await client.roster.duties({ day: on(3) })).shifts
        .flatMap(({ caregivers }) => caregivers)
        .flatMap(({ residents }) => residents)
        .filter(({ wish }) => wish !== null).length;
    expect(await wishes(clerk)).toBe(0);
    expect(await wishes(director)).toBe(2);
    expect((await refusalOf(clerk.residents.wish.of({ residentId: 'r01' }))).code).toBe('NOT_ALLOWED');
  });

  it('can be given anew from today on: newcomers and wishes count, what is over stays as it was', async () => {
    const { house, director, later, lay, usual, answered } = await aHouseWithRoster();
    await director.roster.publish({ rosterId: lay(november, usual) });
    const before = await answered(on(9));
    const then = await later('2026-11-10');
    house.raw
      .prepare(
        `INSERT INTO resident (id, name, pinyin, initials, standing, admitted_on, recorded_at, recorded_by)
         VALUES ('new', '新来', 'xinlai', 'xl', 'provisional', '2026-11-05', '', '')`,
      )
      .run();
    const given = await then.roster.replanDuties({ month: november });
    expect(given).toMatchObject({ from: '2026-11-10', unanswered: 0 });
    // Twenty-one days with two shifts for the newcomer, and a few others who make room.
    expect(given.changed).toBeGreaterThanOrEqual(42);
    expect(await answered(on(9), then)).toEqual(before);
    expect((await answered(on(10), then)).has('new')).toBe(true);
    expect((await then.roster.replanDuties({ month: november })).changed).toBe(0);
    expect(house.raw.prepare('SELECT count(*) FROM duty WHERE superseded_at IS NULL').pluck().get()).toBe(
      8 * 2 * 30 + 2 * 21,
    );
  });

  it('of days that are over stay when a new version is published, where nobody’s shift was changed', async () => {
    const { house, director, later, lay, usual, answered } = await aHouseWithRoster();
    await director.roster.publish({ rosterId: lay(november, usual) });
    const [third, fourth] = [await answered(on(3)), await answered(on(4))];
    const then = await later('2026-11-10');
    // A pairing is corrected backwards; only the fourth was worked otherwise than published.
    house.raw.exec(`UPDATE pairing SET caregiver_id = 'c02' WHERE resident_id = 'r01'`);
    const swapped = lay(
      november,
      (person, day) =>
        day === 3 ? usual(person === 2 ? 3 : person === 3 ? 2 : person, day) : usual(person, day),
      2,
    );
    await then.roster.publish({ rosterId: swapped });
    expect(await answered(on(3), then)).toEqual(third);
    expect(await answered(on(4), then)).not.toEqual(fourth);
  });

  it('are missed by nobody on a shift that needs nobody, such as a helping hand at noon', async () => {
    const { director, lay, usual } = await aHouseWithRoster();
    await director.roster.shifts.save({
      code: 'H',
      name: '午间帮手',
      nameEn: 'Noon help',
      startsAt: '11:00',
      endsAt: '15:00',
      minutes: 240,
      night: false,
      maxResidents: 4,
    });
    await director.roster.cover.set({ shift: 'H', minimum: 0, from: '2026-10-25' as Day });
    const given = await director.roster.publish({ rosterId: lay(november, usual) });
    expect(given.unanswered).toBe(0);
    const { shifts } = await director.roster.duties({ day: on(3) });
    expect(shifts.map(({ shift, unanswered }) => [shift.code, unanswered.length])).toEqual([
      ['D', 0],
      ['N', 0],
      ['H', 0],
    ]);
  });

  it('are not given anew for a month that is over, or that has no published roster', async () => {
    const { director, later, lay, usual } = await aHouseWithRoster();
    const none = await refusalOf(director.roster.replanDuties({ month: november }));
    expect(none.code).toBe('ROSTER_NOT_PUBLISHED');
    await director.roster.publish({ rosterId: lay(november, usual) });
    const then = await later('2026-12-01');
    const over = await refusalOf(then.roster.replanDuties({ month: november }));
    expect(over).toMatchObject({
      code: 'DUTIES_ARE_OVER',
      sentence: '2026年11月已经过去，当时的班次分工要留作记录，不能重排。',
    });
  });

  it('refuse a wish of the future, and one for somebody who has left', async () => {
    const { house, director } = await aHouseWithRoster();
    const wish = { residentId: 'r01', intimateCare: 'any', saidBy: 'resident', note: '' } as const;
    expect((await refusalOf(director.residents.wish.record({ ...wish, saidOn: on(1) }))).code).toBe(
      'DAY_IN_FUTURE',
    );
    house.raw.exec(`UPDATE resident SET left_on = '2026-10-20' WHERE id = 'r01'`);
    expect(
      (await refusalOf(director.residents.wish.record({ ...wish, saidOn: '2026-10-20' as Day }))).code,
    ).toBe('RESIDENT_LEFT');
  });
});
