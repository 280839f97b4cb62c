import type { RouterClient } from '@orpc/server';
import type { router } from '../electron/core/router.ts';
import type { Month } from '../shared/calendar/day.ts';
import { QUICK_EFFORT } from '../shared/roster/generate.ts';

type Client = RouterClient<typeof router>;
type Wanted = { readonly month: Month; readonly seed: number; readonly effort?: number };

/** Makes the draft of a month as the desk does, for runs without one: begins, waits for the end, keeps it. */
export async function makeRoster(client: Client, { month, seed, effort = QUICK_EFFORT }: Wanted) {
  const { run } = await client.roster.generate.begin({ month, seed, effort });
  for (let after = 0; ;) {
    const { news, ended } = await client.roster.generate.watch({ run, after });
    if (ended) return client.roster.make({ run });
    after = news;
  }
}
