import type { Migration } from '../migrate.ts';

export const rosterSpent: Migration = {
  version: 140,
  name: 'roster-spent',
  up: `
    -- Effort up to the point where the making of a version ended: a version that was stopped on the way is made again from its
    -- seed, its effort and this. NULL: the thread had to be ended by force, or it was made before this was kept.
    ALTER TABLE roster_making ADD COLUMN spent INTEGER CHECK (spent > 0);
  `,
};
