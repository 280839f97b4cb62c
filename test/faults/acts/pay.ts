import { month } from '../../../shared/calendar/day.ts';
import { PASSWORD } from '../../support/centre.ts';
import type { Acts } from '../desk.ts';

const OCTOBER = month('2026-10');

/** October is paid, locked, reversed and paid again. */
export const acts: Acts = async ({ director, clerk }) => {
  await clerk.people.signIn({ login: 'clerk', password: PASSWORD });
  for (let round = 0; round < 2; round++) {
    const { id } = await clerk.payroll.prepare({ month: OCTOBER });
    await director.payroll.review({ id });
    await director.payroll.lock({ id });
    const back = await clerk.payroll.reverse({ id, reason: '有人多记了一天' });
    await director.payroll.review({ id: back.id });
    await director.payroll.lock({ id: back.id });
  }
};
