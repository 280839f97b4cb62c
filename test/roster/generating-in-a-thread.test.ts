import { describe, expect, it } from 'vitest';
import { makeRoster } from '../../build/make-roster.ts';
import { RosterRun } from '../../electron/services/roster-runs.ts';
import { month, type Day } from '../../shared/calendar/day.ts';
import { QUICK_EFFORT } from '../../shared/roster/generate.ts';
import { ownHouse } from '../bench/own-house.ts';
import { aHouse, PASSWORD, refusalOf, type Client } from '../support/house.ts';
import { aModel } from '../support/roster-models.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as Day;
/** More than any test waits for. */
const ENDLESS = 100_000_000_000;

async function aHouseWithStaff() {
  const house = await aHouse({ today: '2026-10-31' });
  withStaff(house);
  return { house, director: await house.as('director') };
}

/** Watches a run until it has said something that fits, and returns that. */
async function watchUntil(
  director: Client,
  run: string,
  fits: (progress: Awaited<ReturnType<Client['roster']['generate']['watch']>>) => boolean,
) {
  for (let after = 0; ;) {
    const progress = await director.roster.generate.watch({ run, after });
    if (fits(progress)) return progress;
    if (progress.ended) throw new Error(`it ended as ${progress.ended} before`);
    after = progress.news;
  }
}

