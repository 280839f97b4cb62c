import { describe, expect, it } from 'vitest';
import { makeRoster } from '../../build/make-roster.ts';
import { month, type Day } from '../../shared/calendar/day.ts';
import { aHouse, refusalOf } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;

async function aHouseWithStaff(caregivers = 6) {
  const house = await aHouse({ today: '2026-10-31' });
  withStaff(house, { caregivers, residents: 8 });
  return { house, director: await house.as('director') };
}
type Made = Awaited<ReturnType<typeof aHouseWithStaff>>;

const certifiedUntil = ({ house }: Made, id: string, until: string) =>
  house.raw.prepare('UPDATE caregiver SET health_certificate_until = ? WHERE id = ?').run(until, id);

/** A draft in which only the first caregiver works: the days of November that are given. */
async function aDraftOf({ director }: Made, ...days: number[]) {
  const { view } = await makeRoster(director, { month: november, seed: 1 });
  const rosterId = view.roster?.id ?? '';
  await director.roster.setCells({
    rosterId,
    cells: view.people.flatMap(({ id }) =>
      view.model.days.map((day) => ({
        caregiverId: id,
        day,
        shift: id === 'c01' && days.map(on).includes(day) ? 'D' : null,
      })),
    ),
  });
  return rosterId;
}

describe('publishing over a warning', () => {
  it('asks for the reason of each kind of warning, and keeps it with the version: who, when, whom, which days', async () => {
    const made = await aHouseWithStaff();
    const { director, house } = made;
    certifiedUntil(made, 'c01', '2026-11-03');
    const rosterId = await aDraftOf(made, 2, 3, 4, 9);

    const refusal = await refusalOf(director.roster.publish({ rosterId }));
    expect(refusal).toMatchObject({
      code: 'OVERRIDE_REASON_MISSING',
      data: { rule: 'expiredCertificate', people: 1 },
      sentence: '「健康证过期仍上班」涉及 1 人；仍要发布，请写明原因。',
    });
    expect((await director.roster.open({ month: november })).roster?.state).toBe('draft');
    expect(await director.roster.guards.overrides({ rosterId })).toEqual([]);

    await director.roster.publish({
      rosterId,
      overrides: [
        { rule: 'expiredCertificate', reason: '已预约体检，11月6日出证' },
        { rule: 'doublePost', reason: '没有这回事' },
      ],
    });
    const clerk = await house.as('clerk');
    expect(await clerk.roster.guards.overrides({ rosterId })).toEqual([
      {
        rule: 'expiredCertificate',
        reason: '已预约体检，11月6日出证',
        at: expect.stringContaining('2026-10-31'),
        by: '王主任',
        cases: [{ caregiverId: 'c01', caregiver: '护理1', firstDay: on(4), lastDay: on(9), amount: 2 }],
      },
    ]);
  });

  it('asks again for a new version, and leaves the reasons of the old one where they are', async () => {
    const made = await aHouseWithStaff();
    const { director } = made;
    certifiedUntil(made, 'c01', '2026-10-31');
    const first = await aDraftOf(made, 2);
    const overrides = [{ rule: 'expiredCertificate' as const, reason: '已预约体检' }];
    await director.roster.publish({ rosterId: first, overrides });
    const second = (await director.roster.revise({ month: november })).roster?.id ?? '';
    expect((await refusalOf(director.roster.publish({ rosterId: second }))).code).toBe(
      'OVERRIDE_REASON_MISSING',
    );
    await director.roster.publish({
      rosterId: second,
      overrides: [{ ...overrides[0]!, reason: '体检改期' }],
    });
    const reasons = async (rosterId: string) =>
      (await director.roster.guards.overrides({ rosterId })).map(({ reason }) => reason);
    expect([await reasons(first), await reasons(second)]).toEqual([['已预约体检'], ['体检改期']]);
  });

  it('refuses a blank reason, and a rule that no reason helps', async () => {
    const made = await aHouseWithStaff();
    const rosterId = await aDraftOf(made, 2);
    const publish = (overrides: unknown) =>
      refusalOf(made.director.roster.publish({ rosterId, overrides } as never));
    expect((await publish([{ rule: 'expiredCertificate', reason: ' ' }])).code).toBe('BAD_INPUT');
    expect((await publish([{ rule: 'weeklyRest', reason: '忙' }])).code).toBe('BAD_INPUT');
  });

  it('forbids the days after the certificate where the house has set it so, whatever the reason', async () => {
    const made = await aHouseWithStaff();
    certifiedUntil(made, 'c01', '2026-11-01');
    await made.director.roster.guards.setExpiredCertificate({ mode: 'hard' });
    const rosterId = await aDraftOf(made, 2);
    const overrides = [{ rule: 'expiredCertificate' as const, reason: '已预约体检' }];
    const refusal = await refusalOf(made.director.roster.publish({ rosterId, overrides }));
    expect(refusal.sentence).toBe(
      '还有 1 处违规，不能发布；第一处：「护理1」2026年11月2日，健康证过期后还排了 1 天班。请先改好。',
    );
  });

  it('keeps the reasons when two people swap, and takes the swap’s own for a warning that is new', async () => {
    const made = await aHouseWithStaff();
    const { director } = made;
    certifiedUntil(made, 'c02', '2026-10-31');
    const rosterId = await aDraftOf(made, 9);
    await director.roster.publish({ rosterId });
    await director.roster.swaps.agree({
      one: { caregiverId: 'c01', day: on(9) },
      other: { caregiverId: 'c02', day: on(9) },
      askedBy: 'c01',
      reason: '家里有事',
    });
    const { roster } = await director.roster.open({ month: november });
    expect(await director.roster.guards.overrides({ rosterId: roster?.id ?? '' })).toMatchObject([
      { rule: 'expiredCertificate', reason: '家里有事', cases: [{ caregiverId: 'c02', firstDay: on(9) }] },
    ]);
  });
});

