import { describe, expect, it } from 'vitest';
import { makeRoster } from '../../build/make-roster.ts';
import { addDays, day, month, type Day } from '../../shared/calendar/day.ts';
import { aHouse, PASSWORD, refusalOf } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');

async function aHouseWithStaff(caregivers = 3) {
  const house = await aHouse({ today: '2026-11-01' });
  withStaff(house, { caregivers, residents: 4 });
  return { house, director: await house.as('director'), clerk: await house.as('clerk') };
}
type Set = Parameters<Awaited<ReturnType<typeof aHouseWithStaff>>['clerk']['attendance']['set']>[0]['cells'];

const marked = (caregiverId: string, first: string, list: Set[number]['mark'][]): Set =>
  list.map((mark, index) => ({ caregiverId, day: addDays(day(first), index) as Day, mark }));

describe('the fairness ledger', () => {
  it('shows what each did of the year against her share, and every number opens to its days', async () => {
    const { house, director, clerk } = await aHouseWithStaff(2);
    house.setDay('2026-10-31');
    await clerk.attendance.set({
      cells: [
        ...marked('c01', '2026-10-01', ['day', 'night', 'night', 'rest']),
        ...marked('c02', '2026-10-01', ['rest', 'sick', 'day', 'rest']),
      ],
      reason: '补登',
    });
    const ledger = await director.roster.fairness.year({ year: 2026 });

    expect(ledger.months.filter(({ source }) => source !== 'none')).toMatchObject([
      {
        month: '2026-10',
        source: 'recorded',
        whole: { nights: { done: 2, days: 7 }, holidays: { done: 4, days: 5 } },
      },
    ]);
    const [one, other] = ledger.people;
    expect(one).toMatchObject({
      id: 'c01',
      days: 4,
      year: { nights: { done: 2, days: 4 }, minutes: { done: 1440 } },
    });
    expect(one?.year.nights.share).toBeCloseTo(8 / 7);
    expect(other?.year.nights).toMatchObject({ done: 0, days: 3 });
    expect(one?.months[9]).toEqual(one?.year);

    const days = await director.roster.fairness.days({ year: 2026, caregiverId: 'c01' });
    expect(days.map((of) => `${of.day} ${of.mark} ${of.shift?.name ?? '-'} ${of.holiday ?? '-'}`)).toEqual([
      '2026-10-01 day 白班 国庆节',
      '2026-10-02 night 夜班 国庆节',
      '2026-10-03 night 夜班 国庆节',
      '2026-10-04 rest - -',
    ]);
    expect(days.map(({ weekend, minutes }) => `${weekend} ${minutes}`)).toEqual([
      'false 480',
      'false 480',
      'true 480',
      'true 0',
    ]);
  });

  it('takes a published month as planned until attendance says otherwise, and closed when it is closed', async () => {
    const { house, director, clerk } = await aHouseWithStaff();
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    const before = await director.roster.fairness.year({ year: 2026 });
    expect(before.people).toEqual([]);
    await director.roster.publish({ rosterId: view.roster?.id ?? '' });
    const source = async () =>
      (await clerk.roster.fairness.year({ year: 2026 })).months.find((one) => one.month === november)?.source;
    expect(await source()).toBe('published');
    const planned = await director.roster.fairness.days({ year: 2026, caregiverId: 'c01' });
    expect(planned).toHaveLength(30);
    expect(planned.filter((one) => one.planned)).toHaveLength(29);

    house.setDay('2026-11-30');
    await clerk.people.signIn({ login: 'clerk', password: PASSWORD });
    await clerk.attendance.fromRoster({ month: november });
    expect(await source()).toBe('recorded');
    await clerk.attendance.close({ month: november });
    expect(await source()).toBe('closed');
  });

  it('knows a caregiver who never was, as none', async () => {
    const { director } = await aHouseWithStaff();
    const refusal = await refusalOf(director.roster.fairness.days({ year: 2026, caregiverId: 'nobody' }));
    expect(refusal.code).toBe('NOT_FOUND');
  });
});

describe('the history that the roster is made with', () => {
  it('is what each worked this year before the month: nights, weekends, holidays, minutes, and the days she could have', async () => {
    const { house, director, clerk } = await aHouseWithStaff(2);
    house.setDay('2026-10-31');
    await clerk.attendance.set({
      cells: [
        ...marked('c01', '2026-10-01', ['day', 'night', 'night', 'rest']),
        ...marked('c02', '2026-10-01', ['personal', 'sick']),
        ...marked('c01', '2026-11-01', ['night']),
      ],
      reason: '补登',
    });
    const history = async (of: string) =>
      (await director.roster.open({ month: month(of) })).model.people.map((person) => person.history);
    expect(await history('2026-11')).toEqual([
      { days: 4, minutes: 1440, nights: 2, weekends: 1, holidays: 3 },
      { days: 0, minutes: 0, nights: 0, weekends: 0, holidays: 0 },
    ]);
    expect((await history('2026-12'))[0]).toMatchObject({ nights: 3, days: 5 });
    expect((await history('2027-01'))[0]).toMatchObject({ nights: 0, days: 0 });
    expect((await director.roster.open({ month: month('2026-10') })).model.holidays).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
    ]);
  });
});
