import type { api } from '../lib/api.ts';

/** An account as the list of accounts shows it. */
export type Account = Awaited<ReturnType<typeof api.people.accounts>>[number];