describe('making a roster in a thread', { timeout: 120_000 }, () => {
  it('says how good the best roster is, what it leaves open, and what none can be better than', async () => {
    const { director } = await aHouseWithStaff();
    const { run, people, days } = await director.roster.generate.begin({
      month: november,
      seed: 1,
      effort: QUICK_EFFORT,
    });
    expect({ people, days }).toEqual({ people: 19, days: 30 });
    const { points, standing, ended } = await watchUntil(
      director,
      run,
      (progress) => progress.ended !== null,
    );

    const costs = points.map(({ cost }) => cost);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
    const bounds = points.map(({ bound }) => bound ?? -Infinity);
    expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
    for (const { cost, bound } of points) expect(bound ?? -Infinity).toBeLessThanOrEqual(cost);
    expect(standing).toMatchObject({ open: 0, slots: [] });
    expect(ended).toMatch(/spent|proven/);

    const { view } = await director.roster.make({ run });
    expect(view).toMatchObject({ hard: 0, open: 0 });
    expect(await director.roster.generate.origin({ rosterId: view.roster?.id ?? '' })).toEqual({
      effort: QUICK_EFFORT,
      spent: expect.any(Number),
      ended,
      cost: costs.at(-1),
      bound: points.at(-1)?.bound,
      remarks: [],
    });
  });

  it('stops at once when it is asked to, and keeps the best roster so far', async () => {
    const { director } = await aHouseWithStaff();
    const { run } = await director.roster.generate.begin({ month: november, seed: 1, effort: ENDLESS });
    const some = await watchUntil(director, run, ({ points }) => points.length > 0);
    const asked = performance.now();
    await director.roster.generate.stop({ run });
    const { ended, points } = await watchUntil(director, run, (progress) => progress.ended !== null);
    expect(performance.now() - asked).toBeLessThan(3_000);
    expect(points.at(-1)?.cost).toBeLessThanOrEqual(some.points[0]?.cost ?? 0);
    const { view } = await director.roster.make({ run });
    expect(view.hard).toBe(0);
    expect(ended).toMatch(/stopped|proven/);
  });

  it('leaves the house free for everybody else while it works', async () => {
    const { director } = await aHouseWithStaff();
    const { run } = await director.roster.generate.begin({ month: november, seed: 1, effort: ENDLESS });
    const began = performance.now();
    await director.caregivers.list({});
    await director.roster.open({ month: november });
    expect(performance.now() - began).toBeLessThan(1_500);
    await director.roster.generate.discard({ run });
  });

  it('is not kept when leave was entered meanwhile, and says so', async () => {
    const { director } = await aHouseWithStaff();
    const { run } = await director.roster.generate.begin({ month: november, seed: 1, effort: 1_000_000 });
    await director.roster.leave.add({
      caregiverId: 'c01',
      kind: 'sick',
      startsOn: on(3),
      endsOn: on(4),
      note: '',
    });
    await watchUntil(director, run, (progress) => progress.ended !== null);
    const refusal = await refusalOf(director.roster.make({ run }));
    expect(refusal.sentence).toBe(
      '生成期间，2026年11月的请假、人员、班次、在岗要求或锁定的格子有了改动，这份排班没有保存。请重新生成。',
    );
    expect((await director.roster.open({ month: november })).versions).toEqual([]);
  });

  it('leaves nothing when it is given up, when another is begun, or when its maker signs out', async () => {
    const { house, director } = await aHouseWithStaff();
    const begin = async () =>
      (await director.roster.generate.begin({ month: november, seed: 1, effort: ENDLESS })).run;
    const isGone = async (run: string) =>
      expect((await refusalOf(director.roster.generate.watch({ run, after: 0 }))).code).toBe(
        'ROSTER_RUN_GONE',
      );
    const first = await begin();
    await director.roster.generate.discard({ run: first });
    await isGone(first);
    const second = await begin();
    const third = await begin();
    await isGone(second);
    expect((await refusalOf(director.roster.make({ run: third }))).sentence).toMatch(/请重新生成/);
    expect((await director.roster.open({ month: november })).versions).toEqual([]);
    await director.people.signOut({});
    expect([...house.house.drafts.keys()]).toEqual([]);
  });

  it('is nobody else’s', async () => {
    const { house, director } = await aHouseWithStaff();
    const { run } = await director.roster.generate.begin({ month: november, seed: 1, effort: ENDLESS });
    const other = house.stranger();
    await other.people.signIn({ login: 'director', password: PASSWORD });
    expect((await refusalOf(other.roster.generate.watch({ run, after: 0 }))).code).toBe('ROSTER_RUN_GONE');
    await other.roster.generate.discard({ run });
    expect((await director.roster.generate.watch({ run, after: 0 })).ended).toBeNull();
    await director.roster.generate.discard({ run });
  });

  it('lets go of a lock that it could not keep, and the draft says which and why', async () => {
    const { director } = await aHouseWithStaff();
    const { view } = await makeRoster(director, { month: november, seed: 1, effort: 1_000_000 });
    const rosterId = view.roster?.id ?? '';
    const cells = [
      { caregiverId: 'c01', day: on(1), shift: 'N' },
      { caregiverId: 'c01', day: on(2), shift: 'D' },
    ];
    await director.roster.setCells({ rosterId, cells });
    await director.roster.lock({
      rosterId,
      cells: cells.map(({ caregiverId, day }) => ({ caregiverId, day })),
      locked: true,
    });

    const again = await makeRoster(director, { month: november, seed: 2, effort: 1_000_000 });

    const lost = { kind: 'lock', person: 'c01', day: on(2), shift: 'D', rule: 'restBetween' };
    expect(again.remarks).toEqual([lost]);
    expect(again.view.model.locks).toEqual([{ person: 'c01', day: on(1), shift: 'N' }]);
    const made = await director.roster.generate.origin({ rosterId: again.view.roster?.id ?? '' });
    expect(made?.remarks).toEqual([lost]);
  });

  it('waits for the first roster when it is asked to stop before there is one', async () => {
    const model = ownHouse(1, { people: 60, days: 31 });
    const order = { month: november, seed: 1, effort: ENDLESS, model, fingerprint: '' };
    const run = new RosterRun(order, () => undefined);
    run.stop();
    await expect.poll(() => run.made?.ended, { timeout: 60_000 }).toBe('stopped');
    expect(Object.keys(run.made?.roster ?? {})).toHaveLength(60);
  });

  it('still has the best roster that it said when its thread is ended by force', async () => {
    const model = aModel();
    const order = { month: november, seed: 1, effort: ENDLESS, model, fingerprint: '' };
    const run = new RosterRun(order, () => undefined);
    for (let news = 0; ;) {
      const progress = await run.progress(news);
      if (progress.points.length > 0) break;
      news = progress.news;
    }
    run.end();
    await expect.poll(() => run.made?.ended).toBe('stopped');
    expect(Object.keys(run.made?.roster ?? {})).toHaveLength(19);
  });
});
