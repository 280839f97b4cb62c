import type { Acts } from '../desk.ts';

/** Signing in brought the old file forward; then work goes on. */
export const acts: Acts = async ({ director }) => {
  await director.people.setIdleMinutes({ minutes: 20 });
};
