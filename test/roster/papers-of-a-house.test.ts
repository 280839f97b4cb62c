import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { layRoster } from '../support/roster-lay.ts';
import { on } from '../support/roster-models.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
/** Three on by day, one at night, two at rest; a rhythm of six days. */
const usual = (person: number, day: number) =>
  (['D', 'D', 'D', 'N', null, null] as const)[(person + day) % 6] ?? null;
/** The second and the third change places on the fourth. */
const swapped = (person: number, day: number) =>
  usual(day === 3 && (person === 2 || person === 3) ? 5 - person : person, day);

async function aHouseWithStaff() {
  const house = await aHouse({ today: '2026-10-25' });
  withStaff(house, { caregivers: 6, residents: 8 });
  return { house, director: await house.as('director') };
}

describe('the papers of a roster', () => {
  it('say what was changed since it was first published, by which version, and when that was', async () => {
    const { house, director } = await aHouseWithStaff();
    await director.roster.publish({ rosterId: layRoster(house, november, usual) });
    expect(await director.roster.papers.changes({ month: november })).toEqual({
      published: [{ version: 1, publishedAt: '2026-10-25T01:00:00.000Z' }],
      cells: [],
    });
    const second = layRoster(house, november, swapped, 2);
    const draft = await director.roster.papers.changes({ month: november });
    expect(draft.cells).toEqual([
      { person: 'c03', name: '护理3', day: on(4), before: null, now: 'D', version: null },
      { person: 'c04', name: '护理4', day: on(4), before: 'D', now: null, version: null },
    ]);
    house.pass(60_000);
    await director.roster.publish({ rosterId: second });
    const published = await director.roster.papers.changes({ month: november });
    expect(published.published.map(({ version }) => version)).toEqual([1, 2]);
    expect(published.cells.map(({ person, version }) => [person, version])).toEqual([
      ['c03', 2],
      ['c04', 2],
    ]);
    const first = await director.roster.papers.changes({ month: november, version: 1 });
    expect(first.cells).toEqual([]);
  });

  it('refuse a version that there is none of', async () => {
    const { director } = await aHouseWithStaff();
    expect((await refusalOf(director.roster.papers.changes({ month: november }))).code).toBe('NOT_FOUND');
  });

  it('give one person’s month with the residents of each shift by bed, for some people or all', async () => {
    const { house, director } = await aHouseWithStaff();
    await director.roster.publish({ rosterId: layRoster(house, november, usual) });
    const clerk = await house.as('clerk');
    const all = await clerk.roster.papers.slips({ month: november, people: null });
    expect(all.roster).toMatchObject({ version: 1, isPublished: true });
    expect(all.people).toHaveLength(6);
    const [one] = (await director.roster.papers.slips({ month: november, people: ['c02'] })).people;
    expect(one).toEqual(all.people[1]);
    const worked = one?.cells.filter((cell) => cell !== null).length;
    expect(one?.duties).toHaveLength(worked ?? 0);
    const { shifts } = await director.roster.duties({ day: on(1) });
    const onTheList = shifts.flatMap(({ caregivers }) => caregivers).find(({ id }) => id === 'c02');
    expect(one?.duties[0]).toEqual({
      day: on(1),
      residents: onTheList?.residents.map(({ name, bed }) => ({ name, bed, room: bed?.split('-')[0] })),
    });
  });

  it('give the draft without duties where nothing is published, and nothing at all of an empty month', async () => {
    const { house, director } = await aHouseWithStaff();
    const empty = await director.roster.papers.slips({ month: november, people: null });
    expect(empty.roster).toBeNull();
    layRoster(house, november, usual);
    const draft = await director.roster.papers.slips({ month: november, people: null });
    expect(draft.roster).toMatchObject({ isPublished: false, publishedAt: null });
    expect(draft.people.every(({ duties }) => duties.length === 0)).toBe(true);
  });
});
