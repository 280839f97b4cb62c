import type { Acts } from '../desk.ts';

/** Backups to a stick, with work between them. */
export const acts: Acts = async ({ director }) => {
  for (let round = 1; round <= 3; round++) {
    const { failed } = await director.backup.make({ job: `backup-job-${round}` });
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
    await director.people.setIdleMinutes({ minutes: 10 + round });
  }
};
