import { month } from '../../../shared/calendar/day.ts';
import type { Acts } from '../desk.ts';

const OCTOBER = month('2026-10');

/** October goes up, is fetched again, and is corrected: the package, its number in the chain, the key made at first need. */
export const acts: Acts = async ({ director }) => {
  await director.package.enrolment({});
  const { package: sent } = await director.package.build({ month: OCTOBER, correction: false });
  await director.package.download({ id: sent.id });
};