describe('one person in two posts', () => {
  const post = { caregiverId: 'c01', place: '村保洁', startsOn: on(1), endsOn: null };

  it('is asked about on publishing, and is kept out of days on which she is there', async () => {
    const made = await aHouseWithStaff();
    const { director } = made;
    const { id } = await director.roster.guards.addPost({
      ...post,
      kind: 'public-welfare',
      weekdays: [3, 1, 3],
    });
    expect(await director.roster.guards.posts({ month: november })).toMatchObject([
      { id, caregiver: '护理1', place: '村保洁', weekdays: [1, 3], endsOn: null, cancelled: null },
    ]);
    const { view } = await makeRoster(director, { month: november, seed: 1 });
    expect(view.hard).toBe(0);
    // 2, 4, 9 and 11 November 2026 are Mondays and Wednesdays.
    expect([2, 4, 9, 11].map((day) => view.cells['c01']?.[day - 1])).toEqual([null, null, null, null]);

    const rosterId = await aDraftOf(made, 3);
    expect((await refusalOf(director.roster.publish({ rosterId }))).data).toEqual({
      rule: 'doublePost',
      people: 1,
    });
    await director.roster.guards.cancelPost({ id, reason: '已退出' });
    await director.roster.publish({ rosterId });
    expect(await director.roster.guards.posts({ month: november })).toMatchObject([
      { cancelled: { reason: '已退出' } },
    ]);
    expect((await refusalOf(director.roster.guards.cancelPost({ id, reason: '再' }))).code).toBe('NOT_FOUND');
  });

  it('is seen in two files of the same name, sex and day of birth', async () => {
    const made = await aHouseWithStaff();
    made.house.raw.prepare(`UPDATE caregiver SET name = '护理1' WHERE id = 'c02'`).run();
    const { twins } = await made.director.roster.guards.month({ month: november });
    expect(twins.map((pair) => pair.map(({ id }) => id))).toEqual([['c01', 'c02']]);
    const rosterId = await aDraftOf(made, 3);
    expect((await refusalOf(made.director.roster.publish({ rosterId }))).data).toMatchObject({
      rule: 'doublePost',
    });
  });

  it('refuses a post of nobody and one that ends before it begins', async () => {
    const { director } = await aHouseWithStaff();
    const add = (changes: object) =>
      refusalOf(director.roster.guards.addPost({ ...post, kind: 'job', weekdays: [], ...changes }));
    expect((await add({ caregiverId: 'nobody' })).code).toBe('NOT_FOUND');
    expect((await add({ endsOn: '2026-10-01' })).code).toBe('ENDS_BEFORE_START');
  });
});

describe('the papers of a month', () => {
  it('name who is not certified through it: run out before, running out within, not recorded', async () => {
    const made = await aHouseWithStaff(4);
    certifiedUntil(made, 'c01', '2026-10-31');
    certifiedUntil(made, 'c02', '2026-11-29');
    certifiedUntil(made, 'c03', '2026-11-30');
    const { certificates, expiredCertificate } = await made.director.roster.guards.month({ month: november });
    expect(expiredCertificate).toBe('warning');
    expect(certificates.map(({ caregiverId, matter }) => `${caregiverId} ${matter}`)).toEqual([
      'c01 expired',
      'c02 expires',
      'c04 missing',
    ]);
  });

  it('loosen the limits of extension by an approval only while it is whole and covers the month', async () => {
    const { house, director } = await aHouseWithStaff();
    const isLoose = async () =>
      (await director.roster.open({ month: november })).model.limits.comprehensiveHours;
    house.raw
      .prepare(
        `INSERT INTO hours_approval (id, number, scope, starts_on, ends_on, recorded_at, recorded_by)
         VALUES ('old', '平人社〔2026〕8号', '', '2026-11-20', '2026-12-31', 'at', 'by')`,
      )
      .run();
    expect((await director.roster.hours.approvals({}))[0]).toMatchObject({ whole: false, ended: null });
    expect(await isLoose()).toBe(false);
    await director.roster.hours.complete({ id: 'old', scope: '护理员', startsOn: '2026-01-01' as Day });
    expect(await isLoose()).toBe(true);
    await director.roster.hours.end({ id: 'old', reason: '改为标准工时' });
    expect(await isLoose()).toBe(false);
    const ended = await refusalOf(director.roster.hours.end({ id: 'old', reason: '再' }));
    expect(ended.code).toBe('NOT_FOUND');
    const backwards = director.roster.hours.approve({
      number: '9',
      scope: '护理员',
      startsOn: on(2),
      endsOn: on(1),
    });
    expect((await refusalOf(backwards)).code).toBe('ENDS_BEFORE_START');
  });

  it('keep the due date from which a protection was reckoned, and doubt one that is too long', async () => {
    const { director } = await aHouseWithStaff();
    const add = (startsOn: string, endsOn: string, basisOn: string | null) =>
      director.roster.protection.add({
        caregiverId: 'c01',
        kind: 'pregnancy',
        startsOn: startsOn as Day,
        endsOn: endsOn as Day,
        basisOn: basisOn as Day | null,
      });
    await add('2026-11-08', '2027-01-31', '2027-01-31');
    await add('2026-06-01', '2026-12-31', null);
    const rows = await director.roster.protection.list({ month: november });
    expect(rows.map(({ basisOn, tooLong }) => `${basisOn} ${tooLong}`)).toEqual([
      'null true',
      '2027-01-31 false',
    ]);
  });
});
