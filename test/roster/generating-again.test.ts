import { describe, expect, it } from 'vitest';
import { month } from '../../shared/calendar/day.ts';
import { aHouse, type Client } from '../support/house.ts';
import { withStaff } from '../support/staff.ts';

const november = month('2026-11');

/** Begins a run, stops it as soon as it has said something when it is to be stopped, and keeps what came of it. */
async function makeAndKeep(
  director: Client,
  order: { readonly seed: number; readonly effort: number; readonly until?: number },
  isStopped: boolean,
) {
  const { run } = await director.roster.generate.begin({ month: november, ...order });
  let isAsked = false;
  for (let after = 0; ;) {
    const { news, points, ended } = await director.roster.generate.watch({ run, after });
    if (ended) break;
    if (isStopped && !isAsked && points.length > 0) {
      await director.roster.generate.stop({ run });
      isAsked = true;
    }
    after = news;
  }
  const { view } = await director.roster.make({ run });
  const origin = await director.roster.generate.origin({ rosterId: view.roster?.id ?? '' });
  return { cells: view.cells, origin };
}

describe('a draft that was stopped and kept', { timeout: 120_000 }, () => {
  it('is made again from its seed and effort, up to where it was stopped', async () => {
    const house = await aHouse({ today: '2026-10-31' });
    withStaff(house);
    const director = await house.as('director');
    const order = { seed: 5, effort: 3_000_000_000 };
    const first = await makeAndKeep(director, order, true);
    expect(first.origin).toMatchObject({ ended: 'stopped', effort: order.effort });
    const until = first.origin?.spent ?? 0;
    expect(until).toBeGreaterThan(0);
    expect(until).toBeLessThan(order.effort);
    const again = await makeAndKeep(director, { ...order, until }, false);
    expect(again.cells).toEqual(first.cells);
    expect(again.origin).toMatchObject({ ended: 'spent', spent: until, cost: first.origin?.cost });
  });
});
