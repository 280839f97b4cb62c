import { day, month } from '../../../shared/calendar/day.ts';
import type { Acts } from '../desk.ts';

const NOVEMBER = month('2026-11');

/** November is published, and again after a change: cells, duties, what is superseded, each in one transaction. */
export const acts: Acts = async ({ director }) => {
  await director.roster.publish({ rosterId: `${NOVEMBER}-v1` });
  for (const caregiverId of ['c01', 'c02', 'c03']) {
    const { roster } = await director.roster.revise({ month: NOVEMBER });
    if (!roster) throw new Error('no draft');
    await director.roster.setCells({
      rosterId: roster.id,
      cells: [{ caregiverId, day: day('2026-11-20'), shift: null }],
    });
    await director.roster.publish({ rosterId: roster.id });
  }
};
